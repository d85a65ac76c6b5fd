import GradingCore

extension LabelScan {
    // MARK: Rows whose name could not be read

    /// Lines of number, letters and figure; the letters may be a misspelt name.
    mutating func addUnnamedRows() {
        for index in labels.indices where labels[index].subject == nil && labels[index].isWorded { nameWorded(index) }
        for label in labels {
            labelledLines.formUnion(text.line(at: label.range.lowerBound)...text.line(at: label.range.upperBound))
        }
        var line = 0
        while line < text.lineStarts.count {
            line += unnamedRow(at: line)
        }
    }

    /// Letters behind a worded number, up to the first figure or the end of the line.
    private mutating func nameWorded(_ index: Int) {
        let start = labels[index].range.upperBound
        let line = text.range(ofLine: text.line(at: start))
        let isRow = text.isFirstOnLine(labels[index].range.lowerBound)
        let row = isRow ? name(behind: start, on: line) : start..<start
        let end = row.isEmpty ? min(line.upperBound, start + 400) : row.upperBound
        let id = start < end ? vocabulary.names.indicator(in: text.text(start..<end)) : nil
        guard id != nil || !row.isEmpty else { return }
        labels[index].subject = id.map { .indicator($0) }
        labels[index].nameRange = start..<end
        labels[index].range = labels[index].range.lowerBound..<end
    }

    /// Looks at the row that begins on a line; gives how many lines it takes.
    private mutating func unnamedRow(at line: Int) -> Int {
        let first = text.range(ofLine: line)
        guard !first.isEmpty, !labelledLines.contains(line) else { return 1 }
        let numbers = text.numbers(in: first)
        var number: ReportNumber?
        if let candidate = numbers.first, let whole = candidate.whole, (1...99).contains(whole),
            text.isFirstOnLine(candidate.range.lowerBound)
        {
            number = candidate
        }
        let start = number?.range.upperBound ?? first.lowerBound
        // The name may go on over lines without a figure.
        for count in 1...3 where line + count <= text.lineStarts.count {
            let last = text.range(ofLine: line + count - 1)
            guard count == 1 || !labelledLines.contains(line + count - 1) else { return 1 }
            let whole = start..<max(start, last.upperBound)
            guard let figure = text.numbers(in: whole).first(where: { !usedNumbers.contains($0.range.lowerBound) })
            else {
                if number == nil { return 1 }
                continue
            }
            return addRow(number, name: start..<figure.range.lowerBound, figure, to: last) ? count : 1
        }
        return 1
    }

    private mutating func addRow(
        _ number: ReportNumber?, name: Range<Int>, _ figure: ReportNumber, to line: Range<Int>
    ) -> Bool {
        // Boxes and dots stand where letters were.
        let signs = text.text(name).unicodeScalars.count { $0.value >= 0x2000 }
        let letters = max(text.letters(in: name) { _ in false }, min(signs, 60))
        let behind = figure.range.upperBound..<max(figure.range.upperBound, line.upperBound)
        guard (2...60).contains(letters), figure.isScore, !figure.isWhole || figure.value == 100 || figure.value == 0,
            text.isNegligible(behind), text.mayBeScore(figure)
        else { return false }
        let id = vocabulary.names.indicator(in: text.text(name))
        guard id != nil || (number?.whole).map({ (1...20).contains($0) }) == true else { return false }
        // Words of the vocabulary are no lost name.
        if id == nil,
            text.words(in: name).contains(where: { !$0.meanings.isDisjoint(with: [.notBefore, .assessment]) })
        {
            return false
        }
        labels.append(
            RowLabel(
                subject: id.map { .indicator($0) }, number: number?.whole,
                range: (number?.range.lowerBound ?? name.lowerBound)..<name.upperBound, nameRange: name))
        return true
    }
}
