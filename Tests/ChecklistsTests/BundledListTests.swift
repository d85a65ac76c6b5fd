import Checklists
import Foundation
import GradingCore
import TestSupport
import Testing

@Suite struct BundledListTests {
    let library: ChecklistLibrary

    init() throws { library = try Repository.checklists() }

    @Test(
        "every year has the published sizes of its sub-indicators",
        arguments: [
            (2562, [9, 8, 7, 4, 5, 8, 7]), (2563, [9, 8, 7, 4, 5, 8, 2]), (2564, [9, 8, 7, 4, 5, 8, 2]),
            (2565, [9, 8, 7, 4, 5, 8, 2]), (2566, [10, 8, 4, 4, 4, 8, 5]), (2567, [6, 7, 4, 4, 4, 6, 4]),
            (2568, [4, 7, 2, 3, 4, 4, 4]), (2569, [4, 6, 2, 3, 4, 3, 4]),
        ])
    func sizes(year: Int, sizes: [Int]) throws {
        let list = try #require(library.year(year))
        #expect(list.indicators.flatMap { $0.subIndicators.map(\.items.count) } == sizes)
        #expect(list.items.map(\.id.number) == Array(1...sizes.reduce(0, +)))
    }

    @Test("years whose list is not fully sourced are provisional and say why", arguments: 2562...2569)
    func provenance(year: Int) throws {
        let list = try #require(library.year(year))
        #expect(list.provenance == (year >= 2567 ? .provisional : .verified))
        #expect(year < 2567 || !list.notes.isEmpty)
    }

    @Test("a topic keeps its meaning while its number changes")
    func topicsOutliveNumbers() throws {
        let topic = TopicID("procurement-monthly")
        let ids = [2564, 2566, 2569].map { year in
            library.year(year)?.items.first { $0.topic == topic }?.id.text
        }
        #expect(ids == ["o23", "o21", "o11"])
    }

    @Test("every item names a source, an element and a title in both languages")
    func completeness() {
        for item in library.years.flatMap(\.items) {
            #expect(!item.sources.isEmpty && !item.elements.isEmpty && !item.title.th.isEmpty && !item.title.en.isEmpty)
        }
    }

    @Test("the difference of two years finds what is new, gone and renumbered by topic")
    func difference() throws {
        let difference = ChecklistDifference(
            from: try #require(library.year(2566)), to: try #require(library.year(2567)))
        func entry(_ topic: String) -> ChecklistDifference.Entry? {
            difference.entries.first { $0.topic == TopicID(topic) }
        }
        #expect(entry("privacy-policy")?.change == .gone)
        #expect(entry("gifts-by-custom-report")?.change == .new)
        #expect(entry("structure")?.change == .kept)
        #expect(entry("contact")?.change == .renumbered)
        #expect(entry("contact")?.old?.id.text == "o5")
        #expect(entry("contact")?.new?.id.text == "o4")
    }

    @Test("the frame of a year weights the instruments 30, 30 and 40")
    func frame() throws {
        let frame = try #require(library.year(2566)).framework
        #expect(frame.instruments.map(\.weightPercent) == [30, 30, 40])
        #expect(frame.instruments.last?.indicators.last?.subIndicators.last?.items.count == 5)
        #expect(frame.passMarkHundredths == 8500)
    }
}
