import GradingCore
import WebEvidence

/// The texts of a page that it can say in both languages, each once. Elements name them by number, and the page's
/// script exchanges them, so that a second language costs little more than its words.
///
/// Belongs to one page while that is made; not shared between tasks.
final class PageDictionary {
    private var numbers: [BilingualText: Int] = [:]
    private var texts: [BilingualText] = []

    /// The text's number, from 0 in the order of first use; nil where both languages say the same.
    func number(of text: BilingualText) -> Int? {
        guard text.th != text.en, !text.th.isEmpty, !text.en.isEmpty else { return nil }
        if let known = numbers[text] { return known }
        numbers[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    /// All texts in one language as a JSON array for a `script` element: cleaned to one line each, and without the
    /// characters that could end the element.
    func script(in language: ReportLanguage) -> Markup {
        var json = "["
        for (position, text) in texts.enumerated() {
            if position > 0 { json += ",\n" }
            json += PageDictionary.quoted(text.text(language))
        }
        return Markup(stringLiteral: json + "]")
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = [34]
        for byte in CleanText.line(text).utf8 {
            switch byte {
            case 34, 92: bytes += [92, byte]
            case 38: bytes += Array("\\u0026".utf8)
            case 60: bytes += Array("\\u003C".utf8)
            case 62: bytes += Array("\\u003E".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes + [34], as: UTF8.self)
    }
}

extension ReportPage {
    /// `<name …>text</name>`, exchanged when the reader changes the language. `attributes` start with a space.
    func element(_ name: Markup, _ text: BilingualText, _ attributes: Markup = "") -> Markup {
        guard let number = dictionary.number(of: text) else {
            return "<\(name)\(attributes)\(onlyLanguage(of: text))>\(words(text))</\(name)>"
        }
        return "<\(name)\(attributes) data-t=\"\(number)\">\(words(text))</\(name)>"
    }

    /// The text inside other content.
    func say(_ text: BilingualText) -> Markup { element("span", text) }

    /// An `aria-label` that is exchanged with the language; starts with a space.
    func label(_ text: BilingualText) -> Markup {
        guard let number = dictionary.number(of: text) else { return " aria-label=\"\(words(text))\"" }
        return " aria-label=\"\(words(text))\" data-t-label=\"\(number)\""
    }

    /// Names the language of a text that exists in one only.
    private func onlyLanguage(of text: BilingualText) -> Markup {
        guard text.th.isEmpty != text.en.isEmpty else { return "" }
        return text.th.isEmpty ? " lang=\"en\"" : " lang=\"th\""
    }
}

extension ReportLanguage {
    /// The language that the page is not written in.
    var other: ReportLanguage { self == .thai ? .english : .thai }

    /// A text that is made anew in each language.
    static func each(_ make: (ReportLanguage) -> String) -> BilingualText {
        BilingualText(th: make(.thai), en: make(.english))
    }
}
