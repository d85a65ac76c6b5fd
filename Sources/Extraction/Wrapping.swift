public import WebEvidence

/// The way from a submitted address to what its wrapper shows.
public struct Unwrapped: Sendable, Hashable {
    /// One rule that applied.
    public struct Step: Sendable, Hashable {
        /// Id of the rule.
        public var rule: String
        public var from: PageAddress
        public var to: PageAddress
        /// What the wrapper is and what is opened instead.
        public var says: WrapperRules.Text
    }

    /// In order, never empty.
    public var steps: [Step]
    /// What is to be asked for.
    public var target: PageAddress
    /// True where the address may be wrong: its answer counts only when it is better than the page before it.
    public var isGuess = false
}

extension WrapperRules {
    /// Wrappers inside wrappers are opened so deep; what is nested deeper is asked for as it is written.
    static let deepest = 4

    /// The address that holds the content of a viewer, player or cloud drive.
    ///
    /// - Returns: nil for an address that is no wrapper, whose content cannot be told from the address, or that wraps
    ///   itself or more than four others. Only http and https addresses are ever given.
    public func contentAddress(of address: PageAddress) -> Unwrapped? {
        unwrapped(address, asking: [.first])
    }

    /// The same for addresses that are asked first, because they may lead elsewhere or be dead themselves: what to ask
    /// for when `address` answered with a page and no redirect.
    public func contentAddress(behindPageAt address: PageAddress) -> Unwrapped? {
        unwrapped(address, asking: [.then, .try])
    }

    /// The rules that may fit addresses of a host: the same answers for it, sooner.
    public func concerning(host: String) -> WrapperRules {
        var rules = self
        rules.direct = direct.filter { $0.hosts.contains { $0.matches(host) } }
        rules.interstitials = interstitials.filter { $0.hosts.contains { $0.matches(host) } }
        return rules
    }

    /// True where a page at this address may stand before its content.
    public func leadsOn(fromPageAt address: PageAddress) -> Bool {
        interstitials.contains { $0.hosts.contains { $0.matches(address.host) } }
            || contentAddress(of: address) != nil || contentAddress(behindPageAt: address) != nil
    }

    private func unwrapped(_ address: PageAddress, asking: Set<AddressRule.Asking>) -> Unwrapped? {
        var steps: [Unwrapped.Step] = []
        var isGuess = false
        var seen: Set<PageAddress> = [address.withoutFragment]
        var current = address
        var asking = asking
        while let (rule, target) = step(from: current, asking: asking) {
            guard steps.count < WrapperRules.deepest, seen.insert(target.withoutFragment).inserted else { return nil }
            steps.append(Unwrapped.Step(rule: rule.id, from: current, to: target, says: rule.says))
            current = target
            isGuess = isGuess || rule.asking == .try
            asking = [.first]
        }
        return steps.isEmpty ? nil : Unwrapped(steps: steps, target: current, isGuess: isGuess)
    }

    private func step(from address: PageAddress, asking: Set<AddressRule.Asking>) -> (AddressRule, PageAddress)? {
        let path = address.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for rule in direct where asking.contains(rule.asking) {
            if let target = rule.target(of: address, path: path), !target.isSamePage(as: address) {
                return (rule, target)
            }
        }
        return nil
    }
}

extension WrapperRules.AddressRule {
    /// Nil when the rule does not fit or gives no address.
    func target(of address: PageAddress, path: [Substring]) -> PageAddress? {
        guard hosts.contains(where: { $0.matches(address.host) }), var captures = captures(path),
            !except.contains(where: { $0.captured(in: path) != nil })
        else { return nil }
        let parameters = address.parameters
        func value(_ names: [String]) -> String? {
            for name in names {
                if let found = parameters.first(where: { $0.name.lowercased() == name }), !found.value.isEmpty {
                    return String(found.value)
                }
            }
            return nil
        }
        for names in required {
            guard let value = value(names) else { return nil }
            captures.values[names[0]] = value
        }
        for name in optional { captures.values[name] = value([name]) ?? captures.values[name] }
        if without.contains(where: { name in parameters.contains { $0.name.lowercased() == name } }) { return nil }
        for (name, wanted) in endings {
            guard let value = captures.values[name], isFile(PercentEncoding.decoded(value), wanted) else { return nil }
        }
        switch target {
        case .template(let template): return captures.address(filling: template)
        case .captured(let name, let allowsRelative):
            return captures.address(in: name, of: address, allowsRelative: allowsRelative)
        case .parameters(let parameters):
            return parameters.reduce(address) { $0.setting($1.name, to: $1.value) }
        }
    }

    private func captures(_ path: [Substring]) -> WrapperCaptures? {
        guard !paths.isEmpty else { return WrapperCaptures() }
        for pattern in paths {
            if let values = pattern.captured(in: path) { return WrapperCaptures(values: values) }
        }
        return nil
    }
}

/// True when an address or path names a file with one of the endings, whatever its parameters are.
func isFile(_ reference: some StringProtocol, _ endings: [String]) -> Bool {
    let path = reference.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: ".") else { return false }
    let ending = path[path.index(after: dot)...]
    return ending.utf8.count <= 8 && endings.contains(ending.lowercased())
}
