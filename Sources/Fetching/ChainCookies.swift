import WebEvidence

/// The cookies of one chain of redirects: each host gets back what it set itself, and nothing of another's, also where a
/// cookie claims to be for a whole domain. A name with and without `www.` is one host.
struct ChainCookies: Sendable {
    /// Lines as libcurl writes them (Netscape format), by host.
    private var jars: [String: [String]] = [:]

    /// What a host may be sent; libcurl still looks at path, age and security.
    func lines(for address: PageAddress) -> [String] { jars[ChainCookies.owner(address)] ?? [] }

    /// Everything in a fixed order: what makes the same address another request.
    var all: [String] { jars.sorted { $0.key < $1.key }.flatMap(\.value) }

    mutating func keep(_ lines: [String], of address: PageAddress) {
        jars[ChainCookies.owner(address)] = lines.isEmpty ? nil : lines
    }

    private static func owner(_ address: PageAddress) -> String {
        address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    }
}
