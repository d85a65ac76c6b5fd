import GradingCore

/// Reads `years/<year>.json`.
enum YearReading {
    static func year(_ bytes: [UInt8], file: String, problems: inout [ChecklistProblem]) -> YearList? {
        guard let node = JSONNode.read(bytes, file: file, problems: &problems) else { return nil }
        var reader = NodeReader(node, file: file, path: "$", problems: &problems)
        let year = reader.integer("year", default: nil, problems: &problems)
        if !(2500...2700).contains(year) {
            problems.append(reader.problem("must be a Buddhist-era year such as 2566", at: "year"))
        }
        let provenance: YearList.Provenance? = reader.choice("provenance", default: nil, problems: &problems)
        let title = TopicReading.text("title", in: &reader, problems: &problems)
        let notes = reader.objects("notes", problems: &problems).map { note -> BilingualText in
            var note = note
            let text = BilingualText(
                th: note.string("th", problems: &problems), en: note.string("en", problems: &problems))
            note.finish(problems: &problems)
            return text
        }
        let inspected = reader.objects("indicators", required: true, problems: &problems).map {
            indicator($0, problems: &problems)
        }
        let surveyed = reader.objects("survey_indicators", problems: &problems).map {
            indicator($0, problems: &problems)
        }
        let framework = ScoringReading.framework(
            year: year, inspected: inspected, in: &reader, problems: &problems)
        reader.finish(problems: &problems)
        guard let framework, let provenance else { return nil }
        return YearList(
            year: year, title: title, provenance: provenance, notes: notes, indicators: inspected,
            surveyIndicators: surveyed, framework: framework, file: file)
    }

    private static func indicator(_ reader: NodeReader, problems: inout [ChecklistProblem]) -> ChecklistIndicator {
        var reader = reader
        let indicator = ChecklistIndicator(
            id: reader.string("id", problems: &problems),
            title: TopicReading.text("title", in: &reader, problems: &problems),
            subIndicators: reader.objects("sub_indicators", problems: &problems).map { sub in
                var sub = sub
                let read = ChecklistSubIndicator(
                    id: sub.string("id", problems: &problems),
                    title: TopicReading.text("title", in: &sub, problems: &problems),
                    items: sub.objects("items", required: true, problems: &problems).compactMap {
                        item($0, problems: &problems)
                    })
                sub.finish(problems: &problems)
                return read
            })
        reader.finish(problems: &problems)
        return indicator
    }

    private static func item(_ reader: NodeReader, problems: inout [ChecklistProblem]) -> ChecklistItem? {
        var reader = reader
        let rule = reader.string("currency", problems: &problems)
        let codes = rule.split(separator: "+").compactMap { code -> CurrencyCode? in
            if let known = CurrencyCode(rawValue: String(code)) { return known }
            problems.append(reader.problem("\"\(code)\" is not a currency code", at: "currency"))
            return nil
        }
        let confidence: ClaimConfidence? = reader.choice("confidence", default: nil, problems: &problems)
        let elementConfidence: ClaimConfidence? = reader.choice(
            "element_confidence", default: .low, problems: &problems)
        let item = ChecklistItem(
            id: ItemID(reader.string("id", problems: &problems)),
            topic: TopicID(reader.string("topic", problems: &problems)),
            title: TopicReading.text("title", in: &reader, problems: &problems),
            currency: CurrencyRule(
                codes: codes.isEmpty ? [.noDate] : codes,
                note: reader.string("currency_note", required: false, problems: &problems)),
            elements: reader.strings("elements", problems: &problems),
            confidence: confidence ?? .low, elementConfidence: elementConfidence ?? .low,
            evidence: reader.strings("evidence", problems: &problems),
            sources: reader.strings("sources", required: true, problems: &problems),
            excludes: TopicReading.choices("excludes", in: &reader, problems: &problems))
        reader.finish(problems: &problems)
        return item
    }
}

/// Reads the `scoring` member of a year.
enum ScoringReading {
    static func framework(
        year: Int, inspected: [ChecklistIndicator], in reader: inout NodeReader, problems: inout [ChecklistProblem]
    ) -> Framework? {
        guard var scoring = reader.object("scoring", problems: &problems) else { return nil }
        let rounding = scoring.string("rounding", problems: &problems)
        if rounding != "half-up-cascade" {
            problems.append(scoring.problem("only \"half-up-cascade\" is known", at: "rounding"))
        }
        let passMark = hundredths("pass_mark", in: &scoring, problems: &problems)
        let instruments = scoring.objects("instruments", required: true, problems: &problems).map {
            instrument($0, inspected: inspected, problems: &problems)
        }
        if instruments.reduce(0, { $0 + $1.weightPercent }) != 100 {
            problems.append(scoring.problem("the weights must add up to 100", at: "instruments"))
        }
        let named = Set(instruments.flatMap { $0.indicators.map(\.id) })
        for indicator in inspected where !named.contains(indicator.id) {
            problems.append(scoring.problem("no instrument holds indicator \(indicator.id)", at: "instruments"))
        }
        let scale = levels(in: &scoring, problems: &problems)
        scoring.finish(problems: &problems)
        return Framework(
            fiscalYear: FiscalYear(year), instruments: instruments, levels: scale, passMarkHundredths: passMark)
    }

    private static func instrument(
        _ reader: NodeReader, inspected: [ChecklistIndicator], problems: inout [ChecklistProblem]
    ) -> InstrumentFrame {
        var reader = reader
        let frame = InstrumentFrame(
            id: reader.string("id", problems: &problems),
            weightPercent: reader.integer("weight_percent", default: nil, problems: &problems),
            indicators: reader.strings("indicators", required: true, problems: &problems).map { id in
                let subs = inspected.first { $0.id == id }?.subIndicators ?? []
                return IndicatorFrame(
                    id: id, subIndicators: subs.map { SubIndicatorFrame(id: $0.id, items: $0.items.map(\.id)) })
            },
            parts: reader.strings("parts", problems: &problems))
        reader.finish(problems: &problems)
        return frame
    }

    private static func levels(in scoring: inout NodeReader, problems: inout [ChecklistProblem]) -> LevelScale {
        guard var levels = scoring.object("levels", problems: &problems) else { return .bands([]) }
        let kind = levels.string("kind", problems: &problems)
        let bands = levels.objects("bands", required: true, problems: &problems)
        levels.finish(problems: &problems)
        var plain: [LevelBand] = []
        var byInstrument: [InstrumentLevel] = []
        for band in bands {
            var band = band
            let name = band.string("name", problems: &problems)
            let from = hundredths("from", in: &band, problems: &problems)
            if kind == "instrument-bands" {
                let each = hundredths("each_instrument_from", in: &band, problems: &problems)
                byInstrument.append(
                    InstrumentLevel(name: name, overallFromHundredths: from, eachInstrumentFromHundredths: each))
            } else {
                plain.append(LevelBand(name: name, fromHundredths: from))
            }
            band.finish(problems: &problems)
        }
        if kind != "bands", kind != "instrument-bands" {
            problems.append(levels.problem("must be \"bands\" or \"instrument-bands\"", at: "kind"))
        }
        return kind == "instrument-bands" ? .instrumentBands(byInstrument) : .bands(plain)
    }

    /// A score with two decimals such as `85.00`, as hundredths.
    private static func hundredths(
        _ name: String, in reader: inout NodeReader, problems: inout [ChecklistProblem]
    ) -> Int {
        let text = reader.string(name, problems: &problems)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].utf8.count == 2, let whole = Int(parts[0]), let rest = Int(parts[1]),
            whole >= 0, rest >= 0, whole * 100 + rest <= 10_000
        {
            return whole * 100 + rest
        }
        problems.append(reader.problem("must be a score with two decimals such as \"85.00\"", at: name))
        return 0
    }
}
