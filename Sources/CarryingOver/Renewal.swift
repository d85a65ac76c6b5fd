public import Checklists
public import GradingCore

/// What one part of an item's time rule asks of a carried answer in the new year.
public struct Renewal: Sendable, Hashable {
    /// How much is to be done. Raw values are the words of `--json`.
    public enum Necessity: String, Sendable, Hashable, CaseIterable {
        /// Evidence of the new year must be made and published.
        case renew
        /// What is there may stay as long as it still holds.
        case confirm
    }

    /// The part of the rule.
    public var code: CurrencyCode
    /// How much is to be done.
    public var necessity: Necessity
    /// What, in words with the years put in.
    public var what: BilingualText
    /// The fiscal year whose plan, data or report is asked; nil where none is.
    public var fiscalYear: FiscalYear?
    /// The days that the evidence must cover; nil where none are asked.
    public var period: CivilPeriod?
    /// First days of the months that are asked one by one; empty where none are.
    public var months: [CivilDate]
    /// How many of `months` are over on the assessment date and therefore owed already.
    public var monthsSoFar: Int
    /// The first day on which it can be complete; nil where that is at any time.
    public var possibleFrom: CivilDate?
    /// The last day; nil where nothing is known.
    public var due: CivilDate?

    /// Everything that a rule asks in a year, in its order.
    public static func all(
        of rule: CurrencyRule, year: FiscalYear, asOf: CivilDate, calendar: AssessmentCalendar?
    ) -> [Renewal] {
        rule.codes.map { code in
            let facts = RenewalFacts(code, year: year)
            let months = facts.isMonthly ? RenewalFacts.months(of: year) : []
            return Renewal(
                code: code, necessity: facts.necessity, what: facts.what, fiscalYear: facts.fiscalYear,
                period: facts.period, months: months,
                monthsSoFar: months.count { $0.lastOfMonth < asOf }, possibleFrom: facts.possibleFrom,
                due: calendar?.submission.to)
        }
    }
}

/// What a part of a rule means in a year.
private struct RenewalFacts {
    var necessity = Renewal.Necessity.renew
    var what: BilingualText
    var fiscalYear: FiscalYear?
    var period: CivilPeriod?
    var possibleFrom: CivilDate?
    var isMonthly = false

    init(_ code: CurrencyCode, year: FiscalYear) {
        let afterHalf = CivilDate(year: year.commonEra, month: 4, day: 1)
        what = RenewalTexts.text(code, year)
        switch code {
        case .noDate, .inForce, .currentState, .liveFunction, .liveLink, .coversCurrentFY, .signedByCurrentHead:
            necessity = .confirm
            if code == .coversCurrentFY { (fiscalYear, period) = (year, year.period) }
        case .currentFYPlan, .currentFYActivity, .newsDatedCurrentFY, .currentFY, .reportPeriod:
            (fiscalYear, period, possibleFrom) = (year, year.period, year.period?.from)
        case .currentFYData, .sixMonthsCurrentFY:
            (fiscalYear, period, possibleFrom) = (year, year.firstHalf, afterHalf)
        case .monthlyCurrentFY:
            (fiscalYear, period, possibleFrom) = (year, year.firstHalf, afterHalf)
            isMonthly = true
        case .previousFYReport, .previousFYAnalysis:
            (fiscalYear, period, possibleFrom) = (year.previous, year.previous.period, year.period?.from)
        }
    }

    /// October to March.
    static func months(of year: FiscalYear) -> [CivilDate] {
        [(-1, 10), (-1, 11), (-1, 12), (0, 1), (0, 2), (0, 3)].compactMap { shift, month in
            CivilDate(year: year.commonEra + shift, month: month, day: 1)
        }
    }
}
