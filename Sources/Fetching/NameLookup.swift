import Glibc

/// What the system's resolver says of a name.
enum NameAnswer: Sendable, Equatable {
    /// In the order to be tried, IPv4 before IPv6; never empty.
    case addresses([NetworkAddress])
    /// The name does not exist or has no address.
    case unknown
    /// No answer: our network, or the name's servers.
    case unanswered(String)
}

/// The blocking question for the addresses of an ASCII name; replaced in tests.
struct NameLookup: Sendable {
    let answer: @Sendable (String) -> NameAnswer

    static let system = NameLookup { host in
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0 else {
            // -2 name unknown, -5 name without address; the rest is trouble on the way.
            if code == EAI_NONAME || code == -5 { return .unknown }
            return .unanswered(String(cString: gai_strerror(code)))
        }
        defer { freeaddrinfo(list) }
        var found: [NetworkAddress] = []
        var next = list
        while let entry = next {
            if let socketAddress = entry.pointee.ai_addr, let address = NetworkAddress(socketAddress),
                !found.contains(address)
            {
                found.append(address)
            }
            next = entry.pointee.ai_next
        }
        let ordered = found.filter { !$0.isIPv6 } + found.filter(\.isIPv6)
        return ordered.isEmpty ? .unknown : .addresses(ordered)
    }
}
