import GradingCore

/// Puts labelled figures together and finds what contradicts itself.
struct FigureGathering {
    private(set) var figures = ScoreFigures()
    private let itemIDs: (FiscalYear?) -> [ItemID]?
    private var known: KnownItems?
    private var itemIndices: [ItemID: Int] = [:]
    private var numbered: [(number: Int, named: Int, figure: DecimalFigure?)] = []
    private var overall: (figure: DecimalFigure, place: InputPlace)?
    private var level: String?

    init(itemIDs: @escaping (FiscalYear?) -> [ItemID]?) { self.itemIDs = itemIDs }

    mutating func setYear(_ text: String, at place: InputPlace, _ log: inout ProblemLog) {
        guard let year = Int(String(decoding: Label.folded(text), as: UTF8.self)), (2500...2700).contains(year) else {
            log.add(Message.badFiscalYear(place, text))
            return
        }
        figures.fiscalYear = FiscalYear(year)
    }

    mutating func setLevel(_ text: String) {
        if !text.isEmpty { level = text }
    }

    mutating func setOverall(_ figure: DecimalFigure?, _ text: String, at place: InputPlace, _ log: inout ProblemLog) {
        guard let figure else { return }
        if let first = overall?.figure {
            if first != figure { log.add(Message.differentScores(place, text, first: first)) }
        } else {
            overall = (figure, place)
        }
    }

    /// Takes the figure of an item; the list of the year is asked for once, when the first item comes.
    mutating func addItem(
        _ id: WrittenItemID, _ figure: DecimalFigure?, _ text: String, at place: InputPlace, _ log: inout ProblemLog
    ) {
        let list = known ?? KnownItems(itemIDs(figures.fiscalYear))
        known = list
        guard let item = list.item(id) else {
            log.add(Message.unknownItem(place, text, range: list.range))
            return
        }
        if let figure, figure.reduced.unscaled != 0, figure.reduced.unscaled != 100 || figure.reduced.scale != 0 {
            figures.conflicts.append(Message.conflict(partialItem: item.text, figure))
        }
        if let index = itemIndices[item] {
            figures.items[index].figure = settled(figures.items[index].figure, figure, text, place, &log)
        } else {
            itemIndices[item] = figures.items.count
            figures.items.append(ItemFigure(item: item, figure: figure))
        }
    }

    mutating func addIndicator(
        named: Int?, number: Int?, _ figure: DecimalFigure?, _ text: String, at place: InputPlace,
        _ log: inout ProblemLog
    ) {
        guard let id = named ?? number, (1...IndicatorNames.count).contains(id) else {
            log.add(Message.unknownIndicator(place, text))
            return
        }
        if let named, let number { numbered.append((number, named, figure)) }
        add(String(id), figure, text, place, &log, to: \.indicators)
    }

    mutating func addInstrument(
        _ id: String, _ figure: DecimalFigure?, _ text: String, at place: InputPlace, _ log: inout ProblemLog
    ) {
        add(id, figure, text, place, &log, to: \.instruments)
    }

    private mutating func add(
        _ id: String, _ figure: DecimalFigure?, _ text: String, _ place: InputPlace, _ log: inout ProblemLog,
        to list: WritableKeyPath<ScoreFigures, [NamedFigure]>
    ) {
        if let index = figures[keyPath: list].firstIndex(where: { $0.id == id }) {
            let first = figures[keyPath: list][index].figure
            figures[keyPath: list][index].figure = settled(first, figure, text, place, &log)
        } else {
            figures[keyPath: list].append(NamedFigure(id: id, figure: figure))
        }
    }

    private mutating func settled(
        _ first: DecimalFigure?, _ second: DecimalFigure?, _ text: String, _ place: InputPlace,
        _ log: inout ProblemLog
    ) -> DecimalFigure? {
        if let first, let second, first != second {
            log.add(Message.differentScores(place, text, first: first))
        } else {
            figures.conflicts.append(Message.conflict(repeated: text))
        }
        return first ?? second
    }

    /// Everything together; a problem when there is no figure at all.
    mutating func finished(_ place: InputPlace, _ log: inout ProblemLog) -> ScoreFigures {
        settleNumbers()
        if overall != nil || level != nil {
            figures.published = PublishedResult(overall: overall?.figure, level: level)
        }
        let order = ["IIT", "EIT", "EIT1", "EIT2", "OIT"]
        figures.indicators.sort { (Int($0.id) ?? 0) < (Int($1.id) ?? 0) }
        figures.instruments.sort { (order.firstIndex(of: $0.id) ?? 9) < (order.firstIndex(of: $1.id) ?? 9) }
        if !figures.items.isEmpty {
            figures.kind = .items
        } else if !figures.indicators.isEmpty {
            figures.kind = .indicators
        } else {
            figures.kind = .instruments
            if figures.instruments.isEmpty, log.problems.isEmpty { log.add(Message.noFigures(place)) }
        }
        return figures
    }

    /// Rows whose number is not that of their name: ranks, another order, or single slips.
    private mutating func settleNumbers() {
        let wrong = numbered.filter { $0.number != $0.named }
        guard !wrong.isEmpty else { return }
        let byNumber = numbered.sorted { $0.number < $1.number }
        let scores = byNumber.compactMap(\.figure)
        let isRank =
            scores.count == numbered.count && wrong.count > 2
            && zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 } && Set(scores).count > 1
        let counts = numbered.map(\.number).elementsEqual(1...max(1, numbered.count))
        if isRank {
            figures.conflicts.append(Message.conflict(ranks: wrong.count))
        } else if counts, wrong.count > 1 {
            figures.conflicts.append(Message.conflict(otherOrder: wrong.count))
        } else {
            figures.conflicts += wrong.map { Message.conflict(number: $0.number, named: $0.named) }
        }
    }
}
