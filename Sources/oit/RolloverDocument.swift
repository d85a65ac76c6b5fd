import CarryingOver
import Checklists
import GradingCore
import Submissions

/// What `rollover --json` prints.
struct RolloverDocument: Encodable {
    struct Renewed: Encodable {
        let code: String
        let necessity: String
        let what: CheckDocument.Words
        let fiscalYear: OrNull<Int>
        let from: OrNull<String>
        let to: OrNull<String>
        let months: [String]
        let monthsSoFar: [String]
        let possibleFrom: OrNull<String>
        let due: OrNull<String>

        private enum CodingKeys: String, CodingKey {
            case code, necessity, what, from, to, months, due
            case fiscalYear = "fiscal_year"
            case monthsSoFar = "months_so_far"
            case possibleFrom = "possible_from"
        }

        init(_ renewal: Renewal) {
            code = renewal.code.rawValue
            necessity = renewal.necessity.rawValue
            what = CheckDocument.Words(renewal.what)
            fiscalYear = OrNull(renewal.fiscalYear?.year)
            from = OrNull(renewal.period?.from.iso)
            to = OrNull(renewal.period?.to.iso)
            months = renewal.months.map { String($0.iso.prefix(7)) }
            monthsSoFar = Array(months.prefix(renewal.monthsSoFar))
            possibleFrom = OrNull(renewal.possibleFrom?.iso)
            due = OrNull(renewal.due?.iso)
        }
    }
    struct Element: Encodable {
        let id: String
        let title: CheckDocument.Words
    }
    struct Item: Encodable {
        let change: String
        let from: [String]
        let to: OrNull<String>
        let topic: String
        let oldTopics: [String]
        let title: CheckDocument.Words
        let isCarried: Bool
        let answer: OrNull<Bool>
        let urls: [String]
        let explanation: String
        let renew: [Renewed]
        let mustRenew: Bool
        let titleChanged: Bool
        let currencyChanged: Bool
        let newElements: [Element]
        let mentionedYears: [Int]

        private enum CodingKeys: String, CodingKey {
            case change, from, to, topic, title, answer, urls, explanation, renew
            case oldTopics = "old_topics"
            case isCarried = "carried"
            case mustRenew = "must_renew"
            case titleChanged = "title_changed"
            case currencyChanged = "currency_changed"
            case newElements = "new_elements"
            case mentionedYears = "mentioned_years"
        }
    }
    struct Window: Encodable {
        let from: String
        let to: String
        /// False where the usual days stand in for those of the year.
        let known: Bool
    }
    let from: Int
    let to: Int
    let asOf: String
    let provenance: String
    let submission: OrNull<Window>
    let counts: [String: Int]
    let items: [Item]
    let written: OrNull<String>

    private enum CodingKeys: String, CodingKey {
        case from, to, provenance, counts, items, written
        case asOf = "as_of"
        case submission = "submission_window"
    }

    init(_ carried: CarryOver, library: ChecklistLibrary, asOf: CivilDate, written: String?) {
        from = carried.from.year
        to = carried.to.year
        self.asOf = asOf.iso
        provenance = carried.to.provenance.rawValue
        submission = OrNull(
            carried.calendar.map { calendar in
                Window(
                    from: calendar.submission.from.iso, to: calendar.submission.to.iso, known: calendar.isKnown)
            })
        counts = Dictionary(
            uniqueKeysWithValues: CarryOver.Change.allCases.map { ($0.rawValue, carried.counts[$0] ?? 0) })
        items = carried.entries.map { RolloverDocument.item($0, library) }
        self.written = OrNull(written)
    }

    private static func item(_ entry: CarryOver.Entry, _ library: ChecklistLibrary) -> Item {
        let topic = (entry.target ?? entry.sources.first)?.topic ?? TopicID("")
        let elements = entry.newElements.compactMap { library.topic(topic)?.element($0) }
        return Item(
            change: entry.change.rawValue, from: entry.sources.map(\.id.text), to: OrNull(entry.target?.id.text),
            topic: topic.text, oldTopics: entry.sources.map(\.topic.text), title: CheckDocument.Words(entry.title),
            isCarried: entry.target != nil && entry.answer != nil, answer: OrNull(entry.answer?.answer),
            urls: entry.answer?.urls.map(\.verbatim) ?? [], explanation: entry.answer?.explanation ?? "",
            renew: entry.renewals.map(Renewed.init), mustRenew: entry.mustRenew, titleChanged: entry.changesTitle,
            currencyChanged: entry.changesCurrency,
            newElements: elements.map { Element(id: $0.id, title: CheckDocument.Words($0.title)) },
            mentionedYears: entry.mentionedYears)
    }
}

extension CarryOver.Entry {
    /// True when some part of the item's rule asks for evidence of the new year.
    var mustRenew: Bool { renewals.contains { $0.necessity == .renew } }
}
