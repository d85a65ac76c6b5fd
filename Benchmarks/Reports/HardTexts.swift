import Findings
import GradingCore
import WebEvidence

/// What a hostile website could put into every text that comes from it. A report that let one of them become markup
/// would open a dialogue, change its title or show an element of class `injected`.
enum HostileTexts {
    private static let payloads = [
        "<script>alert(1)</script>", "\"><img class=injected src=x onerror=alert(1)>",
        "' onmouseover='alert(1)' class='injected",
        "</title><script>alert(2)</script>", "</style><style>body{display:none}</style>",
        "</script><script>alert(3)</script>",
        "<!--<script>", "--><b class=injected>x</b>", "]]><svg class=injected onload=alert(4)>", "javascript:alert(5)",
        "data:text/html,<script>alert(6)</script>", "\u{1B}[31mred", "\u{202E}txt.exe", "a\u{0}b",
        "\u{2028}line\u{2029}",
        "</details></article></main>", "&lt;b class=injected&gt;", "\\u003cb class=injected\\u003e", "{{7*7}}${7*7}",
        "http://evil.example/\"onfocus=alert(7) autofocus=\"", "http://evil.example/?<b class=injected>",
    ]
    private static let every = "ก " + payloads.joined(separator: " ")

    static func put(into assessment: Assessment) -> Assessment {
        var hostile = assessment
        hostile.agency = AgencyProfile(name: every, website: "javascript:alert(8)//", province: every)
        hostile.evidence = assessment.evidence.enumerated().map { number, page in
            var page = page
            let payload = payloads[number % payloads.count]
            if page.via == .submitted { page.submittedURL = payload }
            page.url = number % 2 == 0 ? payload : "https://evil.example/\(payload)"
            (page.title, page.linkText, page.detail, page.contentType) = (payload, payload, payload, payload)
            page.quotes = page.quotes.map { Evidence.Quote(text: "ก่อน \(payload) หลัง", place: $0.place) }
            page.redirects = [RedirectHop(address: payload, status: 302, location: payload)]
            return page
        }
        hostile.items = assessment.items.map { item in
            var item = item
            let text = BilingualText(th: every, en: "a " + every)
            item.title = text
            item.reasons = item.reasons.map { Reason(code: $0.code, message: text, fix: text, evidence: $0.evidence) }
            item.elements = item.elements.enumerated().map { number, element in
                var element = element
                let payload = payloads[number % payloads.count]
                element.quote = "ก่อน \(payload) หลัง"
                element.surroundings = QuoteSurroundings(words: payload, before: every, after: every)
                return element
            }
            item.currency.missing = payloads
            return item
        }
        hostile.warnings = [BilingualText(th: every, en: "a " + every)]
        hostile.notChecked = payloads.map { NotChecked(item: ItemID($0), url: $0, why: BilingualText(th: $0, en: $0)) }
        hostile.personalData[0].masked = payloads[0]
        return hostile
    }
}

/// Names and addresses that are longer than any screen is wide, with and without a place to break.
enum LongTexts {
    static func put(into assessment: Assessment) -> Assessment {
        var long = assessment
        let name = "องค์การบริหารส่วนตำบล" + String(repeating: "ทุ่งตัวอย่างใหญ่", count: 12)
        let word = String(repeating: "Donaudampfschifffahrt", count: 8)
        long.agency = AgencyProfile(name: name, website: "https://www.\(word.lowercased()).example/", province: name)
        long.evidence = assessment.evidence.map { page in
            var page = page
            page.url += "?" + String(repeating: "parameter=", count: 40)
            if page.via == .submitted { page.submittedURL += "&" + String(repeating: "ยาว", count: 80) }
            page.title += " " + word
            page.quotes = page.quotes.map { Evidence.Quote(text: word + $0.text, place: $0.place) }
            return page
        }
        long.items = assessment.items.map { item in
            var item = item
            item.title = BilingualText(th: item.title.th + name, en: "\(item.title.en) \(word)")
            return item
        }
        return long
    }
}
