import Findings
import GradingCore
import Judging
import Testing
import WebEvidence

@Suite struct VerdictTests {
    @Test("what is seldom lacking where the rest is right leaves the item to a person, though nobody is sure of it")
    func doubtfulElement() throws {
        func verdict(_ body: String) throws -> ItemFinding {
            SmallList.finding("a8", pages: [try SmallList.page("ระเบียบใช้น้ำสะอาด", body)])
        }
        let names = "<p>หน่วยงานใช้ระเบียบประปาหมู่บ้าน และข้อบังคับผู้ใช้น้ำ ในการดูแลน้ำสะอาดของทุกหมู่บ้าน</p>"
        let unsure = try verdict(names)
        #expect(unsure.verdict == .undecided && unsure.reasons.map(\.code) == [.lowConfidence])
        #expect(try verdict(names + #"<p><a href="/rule.pdf">ระเบียบประปา ฉบับเต็ม</a></p>"#).verdict == .satisfied)
        // A link to nowhere opens nothing.
        #expect(try verdict(names + ##"<p><a href="#">ระเบียบประปา ฉบับเต็ม</a></p>"##).verdict == .undecided)
    }

    @Test("a current plan with its table is satisfied for exactly one reason and quotes the table")
    func satisfied() throws {
        let page = try SmallList.page("แผนงานน้ำสะอาด ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", SmallList.table)
        let finding = SmallList.finding("a1", pages: [page])
        #expect(finding.verdict == .satisfied)
        #expect(finding.reasons.map(\.code) == [.satisfied])
        #expect(finding.elements.first?.quote.contains("โครงการ") == true)
        #expect(finding.currency.verdict == .current)
        #expect(finding.currency.staleFrom?.iso == "2023-10-01")
    }

    @Test(
        "the year that the content names decides",
        arguments: [
            ("2565", Verdict.unsatisfied, ReasonCode.outdated), ("2566", .satisfied, .satisfied),
            ("2567", .unsatisfied, .future),
        ])
    func planYear(year: String, verdict: Verdict, reason: ReasonCode) throws {
        let page = try SmallList.page(
            "แผนงานน้ำสะอาด", "<p>ประจำปีงบประมาณ พ.ศ. \(year)</p>" + SmallList.table, path: "/plan-2566")
        let finding = SmallList.finding("a1", pages: [page])
        #expect(finding.verdict == verdict && finding.reasons.first?.code == reason)
    }

    @Test("a report asked of the year before is not met by this year's")
    func previousYear() throws {
        let old = try SmallList.page("รายงานผลงานน้ำสะอาดประจำปี ปีงบประมาณ 2565", SmallList.table)
        let new = try SmallList.page("รายงานผลงานน้ำสะอาดประจำปี ปีงบประมาณ 2566", SmallList.table)
        #expect(SmallList.finding("a4", pages: [old]).verdict == .satisfied)
        #expect(SmallList.finding("a4", pages: [new]).reasons.first?.code == .future)
    }

    @Test("a page without any date is undated, not outdated")
    func undated() throws {
        let page = try SmallList.page("แผนงานน้ำสะอาด", SmallList.table)
        #expect(SmallList.finding("a1", pages: [page]).reasons.map(\.code) == [.undated])
    }

    @Test("the neighbour's document is a wrong item, and names what it is")
    func wrongItem() throws {
        let page = try SmallList.page("รายงานติดตามงานน้ำสะอาด รอบ 6 เดือน ปีงบประมาณ 2566", SmallList.table)
        let finding = SmallList.finding("a1", pages: [page])
        #expect(finding.verdict == .unsatisfied && finding.reasons.map(\.code) == [.wrongItem])
        #expect(finding.reasons.first?.message.th.contains("รายงานติดตามงานน้ำสะอาด") == true)
    }

    @Test(
        "a title with nothing under it is an empty shell", arguments: ["", "<p>อยู่ระหว่างดำเนินการ</p>", "<p>ไม่พบข้อมูล</p>"])
    func shell(body: String) throws {
        let page = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2566", body)
        #expect(SmallList.finding("a1", pages: [page]).reasons.map(\.code) == [.emptyShell])
    }

    @Test("words in links alone satisfy nothing")
    func linksAlone() throws {
        let page = try SmallList.page(
            "การเปิดเผยข้อมูล",
            #"<ul><li><a href="/1">แผนงานน้ำสะอาด ปีงบประมาณ 2566</a></li><li><a href="/2">ช่องทางถามเรื่องน้ำสะอาด</a></li></ul>"#
        )
        let finding = SmallList.finding("a1", pages: [page])
        #expect(finding.verdict == .unsatisfied && finding.reasons.map(\.code) == [.wrongPage])
    }

    @Test("the table without the column that is asked for lacks the element")
    func missingElement() throws {
        let page = try SmallList.page(
            "แผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table.replacing("งบประมาณ", with: "ผู้รับผิดชอบ"))
        let finding = SmallList.finding("a1", pages: [page])
        #expect(finding.verdict == .unsatisfied && finding.reasons.map(\.code) == [.missingElement])
    }

    @Test("a channel without a form is one-way only; with one it is satisfied")
    func channel() throws {
        let talk = "<p>สอบถามเรื่องน้ำสะอาดได้ที่สำนักงานทุกวันทำการ เจ้าหน้าที่ยินดีตอบทุกคำถามของประชาชนในพื้นที่</p>"
        let form =
            #"<form method="post" action="/ask"><label>คำถาม<textarea name="q"></textarea></label><button>ส่ง</button></form>"#
        let page = try SmallList.page("ช่องทางถามเรื่องน้ำสะอาด", talk)
        #expect(SmallList.finding("a5", pages: [page]).reasons.map(\.code) == [.oneWayOnly])
        let working = try SmallList.page("ช่องทางถามเรื่องน้ำสะอาด", talk + form)
        let finding = SmallList.finding("a5", pages: [working])
        #expect(finding.verdict == .satisfied && finding.currency.verdict == .notRequired)
    }

    @Test("the order of pages and evidence changes nothing")
    func order() throws {
        let pages = [
            try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2565", SmallList.table, path: "/old"),
            try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table, path: "/new"),
            try SmallList.page("รายงานติดตามงานน้ำสะอาด", SmallList.table, path: "/other"),
        ]
        func findings(_ order: [Int]) -> [ItemFinding] {
            let evidence = order.enumerated().map { place, number in
                EvidenceReading(
                    id: EvidenceID(number + 1), item: ItemID("a1"), page: place, outcome: .ok, via: .submitted,
                    sha256: "\(number)")
            }
            let input = JudgingInput(
                agency: AgencyProfile(name: "", website: "", type: "sao"), isAgencyTypeStated: true,
                asOf: CivilDate(iso: "2023-05-15")!, answers: [ItemAnswer(item: ItemID("a1"), state: .answered)],
                pages: order.map { pages[$0] }, evidence: evidence.reversed())
            return SmallList.judge.judgement(of: input).findings
        }
        let first = findings([0, 1, 2])
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] { #expect(findings(order) == first) }
    }

    @Test(
        "a document that names another local body and never this one is left to a person",
        arguments: [
            ("เทศบาลตำบลโคกสะเดา ขอประกาศแผนนี้ ลงนามโดยนายกเทศมนตรี เทศบาลตำบลโคกสะเดา", Verdict.undecided),
            ("เทศบาลตำบลโคกสะเดา ร่วมกับเทศบาลตำบลหนองกระจับ จัดทำแผนนี้ เทศบาลตำบลโคกสะเดา", .satisfied),
            ("เทศบาลตำบลโคกสะเดา เป็นแบบอย่างของแผนนี้", .satisfied),
            ("เทศบาลตำบลและเทศบาลตำบลที่ดำเนินการตามแผนนี้ เทศบาลตำบล พ.ศ. 2566", .satisfied),
        ])
    func otherAgency(words: String, verdict: Verdict) throws {
        let page = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2566", "<p>\(words)</p>" + SmallList.table)
        let finding = SmallList.finding("a1", pages: [page], agency: "เทศบาลตำบลหนองกระจับ")
        #expect(finding.verdict == verdict)
        if verdict == .undecided { #expect(finding.reasons.map(\.code) == [.otherAgency]) }
        #expect(SmallList.finding("a1", pages: [page]).verdict == .satisfied, "an agency without name has no other")
    }

    @Test("a name that is only referred to names nothing")
    func referredTo() throws {
        let page = try SmallList.page("ผลตามแผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table)
        #expect(SmallList.finding("a1", pages: [page]).verdict != .satisfied)
    }

    @Test("an answer of none is zero, a draft without a row is open")
    func answers() {
        #expect(SmallList.finding("a1", state: .notSubmitted).verdict == .unsatisfied)
        #expect(SmallList.finding("a1", state: .notSubmitted).reasons.map(\.code) == [.notSubmitted])
        #expect(SmallList.finding("a1", state: .open).verdict == .undecided)
        #expect(SmallList.finding("a1", state: .notReached).verdict == .undecided)
    }
}

@Suite struct OutcomeVerdictTests {
    @Test(
        "dead addresses make an item unsatisfied, unseen ones undecided",
        arguments: [
            (Outcome.http404, Verdict.unsatisfied, ReasonCode.unreachable), (.soft404, .unsatisfied, .unreachable),
            (.dnsFailure, .unsatisfied, .unreachable), (.malformedURL, .unsatisfied, .unreachable),
            (.redirectedHome, .unsatisfied, .wrongPage), (.empty, .unsatisfied, .emptyShell),
            (.defaced, .unsatisfied, .defaced), (.permissionRequired, .unsatisfied, .needsLogin),
            (.blocked, .undecided, .blocked), (.loginRequired, .undecided, .needsLogin),
            (.readTimeout, .undecided, .unreachable), (.http5xx, .undecided, .unreachable),
            (.unsupportedType, .undecided, .unreadable), (.scriptOnly, .undecided, .unreadable),
            (.tlsExpired, .undecided, .unreachable), (.internal, .undecided, .unreadable),
        ])
    func alone(outcome: Outcome, verdict: Verdict, reason: ReasonCode) {
        let finding = SmallList.finding("a1", outcomes: [outcome])
        #expect(finding.verdict == verdict && finding.reasons.first?.code == reason)
        #expect(finding.currency.verdict == nil)
    }

    @Test("what could be read and satisfies wins over any failure beside it", arguments: Outcome.allCases)
    func readWins(outcome: Outcome) throws {
        guard outcome != .ok else { return }
        let page = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table)
        #expect(SmallList.finding("a1", pages: [page], outcomes: [outcome]).verdict == .satisfied)
    }

    @Test("a page that fails beside one that could not be seen leaves the item undecided")
    func doubtBesideFailure() throws {
        let page = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2565", SmallList.table)
        #expect(SmallList.finding("a1", pages: [page], outcomes: [.blocked]).verdict == .undecided)
        #expect(SmallList.finding("a1", pages: [page], outcomes: [.http404]).verdict == .unsatisfied)
    }
}

@Suite struct PeriodTests {
    @Test(
        "six months must reach the end of March",
        arguments: [
            ("รอบ 6 เดือน (ต.ค. 65 – มี.ค. 66)", Verdict.satisfied), ("ตุลาคม 2565 - มีนาคม 2566", .satisfied),
            ("ไตรมาสที่ 1-2 ปีงบประมาณ 2566", .satisfied), ("1 ตุลาคม 2565 ถึง 31 มีนาคม 2566", .satisfied),
            ("ไตรมาสที่ 1 ปีงบประมาณ 2566", .unsatisfied), ("ตุลาคม - ธันวาคม 2565", .unsatisfied),
            ("รอบ 6 เดือน ปีงบประมาณ 2565", .unsatisfied),
        ])
    func sixMonths(words: String, verdict: Verdict) throws {
        let page = try SmallList.page("รายงานติดตามงานน้ำสะอาด", "<p>ปีงบประมาณ 2566</p><p>\(words)</p>" + SmallList.table)
        let wrongYear = words.contains("ปีงบประมาณ 2565")
        let shown = wrongYear ? try SmallList.page("รายงานติดตามงานน้ำสะอาด \(words)", SmallList.table) : page
        #expect(SmallList.finding("a2", pages: [shown]).verdict == verdict)
    }

    @Test("before 1 April a current report is undecided because its period is not over")
    func notYetDue() throws {
        let page = try SmallList.page("รายงานติดตามงานน้ำสะอาด ไตรมาสที่ 1 ปีงบประมาณ 2566", SmallList.table)
        let finding = SmallList.finding("a2", pages: [page], asOf: "2023-02-15")
        #expect(finding.verdict == .undecided && finding.reasons.map(\.code) == [.periodIncomplete])
    }

    @Test("each month from October to March is owed, and what is missing is named")
    func months() throws {
        let all = ["ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566"]
        func page(_ months: [String]) throws -> ReadPage {
            try SmallList.page(
                "สรุปงานน้ำสะอาดรายเดือน ปีงบประมาณ 2566",
                months.map { "<h3>ประจำเดือน \($0)</h3>" + SmallList.table }.joined())
        }
        #expect(SmallList.finding("a3", pages: [try page(all)]).verdict == .satisfied)
        let lacking = SmallList.finding("a3", pages: [try page(Array(all.prefix(4)))])
        #expect(lacking.reasons.map(\.code) == [.periodIncomplete])
        #expect(lacking.currency.missing == ["2023-02", "2023-03"])
        #expect(
            SmallList.finding("a3", pages: [try page(Array(all.prefix(2)))], asOf: "2022-12-10").verdict == .satisfied)
    }
}
