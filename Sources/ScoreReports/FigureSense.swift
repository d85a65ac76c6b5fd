import GradingCore

extension LexedText {
    /// False for numbers that say how many, from where on, of what full mark: what stands beside them tells.
    func mayBeScore(_ number: ReportNumber) -> Bool {
        guard number.isScore || number.isSigned else { return false }
        return !isEndOfSpan(number) && !isAnnounced(number, by: .notBefore, past: \.isFiller)
            && !isFollowed(number, by: .notAfter, past: \.isFiller)
            && !(number.isWhole
                && (isFollowed(number, by: .unit) { _ in false } || isFollowed(number, by: .countUnit) { _ in false }))
    }

    /// True when words beside the number call it a score.
    func isCalledScore(_ number: ReportNumber) -> Bool {
        isAnnounced(number, by: .scoreBefore) { _ in false } || isFollowed(number, by: .scoreAfter) { _ in false }
    }

    /// `85.00 - 94.99`, and the number of a page between dashes.
    private func isEndOfSpan(_ number: ReportNumber) -> Bool {
        let after = nextSign(from: number.range.upperBound, step: 1)
        let before = nextSign(from: number.range.lowerBound - 1, step: -1)
        if let after, isDash(after), digitFollows(from: after, step: 1) || (before.map(isDash) ?? false) { return true }
        if let before, isDash(before), digitFollows(from: before, step: -1), !number.isSigned { return true }
        return false
    }

    /// A hyphen, or the first or last byte of an en or em dash.
    private func isDash(_ index: Int) -> Bool {
        if bytes[index] == 45 { return true }
        let start = bytes[index] == 0xE2 ? index : index - 2
        return start >= 0 && start + 2 < bytes.count && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
            && (0x93...0x94).contains(bytes[start + 2])
    }

    /// Offset of the next byte that is no blank, on the same line.
    private func nextSign(from start: Int, step: Int) -> Int? {
        var index = start
        while bytes.indices.contains(index), bytes[index] == 32 || bytes[index] == 9 { index += step }
        return bytes.indices.contains(index) && bytes[index] != 10 ? index : nil
    }

    private func digitFollows(from dash: Int, step: Int) -> Bool {
        var index = dash + step
        while bytes.indices.contains(index), isDash(index) || bytes[index] == 0x80 || bytes[index] == 0xE2 {
            index += step
        }
        guard let next = nextSign(from: index, step: step) else { return false }
        if (48...57).contains(bytes[next]) { return true }
        // Thai digits end in 0x90...0x99 and begin with 0xE0 0xB9.
        let start = step > 0 ? next : next - 2
        return start >= 0 && start + 2 < bytes.count && bytes[start] == 0xE0 && bytes[start + 1] == 0xB9
            && (0x90...0x99).contains(bytes[start + 2])
    }

    /// Does such a word end before the number, with nothing but words that may be passed between?
    func isAnnounced(
        _ number: ReportNumber, by meaning: WordMeaning, past passes: (WordMeaning) -> Bool
    ) -> Bool {
        var edge = number.range.lowerBound
        for word in words(in: (edge - 160)..<edge).reversed() {
            guard word.range.upperBound <= edge else { continue }
            guard letters(in: word.range.upperBound..<edge, without: { _ in false }) == 0,
                numbers(in: word.range.upperBound..<edge).isEmpty,
                !bytes[word.range.upperBound..<edge].contains(10) || edge - word.range.upperBound < 4
            else { return false }
            if word.meanings.contains(meaning) { return true }
            guard word.meanings.contains(where: passes) else { return false }
            edge = word.range.lowerBound
        }
        return false
    }

    func isFollowed(
        _ number: ReportNumber, by meaning: WordMeaning, past passes: (WordMeaning) -> Bool
    ) -> Bool {
        var edge = number.range.upperBound
        for word in words(in: edge..<(edge + 120)) {
            guard word.range.lowerBound >= edge else { continue }
            guard letters(in: edge..<word.range.lowerBound, without: { _ in false }) == 0,
                !bytes[edge..<word.range.lowerBound].contains(10), numbers(in: edge..<word.range.lowerBound).isEmpty
            else { return false }
            if word.meanings.contains(meaning) { return true }
            guard word.meanings.contains(where: passes) else { return false }
            edge = word.range.upperBound
        }
        return false
    }
}
