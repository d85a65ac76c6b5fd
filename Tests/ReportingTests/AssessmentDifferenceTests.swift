import Findings
import Foundation
import GradingCore
import TestSupport
import Testing
import WebEvidence

@testable import Reporting

/// The sample a month later: a dead link was mended, a report replaced, an item submitted, a page renamed.
enum Later {
    static let assessment: Assessment = {
        var later = Sample.assessment
        (later.run, later.asOf) = (RunID("r20230620-1"), Sample.day("2023-06-20"))
        (later.startedAt, later.finishedAt) = ("2023-06-20T01:00:00Z", "2023-06-20T01:02:03Z")
        later.evidence[1].outcome = .ok
        (later.evidence[1].status, later.evidence[1].title) = (200, "ข้อมูลผู้บริหาร")
        later.evidence[1].sha256 = digest
        later.evidence[2].sha256 = digest
        later.evidence[3].url = "https://www.sample-sao.example/files/รายงาน 6 เดือน 2566.pdf"
        later.evidence[3].sha256 = digest
        later.evidence.append(
            Evidence(
                id: EvidenceID(6), item: ItemID("o37"), submittedURL: "https://www.sample-sao.example/measures",
                url: "https://www.sample-sao.example/measures", via: .submitted, status: 200, outcome: .ok,
                contentType: "text/html", bytes: 700, sha256: digest, title: "มาตรการ"))
        later.items[1] = executives
        later.items[3] = plan
        later.items[5].evidence = [EvidenceID(6)]
        later.items[5].reasons = [
            Reason(
                code: .emptyShell, message: both("หน้ามีแต่หัวข้อ", "The page has a title only."),
                fix: both("เพิ่มเนื้อหา", "Add the content."), evidence: EvidenceID(6))
        ]
        later.notChecked = []
        return later
    }()
    static let digest = String(repeating: "fedcba9876543210", count: 4)
    static let report = Report(assessment, frame: Sample.frame)!

    private static let executives: ItemFinding = {
        var item = Sample.executives
        item.verdict = .satisfied
        item.reasons = [
            Reason(
                code: .satisfied, message: both("พบข้อมูลผู้บริหารครบ", "The executives are there."), fix: nil,
                evidence: EvidenceID(2))
        ]
        item.currency = CurrencyVerdict(verdict: .current, required: "current-state")
        return item
    }()

    private static let plan: ItemFinding = {
        var item = Sample.plan
        item.reasons = [
            Reason(
                code: .periodIncomplete,
                message: both("รายงานยังไม่ถึงเดือนมีนาคม", "The report does not reach March."),
                fix: both("เพิ่มข้อมูลเดือนมีนาคม 2566", "Add March 2023."), evidence: EvidenceID(4))
        ]
        item.elements[1].verdict = .satisfied
        item.elements[1].quote = "เบิกจ่ายแล้ว 1,200,000 บาท"
        item.currency = CurrencyVerdict(
            verdict: .incomplete, required: "six-months-current-fy",
            found: [
                CurrencyVerdict.FoundDate(
                    text: "ต.ค. 65 – ก.พ. 66", role: .covers, fiscalYears: [FiscalYear(2566)],
                    period: CivilPeriod(from: Sample.day("2022-10-01"), to: Sample.day("2023-02-28")), decides: true,
                    evidence: EvidenceID(4))
            ], missing: ["2023-03"])
        return item
    }()

    static let difference: AssessmentDifference = {
        var difference = AssessmentDifference(from: Sample.report, to: report)
        difference.texts["http://www.sample-sao.example/index.php?id=2&m=1"] = TextDifference(
            from: ["ไม่พบหน้า", "ผู้เข้าชม 99"], to: ["นายกองค์การบริหารส่วนตำบล", "ปลัด", "ผู้เข้าชม 100"])
        return difference
    }()
}

@Suite struct AssessmentDifferenceTests {
    static func difference(_ from: Assessment, _ to: Assessment) throws -> AssessmentDifference {
        AssessmentDifference(
            from: try #require(Report(from, frame: Sample.frame)), to: try #require(Report(to, frame: Sample.frame)))
    }
    static func random(_ seed: UInt64) throws -> AssessmentDifference {
        try difference(AssessmentGenerator.assessment(seed: seed), AssessmentGenerator.assessment(seed: seed + 1_000))
    }

    @Test("Two runs that differ in times only are the same, and that is said")
    func identical() throws {
        var again = Sample.assessment
        (again.startedAt, again.finishedAt, again.run) = ("2024-01-01T00:00:00Z", "2024-01-01T00:09:00Z", RunID("x"))
        for index in again.evidence.indices {
            again.evidence[index].fetchedAt = "2024-01-01T00:00:05Z"
            again.evidence[index].attempts = []
        }
        let difference = try Self.difference(Sample.assessment, again)
        #expect(difference.isEmpty && difference.unchangedItems == 6 && difference.unchangedEvidence == 5)
        #expect(difference.terminalText(language: .english, width: 80, color: false).contains("Nothing changed"))
        #expect(String(decoding: difference.html(language: .thai), as: UTF8.self).contains("ไม่มีอะไรเปลี่ยนแปลง"))
        #expect(String(decoding: difference.json(), as: UTF8.self).contains("\"identical\": true"))
        #expect(
            difference.movedVerdictsText(language: .english, width: 80, color: false).contains("No verdict changed"))
    }

    @Test("Items that moved are told with reasons before and after, worth and cause")
    func moved() throws {
        let difference = Later.difference
        let item = try #require(difference.moved.first)
        #expect(difference.moved.count == 1 && item.topic == TopicID("executives"))
        #expect(item.before?.reasons.map(\.code) == [.unreachable] && item.after?.reasons.map(\.code) == [.satisfied])
        #expect(item.causes == [.evidence, .asOf])
        #expect(item.evidence.map(\.changes) == [[.outcome, .status, .title, .content]])
        #expect(item.worth == Hundredths(833))
        #expect(difference.score.oit.before?.lowest == Hundredths(834))
        #expect(difference.score.oit.after?.lowest == Hundredths(1667))
    }

    @Test("An item can shift without its verdict: reasons, elements, dates")
    func shifted() throws {
        let shifted = Later.difference.items(.shifted)
        #expect(shifted.map(\.topic.text) == ["procurement-plan", "integrity-measures"])
        let plan = shifted[0]
        #expect(plan.areReasonsChanged && plan.elements.map(\.id) == ["c2"])
        #expect(plan.currency?.datesAdded.map(\.text) == ["ต.ค. 65 – ก.พ. 66"])
        #expect(plan.currency?.datesRemoved.map(\.text) == ["ต.ค. 64 – มี.ค. 65"])
        #expect(plan.evidence.map(\.changes) == [[.content], [.added], [.removed]])
        #expect(shifted[1].evidence.map(\.changes) == [[.added]])
        #expect(Later.difference.notCheckedRemoved.count == 1 && Later.difference.notCheckedAdded.isEmpty)
    }

    @Test("A page whose bytes alone differ is evidence that changed, and moves nothing")
    func contentOnly() throws {
        var other = Sample.assessment
        other.evidence[0].sha256 = Later.digest
        let difference = try Self.difference(Sample.assessment, other)
        #expect(difference.items.map(\.kind) == [.evidence] && difference.evidence.map(\.isContentOnly) == [true])
        let text = difference.terminalText(language: .english, width: 100, color: false)
        #expect(text.contains("Only the bytes differ") && text.contains("did not change"))
    }

    @Test("A link that is followed only because the item is open again is no cause")
    func followed() throws {
        var other = Sample.assessment
        other.asOf = Sample.day("2023-02-10")
        other.items[0].verdict = .undecided
        other.items[1].verdict = .undecided
        let link = Evidence(
            id: EvidenceID(7), item: ItemID("o1"), submittedURL: "https://www.sample-sao.example/structure",
            url: "https://www.sample-sao.example/more", via: .link, outcome: .ok)
        other.evidence.append(link)
        let there = try Self.difference(Sample.assessment, other)
        #expect(there.moved.map(\.causes) == [[.asOf], [.asOf]])
        #expect(try Self.difference(other, Sample.assessment).moved.map(\.causes) == [[.asOf], [.asOf]])
        other.evidence[5].via = .submitted
        #expect(try Self.difference(Sample.assessment, other).moved[0].causes == [.evidence, .asOf])
        other.evidence[1].title = "other"
        #expect(try Self.difference(Sample.assessment, other).moved[1].causes == [.evidence, .asOf])
    }

    @Test("Lists of different years are compared by topic, not by number")
    func years() throws {
        var next = Sample.assessment
        next.fiscalYear = FiscalYear(2567)
        next.items[3].item = ItemID("o2")
        next.items[1].item = ItemID("o12")
        for index in next.evidence.indices {
            next.evidence[index].item =
                [ItemID("o12"): ItemID("o2"), ItemID("o2"): ItemID("o12")][
                    next.evidence[index].item, default: next.evidence[index].item]
        }
        next.items[5].topic = TopicID("another-topic")
        let difference = try Self.difference(Sample.assessment, next)
        #expect(difference.items.map(\.kind) == [.added, .removed])
        #expect(difference.unchangedItems == 5 && difference.evidence.isEmpty)
        #expect(difference.inputs.map(\.input) == [.fiscalYear])
    }

    @Test("In one year an item whose topic was renamed is still the same item")
    func renamed() throws {
        var other = Sample.assessment
        other.items[5].topic = TopicID("another-topic")
        other.items[5].verdict = .undecided
        let difference = try Self.difference(Sample.assessment, other)
        #expect(difference.items.map(\.kind) == [.moved] && difference.items[0].before?.item == ItemID("o37"))
        #expect(difference.items[0].causes == [])
    }

    @Test("One address that serves two items is told once, with both")
    func shared() throws {
        var (old, new) = (Sample.assessment, Sample.assessment)
        var copy = old.evidence[1]
        (copy.id, copy.item) = (EvidenceID(9), ItemID("o37"))
        old.evidence.append(copy)
        new.evidence.append(copy)
        for index in [1, 5] { new.evidence[index].outcome = .http410 }
        let difference = try Self.difference(old, new)
        #expect(difference.evidence.count == 1)
        #expect(difference.evidence[0].items == [ItemID("o2"), ItemID("o37")])
    }

    @Test("Compared the other way round, what was added was removed", arguments: 0..<25 as Range<UInt64>)
    func mirrored(_ seed: UInt64) throws {
        let (one, other) = (AssessmentGenerator.assessment(seed: seed), AssessmentGenerator.assessment(seed: seed + 9))
        let (there, back) = (try Self.difference(one, other), try Self.difference(other, one))
        #expect(there.before == back.after && there.after == back.before)
        for (kind, mirror) in [(ItemDifference.Kind.moved, ItemDifference.Kind.moved), (.shifted, .shifted)] {
            #expect(Set(there.items(kind).map(\.topic)) == Set(back.items(mirror).map(\.topic)))
        }
        func count(_ difference: AssessmentDifference, _ change: EvidenceDifference.Change) -> Int {
            difference.evidence.reduce(0) { $0 + ($1.changes == [change] ? $1.items.count : 0) }
        }
        #expect(count(there, .added) == count(back, .removed) && count(there, .removed) == count(back, .added))
        #expect(there.notCheckedAdded == back.notCheckedRemoved)
        #expect(there.inputs.map(\.before) == back.inputs.map(\.after))
        #expect(try Self.difference(one, one).isEmpty)
    }

    @Test("Exactly the items whose verdict differs are listed as moved", arguments: 0..<25 as Range<UInt64>)
    func exactlyMoved(_ seed: UInt64) throws {
        let difference = try Self.random(seed)
        let (old, new) = (
            AssessmentGenerator.assessment(seed: seed), AssessmentGenerator.assessment(seed: seed + 1_000)
        )
        let expected = zip(old.items, new.items).filter { $0.verdict != $1.verdict }.map(\.1.topic)
        #expect(difference.moved.map(\.topic) == expected)
        #expect(difference.items.count + difference.unchangedItems == 6)
    }

    @Test("Every comparison is valid against its schema, and no page or terminal obeys what a website wrote")
    func renderers() throws {
        var json: [String] = []
        for seed in 0..<8 as Range<UInt64> {
            var difference = try Self.random(seed)
            if let page = difference.evidence.first {
                difference.texts[page.address] = TextDifference(from: Hostile.payloads, to: Hostile.payloads.reversed())
            }
            json.append(try written(difference.json(), as: "diff-\(seed).json"))
            for language in ReportLanguage.allCases {
                let text = difference.terminalText(language: language, width: 60, color: false)
                for line in text.split(separator: "\n") { #expect(TextWidth.columns(String(line)) <= 60, "\(line)") }
                expectInert(text)
                let html = difference.html(language: language)
                #expect(!String(decoding: html, as: UTF8.self).contains("Markup(text"))
                let page = try written(html, as: "diff-\(seed).\(language).html")
                let result = try python(HostileTextTests.pageLaws, [page])
                #expect(result.status == 0, "\(result.output)")
            }
        }
        let result = try schemaErrors(json, schema: "oit-diff-1.json")
        #expect(result.status == 0, "\(result.output.prefix(2_000))")
    }

    @Test("The schema of comparisons refuses what is none")
    func schema() throws {
        let text = String(decoding: Later.difference.json(), as: UTF8.self)
        for (index, change) in [
            ("\"change\": \"moved\"", "\"change\": \"went\""), ("\"identical\": false", "\"identical\": 0"),
            ("\"outcome\": \"ok\"", "\"outcome\": \"fine\""), ("\"unchanged\": ", "\"same\": "),
        ].enumerated() {
            let broken = text.replacing(change.0, with: change.1, maxReplacements: 1)
            try #require(broken != text)
            let file = try written(Array(broken.utf8), as: "diff-broken-\(index).json")
            #expect(try schemaErrors([file], schema: "oit-diff-1.json").status == 3)
        }
    }

    @Test("Comparisons equal the committed files")
    func golden() throws {
        let difference = Later.difference
        try expectGolden(difference.json(), "diff.json")
        try expectGolden(difference.html(language: .thai), "diff.th.html")
        try expectGolden(difference.html(language: .english), "diff.en.html")
        try expectGolden(difference.terminalText(language: .thai, width: 100, color: false), "diff.th.txt")
        try expectGolden(difference.terminalText(language: .english, width: 80, color: true), "diff.en.txt")
        try expectGolden(difference.movedVerdictsText(language: .thai, width: 80, color: false), "moved.th.txt")
    }
}

/// No escape, control or direction character is in the text.
func expectInert(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let bad = text.unicodeScalars.first { $0 != "\n" && CleanText.isHidden($0) }
    #expect(bad == nil, sourceLocation: sourceLocation)
}
