/// What people write into the answer column.
enum AnswerWords {
    enum Reading {
        case yes, no, blank, unreadable
    }

    private static let yes: Set<String> = [
        "มี", "มีข้อมูล", "มีการเผยแพร่", "ใช่", "มีแล้ว", "ครบ", "yes", "y", "true", "1", "✓", "✔", "☑", "√", "✅", "/", "have",
        "has",
    ]
    private static let no: Set<String> = [
        "ไม่มี", "ไม่มีข้อมูล", "ไม่ใช่", "ยังไม่มี", "no", "n", "false", "0", "✗", "✘", "✕", "✖", "×", "☒", "❌", "x", "none",
    ]
    private static let blank: Set<String> = ["", "-", "--", "n/a", "na", "null"]

    static func reading(_ text: String) -> Reading {
        let scalars = String(decoding: Label.folded(text), as: UTF8.self).unicodeScalars.filter { $0.value != 0xFE0F }
        let word = String(String.UnicodeScalarView(scalars))
        if blank.contains(word) { return .blank }
        if yes.contains(word) { return .yes }
        return no.contains(word) ? .no : .unreadable
    }
}
