import GradingCore

/// Recomputes one year of a report.
struct YearChecking {
    private let report: ScoreReport
    private let frame: Framework
    private let chosen: [ReportSubject: ReportFigure]
    private let card: Scorecard
    private var checks: [ReportCheck] = []

    init(_ report: ScoreReport, _ frame: Framework) {
        self.report = report
        self.frame = frame
        let own = report.figures.filter { $0.year == frame.fiscalYear }
        chosen = Dictionary(grouping: own, by: \.subject).compactMapValues(YearChecking.chosen)
        card = Scorecard(YearChecking.given(chosen, report, frame), in: frame)
        addRepeated(own)
        addOverall()
        addInstruments()
        addIndicators()
        addLevels()
        addStatements()
    }

    var year: CheckedReport.Year {
        CheckedReport.Year(year: frame.fiscalYear, card: card, chosen: chosen, checks: checks)
    }

    /// Tables before sentences, then what is stated most often, then what comes first.
    private static func chosen(_ figures: [ReportFigure]) -> ReportFigure? {
        let tables = figures.filter { $0.source == .table }
        let pool = tables.isEmpty ? figures : tables
        let counts = Dictionary(grouping: pool, by: \.value).mapValues(\.count)
        let most = counts.values.max()
        return pool.first { counts[$0.value] == most }
    }

    private static func given(
        _ chosen: [ReportSubject: ReportFigure], _ report: ScoreReport, _ frame: Framework
    ) -> GivenFigures {
        var given = GivenFigures()
        for (subject, figure) in chosen {
            switch subject {
            case .overall: given.publishedOverall = figure.value.hundredths
            case .instrument(let id): given.instruments[id] = figure.value
            case .indicator(let id): given.indicators[id] = figure.value
            case .subIndicator, .item: break
            }
        }
        if frame.fiscalYear == report.year {
            let items = Set(frame.instruments.flatMap(\.items))
            for item in report.zeroItems where items.contains(item) { given.items[item] = .zero }
        }
        return given
    }

    private mutating func add(
        _ code: ReportCheck.Code, _ subject: ReportSubject, _ agrees: Bool, stated: String, computed: String,
        _ place: ReportPlace
    ) {
        checks.append(
            ReportCheck(
                code: code, subject: subject, year: frame.fiscalYear, agrees: agrees, stated: stated,
                computed: computed, place: place))
    }

    private mutating func add(_ code: ReportCheck.Code, _ figure: ReportFigure, _ computed: CascadedScore) {
        add(
            code, figure.subject, YearChecking.agrees(figure, computed), stated: figure.value.hundredths.text,
            computed: YearChecking.text(computed.published), figure.place)
    }

    static func text(_ interval: HundredthsInterval) -> String {
        interval.isCertain ? interval.lowest.text : "\(interval.lowest.text) – \(interval.highest.text)"
    }

    /// A figure with fewer than two digits behind the point is compared as it was rounded.
    static func agrees(_ figure: ReportFigure, _ computed: CascadedScore) -> Bool {
        if computed.agrees(with: figure.value.hundredths) { return true }
        guard figure.decimals < 2 else { return false }
        let half = figure.decimals == 1 ? Fraction(5, over: 100) : Fraction(5, over: 10)
        return computed.exact.lowest - half <= figure.value && figure.value <= computed.exact.highest + half
    }

    // MARK: Scores

    private mutating func addRepeated(_ figures: [ReportFigure]) {
        for (subject, all) in Dictionary(grouping: figures, by: \.subject).sorted(by: { $0.key.order < $1.key.order })
        where all.count > 1 {
            guard let first = chosen[subject] else { continue }
            let others = all.filter { !YearChecking.isSame($0, first) }
            guard !others.isEmpty else {
                add(
                    .repeated, subject, true, stated: first.value.hundredths.text,
                    computed: first.value.hundredths.text, first.place)
                continue
            }
            for other in others {
                add(
                    .repeated, subject, false, stated: other.value.hundredths.text,
                    computed: first.value.hundredths.text, other.place)
            }
        }
    }

    private static func isSame(_ one: ReportFigure, _ other: ReportFigure) -> Bool {
        if one.value == other.value { return true }
        let decimals = min(one.decimals, other.decimals)
        return decimals < max(one.decimals, other.decimals)
            && one.value.text(decimals: decimals) == other.value.text(decimals: decimals)
    }

    private mutating func addOverall() {
        guard let stated = chosen[.overall] else { return }
        let indicators = frame.instruments.flatMap(\.indicators).map(\.id)
        if let computed = card.overall {
            let isComplete = indicators.allSatisfy { card.indicators[$0] != nil }
            add(isComplete ? .overallFromIndicators : .overallFromInstruments, stated, computed)
        } else if let computed = card.overallFromInstruments {
            add(.overallFromInstruments, stated, computed)
        }
    }

    private mutating func addInstruments() {
        for instrument in frame.instruments {
            let scores = instrument.indicators.compactMap { card.indicators[$0.id] }
            let computed = scores.count == instrument.indicators.count ? CascadedScore.mean(of: scores) : nil
            let stated = chosen[.instrument(instrument.id)]
            if let stated, let computed { add(.instrumentFromIndicators, stated, computed) }
            addParts(of: instrument, stated, computed)
        }
        for statement in report.statements where statement.year == frame.fiscalYear {
            guard case .weighted(let id, let value) = statement.kind, let computed = card.weighted[id] else { continue }
            add(
                .weightedScore, .instrument(id), computed.agrees(with: value.hundredths), stated: value.hundredths.text,
                computed: YearChecking.text(computed.published), statement.place)
        }
    }

    private mutating func addParts(of instrument: InstrumentFrame, _ stated: ReportFigure?, _ computed: CascadedScore?)
    {
        let parts = instrument.parts.compactMap { card.parts[$0] }
        guard parts.count == instrument.parts.count, let mean = CascadedScore.mean(of: parts) else { return }
        if let stated {
            add(.instrumentFromParts, stated, mean)
        } else if let computed, let place = chosen[.instrument(instrument.parts[0])]?.place {
            add(
                .instrumentFromParts, .instrument(instrument.id), computed.agrees(with: mean.published.lowest),
                stated: YearChecking.text(mean.published), computed: YearChecking.text(computed.published), place)
        }
    }

    private mutating func addIndicators() {
        for indicator in frame.instruments.flatMap(\.indicators) where !indicator.subIndicators.isEmpty {
            guard let stated = chosen[.indicator(indicator.id)] else { continue }
            let subs = indicator.subIndicators.compactMap { chosen[.subIndicator($0.id)] }
            if subs.count == indicator.subIndicators.count, let mean = Fraction.mean(of: subs.map(\.value)) {
                add(.indicatorFromSubIndicators, stated, CascadedScore(ScoreInterval(mean)))
            }
            let conflict = card.conflicts.first { conflict in
                if case .indicatorAgainstItems = conflict.kind { conflict.subject == indicator.id } else { false }
            }
            if case .indicatorAgainstItems(_, let computed)? = conflict?.kind {
                add(
                    .indicatorFromItems, stated.subject, false, stated: stated.value.hundredths.text,
                    computed: YearChecking.text(computed), stated.place)
            } else if indicator.subIndicators.contains(where: { $0.items.contains(where: report.zeroItems.contains) }),
                frame.fiscalYear == report.year
            {
                add(
                    .indicatorFromItems, stated.subject, true, stated: stated.value.hundredths.text,
                    computed: stated.value.hundredths.text, stated.place)
            }
        }
    }

    // MARK: Levels and sentences

    private mutating func addLevels() {
        var seen: Set<String> = []
        for stated in report.levels where stated.year == frame.fiscalYear {
            if case .indicator(let id) = stated.subject {
                addRowLevel(stated, id)
            } else if stated.subject == .overall, !card.levels.isEmpty, seen.insert(stated.level).inserted {
                add(
                    .level, .overall, card.levels.contains(stated.level), stated: stated.level,
                    computed: card.levels.joined(separator: " / "), stated.place)
            }
        }
    }

    /// Letters are given by the score alone, so that a row has one too.
    private mutating func addRowLevel(_ stated: StatedLevel, _ id: String) {
        guard case .bands(let bands) = frame.levels, let score = card.indicators[id]?.published,
            bands.contains(where: { $0.name == stated.level }),
            let band = bands.first(where: { $0.fromHundredths <= score.lowest.count })
        else { return }
        add(
            .rowLevel, stated.subject, band.name == stated.level, stated: stated.level, computed: band.name,
            stated.place)
    }

    private mutating func addStatements() {
        for statement in report.statements where statement.year == frame.fiscalYear {
            switch statement.kind {
            case .count(let count, let condition, let instrument):
                guard let scores = scores(of: instrument) else { continue }
                let counts = [true, false].map { strict in
                    scores.values.count { condition.holds($0, isStrict: strict) }
                }
                add(
                    .count, instrument.map { .instrument($0) } ?? .overall, counts.contains(count),
                    stated: String(count),
                    computed: Set(counts).sorted().map(String.init).joined(separator: " / "), statement.place)
            case .highest(let id): addExtreme(.highest, id, statement.place) { $0 > $1 }
            case .lowest(let id): addExtreme(.lowest, id, statement.place) { $0 < $1 }
            case .weighted, .change: continue
            }
        }
    }

    /// Scores of all indicators (of an instrument); nil when one is missing.
    private func scores(of instrument: String?) -> [String: Fraction]? {
        let wanted = frame.instruments.filter { instrument == nil || $0.id == instrument }.flatMap(\.indicators).map(
            \.id)
        let known = wanted.compactMap { id in chosen[.indicator(id)].map { (id, $0.value) } }
        return known.count == wanted.count && !known.isEmpty
            ? Dictionary(known, uniquingKeysWith: { first, _ in first }) : nil
    }

    /// The extreme of all, or of its instrument: sentences go through the instruments one by one.
    private mutating func addExtreme(
        _ code: ReportCheck.Code, _ id: String, _ place: ReportPlace, _ beats: (Fraction, Fraction) -> Bool
    ) {
        let own = frame.instruments.first { $0.indicators.contains { $0.id == id } }?.id
        guard let all = scores(of: nil), let near = scores(of: own), let score = all[id] else { return }
        let isExtreme = !all.values.contains { beats($0, score) } || !near.values.contains { beats($0, score) }
        let best = all.sorted {
            ($1.value == $0.value ? (Int($0.key) ?? 0) < (Int($1.key) ?? 0) : beats($0.value, $1.value))
        }.first
        add(code, .indicator(id), isExtreme, stated: id, computed: isExtreme ? id : best?.key ?? "", place)
    }
}
