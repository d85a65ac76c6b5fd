import Checklists
import Foundation
import GradingCore
import Submissions
import Testing

@testable import CarryingOver

/// The bundled checklists, read once: reading them takes longer than all of these tests.
private let bundled = Result { try readLibrary() }

/// The bundled checklists from the source tree.
private func readLibrary() throws -> ChecklistLibrary {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "checklists")
    var files: [String: [UInt8]] = [:]
    for name in ["synonyms.json", "lineage.json", "calendars/usual.json"] {
        files[name] = [UInt8](try Data(contentsOf: root.appending(path: name)))
    }
    for year in try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "years").path) {
        files["years/\(year)"] = [UInt8](try Data(contentsOf: root.appending(path: "years/\(year)")))
    }
    for topic in try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "topics").path) {
        let path = "topics/\(topic)/topic.json"
        files[path] = [UInt8](try Data(contentsOf: root.appending(path: path)))
    }
    return try ChecklistLibrary(files: files)
}

@Suite struct CarryOverTests {
    private let library: ChecklistLibrary
    init() throws { library = try bundled.get() }

    private func list(_ year: Int) throws -> YearList { try #require(library.year(year)) }

    /// A submission whose item n has the address https://a.go.th/n, and the same carried to another year.
    private func carried(
        _ from: Int, _ to: Int, asOf: String = "2024-02-10", _ change: (inout Submission) -> Void = { _ in }
    ) throws -> CarryOver {
        let old = try list(from)
        var submission = Submission(
            agency: DeclaredAgency(name: "เทศบาล"), fiscalYear: FiscalYear(from),
            answers: old.items.map { item in
                SubmittedAnswer(
                    itemText: item.id.text, item: item.id, answer: true,
                    urls: [SubmittedURL(verbatim: "https://a.go.th/\(item.id.text)")],
                    explanation: "เมนู \(item.id.text)")
            })
        change(&submission)
        return CarryOver(
            submission, from: old, to: try list(to), lineage: library.lineage, calendars: library.calendars,
            asOf: try #require(CivilDate(iso: asOf)))
    }

    private func entry(_ carried: CarryOver, _ id: String) throws -> CarryOver.Entry {
        try #require(carried.entries.first { $0.target?.id.text == id })
    }

    @Test(arguments: [
        (2566, 2567, "o4", ["o5"], CarryOver.Change.renumbered), (2566, 2567, "o1", ["o1"], .kept),
        (2566, 2567, "o8", ["o11", "o12"], .merged), (2566, 2567, "o16", [], .new),
        (2566, 2567, "o12", ["o16"], .renumbered),
        (2565, 2566, "o11", ["o10", "o18"], .merged), (2565, 2566, "o12", ["o11", "o19"], .merged),
        (2565, 2566, "o10", [], .new), (2567, 2568, "o1", ["o1", "o3"], .merged),
        (2567, 2568, "o3", ["o4", "o6"], .merged),
        (2567, 2568, "o16", ["o20", "o21"], .merged), (2567, 2568, "o12", ["o14", "o16"], .merged),
        (2567, 2568, "o21", ["o26", "o27"], .merged), (2568, 2567, "o1", ["o1"], .split),
        (2568, 2567, "o3", ["o1"], .split),
        (2566, 2565, "o18", ["o11"], .split), (2565, 2567, "o8", ["o10", "o11", "o18", "o19"], .merged),
        (2568, 2569, "o20", ["o21", "o22"], .merged), (2568, 2569, "o11", [], .new),
        (2566, 2566, "o43", ["o43"], .kept),
    ])
    func `an item is fed by its topic, whatever its number`(
        from: Int, to: Int, id: String, sources: [String], change: CarryOver.Change
    ) throws {
        let entry = try entry(try carried(from, to), id)
        #expect(entry.sources.map(\.id.text) == sources)
        #expect(entry.change == change)
        #expect(entry.answer?.urls.map(\.verbatim) ?? [] == sources.map { "https://a.go.th/\($0)" })
    }

    @Test func `what is no longer asked is told and not carried`() throws {
        let carried = try carried(2566, 2567)
        let gone = carried.entries.filter { $0.change == .gone }
        #expect(
            gone.map { $0.sources[0].id.text } == ["o6", "o9", "o10", "o17", "o21", "o24", "o25", "o35", "o37", "o41"])
        let urls = Set(carried.submission().answers.flatMap(\.urls).map(\.verbatim))
        #expect(gone.allSatisfy { !urls.contains("https://a.go.th/\($0.sources[0].id.text)") })
    }

    @Test(arguments: [
        (2562, 2563), (2563, 2564), (2564, 2565), (2565, 2566), (2566, 2567), (2567, 2568), (2568, 2569), (2562, 2569),
        (2569, 2562),
    ])
    func `every item of both years appears, and no address is lost on the way`(from: Int, to: Int) throws {
        let carried = try carried(from, to)
        #expect(carried.entries.compactMap(\.target) == (try list(to)).items)
        let appearing = Set(carried.entries.flatMap(\.sources).map(\.id))
        #expect(appearing == Set(try list(from).items.map(\.id)))
        #expect(carried.counts.values.reduce(0, +) == carried.entries.count)
        let known = Set(try list(to).items.map(\.id))
        #expect(carried.submission().answers.allSatisfy { known.contains($0.item) && $0.answer == true })
        #expect(carried.submission().fiscalYear == FiscalYear(to))
    }

    @Test func `merged answers hold each address and note once`() throws {
        let carried = try carried(2567, 2568) { submission in
            for index in submission.answers.indices where ["o1", "o3"].contains(submission.answers[index].item.text) {
                submission.answers[index].urls.append(SubmittedURL(verbatim: "https://a.go.th/both"))
                submission.answers[index].explanation = "เมนูเดียวกัน"
            }
        }
        let answer = try #require(try entry(carried, "o1").answer)
        #expect(answer.urls.map(\.verbatim) == ["https://a.go.th/o1", "https://a.go.th/both", "https://a.go.th/o3"])
        #expect(answer.explanation == "เมนูเดียวกัน")
    }

    @Test func `an item that was answered no or not at all carries nothing`() throws {
        let carried = try carried(2566, 2567) { submission in
            submission.answers.removeAll { $0.item.text == "o5" }
            for index in submission.answers.indices where submission.answers[index].item.text == "o7" {
                submission.answers[index].answer = false
                submission.answers[index].urls = []
            }
        }
        #expect(try entry(carried, "o4").answer == nil && entry(carried, "o5").answer == nil)
        #expect(!carried.submission().answers.contains { ["o4", "o5"].contains($0.item.text) })
        let blank = carried.submission(withBlanks: true).answers
        #expect(blank.map(\.item) == (try list(2567)).items.map(\.id))
        #expect(blank.first { $0.item.text == "o4" }?.urls.isEmpty == true)
    }

    @Test func `what the new year also asks is named`() throws {
        let entry = try entry(try carried(2566, 2567), "o18")
        #expect(entry.newElements == ["both-plans", "projects"] && entry.changesTitle && entry.changesCurrency)
    }

    @Test(arguments: [
        ("https://a.go.th/plan-2566.pdf", "", [2566]), ("https://a.go.th/12566.pdf", "", []),
        ("https://a.go.th/%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%96", "ปี ๒๕๖๕-2567", [2565, 2566, 2567]),
        ("https://a.go.th/", "โทร 2566123", []),
    ])
    func `years in old addresses and notes are told`(url: String, note: String, years: [Int]) throws {
        let carried = try carried(2566, 2567) { submission in
            submission.answers[0].urls = [SubmittedURL(verbatim: url)]
            submission.answers[0].explanation = note
        }
        #expect(try entry(carried, "o1").mentionedYears == years)
    }
}

@Suite struct RenewalTests {
    private func renewals(_ codes: [CurrencyCode], asOf: String = "2024-02-10") throws -> [Renewal] {
        Renewal.all(
            of: CurrencyRule(codes: codes), year: FiscalYear(2567), asOf: try #require(CivilDate(iso: asOf)),
            calendar: try bundled.get().calendars.calendar(of: FiscalYear(2567)))
    }

    @Test(arguments: [
        (CurrencyCode.currentFYPlan, Renewal.Necessity.renew, 2567, "2023-10-01", "2024-09-30", "2023-10-01"),
        (.previousFYReport, .renew, 2566, "2022-10-01", "2023-09-30", "2023-10-01"),
        (.sixMonthsCurrentFY, .renew, 2567, "2023-10-01", "2024-03-31", "2024-04-01"),
        (.coversCurrentFY, .confirm, 2567, "2023-10-01", "2024-09-30", ""),
    ])
    func `a rule asks for its own year and days`(
        code: CurrencyCode, necessity: Renewal.Necessity, year: Int, from: String, to: String, possible: String
    ) throws {
        let renewal = try renewals([code])[0]
        #expect(renewal.necessity == necessity && renewal.fiscalYear?.year == year)
        #expect(renewal.period?.from.iso == from && renewal.period?.to.iso == to)
        #expect((renewal.possibleFrom?.iso ?? "") == possible && renewal.due?.iso == "2024-04-30")
    }

    @Test(arguments: [
        ("2023-10-31", 0), ("2023-11-01", 1), ("2024-02-10", 4), ("2024-03-31", 5), ("2024-04-01", 6),
        ("2026-11-21", 6),
    ])
    func `months are owed once they are over, at most until March`(asOf: String, owed: Int) throws {
        let renewal = try renewals([.monthlyCurrentFY], asOf: asOf)[0]
        #expect(
            renewal.months.map { String($0.iso.prefix(7)) } == [
                "2023-10", "2023-11", "2023-12", "2024-01", "2024-02", "2024-03",
            ])
        #expect(renewal.monthsSoFar == owed)
    }

    @Test(arguments: CurrencyCode.allCases)
    func `every rule says in both languages what to do, with no year but those it means`(code: CurrencyCode) throws {
        let what = try renewals([code])[0].what
        #expect(!what.th.isEmpty && !what.en.isEmpty && what.th != what.en)
        for text in [what.th, what.en] {
            let years = text.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }
            #expect(years.allSatisfy { ["2566", "2567"].contains(String($0)) })
        }
    }

    @Test func `joined rules ask for each of their parts`() throws {
        #expect(try renewals([.currentFYPlan, .previousFYAnalysis]).compactMap(\.fiscalYear?.year) == [2567, 2566])
    }
}
