import Findings
import GradingCore
import WebEvidence

enum Variants {
    /// Nothing was found and nothing was looked at.
    static let empty: Assessment = {
        var assessment = Sample.assessment
        (assessment.items, assessment.evidence, assessment.notChecked, assessment.warnings) = ([], [], [], [])
        assessment.checklistNotes = []
        assessment.agency = AgencyProfile(name: "", website: "")
        assessment.isChecklistVerified = true
        assessment.finishedAt = ""
        return assessment
    }()

    /// Broken off after two items.
    static let partial: Assessment = {
        var assessment = Sample.assessment
        assessment.items = Array(assessment.items.prefix(2))
        assessment.isPartial = true
        return assessment
    }()

    /// Every outcome, reason, role, currency verdict, confidence and way.
    static let vocabulary: Assessment = {
        var assessment = Sample.assessment
        let page = assessment.evidence[0]
        assessment.evidence = Outcome.allCases.enumerated().map { number, outcome in
            var copy = page
            copy.id = EvidenceID(number + 1)
            copy.outcome = outcome
            copy.via = [.submitted, .link, .embed, .redirect][number % 4]
            copy.from = number > 0 ? EvidenceID(number) : nil
            copy.attempts[0].outcome = outcome
            return copy
        }
        var item = Sample.plan
        item.evidence = assessment.evidence.map(\.id)
        item.reasons = ReasonCode.allCases.filter { $0 != .satisfied }.map {
            Reason(code: $0, message: both("เหตุผล", "reason"), fix: both("แก้ไข", "fix"), evidence: nil)
        }
        item.currency.found = CurrencyVerdict.Role.allCases.map {
            CurrencyVerdict.FoundDate(
                text: "2566", role: $0, fiscalYears: [], period: nil, decides: false, evidence: EvidenceID(1))
        }
        item.elements = Verdict.allCases.flatMap { verdict in
            Confidence.allCases.map { confidence in
                ElementMatch(id: "x", title: both("ก", "a"), verdict: verdict, confidence: confidence)
            }
        }
        assessment.items = [item]
        for kind in CurrencyVerdict.Kind.allCases {
            var other = Sample.structure
            other.currency.verdict = kind
            assessment.items.append(other)
        }
        return assessment
    }()
}

/// What a hostile website could put into every text that comes from it.
enum Hostile {
    static let payloads = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><script>x",
        "</style><script>y</script>", "-->", "&#x3C;b&#x3E;", "javascript:alert(1)", "\u{1B}[31mred\u{1B}[0m",
        "\u{1B}]0;title\u{07}after", "\u{9B}2Jclear", "\u{202E}txt.exe", "\u{2066}iso\u{2069}", "a\u{0}b\u{7}c\u{8}",
        "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "  =1+1",
        "comma, \"quote\"\r\nnext line", "]]>", "${7*7}{{7*7}}", "\u{FEFF}bom\u{200B}zero", "\u{2028}line\u{2029}",
        "\u{E0041}tag", "＝1+1",
    ]
    /// All of them in one text after an ordinary start.
    static let all = "ก " + payloads.joined(separator: " ")

    static let assessment: Assessment = {
        var assessment = Sample.assessment
        assessment.agency = AgencyProfile(name: all, website: "javascript:alert(1)//", type: payloads[0], province: all)
        assessment.evidence = payloads.enumerated().map { number, payload in
            var page = Sample.evidence[number % Sample.evidence.count]
            page.id = EvidenceID(number + 1)
            page.submittedURL = payload
            page.url = "https://evil.example/\(payload)"
            (page.title, page.linkText, page.contentType, page.detail) = (payload, payload, payload, payload)
            page.via = .link
            page.from = EvidenceID(1)
            page.quotes = [Evidence.Quote(text: "ก่อน \(payload) หลัง", place: payload)]
            page.redirects = [RedirectHop(address: payload, status: 302, location: payload)]
            return page
        }
        assessment.items = assessment.items.map { finding in
            var item = finding
            item.title = both(all, all)
            item.evidence = assessment.evidence.map(\.id)
            item.reasons = item.reasons.map { reason in
                var copy = reason
                copy.message = both(all, all)
                if copy.fix != nil { copy.fix = both("=" + all, "=" + all) }
                return copy
            }
            item.elements = payloads.enumerated().map { number, payload in
                ElementMatch(
                    id: payload, title: both(payload, payload), verdict: .satisfied, confidence: .high,
                    evidence: EvidenceID(number + 1), quote: payload)
            }
            item.hints = [Hint(code: payloads[0], message: both(all, all))]
            item.currency.verdict = .undated
            item.currency.missing = payloads
            item.currency.found = [
                CurrencyVerdict.FoundDate(
                    text: all, role: .other, fiscalYears: [], period: nil, decides: true, evidence: EvidenceID(1))
            ]
            return item
        }
        assessment.warnings = [both(all, all)]
        assessment.notChecked = payloads.map { NotChecked(item: ItemID($0), url: $0, why: both($0, $0)) }
        return assessment
    }()
}
