import Findings
import GradingCore
package import Reporting

extension Report {
    /// The analysis report as an official memo (บันทึกข้อความ) in OpenDocument format (`.odt`): head, result, groups, a
    /// paragraph for each indicator, table of measures, follow-up, signatures. What nobody told is a dotted line to be
    /// filled by hand. Same report and settings, same bytes.
    package func memo(_ settings: MemoSettings) -> [UInt8] { Memo(report: self, settings: settings).document.bytes }
}

/// A memo in the making; its parts live in extensions.
struct Memo {
    let report: Report
    let settings: MemoSettings
    let figures: MemoFigures

    init(report: Report, settings: MemoSettings) {
        self.report = report
        self.settings = settings
        figures = MemoFigures(report, settings: settings)
    }

    var assessment: Assessment { report.assessment }
    var year: Int { assessment.fiscalYear.year }
    var actionYear: FiscalYear { settings.actionYear ?? assessment.fiscalYear.next }

    func words(_ both: BilingualText) -> String { both.text(settings.language) }

    var agencyName: String { assessment.agency.name }

    var document: OpenTextDocument {
        OpenTextDocument(
            title: "\(words(MemoTexts.subject(year, isWhole: isWhole))) \(agencyName)",
            created: assessment.finishedAt, hasThaiDigits: settings.hasThaiDigits,
            language: settings.language.rawValue, blocks: head + background + facts + proposal + annex)
    }

    /// True where other instruments than the inspected one are known.
    var isWhole: Bool { figures.card.instruments.keys.contains { $0 != report.instrument.id } }

    func paragraph(_ style: TextStyle, _ text: String) -> TextBlock { .paragraph(style, [.plain(text)]) }

    /// The head as the rules for official papers have it.
    private var head: [TextBlock] {
        let emblem = TextTable.Cell(style: .emblem, lines: [[.plain(words(MemoTexts.emblem))]])
        let title = TextTable.Cell(style: .title, lines: [[.plain(words(MemoTexts.memo))]])
        let none = TextTable.Cell(style: .emblem, lines: [[]])
        let subject = words(MemoTexts.subject(year, isWhole: isWhole))
        return [
            .table(TextTable(widths: [300, 1000, 300], head: [], rows: [[emblem, title, none]], hasBorders: false)),
            .paragraph(
                .field, [.bold(words(MemoTexts.office)), .plain("  \(agencyName)"), .blank]),
            .paragraph(
                .halves, [.bold(words(MemoTexts.number)), .blank, .bold(words(MemoTexts.date)), .blank]),
            .paragraph(.lastField, [.bold(words(MemoTexts.subjectLabel)), .plain("  \(subject)")]),
            .paragraph(.field, [.bold(words(MemoTexts.addressee)), .blank]),
        ]
    }

    private var background: [TextBlock] {
        let items = report.score.items.count
        let day = ReportDate.day(assessment.asOf, settings.language)
        var blocks = [
            paragraph(.heading, words(MemoTexts.background)),
            paragraph(.body, words(MemoTexts.asked(year))),
            paragraph(
                .body,
                words(MemoTexts.checked(agencyName, website: assessment.agency.website, day: day, items: items))),
        ]
        if assessment.isPartial { blocks.append(paragraph(.body, words(WorkbookTexts.partial))) }
        if !assessment.isChecklistVerified { blocks.append(paragraph(.body, words(WorkbookTexts.provisional))) }
        return blocks
    }

    /// What is asked of the head of the agency, and where people sign.
    private var proposal: [TextBlock] {
        let improved = figures.indicators(.improve).map(\.id)
        return [
            paragraph(.heading, words(MemoTexts.proposal)),
            paragraph(.body, words(MemoTexts.proposed(actionYear.year, improve: improved))),
            .paragraph(.point, [.plain(words(MemoTexts.followUp(1))), .blank]),
            .paragraph(.point, [.plain(words(MemoTexts.followUp(2))), .blank]),
            .paragraph(.point, [.plain(words(MemoTexts.reportsBack)), .blank]),
            paragraph(.body, words(MemoTexts.closing)),
        ] + signature(MemoTexts.reporter) + [.paragraph(.opinion, [.plain(words(MemoTexts.opinion)), .blank])]
            + signature(MemoTexts.superior)
            + [.paragraph(.opinion, [.plain(words(MemoTexts.order)), .blank])] + signature(MemoTexts.headOfAgency)
    }

    /// A place to sign: name and position stay dotted.
    func signature(_ role: BilingualText) -> [TextBlock] {
        [
            paragraph(.signature, ""), .paragraph(.signature, [.plain(words(MemoTexts.signed)), .blank]),
            .paragraph(.signature, [.plain("("), .blank, .plain(")")]),
            .paragraph(.signature, [.plain(words(MemoTexts.position)), .blank]),
            paragraph(.signatureEnd, words(role)),
        ]
    }
}
