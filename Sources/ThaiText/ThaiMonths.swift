/// The full Thai name of a month 1...12; nil for other numbers.
public func thaiMonthName(_ month: Int) -> String? {
    ThaiMonths.names.indices.contains(month - 1) ? ThaiMonths.names[month - 1] : nil
}

/// The names of the months in every spelling that is read. The only place that knows them.
enum ThaiMonths {
    /// How far a spelling can be trusted to be a month.
    enum Form: UInt8, Sendable {
        /// A full Thai name: a month wherever it stands.
        case full
        /// A dotted abbreviation: must not go on as a Thai word (ก.พ. is also an office).
        case dotted
        /// A name without dots, marks or ending: must stand free and have a number beside it.
        case loose
        case englishFull
        case englishShort

        var isEnglish: Bool { self == .englishFull || self == .englishShort }
    }

    struct Spelling: Sendable {
        let text: String
        let month: Int
        let form: Form
    }

    /// Full names, 1...12 in order.
    static let names = [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม",
        "พฤศจิกายน", "ธันวาคม",
    ]

    /// Wrong spellings so common that they count as the full name.
    private static let accepted: [Int: [String]] = [2: ["กุมภาพันธุ์", "กุมภาพันธ"], 7: ["กรกฏาคม"]]

    private static let misspelt: [[String]] = [
        ["มกรคม", "มกราม", "มกราตม", "มกาคม", "มกราค"],
        ["กุมภาพัน", "กุมภาพันท์", "กุมพาพันธ์", "กุมภพันธ์", "กุมภาพ้นธ์"],
        ["มีนาตม", "มีนคม", "มีนาค", "มืนาคม"],
        ["เมษยน", "เมษานยน", "เมษายาน", "เมษษายน", "เมศายน", "เมสายน"],
        ["พฤษภาตม", "พฤษภาค", "พฤษาคม", "พฤกษภาคม", "พฤศภาคม", "พฤภาคม", "พฤษภคม"],
        ["มิถุนายาน", "มิถุนยน", "มิถุยายน", "มิถนายน", "มีถุนายน"],
        ["กรกฎาตม", "กรกฏาตม", "กรกฎคม", "กรกฏคม", "กรกฎาค", "กรฎาคม", "กรกฤาคม"],
        ["สิงหาตม", "สิงหคม", "สิงหาค", "สงหาคม"],
        ["กันยาน", "กันยายาน", "กันยยน", "กันยน", "กันยาย"],
        ["ตุลาตม", "ตุลคม", "ตุลาค", "ตลาคม"],
        ["พฤศจิกายาน", "พฤษจิกายน", "พฤศจิกยน", "พฤศจิยายน", "พฤจิกายน", "พฤศจิการยน", "พศจิกายน", "พฤกษจิกายน"],
        ["ธันวาตม", "ธันวคม", "ธันวาค", "ธันวามคม", "ธัวาคม", "ธันวาม", "ธ้นวาคม"],
    ]

    private static let letters: [(String, String)] = [
        ("ม", "ค"), ("ก", "พ"), ("มี", "ค"), ("เม", "ย"), ("พ", "ค"), ("มิ", "ย"), ("ก", "ค"), ("ส", "ค"), ("ก", "ย"),
        ("ต", "ค"),
        ("พ", "ย"), ("ธ", "ค"),
    ]

    /// Names with marks or endings lost, as colloquial writing, slugs and broken text layers have them.
    private static let bare: [[String]] = [
        ["มกรา"], ["กุมภา", "กมภาพนธ", "กุมภาพนธ"], ["มีนา", "มนาคม"], ["เมษา"], ["พฤษภา"], ["มิถุนา", "มถนายน"],
        ["กรกฎา", "กรกฏา"],
        ["สิงหา"], ["กันยา", "กนยายน"], ["ตุลา"], ["พฤศจิกา", "พฤศจกายน"], ["ธันวา", "ธนวาคม"],
    ]

    private static let english: [(String, [String])] = [
        ("january", ["jan"]), ("february", ["feb"]), ("march", ["mar"]), ("april", ["apr"]), ("may", []),
        ("june", ["jun"]), ("july", ["jul"]), ("august", ["aug"]), ("september", ["sep", "sept"]),
        ("october", ["oct"]), ("november", ["nov"]), ("december", ["dec"]),
    ]

    /// Every spelling once.
    static let spellings: [Spelling] = (1...12).flatMap(spellings)

    private static func spellings(of month: Int) -> [Spelling] {
        let (first, second) = letters[month - 1]
        let (name, short) = english[month - 1]
        let full = [names[month - 1]] + (accepted[month] ?? [])
        let dotted = ["\(first).\(second).", "\(first).\(second)", "\(first)\(second)."]
        let loose = ["\(first)\(second)"] + misspelt[month - 1] + bare[month - 1]
        let fullEnglish = month == 5 ? Form.englishShort : Form.englishFull
        return full.map { Spelling(text: $0, month: month, form: .full) }
            + dotted.map { Spelling(text: $0, month: month, form: .dotted) }
            + loose.map { Spelling(text: $0, month: month, form: .loose) }
            + [Spelling(text: name, month: month, form: fullEnglish)]
            + short.flatMap { [$0, $0 + "."] }.map { Spelling(text: $0, month: month, form: .englishShort) }
    }
}
