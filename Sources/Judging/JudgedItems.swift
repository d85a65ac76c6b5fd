import Checklists
import Findings
import GradingCore
import WebEvidence

/// What was judged of the items of a run, as long as nothing changes on which it rests.
struct JudgedItems: Sendable {
    private struct Entry: Sendable {
        var judging: ItemJudging
        var result: ItemJudging.Result
    }

    private var entries: [ItemID: Entry] = [:]

    init() {}

    /// - Parameter results: one for each judging.
    init(_ judgings: [ItemJudging], _ results: [ItemJudging.Result]) {
        for (judging, result) in zip(judgings, results) {
            entries[judging.item.id] = Entry(judging: judging.withoutInputPages, result: result)
        }
    }

    /// The result of the same judging; nil where anything differs that a verdict may rest on.
    func result(of judging: ItemJudging) -> ItemJudging.Result? {
        guard let entry = entries[judging.item.id], entry.judging.restsOnSame(as: judging) else { return nil }
        return entry.result
    }
}

extension ItemJudging {
    /// The pages of the item's evidence, each once.
    var ownPages: [AnalysedPage] {
        Set(readings.compactMap(\.page)).sorted().compactMap { pages[$0] }
    }

    /// An item that asks for a signature looks for who left the office on all pages of the agency.
    private var looksAtAllPages: Bool { item.currency.codes.contains(.signedByCurrentHead) || owesSignature }

    /// Pages are numbered anew when others come between them.
    fileprivate func restsOnSame(as other: ItemJudging) -> Bool {
        guard input.asOf == other.input.asOf, input.agency == other.input.agency,
            input.isAgencyTypeStated == other.input.isAgencyTypeStated,
            input.answers.first(where: { $0.item == item.id })
                == other.input.answers.first(where: { $0.item == item.id }),
            readings.count == other.readings.count
        else { return false }
        if looksAtAllPages {
            let (own, others) = (pages.sorted { $0.key < $1.key }, other.pages.sorted { $0.key < $1.key })
            guard own.count == others.count, zip(own, others).allSatisfy({ $0.value === $1.value }) else {
                return false
            }
        }
        return zip(readings, other.readings).allSatisfy { one, another in
            var numbered = another
            numbered.page = one.page
            guard one == numbered, (one.page == nil) == (another.page == nil) else { return false }
            guard let page = one.page, let number = another.page else { return true }
            return pages[page] === other.pages[number]
        }
    }

    /// Without what the run holds of pages that are not evidence.
    fileprivate var withoutInputPages: ItemJudging {
        var input = input
        input.pages = []
        return ItemJudging(
            item: item, list: list, topic: topic, topicNumber: topicNumber, subIndicator: subIndicator, input: input,
            readings: readings, index: index, otherAgency: otherAgency, pages: pages)
    }
}
