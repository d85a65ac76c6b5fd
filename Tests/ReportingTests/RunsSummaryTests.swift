import Findings
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Reporting

@Suite struct RunsSummaryTests {
    static func run(_ name: String, _ change: (inout Assessment) -> Void = { _ in }) -> ReportedRun {
        var assessment = Sample.assessment
        assessment.agency = AgencyProfile(name: name, website: "https://\(name.utf8.count).example")
        change(&assessment)
        return Report(assessment, frame: Sample.frame)!.reported
    }

    /// Three agencies, one with two runs; two use a drive that cannot be opened.
    static let runs = [
        run("เทศบาลตำบลสมมติ") { assessment in
            for index in assessment.items.indices { assessment.items[index].verdict = .satisfied }
            assessment.items[2].verdict = .undecided
            for index in assessment.items.indices where assessment.items[index].verdict == .satisfied {
                assessment.items[index].reasons = [
                    Reason(code: .satisfied, message: both("ครบ", "Complete."), fix: nil, evidence: nil)
                ]
            }
            assessment.items[2].reasons = [
                Reason(code: .blocked, message: both("ปิดกั้น", "Blocked."), fix: nil, evidence: nil)
            ]
            assessment.evidence = [drive(1)]
        },
        run("องค์การบริหารส่วนตำบลตัวอย่าง") { assessment in
            assessment.evidence.append(drive(6))
            assessment.isPartial = true
        },
        run("องค์การบริหารส่วนตำบลตัวอย่าง") { $0.asOf = Sample.day("2023-04-01") },
        run("เทศบาลเมืองกข"),
    ]
    static func drive(_ number: Int) -> Evidence {
        Evidence(
            id: EvidenceID(number), item: ItemID("o37"), submittedURL: "https://drive.google.com/file/d/\(number)",
            url: "https://drive.google.com/file/d/\(number)", via: .submitted, outcome: .permissionRequired)
    }
    static let summary = RunsSummary(runs)

    @Test("Rows stand in the order of names in a Thai dictionary, then by date")
    func order() {
        #expect(
            Self.summary.rows.map(\.head.agency.name) == [
                "เทศบาลตำบลสมมติ", "เทศบาลเมืองกข", "องค์การบริหารส่วนตำบลตัวอย่าง", "องค์การบริหารส่วนตำบลตัวอย่าง",
            ])
        #expect(Self.summary.rows[2].head.asOf < Self.summary.rows[3].head.asOf)
        #expect(Self.summary == RunsSummary(Self.runs.reversed()))
    }

    @Test(
        "Names are ordered as in a Thai dictionary",
        arguments: [
            ["กา", "เกาะ", "ขา", "แขม"], ["คน", "ค้น", "ค้นหา"], ["เก่า", "แก", "ไก่"], ["", "A", "ก", "เ"],
            ["a 1", "B 1", "ก"],
            ["นา", "น้า", "นาง"],
        ])
    func names(_ expected: [String]) {
        let sorted = expected.reversed().sorted { ThaiOrder($0) < ThaiOrder($1) }
        #expect(sorted == expected)
    }

    @Test("The pass mark is reached surely, possibly, or not")
    func passMark() {
        #expect(Self.summary.rows.map(\.pass) == [.surely, .no, .no, .no])
        func pass(_ lowest: Int, _ highest: Int, _ mark: Int?) -> RunsSummary.Pass {
            let interval = HundredthsInterval(Hundredths(lowest), Hundredths(highest))
            return RunsSummary.Pass(
                ReportedScore(
                    subIndicators: [:], indicators: [:], oit: interval, contribution: interval,
                    passMark: mark.map { Hundredths($0) }))
        }
        #expect(pass(8500, 9000, 8500) == .surely && pass(8499, 8500, 8500) == .possibly)
        #expect(pass(0, 8499, 8500) == .no && pass(0, 10_000, nil) == .unknown)
    }

    @Test("Counts, causes and totals add up")
    func counts() {
        let row = Self.summary.rows[1]
        #expect((row.satisfied, row.unsatisfied, row.undecided, row.notApplicable) == (1, 3, 1, 1))
        // o12, o36 and o37 are worth 25 points each, o2 8.33.
        #expect(row.causes.map(\.code) == [.blocked, .notSubmitted, .outdated])
        #expect(row.causes.map(\.points.text) == ["25.00", "25.00", "25.00"])
        #expect(Self.summary.agencies == 3 && Self.summary.rows.count == 4)
        #expect(Self.summary.satisfied == 5 + 3 && Self.summary.unsatisfied == 9)
        #expect(Self.summary.count(.no) == 3 && Self.summary.count(.surely) == 1)
        let outdated = Self.summary.causes.first { $0.code == .outdated }
        #expect(outdated?.items == 3 && outdated?.agencies == 2 && outdated?.points == Hundredths(7500))
    }

    @Test("Items that fail in most agencies come first, and an agency counts once")
    func items() {
        #expect(
            Self.summary.failingItems.map(\.topic.text) == ["executives", "procurement-plan", "integrity-measures"])
        #expect(Self.summary.failingItems.allSatisfy { $0.unsatisfied == 2 && $0.agencies == 3 })
        #expect(Self.summary.failingItems[0].mainReason == .unreachable)
    }

    @Test("A host that fails for several agencies is one cause; one that fails for one is not listed")
    func hosts() throws {
        let host = try #require(Self.summary.failingHosts.first { $0.host == "drive.google.com" })
        #expect(host.agencies == ["เทศบาลตำบลสมมติ", "องค์การบริหารส่วนตำบลตัวอย่าง"])
        #expect(host.addresses == 2 && host.mainOutcome == .permissionRequired)
        let single = RunsSummary([Self.runs[0], Self.run("อื่น") { $0.evidence = [] }])
        #expect(single.failingHosts.isEmpty)
        let ours = RunsSummary(
            ["ก", "ข"].map { name in
                Self.run(name) { assessment in
                    assessment.evidence = [Self.drive(1)]
                    assessment.evidence[0].outcome = .addressRefused
                }
            })
        #expect(ours.failingHosts.isEmpty)
    }

    @Test("No words of a ranking are used")
    func noRanking() {
        let text =
            Self.summary.terminalText(language: .thai, width: 100, color: false)
            + String(decoding: Self.summary.html(language: .thai), as: UTF8.self)
        for word in ["อันดับที่", "ดีที่สุด", "แย่ที่สุด", "rank 1"] { #expect(!text.contains(word)) }
        #expect(text.contains("ไม่ใช่การจัดอันดับ"))
    }

    @Test("Summaries of random runs are valid, inert and fit the width")
    func renderers() throws {
        var files = [try written(RunsSummary([]).json(), as: "summary-empty.json")]
        for seed in 0..<5 as Range<UInt64> {
            let runs = try (0..<4 as Range<UInt64>).map { number in
                try #require(
                    Report(AssessmentGenerator.assessment(seed: seed * 10 + number), frame: Sample.frame)
                ).reported
            }
            let summary = RunsSummary(runs)
            #expect(summary == RunsSummary(runs.reversed()))
            let items = summary.rows.map { $0.satisfied + $0.unsatisfied + $0.undecided + $0.notApplicable }
            #expect(items == [6, 6, 6, 6])
            files.append(try written(summary.json(), as: "summary-\(seed).json"))
            for language in ReportLanguage.allCases {
                let text = summary.terminalText(language: language, width: 52, color: false)
                for line in text.split(separator: "\n") { #expect(TextWidth.columns(String(line)) <= 52, "\(line)") }
                expectInert(text)
                let html = summary.html(language: language)
                #expect(!String(decoding: html, as: UTF8.self).contains("Markup(text"))
                let result = try python(
                    HostileTextTests.pageLaws, [try written(html, as: "summary-\(seed).\(language).html")])
                #expect(result.status == 0, "\(result.output)")
            }
            let rows = try HostileTextTests.rows(summary.csv(language: .thai), "summary-\(seed).csv")
            #expect(rows.count == 5 && Set(rows.map(\.count)) == [21])
        }
        let result = try schemaErrors(files, schema: "oit-summary-1.json")
        #expect(result.status == 0, "\(result.output.prefix(2_000))")
    }

    @Test("Summaries equal the committed files")
    func golden() throws {
        try expectGolden(Self.summary.json(), "runs-summary.json")
        try expectGolden(Self.summary.csv(language: .thai), "runs-summary.th.csv")
        try expectGolden(Self.summary.html(language: .thai), "runs-summary.th.html")
        try expectGolden(Self.summary.terminalText(language: .thai, width: 90, color: false), "runs-summary.th.txt")
        try expectGolden(Self.summary.terminalText(language: .english, width: 80, color: true), "runs-summary.en.txt")
    }
}
