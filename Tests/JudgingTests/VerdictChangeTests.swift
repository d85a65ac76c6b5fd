import Checklists
import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Judging

/// A small agency of one item, of which single things can really be made different.
private struct Draft: CustomTestStringConvertible {
    var name: String
    var item = "a1"
    var heading: String? = "แผนงานน้ำสะอาด"
    var words = ["ประจำปีงบประมาณ พ.ศ. 2566"]
    var body = SmallList.table
    var outcomes: [Outcome] = []
    var asOf = "2023-05-15"
    var agency = ""
    var state = ItemAnswer.State.answered

    var testDescription: String { name }

    /// Running text that is of no topic.
    static let talk = "<p>สำนักงานเปิดทำการทุกวันจันทร์ถึงวันศุกร์ เจ้าหน้าที่ทุกคนยินดีต้อนรับประชาชนที่มาติดต่อราชการในทุกเรื่อง</p>"
    static let form =
        #"<form method="post" action="/ask"><label>คำถาม<textarea name="q"></textarea></label><button>ส่ง</button></form>"#

    func input() throws -> JudgingInput {
        var input = JudgingInput(
            agency: AgencyProfile(name: agency, website: "", type: "sao"), isAgencyTypeStated: true,
            asOf: CivilDate(iso: asOf)!, answers: [ItemAnswer(item: ItemID(item), state: state)], pages: [],
            evidence: [])
        if let heading {
            let text = words.map { "<p>\($0)</p>" }.joined()
            input.pages.append(try SmallList.page(heading, text + body))
            input.evidence.append(
                EvidenceReading(
                    id: EvidenceID(1), item: ItemID(item), page: 0, outcome: .ok, via: .submitted, sha256: "1"))
        }
        for outcome in outcomes {
            let id = EvidenceID(input.evidence.count + 1)
            let isRead = outcome == .ok
            if isRead { input.pages.append(try SmallList.page("ข่าว", Draft.talk, path: "/other\(id.number)")) }
            input.evidence.append(
                EvidenceReading(
                    id: id, item: ItemID(item), page: isRead ? input.pages.count - 1 : nil, outcome: outcome,
                    via: .submitted, sha256: id.text))
        }
        return input
    }

    func verdict() throws -> Verdict? {
        SmallList.judge.judgement(of: try input()).findings.first { $0.item == ItemID(item) }?.verdict
    }

    /// Makes one change as an officer would make it.
    mutating func make(_ change: VerdictChange.Change, told: ItemExplanation) {
        switch change.kind {
        case .elementFound: body += change.element == "two-way" ? Draft.form : SmallList.table
        case .elementLost: body = body.replacing(SmallList.table, with: "").replacing(Draft.form, with: "") + Draft.talk
        case .dateFound: words.insert(change.words ?? "", at: 0)
        case .dateReplaced, .datesLost:
            for date in told.currency.dates where date.decides {
                heading = heading?.replacing(date.text, with: "")
                words = words.map { $0.replacing(date.text, with: "") }
            }
            if let new = change.words { words.insert(new, at: 0) }
        case .pageRead: outcomes[number(change)] = .ok
        case .pageGone:
            heading = nil
            outcomes.insert(.http404, at: 0)
        case .submitted:
            state = .answered
            (heading, words, body) = ("แผนงานน้ำสะอาด", [], Draft.talk)
        case .pageFits:
            if heading == nil { outcomes.remove(at: number(change)) }
            (heading, words, body) = ("แผนงานน้ำสะอาด", words, body + Draft.talk)
        case .points: heading = "แผนงานน้ำสะอาด"
        case .picturesRead: body += String(repeating: Draft.talk, count: 8)
        case .ownName: words.append(agency)
        case .ownContent: words.removeAll { !$0.contains("ปีงบประมาณ") }
        case .laterDate: asOf = change.date?.iso ?? asOf
        case .marginWon, .marginLost, .ownDocument: break
        }
    }

    /// Place of a changed page among the outcomes.
    private func number(_ change: VerdictChange.Change) -> Int {
        (change.evidence?.number ?? 1) - (heading == nil ? 1 : 2)
    }
}

@Suite struct VerdictChangeTests {
    private typealias Kind = VerdictChange.Change.Kind

    /// What stands beside a draft: its verdict, and changes that must be among those told.
    private static let drafts: [(draft: Draft, verdict: Verdict, told: [[Kind]])] = [
        (Draft(name: "met"), .satisfied, [[.elementLost], [.datesLost], [.pageGone], [.marginLost]]),
        (Draft(name: "no table", body: Draft.talk), .unsatisfied, [[.elementFound]]),
        (Draft(name: "no date", words: []), .undecided, [[.dateFound]]),
        (Draft(name: "last year's", words: ["ประจำปีงบประมาณ พ.ศ. 2565"]), .unsatisfied, [[.dateReplaced]]),
        (
            Draft(
                name: "last year's in the heading", heading: "แผนงานน้ำสะอาด ปีงบประมาณ พ.ศ. 2565",
                words: ["แผนปีงบประมาณ พ.ศ. 2565", "ผลปีงบประมาณ พ.ศ. 2565"]),
            .unsatisfied, [[.dateReplaced]]
        ),
        (
            Draft(name: "last year's without table", words: ["ประจำปีงบประมาณ พ.ศ. 2565"], body: Draft.talk),
            .unsatisfied,
            [[.elementFound, .dateReplaced]]
        ),
        (
            Draft(
                name: "first quarter only", item: "a2", heading: "รายงานติดตามงานน้ำสะอาด",
                words: ["ไตรมาสที่ 1 ปีงบประมาณ 2566"]),
            .unsatisfied, [[.dateFound]]
        ),
        (
            Draft(
                name: "not yet due", item: "a2", heading: "รายงานติดตามงานน้ำสะอาด",
                words: ["ไตรมาสที่ 1 ปีงบประมาณ 2566"], asOf: "2023-02-15"), .undecided, [[.dateFound, .laterDate]]
        ),
        (
            Draft(
                name: "four months", item: "a3", heading: "สรุปงานน้ำสะอาดรายเดือน ปีงบประมาณ 2566",
                words: ["ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566"]), .unsatisfied, [[.dateFound]]
        ),
        (
            Draft(name: "the year before", item: "a4", heading: "รายงานผลงานน้ำสะอาดประจำปี", words: ["ปีงบประมาณ 2566"]),
            .unsatisfied, [[.dateReplaced]]
        ),
        (
            Draft(name: "one way", item: "a5", heading: "ช่องทางถามเรื่องน้ำสะอาด", words: [], body: Draft.talk),
            .unsatisfied, [[.elementFound]]
        ),
        (
            Draft(name: "unnamed", heading: "ข่าว", words: ["ตำบลนี้ได้ประกาศแผนงานน้ำสะอาด ประจำปีงบประมาณ พ.ศ. 2566 แล้ว"]),
            .unsatisfied, [[.points]]
        ),
        (
            Draft(name: "another page", heading: "ข่าว", words: [], body: Draft.talk), .unsatisfied,
            [[.pageFits, .elementFound, .dateFound]]
        ),
        (
            Draft(name: "not submitted", heading: nil, state: .notSubmitted), .unsatisfied,
            [[.submitted, .elementFound, .dateFound]]
        ),
        (
            Draft(name: "gone", heading: nil, words: [], body: "", outcomes: [.http404]), .unsatisfied,
            [[.pageFits, .elementFound, .dateFound]]
        ),
        (
            Draft(name: "blocked", heading: nil, words: [], body: "", outcomes: [.blocked]), .undecided,
            [[.pageFits, .elementFound, .dateFound]]
        ),
        (
            Draft(name: "last year's beside a blocked page", words: ["ประจำปีงบประมาณ พ.ศ. 2565"], outcomes: [.blocked]),
            .undecided, [[.dateReplaced], [.pageRead]]
        ),
        (
            Draft(name: "a picture", body: #"<p>ตามภาพนี้</p><img src="/plan.jpg" width="800">"#), .undecided,
            [[.elementFound], [.picturesRead]]
        ),
        (
            Draft(
                name: "another body's",
                words: ["ปีงบประมาณ 2566 เทศบาลตำบลโคกสะเดา ขอประกาศแผนนี้ ลงนามโดยนายกเทศมนตรี เทศบาลตำบลโคกสะเดา"],
                agency: "เทศบาลตำบลหนองกระจับ"), .undecided, [[.ownName]]
        ),
        (
            Draft(
                name: "closed for now",
                words: ["ประจำปีงบประมาณ พ.ศ. 2566", "หมายเหตุ: ตัวเลขในตารางคัดลอกจากปีก่อน"]),
            .undecided, [[.ownContent]]
        ),
    ]

    @Test("each change that is told turns the verdict when it is really made", arguments: drafts.indices)
    func really(number: Int) throws {
        let (draft, verdict, wanted) = Self.drafts[number]
        #expect(try draft.verdict() == verdict, "\(draft.name)")
        let told = try #require(SmallList.judge.explanation(of: ItemID(draft.item), in: try draft.input()))
        #expect(told.verdict == verdict)
        let kinds = told.wouldChange.map { Set($0.changes.map(\.kind)) }
        for set in wanted { #expect(kinds.contains(Set(set)), "\(draft.name): \(set) is not among \(kinds)") }
        for change in told.wouldChange where !change.changes.contains(where: { $0.kind == .marginLost }) {
            var changed = draft
            for single in change.changes { changed.make(single, told: told) }
            #expect(try changed.verdict() == change.becomes, "\(draft.name): \(change)")
            guard change.changes.count > 1 else { continue }
            for left in change.changes where left.kind != .submitted && left.kind != .pageFits {
                var fewer = draft
                for single in change.changes where single != left { fewer.make(single, told: told) }
                #expect(try fewer.verdict() != change.becomes, "\(draft.name): \(left) can be left out")
            }
        }
    }

    /// The topic's heading mentions it, a rival has a heading of its own.
    private static func contested(_ rivals: Int) throws -> ReadPage {
        let long = "แผนงานน้ำสะอาด ของพื้นที่ตำบลทุ่งกว้างและหมู่บ้านใกล้เคียงทุกหมู่บ้าน ปีงบประมาณ 2566"
        let mention = "ข้อความนี้เล่าเรื่องทั่วไปที่ชาวบ้านควรทราบไว้เป็นอย่างมาก กล่าวถึง"
        let rival = (0..<rivals).map { _ in "<p>\(mention) รายงานติดตามงานน้ำสะอาด เท่านั้น</p>" }.joined()
        return try SmallList.page(
            long, "<p>\(mention) แผนงานน้ำสะอาด เท่านั้น</p>\(SmallList.table)<h3>รายงานติดตามงานน้ำสะอาด</h3>\(rival)")
    }

    @Test("a rival's lead is told in points: with so many less the item is met, with one less it is not")
    func marginWon() throws {
        let told = try #require(SmallList.explanation("a1", pages: [try Self.contested(3)]))
        #expect(told.verdict == .undecided)
        let change = try #require(told.wouldChange.first)
        #expect(change.becomes == .satisfied && change.changes.map(\.kind) == [.marginWon])
        #expect(change.changes.first?.points == Weighing.leastMargin - (told.pages.first?.margin ?? 0))
        // A mention less takes five points from the rival.
        let mentions = ((change.changes.first?.points ?? 0) + 4) / 5
        let mended = try #require(SmallList.explanation("a1", pages: [try Self.contested(3 - mentions)]))
        #expect(mended.verdict == .satisfied)
        let nearly = try #require(SmallList.explanation("a1", pages: [try Self.contested(4 - mentions)]))
        #expect(nearly.verdict == .undecided)
    }

    @Test("a met item tells how many points a rival may gain")
    func marginLost() throws {
        let told = try #require(SmallList.explanation("a1", pages: [try Self.contested(1)]))
        let lost = try #require(told.wouldChange.flatMap(\.changes).first { $0.kind == .marginLost })
        #expect(told.verdict == .satisfied && lost.points == (told.pages.first?.margin ?? 0) - Weighing.leastMargin + 1)
        let worse = try #require(SmallList.explanation("a1", pages: [try Self.contested(3)]))
        let gained = (told.pages.first?.margin ?? 0) - (worse.pages.first?.margin ?? 0)
        #expect(gained >= lost.points ?? 0 && worse.verdict == .undecided)
    }

    @Test("an item whose document another one has is met by a document of its own")
    func ownDocument() throws {
        func input(_ digests: [String]) throws -> JudgingInput {
            let names = "<p>แผนงานน้ำสะอาด</p><p>รายงานผลงานน้ำสะอาดประจำปี</p>"
            let page = try SmallList.page(
                "ข่าว", names + "<p>ปีงบประมาณ 2566 และ ปีงบประมาณ 2565</p>" + SmallList.table)
            var input = SmallList.input("a1", pages: [page, page])
            input.answers.append(ItemAnswer(item: ItemID("a4"), state: .answered))
            input.evidence[1].item = ItemID("a4")
            for index in digests.indices { input.evidence[index].sha256 = digests[index] }
            return input
        }
        let shared = try input(["x", "x"])
        let verdicts = SmallList.judge.judgement(of: shared).findings.filter { ["a1", "a4"].contains($0.item.text) }
        let loser = try #require(verdicts.first { $0.reasons.first?.code == .duplicateEvidence })
        let told = try #require(SmallList.judge.explanation(of: loser.item, in: shared))
        #expect(told.verdict == .unsatisfied && told.steps.contains { $0 == loser.reasons.first?.message })
        #expect(told.wouldChange.map(\.changes).flatMap { $0 }.map(\.kind) == [.ownDocument])
        #expect(told.wouldChange.first?.becomes == .satisfied)
        let own = SmallList.judge.judgement(of: try input(["x", "y"])).findings.first { $0.item == loser.item }
        #expect(own?.verdict == .satisfied)
    }
}
