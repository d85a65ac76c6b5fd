package import GradingCore

/// What a memo is to be beside the report that it tells of.
package struct MemoSettings: Sendable {
    package var language: ReportLanguage
    /// Thai digits everywhere but in ids and addresses.
    package var hasThaiDigits: Bool
    /// Indicators from this score are a strength.
    package var strengthFrom: Hundredths
    /// Indicators below this score are to be improved; from here to `strengthFrom` they are kept and developed.
    package var improveBelow: Hundredths
    /// The fiscal year in which the measures are carried out; the year after the assessed one unless named.
    package var actionYear: FiscalYear?
    /// Figures of other instruments, or of the published result; nil for the inspected instrument alone.
    package var figures: GivenFigures?

    /// The usual limits: strength from 95, improve below 85.
    package init(language: ReportLanguage) {
        self.language = language
        hasThaiDigits = false
        strengthFrom = Hundredths(9_500)
        improveBelow = Hundredths(8_500)
        actionYear = nil
        figures = nil
    }
}
