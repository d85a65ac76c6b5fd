import WebEvidence

/// Items whose numbers stand in a row of their own, above their links.
extension IndexReading {
    /// The entry whose number stands above the link in its column, in a row of numbers.
    func above(_ link: IndexLink) -> IndexEntry? {
        guard let place = link.place, tables.indices.contains(place.table) else { return nil }
        let rows = tables[place.table].rows
        var between: [String] = isSaying(link.text) ? [link.text] : []
        var number = ItemNumber(link.columnHead)
        for row in stride(from: place.row - 1, through: max(0, place.row - 3), by: -1) {
            guard rows.indices.contains(row), rows[row].indices.contains(place.column) else { break }
            if isNumberRow(rows[row]) {
                number = ItemNumber(rows[row][place.column])
                break
            }
            between.insert(rows[row][place.column], at: 0)
        }
        guard let number, number.mark == .letter else { return nil }
        return IndexEntry(
            number: number, title: isSaying(number.title) ? number.title : bestTitle(between), year: nil, links: [],
            isNamedByLink: false, headings: link.headings)
    }

    func numberRows(_ table: TextTable) -> [[String]] { table.rows.filter(isNumberRow) }

    /// True for a row in which nothing but numbers of items stands, two at least.
    private func isNumberRow(_ cells: [String]) -> Bool {
        let written = cells.filter { !$0.isEmpty }
        return Set(written).count > 1 && written.allSatisfy { ItemNumber($0)?.mark == .letter }
    }
}
