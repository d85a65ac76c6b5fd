/// Decides which server addresses may be reached: the public internet, and what the operator permits.
/// The blocks are those of the IANA special-purpose registries (RFC 6890) that are not globally reachable.
public struct AddressGuard: Sendable {
    private let allowed: [NetworkRange]

    /// `allowed` are ranges that are permitted although they are private.
    public init(allowed: [NetworkRange] = []) { self.allowed = allowed }

    /// Why an address is refused, in English words; nil when it may be reached.
    public func refusal(of address: NetworkAddress) -> String? {
        if allowed.contains(where: { $0.contains(address) }) { return nil }
        let inner = AddressGuard.embeddedIPv4(in: address)
        if let inner, allowed.contains(where: { $0.contains(inner) }) { return nil }
        return AddressGuard.reason(for: address) ?? inner.flatMap(AddressGuard.reason)
    }

    private static func reason(for address: NetworkAddress) -> String? {
        blocks.first { block in block.ranges.contains { $0.contains(address) } }?.reason
    }

    /// The IPv4 address that an IPv6 address carries: mapped, compatible, NAT64, 6to4, Teredo's client, ISATAP.
    static func embeddedIPv4(in address: NetworkAddress) -> NetworkAddress? {
        let bytes = address.bytes
        guard bytes.count == 16 else { return nil }
        if mapped.contains(where: { $0.contains(address) }) { return NetworkAddress(bytes: Array(bytes[12...])) }
        if sixToFour.contains(where: { $0.contains(address) }) { return NetworkAddress(bytes: Array(bytes[2..<6])) }
        if teredo.contains(where: { $0.contains(address) }) {
            return NetworkAddress(bytes: bytes[12...].map { $0 ^ 0xFF })
        }
        if bytes[8] & 0xFD == 0, bytes[9] == 0, bytes[10] == 0x5E, bytes[11] == 0xFE {
            return NetworkAddress(bytes: Array(bytes[12...]))
        }
        return nil
    }

    private static let mapped = ranges(["::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96"])
    private static let sixToFour = ranges(["2002::/16"])
    private static let teredo = ranges(["2001::/32"])

    private static let blocks: [(reason: String, ranges: [NetworkRange])] = [
        ("an address of a cloud's metadata service", ranges(["169.254.169.254", "fd00:ec2::254", "100.100.100.200"])),
        ("a loopback address", ranges(["127.0.0.0/8", "::1"])),
        ("an unspecified address", ranges(["0.0.0.0/8", "::"])),
        ("a private address", ranges(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"])),
        ("a link-local address", ranges(["169.254.0.0/16", "fe80::/10"])),
        ("a carrier's shared address", ranges(["100.64.0.0/10"])),
        ("a multicast or broadcast address", ranges(["224.0.0.0/4", "255.255.255.255", "ff00::/8"])),
        (
            "an address reserved for documentation or tests",
            ranges([
                "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15", "2001:db8::/32", "3fff::/20",
                "2001:2::/48", "100::/64", "5f00::/16",
            ])
        ),
        (
            "a reserved address",
            ranges(["192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "::/96", "64:ff9b:1::/48", "2001:10::/28"])
        ),
    ]

    private static func ranges(_ texts: [String]) -> [NetworkRange] { texts.compactMap(NetworkRange.init) }
}
