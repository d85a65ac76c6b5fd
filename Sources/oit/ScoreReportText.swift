import GradingCore
import ScoreReports

/// What `oit score REPORT` prints on a terminal.
struct ScoreReportText {
    private let checked: CheckedReport
    private let words: ScoreReportWords
    private let language: ReportLanguage
    private(set) var text = ""

    init(_ checked: CheckedReport, _ words: ScoreReportWords, language: ReportLanguage) {
        self.checked = checked
        self.words = words
        self.language = language
        addHead()
        for year in checked.years { add(year) }
        addDisagreements()
        addList(
            say("ข้อขัดแย้งที่จัดการแล้ว", "Contradictions that were settled"),
            checked.report.conflicts.map { ("!", words.message($0), $0.place) })
        addList(
            say("อ่านไม่ได้หรือไม่ได้ใช้", "Not read or not used"),
            checked.report.unread.map { ("?", words.message($0), $0.place) })
        addOutcome()
    }

    private func say(_ th: String, _ en: String) -> String { language == .thai ? th : en }

    private mutating func line(_ words: String = "") { text += words + "\n" }

    private mutating func addHead() {
        let report = checked.report
        line(
            "\(report.agency ?? say("ไม่พบชื่อหน่วยงาน", "agency not named"))  "
                + "\(say("ปีงบประมาณ", "fiscal year")) \(report.year.year)")
        if report.agencySpellings.count > 1 {
            line("\(say("ชื่อที่ใช้ในรายงาน", "written as")): \(report.agencySpellings.joined(separator: ", "))")
        }
    }

    // MARK: The table

    private mutating func add(_ year: CheckedReport.Year) {
        line()
        if checked.years.count > 1 { line("\(say("ปีงบประมาณ", "Fiscal year")) \(year.year.year)") }
        line("\(HelpText.padded("", 7))\(cell(say("ในรายงาน", "report")))\(cell(say("คำนวณ", "computed")))")
        let subjects = year.chosen.keys.sorted { ScoreReportText.order($0) < ScoreReportText.order($1) }
        var shown = Set(subjects)
        for subject in subjects where subject != .overall { row(subject, year) }
        for id in year.card.instruments.keys.sorted() where shown.insert(.instrument(id)).inserted {
            row(.instrument(id), year)
        }
        if year.card.overall != nil || year.chosen[.overall] != nil { row(.overall, year) }
        for level in ownLevels(year) { levelRow(level, year) }
    }

    private static func order(_ subject: ReportSubject) -> (Int, Int, String) {
        switch subject {
        case .indicator(let id): (0, Int(id) ?? 99, id)
        case .subIndicator(let id): (0, Int(id.prefix { $0 != "." }) ?? 99, id)
        case .instrument(let id): (1, 0, id)
        case .item(let id): (2, 0, id.text)
        case .overall: (3, 0, "")
        }
    }

    private mutating func row(_ subject: ReportSubject, _ year: CheckedReport.Year) {
        let computed: HundredthsInterval?
        var id = subject.id
        var title = ""
        switch subject {
        case .overall:
            computed = (year.card.overall ?? year.card.overallFromInstruments)?.published
            (id, title) = ("", say("คะแนนรวม", "overall"))
        case .instrument(let name): computed = year.card.instruments[name].map(\.published)
        case .indicator(let name):
            computed = nil
            title = words.title(name, language)
        case .subIndicator, .item: computed = nil
        }
        let wrong = year.checks.contains { !$0.agrees && $0.subject == subject && ScoreReportText.isOfRow($0.code) }
        let stated = year.chosen[subject]?.value.hundredths.text ?? "-"
        line(
            "\(HelpText.padded(id, 7))\(cell(stated))\(cell(computed.map(ScoreReportText.figure) ?? ""))"
                + "\(wrong ? "✗ " : "  ")\(title)")
    }

    /// Comparisons of the row's own score.
    private static func isOfRow(_ code: ReportCheck.Code) -> Bool {
        switch code {
        case .level, .rowLevel, .count, .highest, .lowest, .change, .weightedScore: false
        default: true
        }
    }

    private static func figure(_ interval: HundredthsInterval) -> String {
        interval.isCertain ? interval.lowest.text : "\(interval.lowest.text) – \(interval.highest.text)"
    }

    private func ownLevels(_ year: CheckedReport.Year) -> [String] {
        var seen: Set<String> = []
        return checked.report.levels.filter { $0.year == year.year && $0.subject == .overall }.map(\.level).filter {
            seen.insert($0).inserted
        }
    }

    private mutating func levelRow(_ level: String, _ year: CheckedReport.Year) {
        let computed = year.card.levels.joined(separator: " / ")
        let isWrong = !year.card.levels.isEmpty && !year.card.levels.contains(level)
        line("\(isWrong ? "✗ " : "  ")\(say("ระดับ", "level")): \(level)  →  \(computed.isEmpty ? "-" : computed)")
    }

    private func cell(_ text: String) -> String {
        let columns = text.unicodeScalars.count { $0.properties.generalCategory != .nonspacingMark }
        return text + String(repeating: " ", count: max(2, 16 - columns))
    }

    // MARK: Lists

    private mutating func addDisagreements() {
        addList(
            say("ไม่ตรงกัน", "Does not agree"),
            checked.checks.filter { !$0.agrees }.map { ("✗", named($0), $0.place) })
    }

    private func named(_ check: ReportCheck) -> BilingualText {
        let message = words.message(check)
        guard checked.years.count > 1 else { return message }
        return BilingualText(th: "ปี \(check.year.year) \(message.th)", en: "FY \(check.year.year): \(message.en)")
    }

    private mutating func addList(_ title: String, _ entries: [(String, BilingualText, ReportPlace)]) {
        guard !entries.isEmpty else { return }
        line("\n\(title) (\(entries.count))")
        for (sign, message, place) in entries.prefix(40) {
            line("\(sign) \(message.text(language))")
            let page = place.page.map { "\(say("หน้า", "page")) \($0): " } ?? ""
            if !place.quote.isEmpty { line("    \(page)“\(place.quote)”") }
        }
        if entries.count > 40 { line("… +\(entries.count - 40)") }
    }

    private mutating func addOutcome() {
        let all = checked.checks.count
        let wrong = checked.checks.count { !$0.agrees }
        line()
        switch checked.agrees {
        case nil:
            line(
                say(
                    "ตัวเลขที่อ่านได้ยังไม่พอให้เปรียบเทียบ", "There are too few figures to compare anything."))
        case true?:
            line(say("ตรงกันทั้ง \(all) เรื่องที่ตรวจได้", "All \(all) comparisons agree."))
        case false?:
            line(
                say(
                    "ไม่ตรงกัน \(wrong) เรื่อง จากที่ตรวจได้ \(all) เรื่อง", "\(wrong) of \(all) comparisons do not agree."))
        }
    }
}
