import GradingCore

/// One row of a table or entry of a JSON list before rows of the same item are put together.
struct WrittenAnswer {
    var itemText: String
    var place: InputPlace
    var answer: Bool?
    var urls: [(url: SubmittedURL, place: InputPlace)]
    var explanation: String
    var origin: AnswerOrigin?
}

/// Puts the rows of each item together and finds what contradicts itself.
struct AnswerGathering {
    private struct Gathered {
        var answer: SubmittedAnswer
        var place: InputPlace
        var answerRow = 0
        var seen: Set<String> = []
    }

    private let known: KnownItems
    private var gathered: [Gathered] = []
    private var indices: [ItemID: Int] = [:]

    /// `known`: the ids of the year's list; nil when it is not known yet.
    init(known: [ItemID]?) { self.known = KnownItems(known) }

    mutating func add(_ written: WrittenAnswer, _ log: inout ProblemLog) {
        guard let item = resolved(written, &log) else { return }
        if let index = indices[item] {
            merge(written, into: index, &log)
        } else {
            indices[item] = gathered.count
            let answer = SubmittedAnswer(
                itemText: written.itemText, item: item, answer: nil, urls: [], row: written.place.row ?? 0)
            gathered.append(Gathered(answer: answer, place: written.place))
            merge(written, into: gathered.count - 1, &log)
        }
    }

    /// The answers in order of first appearance.
    func finished(_ log: inout ProblemLog) -> [SubmittedAnswer] {
        for entry in gathered where entry.answer.answer == false && !entry.answer.urls.isEmpty {
            log.warn(Message.urlsWithNo(entry.place, item: entry.answer.item.text))
        }
        return gathered.map(\.answer)
    }

    private func resolved(_ written: WrittenAnswer, _ log: inout ProblemLog) -> ItemID? {
        if let exact = known.item(spelt: written.itemText) { return exact }
        guard let id = WrittenItemID(written.itemText) else {
            log.add(Message.unreadableItem(written.place, written.itemText))
            return nil
        }
        guard let item = known.item(id) else {
            log.add(Message.unknownItem(written.place, written.itemText, range: known.range))
            return nil
        }
        return item
    }

    private mutating func merge(_ written: WrittenAnswer, into index: Int, _ log: inout ProblemLog) {
        let item = gathered[index].answer.item.text
        if let first = gathered[index].place.sheet, let sheet = written.place.sheet, first != sheet {
            log.add(Message.itemOnTwoSheets(written.place, item: item, other: first))
            return
        }
        if let answer = written.answer {
            if let first = gathered[index].answer.answer, first != answer {
                log.add(Message.conflictingAnswers(written.place, item: item, first: gathered[index].answerRow))
            } else if gathered[index].answer.answer == nil {
                gathered[index].answer.answer = answer
                gathered[index].answerRow = written.place.row ?? 0
            }
        }
        if gathered[index].answer.origin == nil { gathered[index].answer.origin = written.origin }
        for (url, place) in written.urls {
            if gathered[index].seen.insert(url.verbatim).inserted {
                gathered[index].answer.urls.append(url)
            } else {
                log.warn(Message.duplicateURL(place, item: item, url.verbatim))
            }
        }
        if !written.explanation.isEmpty {
            let before = gathered[index].answer.explanation
            gathered[index].answer.explanation =
                before.isEmpty ? written.explanation : before + "\n" + written.explanation
        }
    }
}
