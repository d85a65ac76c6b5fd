import Findings
import GradingCore
import WebEvidence

extension ReportPage {
    /// A letter ready to be copied; the button appears only where the script finds a clipboard.
    func letter(_ notice: VendorNotice) -> Markup {
        let failures = notice.failures.map { failure -> Markup in
            """
            <p>\(say(ReportTexts.problem)): \(say(failure.advice.problem))</p>
            <ul>\(failure.pages.map(occurrence))</ul>
            <p>\(say(ReportTexts.request)): \(say(failure.advice.request))</p>

            """
        }
        return """
            <div class="letter">
            <div class="text">\(element("p", ReportTexts.dearVendor))
            \(element("p", ReportTexts.letterOpening(of: assessment.agency.name)))
            \(failures)\(element("p", ReportTexts.letterEnd))</div>
            <p class="copy"><button type="button" hidden>\(say(ReportTexts.copy))</button> <span role="status"></span></p>
            </div>
            """
    }

    /// Address, status and the times at which it was tried.
    private func occurrence(_ page: Evidence) -> Markup {
        var facts: [Markup] = [page.status.map { "HTTP \($0)" } ?? "", "<code>\(page.outcome.rawValue)</code>"]
        facts += page.attempts.map { "\(ReportTime.local($0.startedAt))" }
        let hops = page.redirects.map { hop -> Markup in
            "<br>\(hop.status == 0 ? "→" : "→ HTTP \(hop.status)") <bdi dir=\"ltr\" class=\"url\">\(hop.location)</bdi>"
        }
        let address = page.via == .submitted ? page.submittedURL : page.url
        return """
            <li><bdi dir="ltr" class="url">\(address)</bdi>\(hops)<br>\
            \(Markup(facts.filter { !$0.isEmpty }, separator: ", "))</li>

            """
    }

    var causesSection: Markup {
        guard !causes.isEmpty else { return "" }
        return section(
            "causes", ReportTexts.causes,
            element("p", ReportTexts.causesIntro)
                + Markup(causes.enumerated().map { cause($0.element, number: $0.offset + 1) }))
    }

    private func cause(_ cause: SharedCause, number: Int) -> Markup {
        let worth = cause.items.reduce(Worth(oit: 0, overall: 0)) { sum, item in
            guard let worth = report.worths[item] else { return sum }
            return Worth(oit: sum.oit + worth.oit, overall: sum.overall + worth.overall)
        }
        let pages = cause.evidence.compactMap { report.evidence[$0] }
        let address: Markup =
            if case .address = cause.kind, let page = pages.first {
                "<p>\(Markup.address(page.submittedURL))</p>"
            } else { "" }
        var letter: Markup = ""
        if !cause.isAddress, let notice = VendorNotice(pages) {
            letter = "<details>\(element("summary", ReportTexts.forVendor))\(self.letter(notice))</details>"
        }
        return """
            <div class="cause" id="cause-\(number)">
            <h3>\(say(cause.title)) – \(say(ReportTexts.items(cause.items.count)))</h3>
            \(address)
            \(element("p", cause.explanation))
            <p>\(say(ReportTexts.itemsAffected)): \(Markup(cause.items.map(itemLink), separator: ", ")) – \
            \(say(ReportTexts.worthTogether(worth, report.instrument.id)))</p>
            <p class="fix"><b>\(say(ReportTexts.whatToDo)):</b> \(say(cause.advice))</p>
            \(letter)
            </div>

            """
    }

    /// The letter for an item, or where it stands when the cause of several items has one that names all its pages.
    func vendorPart(of finding: ItemFinding) -> Markup {
        guard let notice = vendorNotices[finding.item] else { return "" }
        let shared = causes.firstIndex { !$0.isAddress && notice.evidence.isSubset(of: $0.evidence) }
        if let shared {
            return """
                <p class="vendor"><a href="#cause-\(shared + 1)">\(say(ReportTexts.vendorAtCause))</a></p>
                """
        }
        return """
            <details class="vendor"><summary>\(say(ReportTexts.forVendor)) \
            <span class="of">\(finding.item.text)</span></summary>\(letter(notice))</details>
            """
    }
}

extension SharedCause {
    /// True where nothing is broken and nobody but the officer can help.
    fileprivate var isAddress: Bool {
        if case .address = kind { true } else { false }
    }
}
