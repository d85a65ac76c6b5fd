/// A text in the two languages of the reports.
public struct BilingualText: Sendable, Hashable {
    public var th: String
    public var en: String

    public init(th: String, en: String) {
        self.th = th
        self.en = en
    }

    /// The text in one language; the other language where that one is empty.
    public func text(_ language: ReportLanguage) -> String {
        switch language {
        case .thai: th.isEmpty ? en : th
        case .english: en.isEmpty ? th : en
        }
    }
}

/// The languages in which the program speaks to people. Raw values are those of `--language`.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
    case thai = "th"
    case english = "en"
}
