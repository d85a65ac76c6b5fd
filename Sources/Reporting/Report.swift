public import Findings
public import GradingCore

/// One assessment ready to be written: its score and plan are counted once, and each renderer is a function from it to
/// bytes or text. The same assessment and frame always give the same bytes; no clock, locale or file is read.
public struct Report: Sendable {
    /// What was found.
    public let assessment: Assessment
    /// How the year is scored and what its parts are called.
    public let frame: ReportFrame
    /// Score of the inspected instrument; items without a finding count as unknown.
    public let score: OITScore
    /// What to mend first; items that do not apply to the agency are left aside.
    public let plan: MendingPlan

    /// Pictures of what decided; nil where none were asked for.
    public var pictures: ReportPictures?

    package let instrument: InstrumentFrame
    package let worths: [ItemID: Worth]
    package let evidence: [EvidenceID: Evidence]
    package let findings: [ItemID: ItemFinding]

    /// Nil when the frame has no instrument with items, so that there is nothing to report.
    public init?(_ assessment: Assessment, frame: ReportFrame) {
        let points = assessment.items.reduce(into: [ItemID: ItemPoints]()) { $0[$1.item] = ItemPoints($1.verdict) }
        let foreign = Set(assessment.items.filter { $0.verdict == .notApplicable }.map(\.item))
        guard let instrument = frame.framework.inspected,
            let plan = MendingPlan(of: instrument, items: points, leavingAside: foreign)
        else { return nil }
        self.assessment = assessment
        self.frame = frame
        self.instrument = instrument
        self.plan = plan
        score = plan.start
        worths = instrument.worths
        evidence = assessment.evidence.reduce(into: [:]) { $0[$1.id] = $1 }
        findings = assessment.items.reduce(into: [:]) { $0[$1.item] = $1 }
    }

    /// The marks worth reaching: the pass mark and the highest level's, ascending.
    package var targets: [Hundredths] {
        let pass = Hundredths(frame.framework.passMarkHundredths)
        return Set([pass, frame.framework.levels.thresholds.last ?? pass]).sorted()
    }

    /// What to do for an item: the advice of its reasons in order, without repetition.
    package func fixes(of finding: ItemFinding) -> [BilingualText] {
        var seen: Set<BilingualText> = []
        return finding.reasons.compactMap(\.fix).filter { seen.insert($0).inserted }
    }

    func count(_ verdict: Verdict) -> Int { assessment.items.count { $0.verdict == verdict } }
}
