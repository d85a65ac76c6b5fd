import GradingCore

/// Finds where rows and statements begin in a text.
struct LabelScan {
    let text: LexedText
    let vocabulary: ReportVocabulary
    var labels: [RowLabel] = []
    /// Offsets of numbers that are part of a label.
    var usedNumbers: Set<Int> = []
    var labelledLines: Set<Int> = []

    static func labels(in text: LexedText, _ vocabulary: ReportVocabulary) -> [RowLabel] {
        var scan = LabelScan(text: text, vocabulary: vocabulary)
        scan.addNamed()
        scan.addWordedNumbers()
        scan.addSubIndicators()
        scan.addShortCodes()
        scan.labels.sort { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
        scan.mergeNeighbours()
        scan.addUnnamedRows()
        scan.labels.sort { $0.range.lowerBound < $1.range.lowerBound }
        return scan.labels
    }

    private init(text: LexedText, vocabulary: ReportVocabulary) {
        self.text = text
        self.vocabulary = vocabulary
    }

    // MARK: By name

    private mutating func addNamed() {
        for word in text.words {
            var subject: ReportSubject?
            for meaning in word.meanings {
                if case .subject(let named) = meaning { subject = named }
                if meaning == .total, text.isFirstOnLine(word.range.lowerBound) { subject = subject ?? .overall }
            }
            guard let subject else { continue }
            var label = RowLabel(subject: subject, range: word.range, nameRange: word.range)
            if case .indicator = subject, let number = number(before: word.range.lowerBound) {
                label.number = number.whole
                label.range = number.range.lowerBound..<word.range.upperBound
                usedNumbers.insert(number.range.lowerBound)
            }
            labels.append(label)
        }
    }

    /// A small whole number directly before a name and first on its line.
    private func number(before offset: Int) -> ReportNumber? {
        guard let number = text.numbers(in: (offset - 40)..<offset).last, let whole = number.whole,
            (1...99).contains(whole), !number.isSigned,
            text.letters(in: number.range.upperBound..<offset, without: { _ in false }) == 0,
            text.isFirstOnLine(number.range.lowerBound)
        else { return nil }
        return number
    }

    // MARK: By the word for indicator

    private mutating func addWordedNumbers() {
        let named = SortedStarts(labels.map(\.range.lowerBound))
        for word in text.words where word.meanings.contains(.numberWord) {
            guard let number = text.numbers(in: word.range.upperBound..<(word.range.upperBound + 12)).first,
                let whole = number.whole, (1...99).contains(whole),
                text.letters(in: word.range.upperBound..<number.range.lowerBound, without: { _ in false }) == 0
            else { continue }
            usedNumbers.insert(number.range.lowerBound)
            if let last = lastListed(after: number) {
                labels.append(setAside(word.range.lowerBound..<last))
                continue
            }
            var label = RowLabel(
                number: whole, isWorded: true, range: word.range.lowerBound..<number.range.upperBound,
                nameRange: number.range.upperBound..<number.range.upperBound)
            if let named = named.first(atLeast: number.range.upperBound), joins(label, labels[named]) {
                label.subject = labels[named].subject
                label.nameRange = labels[named].nameRange
                label.range = label.range.lowerBound..<labels[named].range.upperBound
                labels[named] = label
            } else {
                labels.append(label)
            }
        }
    }

    /// "Indicators 9, 10 and 11" names several: where their numbers end; nil for one alone. A score has decimals.
    private mutating func lastListed(after first: ReportNumber) -> Int? {
        var last = first
        while let next = text.numbers(in: last.range.upperBound..<(last.range.upperBound + 16)).first,
            let whole = next.whole, (1...20).contains(whole),
            LabelScan.joints.contains(joint(last.range.upperBound..<next.range.lowerBound))
                || next.isSigned && joint(last.range.upperBound..<next.range.lowerBound).isEmpty
        {
            usedNumbers.insert(next.range.lowerBound)
            last = next
        }
        return last == first ? nil : last.range.upperBound
    }

    /// What stands between the numbers of a list.
    private static let joints: Set<[UInt8]> = [Array(",".utf8), Array("-".utf8), Array("–".utf8), Array("และ".utf8)]

    private func joint(_ range: Range<Int>) -> [UInt8] { text.bytes[range].filter { $0 != 32 } }

    private func setAside(_ range: Range<Int>) -> RowLabel {
        var label = RowLabel(range: range, nameRange: range.upperBound..<range.upperBound)
        label.isSetAside = true
        return label
    }

    private func joins(_ label: RowLabel, _ named: RowLabel) -> Bool {
        guard case .indicator? = named.subject, !named.isWorded else { return false }
        let gap = label.range.upperBound..<named.range.lowerBound
        return gap.lowerBound <= gap.upperBound && gap.count <= 30
            && text.letters(in: gap, without: { _ in false }) == 0 && text.numbers(in: gap).isEmpty
    }

    // MARK: By codes

    /// `9.1` at the beginning of a line, with a name behind it.
    private mutating func addSubIndicators() {
        for number in text.numbers where vocabulary.subIndicators.contains(number.text) && !number.isSigned {
            let line = text.range(ofLine: text.line(at: number.range.lowerBound))
            let behind =
                number.range
                .upperBound..<max(
                    number.range.upperBound, min(line.upperBound, number.range.upperBound + 400))
            guard text.isFirstOnLine(number.range.lowerBound) || isAnnounced(number),
                text.letters(in: behind, without: { _ in false }) > 2
            else {
                // The number of a sub-indicator without its name is still no score.
                if isAnnounced(number) {
                    usedNumbers.insert(number.range.lowerBound)
                    labels.append(setAside(number.range))
                }
                continue
            }
            usedNumbers.insert(number.range.lowerBound)
            let name = name(behind: number.range.upperBound, on: line)
            labels.append(
                RowLabel(
                    subject: .subIndicator(number.text), range: number.range.lowerBound..<name.upperBound,
                    nameRange: name))
        }
    }

    /// The letters behind a number, up to the figure of the row; empty where none stands on the line.
    func name(behind start: Int, on line: Range<Int>) -> Range<Int> {
        guard let figure = text.numbers(in: start..<max(start, min(line.upperBound, start + 400))).first,
            text.letters(in: start..<figure.range.lowerBound, without: { _ in false }) <= 60
        else { return start..<start }
        return start..<figure.range.lowerBound
    }

    private func isAnnounced(_ number: ReportNumber) -> Bool {
        text.isAnnounced(number, by: .numberWord) { _ in false }
    }

    /// `o12` anywhere, `i3` and `e4` at the beginning of a line.
    private mutating func addShortCodes() {
        let bytes = text.bytes
        for index in bytes.indices {
            let letter = bytes[index] | 0x20
            let isItem = letter == 0x6F
            guard isItem || vocabulary.questionLetters.contains(bytes[index]),
                index == 0 || !isWordByte(bytes[index - 1]), let (number, end) = digits(after: index),
                isItem || text.isFirstOnLine(index)
            else { continue }
            var label = RowLabel(range: index..<end, nameRange: index..<end)
            if isItem { label.subject = .item(ItemID("o\(number)")) } else { label.isSetAside = true }
            for used in text.numbers(in: index..<end) { usedNumbers.insert(used.range.lowerBound) }
            labels.append(label)
        }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte & 0xDF) || byte == 45
    }

    /// One or two digits behind a letter, perhaps after one blank.
    private func digits(after index: Int) -> (number: Int, end: Int)? {
        var end = index + 1
        if end < text.bytes.count, text.bytes[end] == 32 { end += 1 }
        var number = 0
        var count = 0
        while end < text.bytes.count, count < 3 {
            if (48...57).contains(text.bytes[end]) {
                number = number * 10 + Int(text.bytes[end] - 48)
                end += 1
            } else if end + 2 < text.bytes.count, text.bytes[end] == 0xE0, text.bytes[end + 1] == 0xB9,
                (0x90...0x99).contains(text.bytes[end + 2])
            {
                number = number * 10 + Int(text.bytes[end + 2] - 0x90)
                end += 3
            } else {
                break
            }
            count += 1
        }
        guard (1...2).contains(count), number > 0, end >= text.bytes.count || !isWordByte(text.bytes[end]),
            end >= text.bytes.count || text.bytes[end] != 46 || end + 1 >= text.bytes.count
                || !(48...57).contains(text.bytes[end + 1])
        else { return nil }
        return (number, end)
    }

    // MARK: Names beside one another

    /// The same instrument in words and letters is one label; `EIT` with a part's number is the part; an instrument
    /// directly behind "score" says whose score it is.
    private mutating func mergeNeighbours() {
        var merged: [RowLabel] = []
        for label in labels {
            if let last = merged.last, label.range.lowerBound < last.range.upperBound {
                // Two names of one thing that share letters.
                if last.subject == label.subject {
                    merged[merged.count - 1].range =
                        last.range.lowerBound..<max(last.range.upperBound, label.range.upperBound)
                }
                continue
            }
            guard let last = merged.last, isBeside(last, label) else {
                merged.append(label)
                continue
            }
            switch (last.subject, label.subject) {
            case (.instrument?, .instrument?) where last.subject == label.subject, (.overall?, .instrument?):
                merged[merged.count - 1].subject = label.subject
                merged[merged.count - 1].range = last.range.lowerBound..<label.range.upperBound
            case (.overall?, .overall?):
                merged[merged.count - 1].range = last.range.lowerBound..<label.range.upperBound
            default: merged.append(label)
            }
        }
        labels = merged.map(withPart)
    }

    private func isBeside(_ left: RowLabel, _ right: RowLabel) -> Bool {
        let gap = left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound)
        return gap.count <= 24 && text.letters(in: gap, without: \.isFiller) == 0 && text.numbers(in: gap).isEmpty
    }

    private func withPart(_ label: RowLabel) -> RowLabel {
        guard case .instrument(let id)? = label.subject,
            let number = text.numbers(in: label.range.upperBound..<(label.range.upperBound + 60)).first,
            let whole = number.whole, (1...2).contains(whole)
        else { return label }
        let gap = label.range.upperBound..<number.range.lowerBound
        let isNear = gap.count <= 2 && !text.isFollowed(number, by: .unit) { _ in false }
        let isNamed =
            text.letters(in: gap) { $0 == .partWord } == 0
            && text.words(in: gap).contains { $0.meanings.contains(.partWord) }
        guard isNear && !text.isFollowed(number, by: .partWord, past: { _ in false }) || isNamed,
            vocabulary.parts.contains("\(id)\(whole)")
        else { return label }
        var label = label
        label.subject = .instrument("\(id)\(whole)")
        label.range = label.range.lowerBound..<number.range.upperBound
        return label
    }
}
