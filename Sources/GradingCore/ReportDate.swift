/// Days as people read them: the Buddhist era in Thai, the common era in English.
public enum ReportDate {
    private static let months: [(th: String, en: String)] = [
        ("มกราคม", "January"), ("กุมภาพันธ์", "February"), ("มีนาคม", "March"), ("เมษายน", "April"),
        ("พฤษภาคม", "May"), ("มิถุนายน", "June"), ("กรกฎาคม", "July"), ("สิงหาคม", "August"),
        ("กันยายน", "September"), ("ตุลาคม", "October"), ("พฤศจิกายน", "November"), ("ธันวาคม", "December"),
    ]

    private static let thaiShort = [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ]

    /// `พ.ค. 66` or `May 23`, for pictures where there is little room.
    public static func shortMonth(_ date: CivilDate, _ language: ReportLanguage) -> String {
        let name = language == .thai ? thaiShort[date.month - 1] : String(months[date.month - 1].en.prefix(3))
        let year = (language == .thai ? date.year + FiscalYear.buddhistShift : date.year) % 100
        return "\(name) \(year < 10 ? "0" : "")\(year)"
    }

    /// `15 พ.ค.` or `15 May`, for pictures where there is little room.
    public static func shortDay(_ date: CivilDate, _ language: ReportLanguage) -> String {
        "\(date.day) \(language == .thai ? thaiShort[date.month - 1] : String(months[date.month - 1].en.prefix(3)))"
    }

    /// `15 พฤษภาคม 2566` or `15 May 2023`.
    public static func day(_ date: CivilDate, _ language: ReportLanguage) -> String {
        "\(date.day) \(month(date, language))"
    }

    /// `พฤษภาคม 2566` or `May 2023`.
    public static func month(_ date: CivilDate, _ language: ReportLanguage) -> String {
        let names = months[date.month - 1]
        return switch language {
        case .thai: "\(names.th) \(date.year + FiscalYear.buddhistShift)"
        case .english: "\(names.en) \(date.year)"
        }
    }

    /// A month as `2023-02` or a fiscal year as `2566` in words; any other text stays as it is.
    public static func named(_ text: String, _ language: ReportLanguage) -> String {
        if let month = CivilDate(iso: text + "-01") { return self.month(month, language) }
        if text.utf8.count == 4, let year = Int(text), (2500...2700).contains(year) {
            return language == .thai ? "ปีงบประมาณ \(year)" : "FY \(year)"
        }
        return text
    }

    /// Both ends; one day, or whole months by name, where the ends say so.
    public static func period(_ period: CivilPeriod, _ language: ReportLanguage) -> String {
        let (from, to) = (period.from, period.to)
        if from == to { return day(from, language) }
        let isWholeMonths = from.day == 1 && CivilDate(dayNumber: to.dayNumber + 1)?.day == 1
        let name = isWholeMonths ? month : day
        let isOneMonth = isWholeMonths && from.year == to.year && from.month == to.month
        return isOneMonth ? name(from, language) : "\(name(from, language)) – \(name(to, language))"
    }

    /// `15 พฤษภาคม 2566 เวลา 08:00 น.` or `15 May 2023, 08:00 (Thai time)`.
    public static func moment(_ moment: Moment, _ language: ReportLanguage) -> String {
        switch language {
        case .thai: "\(day(moment.day, language)) เวลา \(moment.clock) น."
        case .english: "\(day(moment.day, language)), \(moment.clock) (Thai time)"
        }
    }

    /// How long something lasted, to the minute: `2 วัน 3 ชั่วโมง 5 นาที`, `2 d 3 h 5 min`; parts of a minute are dropped.
    public static func duration(seconds: Int, _ language: ReportLanguage) -> String {
        let minutes = max(0, seconds) / 60
        let names = language == .thai ? ["วัน", "ชั่วโมง", "นาที"] : ["d", "h", "min"]
        let parts = [minutes / 1440, minutes / 60 % 24, minutes % 60]
        let said = zip(parts, names).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return said.isEmpty ? "0 \(names[2])" : said.joined(separator: " ")
    }
}
