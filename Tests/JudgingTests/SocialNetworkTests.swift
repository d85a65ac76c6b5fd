import Checklists
import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Judging

/// Evidence on social networks where the topic wants it on the website.
@Suite struct SocialNetworkTests {
    private static let full = "แผนงานน้ำสะอาด ปีงบประมาณ 2566"

    /// The finding of an item from pages, of which some stand on Facebook.
    private func finding(
        _ pages: [(page: ReadPage, network: String)], outcomes: [(outcome: Outcome, network: String)] = [],
        accepts: [EvidenceKind] = [.page]
    ) throws -> ItemFinding {
        var evidence = pages.enumerated().map { number, entry in
            EvidenceReading(
                id: EvidenceID(number + 1), item: ItemID("a1"), page: number, outcome: .ok, via: .submitted,
                sha256: "\(number)", socialNetwork: entry.network)
        }
        for entry in outcomes {
            evidence.append(
                EvidenceReading(
                    id: EvidenceID(evidence.count + 1), item: ItemID("a1"), page: nil, outcome: entry.outcome,
                    via: .submitted, socialNetwork: entry.network))
        }
        let input = JudgingInput(
            agency: AgencyProfile(name: "", website: "", type: "sao"), isAgencyTypeStated: true,
            asOf: try #require(CivilDate(iso: "2023-05-15")),
            answers: [ItemAnswer(item: ItemID("a1"), state: .answered)], pages: pages.map(\.page), evidence: evidence)
        return try #require(
            SmallList.judge(planAccepts: accepts).judgement(of: input).findings.first { $0.item == ItemID("a1") })
    }

    @Test("a page that would satisfy does not when it is on Facebook alone")
    func alone() throws {
        let page = try SmallList.page(SocialNetworkTests.full, SmallList.table)
        #expect(try finding([(page, "")]).verdict == .satisfied)
        let social = try finding([(page, "Facebook")])
        #expect(social.verdict == .unsatisfied && social.reasons.map(\.code) == [.onlySocial])
        let reason = try #require(social.reasons.first)
        #expect(reason.message.th.contains("Facebook") && reason.fix?.th.contains("เว็บไซต์หลัก") == true)
        #expect(social.elements.isEmpty && social.currency.verdict == nil)
    }

    @Test("a topic that accepts social networks is judged on what they say")
    func accepted() throws {
        let page = try SmallList.page(SocialNetworkTests.full, SmallList.table)
        #expect(try finding([(page, "Facebook")], accepts: [.page, .social]).verdict == .satisfied)
    }

    @Test("beside the website's own page a post changes nothing")
    func beside() throws {
        let own = try SmallList.page(SocialNetworkTests.full, SmallList.table)
        let post = try SmallList.page("ข่าวกีฬา", "<p>ผลการแข่งขัน</p>", path: "/post")
        #expect(try finding([(own, ""), (post, "Facebook")]).verdict == .satisfied)
        let old = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2565", SmallList.table)
        let new = try SmallList.page(SocialNetworkTests.full, SmallList.table, path: "/post")
        #expect(try finding([(old, ""), (new, "Facebook")]).reasons.map(\.code) == [.outdated])
    }

    @Test("what could not be seen stays undecided, and a login wall says that the post would not count")
    func unseen() throws {
        let wall = try finding([], outcomes: [(.loginRequired, "Facebook")])
        #expect(wall.verdict == .undecided && wall.reasons.map(\.code) == [.needsLogin, .onlySocial])
        let mixed = try finding([], outcomes: [(.loginRequired, "Facebook"), (.readTimeout, "")])
        #expect(mixed.verdict == .undecided && !mixed.reasons.map(\.code).contains(.onlySocial))
        let page = try SmallList.page(SocialNetworkTests.full, SmallList.table)
        let hidden = try finding([(page, "Facebook")], outcomes: [(.blocked, "")])
        #expect(hidden.verdict == .undecided && hidden.reasons.map(\.code) == [.blocked])
    }

    @Test("a dead link beside a post is told after it")
    func deadBeside() throws {
        let page = try SmallList.page(SocialNetworkTests.full, SmallList.table)
        let finding = try finding([(page, "LINE")], outcomes: [(.http404, "")])
        #expect(finding.verdict == .unsatisfied && finding.reasons.map(\.code) == [.onlySocial, .unreachable])
    }
}

/// Frames of other hosts.
@Suite struct ContentFrameTests {
    @Test("a frame of another host is followed only where it holds a document")
    func frames() throws {
        let drive = "https://drive.google.com/file/d/1/preview"
        var page = try SmallList.page(
            "แผนงานน้ำสะอาด", "<iframe src='\(drive)'></iframe><iframe src='https://ads.example/x.html'></iframe>")
        let item = try #require(SmallList.list.items.first)
        let ranking = LinkRanking(
            list: SmallList.list, index: TopicIndex(list: SmallList.list, library: SmallList.library))
        #expect(ranking.links(of: page, for: item).isEmpty)
        page.contentFrames = [try PageAddress(drive)]
        #expect(ranking.links(of: page, for: item).map(\.address.text) == [drive])
    }
}
