import Findings
import GradingCore
import Reporting

extension Memo {
    /// ข้อเท็จจริง: result, groups, a paragraph for each indicator.
    var facts: [TextBlock] {
        [paragraph(.heading, words(MemoTexts.facts))] + result + groups + zeroItems + openItems + paragraphs
    }

    // MARK: Result

    private var result: [TextBlock] {
        let card = figures.card
        var blocks = [paragraph(.subheading, words(MemoTexts.result))]
        if let overall = card.overall {
            blocks.append(paragraph(.body, words(MemoTexts.overall(overall.published.shownText, levels: card.levels))))
        } else {
            let missing = report.frame.framework.instruments.map(\.id).filter { card.instruments[$0] == nil }
            blocks.append(paragraph(.body, words(MemoTexts.noOverall(missing))))
        }
        if let published = settings.figures?.publishedOverall {
            let level = settings.figures?.publishedLevel ?? ""
            blocks.append(
                paragraph(.body, words(MemoTexts.published(published.text, level: level, agrees: card.agrees))))
        }
        if let own = card.instruments[report.instrument.id]?.published {
            let share = card.weighted[report.instrument.id]?.published.shownText ?? ""
            blocks.append(
                paragraph(
                    .body,
                    words(
                        MemoTexts.inspected(
                            report.instrument.id, own.shownText, weight: report.instrument.weightPercent,
                            share: share))))
        }
        blocks += card.conflicts.map { paragraph(.body, words(MemoTexts.conflict($0))) }
        return blocks + [.table(instrumentTable), .table(indicatorTable)]
    }

    private var instrumentTable: TextTable {
        var rows: [[TextTable.Cell]] = []
        for instrument in report.frame.framework.instruments {
            rows.append([
                .text(words(MemoTexts.instrument(instrument.id))), .number("\(instrument.weightPercent)"),
                .number(figures.card.instruments[instrument.id]?.published.shownText ?? words(MemoTexts.unknown)),
                .number(figures.card.weighted[instrument.id]?.published.shownText ?? words(MemoTexts.unknown)),
            ])
            rows += instrument.parts.compactMap { part in
                figures.card.parts[part].map {
                    [.text("– \(part)"), .number(""), .number($0.published.shownText), .number("")]
                }
            }
        }
        if let overall = figures.card.overall {
            rows.append([
                .text(words(MemoTexts.overallRow)), .number("100"), .number(""),
                .number(overall.published.shownText),
            ])
        }
        return TextTable(
            widths: [760, 200, 320, 320],
            head: [MemoTexts.instrumentHead, MemoTexts.weight, MemoTexts.score, MemoTexts.share].map(words),
            rows: rows)
    }

    private var indicatorTable: TextTable {
        let rows = figures.indicators.map { indicator -> [TextTable.Cell] in
            [
                .number(indicator.id), .text(words(indicator.title)),
                .number(indicator.score?.shownText ?? words(MemoTexts.unknown)),
                .text(indicator.group.map { words(MemoTexts.group($0)) } ?? words(MemoTexts.unknown)),
            ]
        }
        return TextTable(
            widths: [180, 740, 320, 360],
            head: [MemoTexts.indicatorHead, MemoTexts.indicatorName, MemoTexts.score, MemoTexts.groupHead].map(words),
            rows: rows)
    }

    // MARK: Groups

    private var groups: [TextBlock] {
        let limits = (settings.improveBelow, settings.strengthFrom)
        return [paragraph(.subheading, words(MemoTexts.groups))]
            + MemoFigures.Group.allCases.flatMap { group -> [TextBlock] in
                let members = figures.indicators(group)
                guard !members.isEmpty || group != .open else { return [] }
                let title = words(MemoTexts.group(group, limits))
                guard !members.isEmpty else {
                    return [paragraph(.point, "– \(title): \(words(MemoTexts.noIndicator))")]
                }
                return [paragraph(.point, "– \(title)")]
                    + members.map { indicator in
                        paragraph(
                            .point,
                            "   • \(words(MemoTexts.indicator(indicator.id))) \(words(indicator.title)) "
                                + "(\(indicator.score?.shownText ?? ""))")
                    }
            }
    }

    /// Also those inside a strong indicator.
    private var zeroItems: [TextBlock] {
        listed(figures.items(.zero), MemoTexts.zeroItems, none: MemoTexts.noZeroItem)
    }

    private var openItems: [TextBlock] {
        let open = figures.items(.unknown).filter { report.findings[$0]?.verdict != .notApplicable }
        return open.isEmpty ? [] : listed(open, MemoTexts.openItems, none: MemoTexts.noZeroItem)
    }

    private func listed(_ items: [ItemID], _ title: BilingualText, none: BilingualText) -> [TextBlock] {
        [paragraph(.subheading, "\(words(title)) (\(items.count))")]
            + (items.isEmpty ? [paragraph(.point, words(none))] : items.map { paragraph(.point, "– \(named($0))") })
    }

    /// Id, title and why.
    private func named(_ item: ItemID) -> String {
        guard let finding = report.findings[item] else { return item.text }
        let reason = finding.reasons.first.map { " (\(words($0.code.words)))" } ?? ""
        return "\(item.text) \(short(words(finding.title)))\(reason)"
    }

    // MARK: Paragraphs

    private var paragraphs: [TextBlock] {
        [paragraph(.subheading, words(MemoTexts.byIndicator))]
            + figures.indicators.filter { $0.score != nil || !$0.items.isEmpty }.flatMap { indicator -> [TextBlock] in
                let lead = "\(words(MemoTexts.indicator(indicator.id))) \(words(indicator.title))"
                guard let score = indicator.score else { return [] }
                let group = indicator.group.map { words(MemoTexts.group($0)) } ?? ""
                let standing = words(MemoTexts.standing(score.shownText, group: group))
                guard !indicator.items.isEmpty else {
                    // A survey tells no items: what people answered is filled in by the office.
                    return [
                        .paragraph(.body, [.bold(lead), .plain(" \(standing)")]),
                        .paragraph(.point, [.plain(words(MemoTexts.surveyFinding)), .blank]),
                    ]
                }
                return [.paragraph(.body, [.bold(lead), .plain(" \(standing) \(inspected(indicator))")])]
            }
    }

    /// How many items are met, which are not and what they are worth together.
    private func inspected(_ indicator: MemoFigures.Indicator) -> String {
        let met = indicator.items.count { figures.points[$0] == .full }
        let zero = indicator.items.filter { figures.points[$0] == .zero }
        let open = indicator.items.filter {
            figures.points[$0] == .unknown && report.findings[$0]?.verdict != .notApplicable
        }
        var text = [words(MemoTexts.met(met, of: indicator.items.count))]
        if !zero.isEmpty { text.append(words(MemoTexts.unmet(zero.map(named)))) }
        if !open.isEmpty { text.append(words(MemoTexts.open(open.map(named)))) }
        let gain = (zero + open).compactMap { report.worths[$0]?.oit }.reduce(0, +)
        if gain > 0 { text.append(words(MemoTexts.gain(gain.hundredths.text, report.instrument.id))) }
        return text.joined(separator: " ")
    }

    /// A title from outside as long as a line bears.
    func short(_ text: String, most: Int = 600) -> String {
        text.count > most ? text.prefix(most) + "…" : text
    }
}
