public import GradingCore

/// A score that a report states.
public struct ReportFigure: Sendable, Hashable {
    /// Where it stands: tables are believed before sentences.
    public enum Source: String, Sendable, Hashable, CaseIterable {
        case table, prose
    }
    /// By what it was known whose score it is.
    public enum Known: String, Sendable, Hashable, CaseIterable {
        case name, number
        case nameAndNumber = "name_and_number"
    }

    public var subject: ReportSubject
    public var year: FiscalYear
    /// 0...100, as stated.
    public var value: Fraction
    /// Digits after the point as written.
    public var decimals: Int
    public var source: Source
    public var known: Known
    public var place: ReportPlace
}

/// A level that a report states for the agency or, in a row, for one indicator.
public struct StatedLevel: Sendable, Hashable {
    /// Official name.
    public var level: String
    public var year: FiscalYear
    /// `overall` for the agency's own.
    public var subject: ReportSubject
    public var place: ReportPlace
}

/// What a report says about its scores besides them.
public struct ReportStatement: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// An instrument's share of the overall score.
        case weighted(instrument: String, Fraction)
        /// From an earlier year to a later one; `isSigned` where the direction is written.
        case change(ReportSubject, from: FiscalYear, to: FiscalYear, Fraction, isSigned: Bool)
        /// So many indicators (of the instrument, where one is named) meet a condition.
        case count(Int, ScoreCondition, instrument: String?)
        /// These indicators are said to have the highest or lowest score.
        case highest(indicator: String)
        case lowest(indicator: String)
    }
    public var kind: Kind
    public var year: FiscalYear
    public var place: ReportPlace
}

/// Which scores a sentence counts.
public enum ScoreCondition: Sendable, Hashable {
    case atLeast(Fraction)
    case above(Fraction)
    case below(Fraction)
    /// Both ends included.
    case between(Fraction, Fraction)

    /// Does a score meet it? Sentences are loose about equality: `isStrict` decides for `above` and `atLeast`.
    func holds(_ score: Fraction, isStrict: Bool) -> Bool {
        switch self {
        case .atLeast(let mark), .above(let mark): isStrict ? score > mark : score >= mark
        case .below(let mark): isStrict ? score < mark : score <= mark
        case .between(let low, let high): low <= score && score <= high
        }
    }
}
