import GradingCore

/// Lines of a terminal in one language, cut to its width.
struct TerminalLines {
    enum Style: String {
        case plain = ""
        case bold = "1"
        case green = "32"
        case red = "31"
        case yellow = "33"
        case dim = "2"

        init(_ verdict: Verdict) {
            switch verdict {
            case .satisfied: self = .green
            case .unsatisfied: self = .red
            case .undecided: self = .yellow
            case .notApplicable: self = .dim
            }
        }
    }

    let language: ReportLanguage
    let width: Int
    let color: Bool
    private(set) var text = ""

    init(language: ReportLanguage, width: Int, color: Bool) {
        self.language = language
        self.width = width
        self.color = color
    }

    func words(_ both: BilingualText) -> String { both.text(language) }

    func styled(_ text: String, _ style: Style) -> String {
        color && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    mutating func add(_ line: String, style: Style = .plain) {
        add(raw: styled(TextWidth.cut(line, to: width), style))
    }

    mutating func add(wrapping text: String, indent: Int, style: Style = .plain) {
        for line in TextWidth.wrapped(text, to: width - indent) {
            add(raw: String(repeating: " ", count: indent) + styled(line, style))
        }
    }

    /// A line that fits already and may hold colours.
    mutating func add(raw line: String) {
        var end = line[...]
        while end.last == " " { end.removeLast() }
        text += end + "\n"
    }
}

extension HundredthsInterval {
    /// `82.76`, or `71.00 – 96.50` where it is not certain.
    var shown: String { isCertain ? lowest.text : "\(lowest) – \(highest)" }
}
