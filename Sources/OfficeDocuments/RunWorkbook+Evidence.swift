import Findings
import GradingCore
import Reporting
import WebEvidence

extension RunSheets {
    /// Each required part of each item with the words that decided.
    var elements: WorkbookTable {
        let rows = report.assessment.items.flatMap { finding in
            finding.elements.map { element -> [WorkbookTable.Cell] in
                let surroundings = element.surroundings
                let around = [surroundings.before, element.quote, surroundings.after].filter { !$0.isEmpty }
                let place = element.place.isEmpty ? "" : words(ReportTexts.place(element.place))
                let location = surroundings.location.map { words(ReportTexts.location($0)) } ?? ""
                return [
                    .text(finding.item.text), .text(element.id), .text(words(element.title)),
                    .verdict(element.verdict, words(element.verdict.elementWords)),
                    .text(words(element.confidence.words)),
                    .text(element.quote.isEmpty ? "" : around.joined(separator: " ")),
                    .text([place, location].filter { !$0.isEmpty }.joined(separator: ", ")),
                    .text(element.evidence?.text),
                    element.evidence.flatMap { report.evidence[$0] }.map { .address($0.url) } ?? .empty,
                ]
            }
        }
        return WorkbookTable(
            name: words(WorkbookTexts.elements),
            columns: [
                column(WorkbookTexts.listItem, 9), column(WorkbookTexts.elementID, 14),
                column(WorkbookTexts.element, 40),
                column(WorkbookTexts.found, 13), column(WorkbookTexts.owed, 12), column(WorkbookTexts.quote, 70),
                column(WorkbookTexts.place, 22), column(WorkbookTexts.evidenceID, 9), column(WorkbookTexts.opened, 44),
            ], rows: rows)
    }

    /// Each page or file that was opened.
    var evidence: WorkbookTable {
        let rows = report.assessment.evidence.map { page -> [WorkbookTable.Cell] in
            [
                .text(page.item.text), .text(page.id.text), .address(page.submittedURL),
                page.url.isEmpty ? .empty : .address(page.url), .text(words(page.via.words)),
                .text(words(page.outcome.words)), .text(page.outcome.rawValue),
                page.status.map { .count($0) } ?? .empty, .text(page.contentType), .count(page.bytes),
                .text(page.title), .text(lines(page.quotes.map(\.text))), .text(ReportTime.local(page.fetchedAt)),
                .text(page.sha256),
            ]
        }
        return WorkbookTable(
            name: words(WorkbookTexts.evidence),
            columns: [
                column(WorkbookTexts.listItem, 9), column(WorkbookTexts.evidenceID, 9),
                column(WorkbookTexts.submitted, 44),
                column(WorkbookTexts.opened, 44), column(WorkbookTexts.via, 16), column(WorkbookTexts.outcome, 26),
                column(WorkbookTexts.code, 16), column(WorkbookTexts.status, 9), column(WorkbookTexts.kind, 22),
                column(WorkbookTexts.bytes, 12), column(WorkbookTexts.pageTitle, 40), column(WorkbookTexts.quote, 60),
                column(WorkbookTexts.fetched, 26), column(WorkbookTexts.digest, 30),
            ], rows: rows, fixedColumns: 2, pagesAcross: 2)
    }

    /// Every attempt to open a page, in the order of the evidence.
    var visits: WorkbookTable {
        let rows = report.assessment.evidence.flatMap { page in
            page.attempts.enumerated().map { number, attempt -> [WorkbookTable.Cell] in
                [
                    .text(ReportTime.local(attempt.startedAt)), .text(page.item.text), .text(page.id.text),
                    .count(number + 1), .address(page.url.isEmpty ? page.submittedURL : page.url),
                    .text(words(attempt.outcome.words)), .text(attempt.outcome.rawValue),
                    attempt.status.map { .count($0) } ?? .empty, .count(attempt.milliseconds),
                ]
            }
        }
        return WorkbookTable(
            name: words(WorkbookTexts.log),
            columns: [
                column(WorkbookTexts.moment, 26), column(WorkbookTexts.listItem, 9),
                column(WorkbookTexts.evidenceID, 9),
                column(WorkbookTexts.attempt, 8), column(WorkbookTexts.opened, 60), column(WorkbookTexts.outcome, 26),
                column(WorkbookTexts.code, 16), column(WorkbookTexts.status, 9),
                column(WorkbookTexts.milliseconds, 11),
            ], rows: rows)
    }

    /// What readers decided, oldest first; both verdicts beside each other.
    func review(_ entries: [ReviewEntry]) -> WorkbookTable {
        let rows = entries.map { entry -> [WorkbookTable.Cell] in
            [
                .text(ReportTime.local(entry.at)), .text(entry.item.text), .text(entry.reader), .text(entry.decision),
                entry.machine.map { .verdict($0, words($0.words)) } ?? .empty,
                entry.said.map { .verdict($0, words($0.words)) } ?? .empty, .text(entry.reason), .text(entry.note),
            ]
        }
        return WorkbookTable(
            name: words(WorkbookTexts.review),
            columns: [
                column(WorkbookTexts.moment, 26), column(WorkbookTexts.listItem, 9), column(WorkbookTexts.reader, 24),
                column(WorkbookTexts.decision, 14), column(WorkbookTexts.machine, 14), column(WorkbookTexts.said, 14),
                column(WorkbookTexts.reason, 60), column(WorkbookTexts.note, 40),
            ], rows: rows)
    }
}
