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

    /// A month as `2023-02` in words; any other text stays as it is.
    static func month(named text: String, _ language: ReportLanguage) -> String {
        CivilDate(iso: text + "-01").map { month($0, language) } ?? text
    }

    /// Both ends, or one day where they are equal.
    static func period(_ period: CivilPeriod, _ language: ReportLanguage) -> String {
        period.from == period.to
            ? day(period.from, language) : "\(day(period.from, language)) – \(day(period.to, language))"
    }
}
