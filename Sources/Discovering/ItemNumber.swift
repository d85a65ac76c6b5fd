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

    /// Reads the number at the beginning of a text; nil when there is none.
    init?(_ text: String) {
        guard let label = ItemLabel(parsing: text) else { return nil }
        let bytes = Array(text.utf8)
        let written = NormalisedText.key(String(decoding: bytes.prefix(label.length), as: UTF8.self))
        mark = label.isMarked ? (ItemNumber.hasLetter(written) ? .letter : .word) : .bare
        numbers = [label.number]
        title = ItemNaming.withoutLabel(text)
        if mark == .letter {
            let all = ItemLabel.itemNumbers(in: String(decoding: bytes.prefix(60), as: UTF8.self))
            if all.count > 1, all.first == label.number, ItemNumber.beginsWithNumber(title) { numbers = all }
        }
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
