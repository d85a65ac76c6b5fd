import Findings
public import GradingCore

extension Report {
    /// A badge for the agency's website (SVG): the score with both its ends, the day of the audit, and the day after
    /// which it says nothing any more. It calls itself a self-check; it is no official result.
    public func badge(language: ReportLanguage) -> [UInt8] {
        let label = "OIT \(assessment.fiscalYear.year)"
        let figure = score.oit.published
        let shown = figure.isCertain ? figure.lowest.text : "\(figure.lowest.text)–\(figure.highest.text)"
        let until = badgeExpiry
        let lines: (th: String, en: String) = (
            "ตรวจด้วยโปรแกรม \(ReportDate.day(assessment.asOf, .thai)) ใช้ถึง \(ReportDate.day(until, .thai))",
            "self-check of \(ReportDate.day(assessment.asOf, .english)), valid until \(ReportDate.day(until, .english))"
        )
        let note = language == .thai ? lines.th : lines.en
        let fonts = "font-family=\"Noto Sans Thai,Laksaman,Garuda,Tahoma,sans-serif\""
        let svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="300" height="48" viewBox="0 0 300 48" role="img" \
            lang="\(language.rawValue)" aria-label="\(label): \(shown). \(note)" data-as-of="\(assessment.asOf.iso)" \
            data-expires="\(until.iso)">
            <title>\(label): \(shown). \(note)</title>
            <rect width="300" height="48" rx="4" fill="#1f3a5f"/><rect x="110" width="190" height="28" rx="4" fill="#0b5e86"/>
            <g fill="#ffffff" \(fonts) text-anchor="middle">
            <text x="55" y="19" font-size="14">\(label)</text>
            <text x="205" y="19" font-size="14" font-weight="700">\(shown)</text>
            <text x="150" y="41" font-size="10" textLength="288" lengthAdjust="spacingAndGlyphs">\(note)</text>
            </g>
            </svg>

            """
        return Array(svg.utf8)
    }

    /// Ninety days after the audit, or sooner: the day before a satisfied item's evidence goes out of date.
    var badgeExpiry: CivilDate {
        let usual = assessment.asOf.dayNumber + Report.badgeDays
        let stale = assessment.items.filter { $0.verdict == .satisfied }
            .compactMap { $0.currency.staleFrom?.dayNumber }.filter { $0 > assessment.asOf.dayNumber }
            .map { $0 - 1 }
        return CivilDate(dayNumber: stale.reduce(usual, min)) ?? assessment.asOf
    }

    private static let badgeDays = 90
}
