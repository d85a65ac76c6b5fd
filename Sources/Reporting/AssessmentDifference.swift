public import Findings
public import GradingCore
import WebEvidence

/// What changed between two runs: figures, verdicts and why, evidence, and what went in. A pure function of two
/// reports; times of day never count as a difference.
///
/// Items are matched by topic, because the same topic has another number nearly every year; evidence is matched by
/// item and address.
public struct AssessmentDifference: Sendable, Hashable {
    /// The older run.
    public let before: RunHead
    /// The newer run.
    public let after: RunHead
    /// What went in and differs, in a fixed order.
    public let inputs: [InputDifference]
    /// Every figure of either run.
    public let score: ScoreDifference
    /// Items with a difference: in the order of the newer run, then those that only the older run has.
    public let items: [ItemDifference]
    /// Items that are the same in verdict, reasons, elements, currency and evidence.
    public let unchangedItems: Int
    /// Addresses with a difference: in the order of the newer run, then those that only the older run has.
    public let evidence: [EvidenceDifference]
    /// Addresses at which the same was found.
    public let unchangedEvidence: Int
    /// What the newer run did not look at and the older one did not list as such.
    public let notCheckedAdded: [NotChecked]
    /// What the older run did not look at and the newer one does not list any more.
    public let notCheckedRemoved: [NotChecked]
    /// What changed in the text of a page, by the address of the evidence; filled by whoever has the pages.
    public var texts: [String: TextDifference] = [:]

    /// Compares two runs.
    public init(from older: ReportedRun, to newer: ReportedRun) {
        let (from, to) = (older.assessment, newer.assessment)
        before = RunHead(from)
        after = RunHead(to)
        inputs = InputDifference.all(from, to)
        score = ScoreDifference(from: older.score, to: newer.score)
        let pairs = ItemPair.all(from, to)
        let pages = EvidencePair.all(from, to, items: pairs)
        let differing = pages.filter { !$0.difference.changes.isEmpty }
        evidence = EvidenceDifference.merged(differing.map(\.difference))
        unchangedEvidence = Set(pages.map(\.difference.address)).subtracting(evidence.map(\.address)).count
        let ofPair = Dictionary(grouping: differing) { $0.pair }.mapValues { $0.map(\.difference) }
        let known = ItemDifference.KnownCauses(
            inputs: inputs, didEvidenceChange: differing.contains(where: \.difference.isFromOutside))
        let all = pairs.enumerated().map { index, pair in
            ItemDifference(
                pair, evidence: ofPair[index] ?? [], known: known,
                worth: pair.after.map { newer.score.worths[$0.item] }
                    ?? pair.before.flatMap { older.score.worths[$0.item] })
        }
        items = all.filter { $0.kind != nil }
        unchangedItems = all.count - items.count
        notCheckedAdded = to.notChecked.filter { !from.notChecked.contains($0) }
        notCheckedRemoved = from.notChecked.filter { !to.notChecked.contains($0) }
    }

    /// Compares two reports.
    public init(from older: Report, to newer: Report) { self.init(from: older.reported, to: newer.reported) }

    /// True when nothing at all differs, times aside.
    public var isEmpty: Bool {
        inputs.isEmpty && !score.isChanged && items.isEmpty && evidence.isEmpty && notCheckedAdded.isEmpty
            && notCheckedRemoved.isEmpty
    }

    /// Items of one kind, in order.
    public func items(_ kind: ItemDifference.Kind) -> [ItemDifference] { items.filter { $0.kind == kind } }

    /// Items whose verdict is another: what a new judgement of the same evidence is asked about.
    public var moved: [ItemDifference] { items(.moved) }
}

/// Which run it was.
public struct RunHead: Sendable, Hashable {
    public let run: RunID
    public let agency: AgencyProfile
    public let fiscalYear: FiscalYear
    public let asOf: CivilDate
    public let toolVersion: String
    public let checklistDigest: String
    /// UTC, ISO 8601 with `Z`.
    public let startedAt: String
    /// UTC, ISO 8601 with `Z`.
    public let finishedAt: String
    public let isPartial: Bool

    /// The head of an assessment.
    public init(_ assessment: Assessment) {
        run = assessment.run
        agency = assessment.agency
        fiscalYear = assessment.fiscalYear
        asOf = assessment.asOf
        toolVersion = assessment.toolVersion
        checklistDigest = assessment.checklistDigest
        startedAt = assessment.startedAt
        finishedAt = assessment.finishedAt
        isPartial = assessment.isPartial
    }
}

/// Something that went into both runs and differs.
public struct InputDifference: Sendable, Hashable {
    /// Raw values are the words of `oit-diff/1`.
    public enum Input: String, Sendable, Hashable, CaseIterable {
        case agency, website, province
        case agencyType = "agency_type"
        case fiscalYear = "fiscal_year"
        case asOf = "as_of"
        /// The digest of the checklist.
        case checklist
        /// The version of the program.
        case program
        /// Whether the run was broken off.
        case partial
    }
    public let input: Input
    /// As in `report.json`.
    public let before: String
    /// As in `report.json`.
    public let after: String

    static func all(_ from: Assessment, _ to: Assessment) -> [InputDifference] {
        let values: [(Input, (Assessment) -> String)] = [
            (.agency, { $0.agency.name }), (.website, { $0.agency.website }), (.agencyType, { $0.agency.type }),
            (.province, { $0.agency.province }), (.fiscalYear, { String($0.fiscalYear.year) }),
            (.asOf, { $0.asOf.iso }), (.checklist, { $0.checklistDigest }), (.program, { $0.toolVersion }),
            (.partial, { $0.isPartial ? "true" : "false" }),
        ]
        return values.compactMap { input, value in
            value(from) == value(to) ? nil : InputDifference(input: input, before: value(from), after: value(to))
        }
    }
}

/// The figures of two runs side by side.
public struct ScoreDifference: Sendable, Hashable {
    /// One figure; nil on a side whose run does not have it.
    public struct Figure: Sendable, Hashable {
        /// Id of an indicator or sub-indicator; empty for the instrument and its contribution.
        public let id: String
        public let before: HundredthsInterval?
        public let after: HundredthsInterval?
        public var isChanged: Bool { before != after }
    }
    public let oit: Figure
    public let contribution: Figure
    /// By number.
    public let indicators: [Figure]
    /// By number.
    public let subIndicators: [Figure]

    init(from older: ReportedScore, to newer: ReportedScore) {
        func paired(_ old: [String: HundredthsInterval], _ new: [String: HundredthsInterval]) -> [Figure] {
            Set(old.keys).union(new.keys).sorted { IndicatorOrder($0) < IndicatorOrder($1) }
                .map { Figure(id: $0, before: old[$0], after: new[$0]) }
        }
        oit = Figure(id: "", before: older.oit, after: newer.oit)
        contribution = Figure(id: "", before: older.contribution, after: newer.contribution)
        indicators = paired(older.indicators, newer.indicators)
        subIndicators = paired(older.subIndicators, newer.subIndicators)
    }

    /// True when any figure differs.
    public var isChanged: Bool { ([oit, contribution] + indicators + subIndicators).contains(where: \.isChanged) }
}

/// Ids of indicators by their numbers: `9.2` before `9.10`, `9` before `10`.
struct IndicatorOrder: Comparable {
    private let numbers: [Int]
    private let text: String
    init(_ id: String) {
        text = id
        numbers = id.split(separator: ".").map { Int($0) ?? .max }
    }
    static func < (left: IndicatorOrder, right: IndicatorOrder) -> Bool {
        left.numbers == right.numbers
            ? left.text < right.text : left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
