import OfficeFiles

/// The row of heads of a submission table and what each column holds.
struct HeadRow {
    /// Row number of the (last) head row.
    var number: Int
    /// Columns by role, ascending.
    var columns: [ColumnRole: [Int]]
    /// Texts of all heads by column.
    var heads: [Int: String]

    /// Rows among which a head is looked for.
    private static let searchedRows = 20

    /// The first row that names most kinds of columns, among the first 20; nil when none names any.
    static func find(in rows: [SheetRow]) -> HeadRow? {
        guard let index = bestIndex(in: rows) else { return nil }
        var roles = roles(of: rows[index])
        var heads = Dictionary(rows[index].cells.map { ($0.column, $0.text) }) { first, _ in first }
        var body = rows.index(after: index)
        if body < rows.endIndex, let second = secondHeads(rows[body], below: roles) {
            roles.merge(second) { _, below in below }
            for cell in rows[body].cells {
                heads[cell.column] = [heads[cell.column], cell.text].compactMap { $0 }.joined(separator: " ")
            }
            body = rows.index(after: body)
        }
        let data = rows[body...]
        var head = HeadRow(number: rows[body - 1].number, columns: [:], heads: heads)
        for (column, role) in roles.sorted(by: { $0.key < $1.key }) { head.columns[role, default: []].append(column) }
        head.settle(data: data.prefix(200))
        return head
    }

    /// True when there are heads for items and for addresses.
    var isComplete: Bool { columns[.item] != nil && columns[.url] != nil }

    /// Kinds of columns that the best row names, plus one: the worth of a way to read the table. 0 without heads.
    static func worth(of rows: [SheetRow]) -> Int {
        guard let index = bestIndex(in: rows) else { return 0 }
        return Set(roles(of: rows[index]).values).count
    }

    private static func bestIndex(in rows: [SheetRow]) -> Int? {
        var best: (index: Int, worth: Int)?
        for (index, row) in rows.prefix(searchedRows).enumerated() {
            guard !row.cells.contains(where: { CellAddresses.beginsLikeAddress($0.text.unicodeScalars[...]) }) else {
                continue
            }
            let kinds = Set(roles(of: row).values)
            var worth = kinds.count
            if kinds.contains(.item), kinds.contains(.url) { worth += 4 }
            guard worth > 0, worth > best?.worth ?? 0 else { continue }
            best = (index, worth)
        }
        return best?.index
    }

    private static func roles(of row: SheetRow) -> [Int: ColumnRole] {
        var roles: [Int: ColumnRole] = [:]
        for cell in row.cells { roles[cell.column] = role(of: cell.text) }
        // A pair of มี and ไม่มี are two columns of ticks. A lone มี holds answers, a lone ไม่มี nothing that could be
        // told, and a lone English "no" numbers the rows.
        let isPair = roles.values.contains(.answerYes) && roles.values.contains(.answerNo)
        for (column, role) in roles where !isPair {
            if role == .answerYes { roles[column] = .answer }
            if role == .answerNo { roles[column] = row[column: column]?.text.utf8.count == 2 ? .item : nil }
        }
        return roles
    }

    private static func role(of text: String) -> ColumnRole? {
        let whole = Label.folded(text)
        guard !whole.isEmpty, whole.count <= 400 else { return nil }
        for variant in variants(whole) {
            let word = String(decoding: variant, as: UTF8.self)
            if HeadWords.answerYes.contains(word) { return .answerYes }
            if HeadWords.answerNo.contains(word) { return .answerNo }
            if HeadWords.answer.contains(word) { return .answer }
            if HeadWords.url.contains(word) { return .url }
            if HeadWords.explanation.contains(word) { return .explanation }
            if HeadWords.item.contains(word) { return .item }
        }
        guard whole.count <= HeadWords.maximumPartBytes else { return nil }
        return HeadWords.parts.first { Label.contains(whole, $0.part) }?.role
    }

    /// The folded head itself, without brackets, what is in brackets, its parts, and without a number at the end.
    private static func variants(_ whole: [UInt8]) -> [[UInt8]] {
        var outside: [UInt8] = []
        var inside: [UInt8] = []
        var depth = 0
        for byte in whole {
            switch byte {
            case 40, 91: depth += 1
            case 41, 93: depth = max(0, depth - 1)
            default: if depth == 0 { outside.append(byte) } else { inside.append(byte) }
            }
        }
        let plain = outside.filter { $0 != 42 && $0 != 58 }  // asterisks of owed columns, colons
        var variants = [whole, plain]
        var numberless = plain
        while let last = numberless.last, (48...57).contains(last) || last == 46 { numberless.removeLast() }
        if numberless.count < plain.count {
            let at = Array("ที่".utf8)
            if numberless.suffix(at.count).elementsEqual(at) { numberless.removeLast(at.count) }
            let word = String(decoding: numberless, as: UTF8.self)
            if HeadWords.url.contains(word) { variants.append(numberless) }
        }
        variants.append(inside)
        variants += plain.split(whereSeparator: { $0 == 47 || $0 == 124 }).map(Array.init)
        return variants.filter { !$0.isEmpty }
    }

    /// Roles of a second row of heads (under merged ones); nil when the row is data.
    private static func secondHeads(_ row: SheetRow, below roles: [Int: ColumnRole]) -> [Int: ColumnRole]? {
        let second = HeadRow.roles(of: row)
        let itemColumns = roles.filter { $0.value == .item }.keys
        guard !second.isEmpty, second.count == row.cells.count,
            !row.cells.contains(where: {
                CellAddresses.beginsLikeAddress($0.text.unicodeScalars[...])
                    || (itemColumns.contains($0.column) && WrittenItemID($0.text) != nil)
            }), !itemColumns.contains(where: { row[column: $0] != nil }) || roles.count == row.cells.count
        else { return nil }
        // A row of answers such as มี, ไม่มี below a head คำตอบ is data.
        let isAnswerRow =
            second.keys.contains { roles[$0] == .answer }
            && !second.values.contains(.answerNo)
        return isAnswerRow ? nil : second
    }

    /// Decides between several item columns, and takes columns of addresses that have no head of their own.
    private mutating func settle(data: ArraySlice<SheetRow>) {
        if let candidates = columns[.item], candidates.count > 1 {
            let worth = candidates.map { column -> (Int, Int) in
                let readable = data.count { row in row[column: column].map { WrittenItemID($0.text) != nil } ?? false }
                let word = String(decoding: Label.folded(heads[column] ?? ""), as: UTF8.self)
                return (readable, -(HeadWords.item.firstIndex(of: word) ?? HeadWords.item.count))
            }
            if let best = candidates.indices.max(by: { worth[$0] < worth[$1] || (worth[$0] == worth[$1] && $0 > $1) }) {
                columns[.item] = [candidates[best]]
            }
        }
        for role in [ColumnRole.answer, .answerYes, .answerNo] { columns[role] = columns[role].map { [$0[0]] } }
        let used = Set(columns.values.joined())
        var withAddress: Set<Int> = []
        var withLink: Set<Int> = []
        for cell in data.flatMap(\.cells) where !used.contains(cell.column) {
            guard CellAddresses.beginsLikeAddress((cell.link ?? cell.text).unicodeScalars[...]) else { continue }
            withAddress.insert(cell.column)
            if cell.link != nil { withLink.insert(cell.column) }
        }
        if var found = columns[.url] {
            while let next = found.last.map({ $0 + 1 }), heads[next] == nil, withAddress.contains(next) {
                found.append(next)
            }
            columns[.url] = found.sorted()
        } else {
            columns[.url] = withLink.isEmpty ? nil : withLink.sorted()
        }
    }
}
