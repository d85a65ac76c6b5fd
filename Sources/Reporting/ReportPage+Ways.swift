import Findings
import GradingCore
import WebEvidence

extension ReportPage {
    func evidenceLink(_ id: EvidenceID) -> Markup {
        report.evidence[id] == nil ? "\(id.text)" : "<a href=\"#\(id.text)\">\(id.text)</a>"
    }

    /// A link to the picture of a page; nothing where there is none.
    func pictureLink(_ id: EvidenceID) -> Markup {
        guard let pictures = report.pictures?.pictures,
            pictures.contains(where: { $0.evidence == id && $0.content != nil })
        else { return "" }
        return """
             <a href="\(ReportPictures.pageName)#\(id.text)">\(say(PictureWords.link)) \(id.text)</a>
            """
    }

    /// From each submitted address, as a tree: what was opened from it, by which link, and what became of it. Every
    /// page of an item is told here once; other parts name it by its number.
    func ways(of finding: ItemFinding) -> Markup {
        let tree = WayTree(finding.evidence, in: report.evidence)
        let entries = tree.roots.map { branch($0, tree, finding) }
        let content: Markup =
            entries.isEmpty ? element("p", ReportTexts.nothingSeen) : "<ul class=\"ways\">\(entries)</ul>\n"
        return block(ReportTexts.way, content)
    }

    private func branch(_ page: Evidence, _ tree: WayTree, _ finding: ItemFinding) -> Markup {
        let children = (tree.children[page.id] ?? []).map { branch($0, tree, finding) }
        let quotes = furtherQuotes(of: page, in: finding)
        let hops = page.redirects.map { hop -> Markup in
            "<li>\(say(ReportTexts.redirected(hop.status))) \(Markup.readableAddress(hop.target))</li>\n"
        }
        let inner: Markup =
            hops.isEmpty && quotes.isEmpty && children.isEmpty ? "" : "<ul>\(hops)\(quotes)\(children)</ul>"
        let title: Markup = page.title.isEmpty ? "" : " – <bdi lang=\"th\">\(page.title)</bdi>"
        return """
            <li>\(arrival(page))\(result(page)) (\(evidenceLink(page.id)))\(pictureLink(page.id))\(title)\(inner)</li>

            """
    }

    private func arrival(_ page: Evidence) -> Markup {
        let followed = page.linkText.isEmpty ? "" : "“<bdi lang=\"th\">\(page.linkText)</bdi>” " as Markup
        return switch page.via {
        case .submitted: "\(Markup.address(page.submittedURL)) "
        case .link: "\(say(ReportTexts.followedLink)) \(followed)\(Markup.readableAddress(page.url)) "
        case .embed: "\(say(ReportTexts.embedded)) \(followed)\(Markup.readableAddress(page.url)) "
        case .redirect: "\(say(ReportTexts.redirectedTo)) \(Markup.readableAddress(page.url)) "
        }
    }

    private func result(_ page: Evidence) -> Markup {
        element("b", page.outcome.words, " class=\"o \(page.outcome.shape)\"")
    }
}

extension Outcome {
    /// The shape beside its words: as for verdicts.
    fileprivate var shape: Markup {
        switch rule.effect {
        case .judged: "satisfied"
        case .unsatisfied: "unsatisfied"
        case .undecided, .undecidedUntilConfirmed: "undecided"
        }
    }
}

extension RedirectHop {
    /// Where the redirect led, absolute; the text as received where it is no address.
    var target: String {
        do {
            return try PageAddress(location, relativeTo: PageAddress(address)).text
        } catch {
            return location
        }
    }
}

/// Pages as they were reached from each other. Pages between a submitted address and a page of the item belong to the
/// way even where the item does not list them.
struct WayTree {
    private(set) var roots: [Evidence] = []
    private(set) var children: [EvidenceID: [Evidence]] = [:]

    init(_ pages: [EvidenceID], in evidence: [EvidenceID: Evidence]) {
        var known: Set<EvidenceID> = []
        for page in pages { add(page, evidence, &known) }
    }

    private mutating func add(
        _ id: EvidenceID, _ evidence: [EvidenceID: Evidence], _ known: inout Set<EvidenceID>
    ) {
        guard let page = evidence[id], known.insert(id).inserted else { return }
        // A page that was reached from itself, over whatever way, begins one.
        guard let from = page.from, evidence[from] != nil, !leadsBack(page, evidence) else {
            roots.append(page)
            return
        }
        add(from, evidence, &known)
        children[from, default: []].append(page)
    }

    private func leadsBack(_ page: Evidence, _ evidence: [EvidenceID: Evidence]) -> Bool {
        var seen: Set<EvidenceID> = [page.id]
        var next = page.from
        while let id = next, let stop = evidence[id] {
            guard seen.insert(id).inserted else { return true }
            next = stop.from
        }
        return false
    }
}
