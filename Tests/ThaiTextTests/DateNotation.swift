import GradingCore
import ThaiText

/// Writes dates in the short notation of the test tables: `day 2023-03-31`, `FY 2566`, `BE 2566 law`.
func notation(_ text: String) -> [String] {
    datesFound(in: NormalisedText(text)).map(notation)
}

func notation(_ date: TextDate) -> String {
    notation(date.kind) + (date.role == .covers ? "" : " \(date.role.rawValue)") + (date.isAssessmentResult ? " !" : "")
}

/// What the date is of, when it is not of the text.
func notation(_ subject: TextDate.Subject?) -> String {
    switch subject {
    case .assessmentResult: " of a result"
    case .assessment: " of the assessment"
    case .elsewhere: " elsewhere"
    case .copyright: " of the website"
    case nil: ""
    }
}

func notation(_ kind: TextDate.Kind) -> String {
    switch kind {
    case .day(let day): "day \(day.iso)"
    case .daySpan(let span): "days \(span.from.iso)..\(span.to.iso)"
    case .month(let month): "month \(month.iso)"
    case .monthSpan(let first, let last): "months \(first.iso)..\(last.iso)"
    case .fiscalYear(let year): "FY \(year.year)"
    case .fiscalYearSpan(let first, let last): "FY \(first.year)..\(last.year)"
    case .calendarYear(let year): "BE \(year)"
    case .yearSpan(let first, let last): "BE \(first)..\(last)"
    case .quarter(let quarter, let year): "Q\(quarter) \(year.year)"
    case .quarterSpan(let first, let last, let year): "Q\(first)..\(last) \(year.year)"
    case .half(let half, let year): "H\(half) \(year.year)"
    case .twelveMonths(let year): "12M \(year.year)"
    case .monthNameOnly(let month): "name \(month)"
    case .monthNameSpan(let first, let last): "names \(first)..\(last)"
    case .dayAndMonthOnly(let day, let month): "dm \(day)/\(month)"
    case .quarterOnly(let first, let last): first == last ? "Q\(first)" : "Q\(first)..\(last)"
    case .sixMonthsOnly(let half): "H\(half)"
    case .twelveMonthsOnly: "12M"
    }
}
