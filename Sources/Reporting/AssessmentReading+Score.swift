import Findings
import FoundationEssentials
public import GradingCore

/// The figures of one report, with two decimals as they were printed.
public struct ReportedScore: Sendable, Hashable {
    /// By sub-indicator id.
    public var subIndicators: [String: HundredthsInterval]
    /// By indicator id.
    public var indicators: [String: HundredthsInterval]
    /// Of the inspected instrument.
    public var oit: HundredthsInterval
    /// The instrument's share of the overall score.
    public var contribution: HundredthsInterval
    /// What each item is worth in points of the instrument; only items of the report.
    public var worths: [ItemID: Hundredths]
    /// Score from which the year counts as passed; nil where the report does not tell.
    public var passMark: Hundredths?

    /// From figures that belong together.
    public init(
        subIndicators: [String: HundredthsInterval], indicators: [String: HundredthsInterval],
        oit: HundredthsInterval, contribution: HundredthsInterval, worths: [ItemID: Hundredths] = [:],
        passMark: Hundredths? = nil
    ) {
        self.subIndicators = subIndicators
        self.indicators = indicators
        self.oit = oit
        self.contribution = contribution
        self.worths = worths
        self.passMark = passMark
    }

    /// The figures that a report prints.
    public init(_ report: Report) {
        self.init(
            subIndicators: report.score.subIndicators.mapValues(\.hundredths),
            indicators: report.score.indicators.mapValues(\.published), oit: report.score.oit.published,
            contribution: report.score.contribution.published,
            worths: report.assessment.items.reduce(into: [:]) {
                $0[$1.item] = (report.worths[$1.item]?.oit ?? 0).hundredths
            },
            passMark: Hundredths(report.frame.framework.passMarkHundredths))
    }
}

extension ReportedScore {
    init(reading report: ReportMembers) throws {
        let score = try report.object("score")
        let worths = try report.list("items", of: ReadWorth.self)
        self.init(
            subIndicators: try score.intervals("sub_indicators"), indicators: try score.intervals("indicators"),
            oit: try score.value("oit", of: ReadInterval.self).value,
            contribution: try score.value("contribution", of: ReadInterval.self).value,
            worths: worths.reduce(into: [:]) { $0[$1.item] = $1.oit },
            passMark: try score.optional("pass_mark", of: ReadFigure.self)?.value)
    }
}

extension ReportMembers {
    fileprivate func intervals(_ name: String) throws -> [String: HundredthsInterval] {
        try optional(name, of: [String: ReadInterval].self)?.mapValues(\.value) ?? [:]
    }
}

private struct ReadWorth: Decodable {
    let item: ItemID
    let oit: Hundredths?
    init(from decoder: any Decoder) throws {
        let finding = try ReportMembers(decoder)
        item = ItemID(try finding.text("id"))
        oit = try finding.optional("worth", of: ReadWorthFigures.self)?.oit
    }
}

private struct ReadWorthFigures: Decodable {
    let oit: Hundredths?
    init(from decoder: any Decoder) throws {
        oit = try ReportMembers(decoder).optional("oit", of: ReadFigure.self)?.value
    }
}

private struct ReadInterval: Decodable {
    let value: HundredthsInterval
    init(from decoder: any Decoder) throws {
        let ends = try ReportMembers(decoder)
        value = HundredthsInterval(
            try ends.value("lowest", of: ReadFigure.self).value, try ends.value("highest", of: ReadFigure.self).value)
    }
}

private struct ReadFigure: Decodable {
    let value: Hundredths
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let figure = Hundredths(decimal: try container.decode(String.self)), figure >= Hundredths(0),
            figure <= Hundredths(10_000)
        else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a figure from 0.00 to 100.00 was expected")
        }
        value = figure
    }
}
