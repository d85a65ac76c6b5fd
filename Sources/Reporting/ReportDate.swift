import GradingCore

/// Days as people read them: the Buddhist era in Thai, the common era in English.
enum ReportDate {
    private static let months: [(th: String, en: String)] = [
        ("มกราคม", "January"), ("กุมภาพันธ์", "February"), ("มีนาคม", "March"), ("เมษายน", "April"),
        ("พฤษภาคม", "May"), ("มิถุนายน", "June"), ("กรกฎาคม", "July"), ("สิงหาคม", "August"),
        ("กันยายน", "September"), ("ตุลาคม", "October"), ("พฤศจิกายน", "November"), ("ธันวาคม", "December"),
    ]

    /// `15 พฤษภาคม 2566` or `15 May 2023`.
    static func day(_ date: CivilDate, _ language: ReportLanguage) -> String {
        "\(date.day) \(month(date, language))"
    }

    /// `พฤษภาคม 2566` or `May 2023`.
    static func month(_ date: CivilDate, _ language: ReportLanguage) -> String {
        let names = months[date.month - 1]
        return switch language {
        case .thai: "\(names.th) \(date.year + FiscalYear.buddhistShift)"
        case .english: "\(names.en) \(date.year)"
        }
    }

    /// A month as `2023-02` or a fiscal year as `2566` in words; any other text stays as it is.
    static func named(_ text: String, _ language: ReportLanguage) -> String {
        if let month = CivilDate(iso: text + "-01") { return self.month(month, language) }
        if text.utf8.count == 4, let year = Int(text), (2500...2700).contains(year) {
            return language == .thai ? "ปีงบประมาณ \(year)" : "FY \(year)"
        }
        return text
    }

    /// Both ends; one day, or whole months by name, where the ends say so.
    static func period(_ period: CivilPeriod, _ language: ReportLanguage) -> String {
        let (from, to) = (period.from, period.to)
        if from == to { return day(from, language) }
        let isWholeMonths = from.day == 1 && CivilDate(dayNumber: to.dayNumber + 1)?.day == 1
        let name = isWholeMonths ? month : day
        let isOneMonth = isWholeMonths && from.year == to.year && from.month == to.month
        return isOneMonth ? name(from, language) : "\(name(from, language)) – \(name(to, language))"
    }
}
