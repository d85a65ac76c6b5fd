import Findings
package import GradingCore
package import Reporting

/// What an agency declared for one item, as the workbook shows it beside the verdict.
package struct DeclaredAnswer: Sendable {
    /// Has (true), has not (false); nil where the submission does not say.
    package var answer: Bool?
    /// In the order of the submission, verbatim.
    package var addresses: [String]
    /// With personal data hidden; may be empty.
    package var explanation: String

    /// From its parts.
    package init(answer: Bool?, addresses: [String], explanation: String) {
        self.answer = answer
        self.addresses = addresses
        self.explanation = explanation
    }
}

/// One decision of a reader, as the workbook lists it.
package struct ReviewEntry: Sendable {
    /// UTC, ISO 8601 with `Z`.
    package var at: String
    package var item: ItemID
    package var reader: String
    /// `accept`, `overrule`, `cannot_tell`, as the log has it.
    package var decision: String
    package var machine: Verdict?
    package var said: Verdict?
    /// With personal data hidden.
    package var reason: String
    package var note: String

    /// From its parts.
    package init(
        at: String, item: ItemID, reader: String, decision: String, machine: Verdict?, said: Verdict?, reason: String,
        note: String
    ) {
        self.at = at
        self.item = item
        self.reader = reader
        self.decision = decision
        self.machine = machine
        self.said = said
        self.reason = reason
        self.note = note
    }
}

extension Report {
    /// The report as a workbook (`.xlsx`): items with the columns of the submission form first, what to mend first,
    /// scores, elements, evidence, visits, the review where there was one, and notes. The first sheet can be given to
    /// `oit audit` again. Same report, same bytes.
    ///
    /// - Parameters:
    ///   - answers: what was declared, where the submission is at hand.
    ///   - review: the log of readers' decisions, oldest first; without any the sheet is left out.
    /// Throws `OfficeDocumentError` (`temporaryFolder`, `workbook`).
    package func workbook(
        language: ReportLanguage, answers: [ItemID: DeclaredAnswer] = [:], review: [ReviewEntry] = []
    ) throws(OfficeDocumentError) -> [UInt8] {
        let sheets = RunSheets(report: self, language: language, answers: answers)
        var tables = [
            sheets.items, sheets.plan, sheets.score, sheets.elements, sheets.evidence, sheets.visits,
        ]
        if !review.isEmpty { tables.append(sheets.review(review)) }
        tables.append(sheets.notes)
        return try WorkbookWriting.bytes(tables, sheets.properties)
    }
}

/// The sheets of one run in one language.
struct RunSheets {
    let report: Report
    let language: ReportLanguage
    let answers: [ItemID: DeclaredAnswer]

    func words(_ both: BilingualText) -> String { both.text(language) }

    func column(_ head: BilingualText, _ width: Double) -> WorkbookTable.Column {
        WorkbookTable.Column(head: words(head), width: width)
    }

    var agencyName: String {
        let name = report.assessment.agency.name
        return name.isEmpty ? words(WorkbookTexts.unnamed) : name
    }

    var properties: WorkbookWriting.Properties {
        let assessment = report.assessment
        let title = "OIT \(assessment.fiscalYear.year) – \(CellText.shown(agencyName).prefix(150))"
        return WorkbookWriting.Properties(
            title: title, subject: assessment.run.text,
            created: DocumentTime.seconds(assessment.finishedAt, else: assessment.asOf), runningHead: title)
    }

    /// Items in the order of the list: what was declared, then what came of it.
    var items: WorkbookTable {
        WorkbookTable(
            name: words(WorkbookTexts.items),
            columns: [
                column(WorkbookTexts.item, 7), column(WorkbookTexts.answer, 8), column(WorkbookTexts.address, 44),
                column(WorkbookTexts.explanation, 30), column(WorkbookTexts.title, 34),
                column(WorkbookTexts.subIndicator, 10), column(WorkbookTexts.verdict, 13),
                column(WorkbookTexts.points, 9), column(WorkbookTexts.worth, 10),
                column(WorkbookTexts.worthOverall, 10), column(WorkbookTexts.reasons, 50),
                column(WorkbookTexts.advice, 50), column(WorkbookTexts.currency, 18),
                column(WorkbookTexts.missing, 18), column(WorkbookTexts.staleFrom, 18),
                column(WorkbookTexts.sureness, 10), column(WorkbookTexts.hints, 40),
                column(WorkbookTexts.evidenceIDs, 16),
            ],
            rows: report.assessment.items.map(itemRow), pagesAcross: 2)
    }

    private func itemRow(_ finding: ItemFinding) -> [WorkbookTable.Cell] {
        let declared = answers[finding.item]
        let addresses = declared?.addresses ?? report.submittedURLs(of: finding)
        let worth = report.worths[finding.item] ?? Worth(oit: 0, overall: 0)
        let currency = finding.currency
        return [
            .text(finding.item.text),
            .text(declared?.answer.map { words($0 ? WorkbookTexts.has : WorkbookTexts.hasNot) }),
            addresses.count == 1 ? .address(addresses[0]) : .text(addresses.joined(separator: "\n")),
            .text(declared?.explanation), .text(words(finding.title)), .text(finding.subIndicator),
            .verdict(finding.verdict, words(finding.verdict.words)),
            finding.verdict.points.map { .count($0) } ?? .empty, .figure(worth.oit.hundredths),
            .figure(worth.overall.hundredths),
            .text(lines(finding.reasons.map { "\(words($0.code.words)): \(words($0.message))" })),
            .text(lines(report.fixes(of: finding).map(words))), .text(currency.verdict.map { words($0.words) }),
            .text(currency.missing.map { ReportDate.named($0, language) }.joined(separator: ", ")),
            .text(currency.staleFrom.map { ReportDate.day($0, language) }), .text(words(finding.confidence.words)),
            .text(lines(finding.hints.map { words($0.message) })),
            .text(finding.evidence.map(\.text).joined(separator: " ")),
        ]
    }

    /// Each on a line of its own cell; several get a dash so that they can be told apart.
    func lines(_ texts: [String]) -> String {
        texts.count > 1 ? texts.map { "– \($0)" }.joined(separator: "\n") : texts.first ?? ""
    }
}
