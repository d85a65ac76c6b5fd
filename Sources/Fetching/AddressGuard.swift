/// Decides which server addresses may be reached: the public internet, and what the operator permits.
/// The blocks are those of the IANA special-purpose registries (RFC 6890, IPv4 and IPv6), also the few that are globally
/// reachable (anycast of AS112, AMT, PCP): no website lives there.
public struct AddressGuard: Sendable {
    private let allowed: [NetworkRange]

    /// `allowed` are ranges that are permitted although they are private.
    public init(allowed: [NetworkRange] = []) { self.allowed = allowed }

    /// Why an address is refused, in English words; nil when it may be reached.
    public func refusal(of address: NetworkAddress) -> String? {
        if allowed.contains(where: { $0.contains(address) }) { return nil }
        let inner = AddressGuard.embeddedIPv4(in: address)
        let isPermitted = !inner.isEmpty && inner.allSatisfy { one in allowed.contains { $0.contains(one) } }
        if isPermitted { return nil }
        return AddressGuard.reason(for: address) ?? inner.lazy.compactMap(AddressGuard.reason).first
    }

    private static func reason(for address: NetworkAddress) -> String? {
        if let block = blocks.first(where: { block in block.ranges.contains { $0.contains(address) } }) {
            return block.reason
        }
        // RFC 4291 section 2.4: so far IANA gives out global unicast addresses from 2000::/3 alone.
        let isCarrier = carriers.contains { $0.contains(address) }
        return address.isIPv6 && !isCarrier && address.bytes[0] & 0xE0 != 0x20 ? "a reserved address" : nil
    }

    /// The IPv4 addresses that an IPv6 address carries: mapped, translated, NAT64, 6to4, Teredo's server and client, ISATAP.
    static func embeddedIPv4(in address: NetworkAddress) -> [NetworkAddress] {
        let bytes = address.bytes
        guard bytes.count == 16 else { return [] }
        func four(_ part: some Sequence<UInt8>) -> [NetworkAddress] {
            NetworkAddress(bytes: Array(part)).map { [$0] } ?? []
        }
        if carriers.contains(where: { $0.contains(address) }) { return four(bytes[12...]) }
        if sixToFour.contains(where: { $0.contains(address) }) { return four(bytes[2..<6]) }
        if teredo.contains(where: { $0.contains(address) }) {
            return four(bytes[4..<8]) + four(bytes[12...].map { $0 ^ 0xFF })
        }
        let isISATAP = bytes[8] & 0xFD == 0 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == 0xFE
        return isISATAP ? four(bytes[12...]) : []
    }

    private static let carriers = ranges(["::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96"])
    private static let sixToFour = ranges(["2002::/16"])
    private static let teredo = ranges(["2001::/32"])

    /// In the order of the reasons' weight; a range may lie inside a later one.
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
                "2001:2::/48", "100::/64", "100:0:0:1::/64",
            ])
        ),
        (
            "an address of the network's own machinery",
            ranges([
                "192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24",
                "2001:1::/32", "2001:3::/32", "2001:4:112::/48", "2001:10::/28", "2001:20::/28", "2001:30::/28",
                "2620:4f:8000::/48", "5f00::/16", "64:ff9b:1::/48",
            ])
        ),
        ("a reserved address", ranges(["240.0.0.0/4", "::/96"])),
    ]

    private static func ranges(_ texts: [String]) -> [NetworkRange] { texts.compactMap(NetworkRange.init) }
}
