import Findings
import GradingCore
import WebEvidence

extension ReportPage {
    func evidenceLink(_ id: EvidenceID) -> Markup {
        report.evidence[id] == nil ? "\(id.text)" : "<a href=\"#\(id.text)\">\(id.text)</a>"
    }

    /// For each page of an item: the submitted address, and step by step how the program came to the page.
    func ways(of finding: ItemFinding) -> Markup {
        let pages = finding.evidence.compactMap { report.evidence[$0] }
        let content: Markup =
            pages.isEmpty
            ? "<p>\(words(ReportTexts.nothingSeen))</p>" : "<ul class=\"ways\">\(pages.map(way))</ul>"
        return "<div class=\"block\"><h5>\(words(ReportTexts.way))</h5>\(content)</div>\n"
    }

    private func way(to page: Evidence) -> Markup {
        var steps: [Markup] = []
        for stop in chain(to: page) {
            switch stop.via {
            case .submitted: break
            case .link: steps.append("<li>\(words(ReportTexts.followedLink)) “\(Markup.foreign(stop.linkText))”</li>")
            case .embed: steps.append("<li>\(words(ReportTexts.embedded)) \(Markup.foreign(stop.linkText))</li>")
            case .redirect: steps.append("<li>\(words(ReportTexts.redirectedTo)) \(Markup.address(stop.url))</li>")
            }
            for hop in stop.redirects {
                steps.append(
                    "<li>\(words(ReportTexts.redirectedTo)) \(Markup.address(hop.location)) (\(hop.status))</li>")
            }
        }
        let isSaid = [page.submittedURL, page.redirects.last?.location, ""].contains(page.url)
        let end: Markup = isSaid ? "" : "<li>\(Markup.address(page.url))</li>"
        let trail: Markup = steps.isEmpty && end.isEmpty ? "" : "<ol>\(steps)\(end)</ol>"
        return """
            <li>\(evidenceLink(page.id)) \(Markup.address(page.submittedURL)) – \
            <span class="outcome">\(words(page.outcome.words))</span>\(trail)</li>

            """
    }

    /// From the submitted page to this one; a page that points back at itself ends the way.
    private func chain(to page: Evidence) -> [Evidence] {
        var stops = [page]
        var seen: Set<EvidenceID> = [page.id]
        while let from = stops.last?.from, let earlier = report.evidence[from], seen.insert(from).inserted {
            stops.append(earlier)
        }
        return stops.reversed()
    }

    var appendixSection: Markup {
        let facts: [(BilingualText, String)] = [
            (ReportTexts.run, assessment.run.text), (ReportTexts.version, assessment.toolVersion),
            (ReportTexts.digest, assessment.checklistDigest), (ReportTexts.started, assessment.startedAt),
            (ReportTexts.finished, assessment.finishedAt),
        ]
        let list = facts.map { "<div><dt>\(words($0.0))</dt><dd><code>\($0.1)</code></dd></div>" as Markup }
        return """
            <section id="appendix" aria-labelledby="appendix-title">
            <h2 id="appendix-title">\(words(ReportTexts.appendix))</h2>
            <dl class="facts">\(list)</dl>
            <h3>\(words(ReportTexts.pages)) (\(assessment.evidence.count))</h3>
            \(assessment.evidence.isEmpty ? "" : evidenceTable)
            </section>
            """
    }

    private var evidenceTable: Markup {
        table(
            [
                ReportTexts.evidence, ReportTexts.item, ReportTexts.address, ReportTexts.outcome, ReportTexts.file,
                ReportTexts.attempts,
            ], assessment.evidence.map(evidenceRow))
    }

    private func evidenceRow(_ page: Evidence) -> Markup {
        let attempts = page.attempts.map { attempt -> Markup in
            """
            <li>\(attempt.startedAt) <code>\(attempt.outcome.rawValue)</code> \
            \(attempt.status.map { String($0) } ?? "") \(attempt.milliseconds) ms</li>
            """
        }
        let detail: Markup = page.detail.isEmpty ? "" : "<br><span lang=\"en\">\(Markup.foreign(page.detail))</span>"
        let target: Markup =
            page.url.isEmpty || page.url == page.submittedURL ? "" : "<br>→ \(Markup.address(page.url))"
        return """
            <tr id="\(page.id.text)"><th scope="row">\(page.id.text)</th><td>\(itemLink(page.item))</td>\
            <td>\(Markup.address(page.submittedURL))\(target)<br>\(words(page.via.words)) \
            \(Markup.foreign(page.title))</td>\
            <td>\(words(page.outcome.words))<br><code>\(page.outcome.rawValue)</code> \
            \(page.status.map { String($0) } ?? "")\(detail)</td>\
            <td>\(page.contentType)<br>\(page.bytes) \(words(ReportTexts.bytes))<br>\
            <code class="digest">\(page.sha256)</code></td>\
            <td><ul class="attempts">\(attempts)</ul></td></tr>

            """
    }
}
