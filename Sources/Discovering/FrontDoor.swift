import Assessing
import Extraction
import WebEvidence

/// Opens the front page and tells whether it is the front page of a website that can be searched.
struct FrontDoor {
    let request: DiscoveryRequest
    let reading: SiteReading

    enum Answer {
        case page(OpenedPage)
        case problem(DiscoveryProblem, DiscoveryEffort)
    }

    func opened() async -> Answer {
        let website = request.website.withoutFragment
        if let problem = knownElsewhere(website) { return .problem(problem, DiscoveryEffort()) }
        guard let page = await reading.pages([website], frontPage: nil)[website] else {
            return .problem(.unreachable(.internal), DiscoveryEffort())
        }
        var effort = DiscoveryEffort()
        effort.pages = 1
        effort.requests = page.record.attempts.count + page.record.redirects.count { $0.status > 0 }
        effort.bytes = page.record.body.count
        if var problem = problem(of: page) {
            if problem == .robotsRefused {
                // Whose robots.txt cannot be asked for is shut, but by no wish of its own.
                let outcome = await reading.robotsOutcome(of: page.record.final)
                let isAnswered = outcome == .ok || outcome == .http404 || outcome == .http4xx || outcome == .http410
                if !isAnswered { problem = .unreachable(outcome) }
            }
            effort.failed = 1
            return .problem(problem, effort)
        }
        return .page(page)
    }

    /// Places that are no website of an agency, told by their address.
    private func knownElsewhere(_ address: PageAddress) -> DiscoveryProblem? {
        let place = SiteBounds.bare(address.host) + address.path
        let isStore = request.rules.traps.appStores.contains { store in
            place == store || place.hasPrefix(store + "/") || SiteBounds.bare(address.host) == store
        }
        if isStore { return .appStore(address.host) }
        if let service = request.wrappers.service(of: address) { return .socialNetwork(service.name.english) }
        return nil
    }

    private func problem(of page: OpenedPage) -> DiscoveryProblem? {
        let final = page.record.final
        if let elsewhere = knownElsewhere(final) { return elsewhere }
        if leadsElsewhere(page) { return .otherSite(final) }
        switch page.outcome {
        case .ok: break
        case .loginRequired, .permissionRequired: return .loginWall
        case .robotsRefused: return .robotsRefused
        case .blocked: return .blocked(page.outcome)
        case .scriptOnly: return .scriptOnly
        case .unsupportedType, .unreadableDocument, .scannedWithoutText: return .noPage(page.outcome)
        default:
            // A front page with next to nothing on it may still lead on, and so may one with a poor certificate.
            let mayLead = page.outcome == .empty || page.outcome.isTLS
            guard mayLead, let document = page.document, !document.links.isEmpty || !document.embeds.isEmpty else {
                return .unreachable(page.outcome)
            }
        }
        guard let document = page.document, page.kind == .html else { return .noPage(.unsupportedType) }
        if document.needsScript, document.links.isEmpty, document.embeds.isEmpty { return .scriptOnly }
        return nil
    }

    /// True when redirects ended on a host that is neither below nor above the one that was asked for.
    private func leadsElsewhere(_ page: OpenedPage) -> Bool {
        let asked = SiteBounds.bare(page.record.requested.host)
        let final = SiteBounds.bare(page.record.final.host)
        if asked == final {
            return SiteBounds(front: page.record.requested, traps: request.rules.traps).isOwn(page.record.final)
                == false
        }
        return !final.hasSuffix("." + asked) && !asked.hasSuffix("." + final)
    }
}
