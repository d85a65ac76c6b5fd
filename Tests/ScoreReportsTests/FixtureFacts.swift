import Foundation
import GradingCore

@testable import ScoreReports

/// Compares what was read of a fixture with what stands in it, fact by fact.
struct FixtureFacts {
    private(set) var right = 0
    private(set) var wrong: [String] = []
    /// Values that were read and stand nowhere: worse than what was missed.
    private(set) var invented = 0

    var all: Int { right + wrong.count }

    init(_ expected: ExpectedReport, _ read: Result<CheckedReport, ScoreReportRefusal>) {
        switch read {
        case .failure(let refusal): note("refused", expected.refused, refusal.code)
        case .success(let checked):
            note("refused", expected.refused, nil)
            if expected.refused == nil { compare(expected, checked) }
        }
    }

    private mutating func note(_ fact: String, _ wanted: String?, _ found: String?) {
        if wanted == found {
            right += 1
            return
        }
        if found != nil, fact != "refused" { invented += 1 }
        wrong.append("\(fact): \(wanted ?? "nothing") expected, \(found ?? "nothing") read")
    }

    private mutating func compare(_ expected: ExpectedReport, _ checked: CheckedReport) {
        note("agency", expected.agency, checked.report.agency)
        note("year", expected.fiscalYear.map(String.init), String(checked.report.year.year))
        if let year = checked.years.first { compare(expected, checked, year) }
        for (name, wanted) in expected.otherYears ?? [:] {
            let year = checked.years.first { String($0.year.year) == name }
            note("\(name) overall", wanted.overall, year?.text(.overall))
            for (id, score) in wanted.indicators ?? [:] {
                note("\(name) indicator \(id)", score, year?.text(.indicator(id)))
            }
        }
        let wrong = checked.checks.filter { !$0.agrees }.map { check in
            check.subject == .overall || check.code == .lowest || check.code == .highest
                ? check.code.rawValue : "\(check.code.rawValue):\(check.subject.id)"
        }
        note(
            "disagrees", Set(expected.disagrees ?? []).sorted().joined(separator: " "),
            Set(wrong).sorted().joined(separator: " "))
        let conflicts = Set(checked.report.conflicts.map(\.code.rawValue)).sorted()
        note("conflicts", (expected.conflicts ?? []).sorted().joined(separator: " "), conflicts.joined(separator: " "))
        for code in expected.unread ?? [] {
            note("unread \(code)", code, checked.report.unread.first { $0.code.rawValue == code }?.code.rawValue)
        }
    }

    private mutating func compare(_ expected: ExpectedReport, _ checked: CheckedReport, _ year: CheckedReport.Year) {
        note("overall", expected.overall, year.text(.overall))
        let level = checked.report.levels.first { $0.year == year.year && $0.subject == .overall }
        note("level", expected.level, level?.level)
        for id in 1...10 {
            note("indicator \(id)", expected.indicators?[String(id)], year.text(.indicator(String(id))))
        }
        for (id, score) in (expected.instruments ?? [:]).sorted(by: { $0.key < $1.key }) {
            note("instrument \(id)", score, year.text(.instrument(id)))
        }
        for (id, score) in (expected.subIndicators ?? [:]).sorted(by: { $0.key < $1.key }) {
            note("sub-indicator \(id)", score, year.text(.subIndicator(id)))
        }
        if let items = expected.items {
            note(
                "items", items.keys.sorted().joined(separator: " "),
                checked.report.zeroItems.map(\.text).sorted().joined(separator: " "))
        }
    }
}
