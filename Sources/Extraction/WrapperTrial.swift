import WebEvidence

/// One example or decoy of a rule, tried against all rules together.
struct WrapperTrial {
    enum Kind: Hashable {
        case address(WrapperRules.AddressRule.Asking)
        case interstitial, inside, service

        var needsMarkup: Bool { self == .interstitial || self == .inside }
    }

    var rule: String
    var kind: Kind
    /// JSON path.
    var place: String
    /// Of the wrapper, or of the page with the markup.
    var address: PageAddress
    var markup: String
    /// What must come out; empty for a decoy.
    var opens: String

    private var isDecoy: Bool { place.contains(".decoys[") }

    /// An example must give just what it says, by its own rule; a decoy must not be touched by that rule.
    func problems(of rules: WrapperRules) -> [WrapperRulesError.Problem] {
        let found = found(by: rules)
        let isRight = isDecoy ? found == nil : found == opens
        if isRight { return [] }
        let message =
            isDecoy
            ? "The rule must leave this alone and opens \(found ?? "")."
            : "The rule must open \(opens.isEmpty ? "this" : opens) and gives \(found ?? "nothing")."
        return [WrapperRulesError.Problem(path: place, message: message)]
    }

    /// What this rule makes of it; nil for nothing.
    private func found(by rules: WrapperRules) -> String? {
        switch kind {
        case .address(let asking):
            let way =
                asking == .first
                ? rules.contentAddress(of: address) : rules.contentAddress(behindPageAt: address)
            return way?.steps.first { $0.rule == rule }?.to.text
        case .interstitial:
            let way = rules.interstitial(at: address, body: Array(markup.utf8))
            return way?.steps.first { $0.rule == rule }?.to.text
        case .inside:
            guard let own = rules.inside.first(where: { $0.id == rule }) else { return nil }
            let page = "<!DOCTYPE html><title>x</title>" + markup
            let document = extractedDocument(
                body: Array(page.utf8), contentType: "text/html; charset=utf-8", lastModified: nil, address: address,
                wrappers: WrapperRules(inside: [own]))
            return document.embeds.first { $0.title == own.title }?.address?.text
        case .service:
            return rules.service(of: address).flatMap { $0.id == rule ? "" : nil }
        }
    }
}
