/// An item id as people write it: `o12 O12 O 12 OIT-12 012 ๐๑๒ o๑๒ 12`, also with its title behind it.
struct WrittenItemID {
    /// Letters of the id, folded; empty when only a number is written.
    var stem: String
    var number: Int

    /// The stem of ids where nothing else is known: the letter that the national list uses.
    static let defaultStem = "o"

    /// Words that may stand before the id and say nothing, longest first.
    private static let words = [
        "ตัวชี้วัดที่", "รายการที่", "ลำดับที่", "ตัวชี้วัด", "ข้อคำถาม", "รายการ", "ประเด็น", "ข้อที่", "ลำดับ", "รหัส", "item", "ข้อ", "oit",
        "no", "ที่",
    ]
    /// Letters that are taken for the stem of the national list.
    private static let stems = [
        "o": defaultStem, "โอ": defaultStem, "ο": defaultStem, "Ο": defaultStem, "о": defaultStem,
        "О": defaultStem,
    ]

    init(stem: String, number: Int) {
        self.stem = stem
        self.number = number
    }

    /// Nil when the text is no id.
    init?(_ text: String) {
        let scalars = Array(Label.spaced(text).unicodeScalars)
        guard let start = scalars.firstIndex(where: WrittenItemID.isDigit) else { return nil }
        guard let stem = WrittenItemID.stem(ofPrefix: scalars[..<start]) else { return nil }
        var digits = scalars[start...].prefix(while: WrittenItemID.isDigit)
        var rest = scalars[digits.endIndex...]
        // A lone zero is a mistyped letter o: `0 12`, `0-12`.
        if digits.count == 1, digits.first == "0", let separator = rest.first, separator == " " || separator == "-",
            let next = rest.dropFirst().first, WrittenItemID.isDigit(next)
        {
            digits = rest.dropFirst().prefix(while: WrittenItemID.isDigit)
            rest = scalars[digits.endIndex...]
        }
        guard digits.count <= 6, WrittenItemID.isEnd(rest) else { return nil }
        number = digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
        guard number > 0 else { return nil }
        self.stem = stem
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

    /// Nil for words that belong to no id.
    private static func stem(ofPrefix prefix: ArraySlice<Unicode.Scalar>) -> String? {
        let separators: Set<Unicode.Scalar> = [" ", ".", "-", "_", ":", "(", "[", "#", "/", "\"", "'"]
        var letters = String(String.UnicodeScalarView(prefix.filter { !separators.contains($0) }))
        guard letters.unicodeScalars.count <= 24 else { return nil }
        while let word = words.first(where: { letters.hasPrefix($0) }) { letters.removeFirst(word.count) }
        if letters.isEmpty { return "" }
        if let stem = stems[letters] { return stem }
        return letters.utf8.allSatisfy { (97...122).contains($0) } ? letters : nil
    }

    /// True when what follows the number is nothing, or a separator and a title; a further number is none.
    private static func isEnd(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = rest.first else { return true }
        let separators: Set<Unicode.Scalar> = [" ", ".", ":", ")", "]", "-", "_", ",", "/", "\"", "'"]
        guard separators.contains(first) else { return false }
        guard let next = rest.first(where: { !separators.contains($0) }) else { return true }
        guard !isDigit(next) else { return false }
        // Two ids in one cell mean neither.
        let second = rest.drop { separators.contains($0) }
        guard second.count <= 8, let id = WrittenItemID(String(String.UnicodeScalarView(second))) else { return true }
        return !id.stem.isEmpty && id.stem != defaultStem
    }
}
