import Checklists
import Findings
import GradingCore
import Testing
import ThaiText
import WebEvidence

@testable import Judging

/// What an explanation says of every item of the sample agency must be what the judge says.
@Suite struct ExplanationTests {
    private static let judgement = SampleRun.judge.judgement(of: SampleRun.input)
    private static let explanations: [ItemID: ItemExplanation] = Dictionary(
        uniqueKeysWithValues: SampleRun.list.items.compactMap { item in
            SampleRun.judge.explanation(of: item.id, in: SampleRun.input).map { (item.id, $0) }
        })

    private static var pairs: [(ItemFinding, ItemExplanation)] {
        judgement.findings.compactMap { finding in explanations[finding.item].map { (finding, $0) } }
    }

    @Test("every item is explained with the verdict and the parts of its finding")
    func verdicts() {
        #expect(Self.pairs.count == 43)
        for (finding, told) in Self.pairs {
            #expect(told.verdict == finding.verdict && told.topic == finding.topic, "\(finding.item.text)")
            #expect(told.currency.verdict == finding.currency.verdict, "\(finding.item.text)")
            #expect(told.currency.missing == finding.currency.missing)
            for match in finding.elements {
                let element = told.elements.first { $0.id == match.id }
                #expect(element?.verdict == match.verdict && element?.evidence == match.evidence)
                #expect(element?.lookedFor.isFound == (match.verdict == .satisfied), "\(finding.item.text) \(match.id)")
                #expect(element?.lookedFor.quote == match.quote)
            }
            let last = ExplanationTexts.words(.verdict(finding.verdict))
            #expect(told.steps.last == last && told.steps.count >= 2, "\(finding.item.text): \(told.steps)")
        }
    }

    @Test("the points of a page and of each rival are the sum of what is told of them")
    func points() {
        var count = 0
        for (finding, told) in Self.pairs {
            for page in told.pages {
                count += 1
                #expect(page.points == page.contributions.reduce(0) { $0 + $1.points }, "\(finding.item.text) \(page)")
                for rival in page.rivals {
                    #expect(rival.points == rival.contributions.reduce(0) { $0 + $1.points }, "\(rival)")
                    #expect(rival.topic != finding.topic)
                }
                if page.contributions.first?.kind != .account {
                    #expect(page.margin == page.points - (page.rivals.first?.points ?? 0), "\(finding.item.text)")
                }
                #expect(page.contributions.allSatisfy { !$0.phrase.isEmpty || $0.kind != .name })
                #expect(!page.meaning.th.isEmpty && !page.meaning.en.isEmpty)
                if page.fit == .fits { #expect(page.points >= page.leastPoints) }
            }
        }
        #expect(count > 40)
    }

    @Test("every evidence of an item is told, either as a page or as unread")
    func evidence() {
        for (finding, told) in Self.pairs where finding.verdict != .notApplicable {
            let shown = told.pages.map(\.evidence) + told.unread.map(\.evidence)
            #expect(Set(shown) == Set(finding.evidence) && shown.count == finding.evidence.count)
            for unread in told.unread { #expect(unread.outcome != .ok && !unread.message.th.isEmpty) }
        }
    }

    @Test("dates that decide are those of the finding, and each one has a reason")
    func dates() {
        for (finding, told) in Self.pairs {
            let decided = Set(told.currency.dates.filter(\.decides).map(\.text))
            #expect(Set(finding.currency.found.filter(\.decides).map(\.text)).isSubset(of: decided))
            #expect(finding.currency.found.contains { $0.decides } == !decided.isEmpty, "\(finding.item.text)")
            for date in told.currency.dates {
                #expect(!date.why.th.isEmpty && !date.why.en.isEmpty && !date.kind.th.isEmpty && !date.place.isEmpty)
            }
        }
    }

    @Test("every change turns the verdict, none can be left out, and every item that is not met can be mended")
    func changes() {
        for (finding, told) in Self.pairs {
            let name = finding.item.text
            #expect(!told.wouldChange.isEmpty, "\(name)")
            for change in told.wouldChange {
                #expect(change.becomes != told.verdict && !change.changes.isEmpty, "\(name)")
                #expect(change.changes.allSatisfy { !$0.text.th.isEmpty && !$0.text.en.isEmpty })
            }
            if told.verdict != .satisfied {
                #expect(told.wouldChange.first?.becomes == .satisfied, "\(name): \(told.wouldChange)")
            }
            #expect(Set(told.wouldChange).count == told.wouldChange.count, "\(name)")
        }
    }

    @Test("an item that the list does not have is not explained")
    func unknownItem() { #expect(SampleRun.judge.explanation(of: ItemID("o99"), in: SampleRun.input) == nil) }

    @Test("personal data is hidden in every text from a page")
    func masking() throws {
        let secret = "1-2345-67890-12-3"
        let page = try SmallList.page(
            "แผนงานน้ำสะอาด ปีงบประมาณ 2566 \(secret)",
            "<p>\(secret) วันที่ 5 มกราคม 2566 \(secret)</p>" + SmallList.table.replacing("ขุดลอก", with: secret))
        let told = try #require(SmallList.explanation("a1", pages: [page]))
        #expect("\(told)".contains(secret))
        let masked = told.masked(by: Masking { $0.replacing(secret, with: "x") })
        #expect(!"\(masked)".contains(secret))
        #expect(masked.masked(by: Masking { $0 }) == masked)
    }

    @Test("a matcher is told in words, with what each part found")
    func matchers() throws {
        let page = try SmallList.page(
            "แผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table.replacing("งบประมาณ", with: "ผู้รับผิดชอบ"))
        let told = try #require(SmallList.explanation("a1", pages: [page])?.elements.first)
        #expect(told.verdict == .unsatisfied && !told.lookedFor.isFound && told.lookedFor.quote.isEmpty)
        #expect(told.lookedFor.words.th.contains("“โครงการ”") && told.lookedFor.words.en.contains("2 filled rows"))
        let both = Matcher.any([
            .all([.pattern(.phone, places: [.heading], atLeast: 2), .embed(hosts: ["a.example"])]),
            .none([.link(phrases: ["ก"], hosts: ["b.example"], unless: ["ค"], furniture: true)]),
        ])
        #expect(MatcherTexts.words(both).en == "any of these")
        for pattern in [Matcher.image(atLeast: 3), .form(fields: ["ชื่อ"], phrases: ["ส่ง"]), .embed(hosts: [])] {
            #expect(!MatcherTexts.words(pattern).th.isEmpty)
        }
        #expect(
            MatcherTexts.words(.pattern(.phone, places: [.heading], atLeast: 2)).en
                == "at least 2 × a telephone number in the heading")
        #expect(
            MatcherTexts.words(.link(phrases: ["ก"], hosts: ["b.example"], unless: ["ค"], furniture: true)).en
                == "a link (menus and footer included) to “b.example” with the words “ก” but without “ค”")
    }

    @Test("what stands on the page is told as it is spelled there")
    func spelling() throws {
        let page = try SmallList.page("แผน งานน\u{0E4D}\u{0E49}\u{0E32}สะอาด ปี ๒๕๖๖", SmallList.table)
        let told = try #require(SmallList.explanation("a1", pages: [page])?.pages.first)
        let name = try #require(told.contributions.first { $0.kind == .name })
        #expect(Array(name.phrase.unicodeScalars) == Array("แผน งานน\u{0E4D}\u{0E49}\u{0E32}สะอาด".unicodeScalars))
        #expect(name.points >= 70 && told.fit == .fits)
    }

    @Test("signals beyond their limit and points below zero are told as such")
    func limits() throws {
        var seen: Set<Contribution.Kind> = []
        for (_, told) in Self.pairs {
            for page in told.pages {
                seen.formUnion(page.contributions.map(\.kind))
                for rival in page.rivals { seen.formUnion(rival.contributions.map(\.kind)) }
            }
        }
        #expect(seen.isSuperset(of: [.name, .signal, .against, .way]), "\(seen)")
    }
}
