import Glibc

/// What this machine itself says of its way to the network.
public struct UplinkFacts: Sendable, Hashable {
    /// A default route is set; nil where the system does not tell.
    public var hasDefaultRoute: Bool?
    /// A resolver is named; nil where the system does not tell.
    public var hasResolver: Bool?

    public init(hasDefaultRoute: Bool? = nil, hasResolver: Bool? = nil) {
        self.hasDefaultRoute = hasDefaultRoute
        self.hasResolver = hasResolver
    }

    /// As Linux tells at this moment (`/proc/net`, `/etc/resolv.conf`).
    public static func present() -> UplinkFacts {
        let four = contents(of: "/proc/net/route")
        let six = contents(of: "/proc/net/ipv6_route")
        let isKnown = four != nil || six != nil
        return UplinkFacts(
            hasDefaultRoute: isKnown ? hasDefaultRoute(four: four ?? "", six: six ?? "") : nil,
            hasResolver: contents(of: "/etc/resolv.conf").map(namesResolver))
    }

    /// `four`: destination, in hexadecimal, is the second column and the mask the eighth. `six`: destination and its
    /// prefix length are the first two, the device is the last.
    static func hasDefaultRoute(four: String, six: String) -> Bool {
        func rows(_ text: String) -> [[Substring]] {
            text.split(separator: "\n").map { $0.split { $0 == " " || $0 == "\t" } }
        }
        let zeros = String(repeating: "0", count: 32)
        return rows(four).contains { $0.count >= 8 && $0[1] == "00000000" && $0[7] == "00000000" }
            || rows(six).contains { $0.count >= 10 && $0[0] == zeros && $0[1] == "00" && $0.last != "lo" }
    }

    static func namesResolver(_ configuration: String) -> Bool {
        configuration.split(separator: "\n").contains { line in
            line.split { $0 == " " || $0 == "\t" }.first == "nameserver"
        }
    }

    private static func contents(of path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
