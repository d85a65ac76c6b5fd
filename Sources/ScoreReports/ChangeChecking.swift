import GradingCore

/// Compares stated changes with the figures of both years.
struct ChangeChecking {
    private(set) var checks: [ReportCheck] = []

    init(_ report: ScoreReport, _ years: [CheckedReport.Year]) {
        for statement in report.statements {
            guard case .change(let subject, let from, let to, let value, let isSigned) = statement.kind,
                let earlier = ChangeChecking.score(subject, from, years),
                let later = ChangeChecking.score(subject, to, years)
            else { continue }
            let change = later - earlier
            let difference = isSigned ? change - value : change.magnitude - value.magnitude
            checks.append(
                ReportCheck(
                    code: .change, subject: subject, year: to, agrees: difference.magnitude <= Fraction(1, over: 100),
                    stated: ChangeChecking.text(value, isSigned), computed: ChangeChecking.text(change, true),
                    place: statement.place))
        }
    }

    private static func score(
        _ subject: ReportSubject, _ year: FiscalYear, _ years: [CheckedReport.Year]
    ) -> Fraction? {
        years.first { $0.year == year }?.chosen[subject]?.value
    }

    private static func text(_ value: Fraction, _ isSigned: Bool) -> String {
        (isSigned && value > 0 ? "+" : "") + value.text(decimals: 2)
    }
}
