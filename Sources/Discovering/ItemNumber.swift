import ThaiText

/// The number with which an index marks an item, and how it is marked.
struct ItemNumber: Sendable, Hashable {
    /// What says that it is an item's number, strongest first.
    enum Mark: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// The letter o in any script, oit, or a zero for the letter.
        case letter
        /// ข้อ, รายการที่ and the like: may number anything.
        case word
        /// A bare number: often only the number of a row.
        case bare

        static func < (left: Mark, right: Mark) -> Bool { left.rawValue < right.rawValue }
    }

    /// One for most; all of a span (`O27-O29`).
    var numbers: [Int]
    var mark: Mark
    /// What stands behind the number; may be empty.
    var title: String
    /// True for `01` and `012`: a zero where the letter o is meant, or only a row number with two digits.
    let hasZero: Bool

    /// Reads the number at the beginning of a text, or the only one of a short text behind a word (`ข้อมูล O12`); nil when
    /// there is none.
    init?(_ text: String) {
        let label = ItemLabel(parsing: text)
        if label.map({ !ItemNumber.isLettered($0, in: text) }) ?? true, let behind = ItemNumber.behind(text) {
            self.init(numbers: [behind.number], mark: .letter, title: behind.title, hasZero: false)
            return
        }
        guard let label else {
            let all = text.utf8.count <= 60 ? ItemLabel.itemNumbers(in: text) : []
            guard all.count == 1 else { return nil }
            self.init(numbers: all, mark: .letter, title: "", hasZero: false)
            return
        }
        let bytes = Array(text.utf8)
        let written = NormalisedText.key(String(decoding: bytes.prefix(label.length), as: UTF8.self))
        let mark: Mark = label.isMarked ? (ItemNumber.hasLetter(written) ? .letter : .word) : .bare
        let title = ItemNaming.withoutLabel(text)
        var numbers = [label.number]
        if mark == .letter {
            let all = ItemLabel.itemNumbers(in: String(decoding: bytes.prefix(60), as: UTF8.self))
            if all.count > 1, all.first == label.number, ItemNumber.beginsWithNumber(title) { numbers = all }
        }
        self.init(numbers: numbers, mark: mark, title: title, hasZero: written.first == UInt8(ascii: "0"))
    }

    private init(numbers: [Int], mark: Mark, title: String, hasZero: Bool) {
        self.numbers = numbers
        self.mark = mark
        self.title = title
        self.hasZero = hasZero
    }

    private static func isLettered(_ label: ItemLabel, in text: String) -> Bool {
        label.isMarked && hasLetter(NormalisedText.key(String(decoding: text.utf8.prefix(label.length), as: UTF8.self)))
    }

    /// The number in brackets at the end of a title (`โครงสร้าง (o1)`); a digit alone may count anything.
    private static func behind(_ text: String) -> (number: Int, title: String)? {
        let bytes = text.utf8.reversed().drop { $0 == UInt8(ascii: " ") }
        guard let last = bytes.first, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else { return nil }
        let opening = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
        let inner = bytes.dropFirst().prefix { $0 != opening }
        let rest = bytes.dropFirst(inner.count + 2)
        guard (2...16).contains(inner.count), !rest.isEmpty else { return nil }
        let written = String(decoding: inner.reversed(), as: UTF8.self)
        guard let label = ItemLabel(parsing: written), isLettered(label, in: written),
            written.utf8.count == label.length
        else { return nil }
        let title = String(decoding: rest.reversed(), as: UTF8.self)
        return (label.number, ItemNaming.withoutLabel(title))
    }

    /// `O27-O29 …` and `O27, O28 …` begin with a further number.
    private static func beginsWithNumber(_ title: String) -> Bool {
        ItemLabel(parsing: title)?.isMarked ?? false
    }

    private static func hasLetter(_ written: [UInt8]) -> Bool {
        // "oit", "o", "โอ", and the Greek and Cyrillic letters, but not the o of other Latin words.
        let text = String(decoding: written, as: UTF8.self)
        if text.first == "0" { return true }
        return text.unicodeScalars.contains { ["o", "ο", "о", "ο", "о", "໐", "i"].contains($0) } || text.contains("โอ")
    }
}
