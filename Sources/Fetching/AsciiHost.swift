import CIDN2

/// The ASCII form of a host name (IDNA 2008 with the mapping of UTS 46, non-transitional), independent of the locale:
/// `กรม.ไทย` becomes `xn--12c8df.xn--o3cw4h`. ASCII names and IP addresses come back in lower case.
/// Nil for a name that has no ASCII form or is too long (RFC 1035 section 2.3.4).
public func asciiHost(_ host: String) -> String? {
    let lower = host.lowercased()
    guard !lower.isEmpty else { return nil }
    if NetworkAddress(lower) != nil { return lower }
    let ascii: String
    if lower.utf8.allSatisfy({ $0 < 128 }) {
        ascii = lower
    } else {
        var output: UnsafeMutablePointer<UInt8>?
        let flags = Int32(IDN2_NFC_INPUT.rawValue) | Int32(IDN2_NONTRANSITIONAL.rawValue)
        let bytes = Array(lower.utf8) + [0]
        guard idn2_lookup_u8(bytes, &output, flags) == IDN2_OK.rawValue, let output else { return nil }
        defer { idn2_free(output) }
        ascii = String(cString: output)
    }
    var labels = ascii.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1, labels.last == "" { labels.removeLast() }
    guard ascii.utf8.count <= 254, labels.allSatisfy({ (1...63).contains($0.utf8.count) }) else { return nil }
    return ascii
}
