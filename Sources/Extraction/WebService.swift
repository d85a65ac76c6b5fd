public import WebEvidence

/// A service on the web where agencies publish beside their own website.
public struct WebService: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable { case social, video, chat }

    /// For example `facebook`.
    public var id: String
    public var kind: Kind
    public var name: WrapperRules.Text
}

extension WrapperRules {
    /// True for a frame that holds a document rather than a part of the page: a viewer or drive that a rule opens, or
    /// a file by its name. Frames of other hosts are else advertisements, maps and players.
    public func isContent(_ embed: PageEmbed) -> Bool {
        guard let address = embed.address, embed.kind != .video else { return false }
        if isFile(address.fileName, files) || contentAddress(of: address) != nil { return true }
        return contentAddress(behindPageAt: address).map { !$0.isGuess } ?? false
    }

    /// The social network, player or messenger that an address belongs to; nil for every other.
    public func service(of address: PageAddress) -> WebService? {
        services.first { rule in rule.hosts.contains { $0.matches(address.host) } }?.service
    }
}
