/// Whether the site's robots.txt lets the program open an address.
public enum RobotsVerdict: Sendable, Hashable {
    case allowed
    /// The line that decided.
    case refused(RobotsLine)
    /// The robots.txt could not be fetched, so nothing may be opened for now (RFC 9309 section 2.3.1.4);
    /// one English sentence says what happened.
    case unavailable(String)
}

/// A line of a robots.txt as evidence.
public struct RobotsLine: Sendable, Hashable {
    /// Counted from 1.
    public let number: Int
    /// As it stands there, without comment and control characters, cut after 200 characters; bytes that are no UTF-8
    /// appear as U+FFFD.
    public let text: String

    init(number: Int, bytes: ArraySlice<UInt8>) {
        self.number = number
        let shown = String(decoding: bytes.prefix(800), as: UTF8.self).unicodeScalars.prefix(200)
        text = String(String.UnicodeScalarView(shown.filter { $0.properties.generalCategory != .control }))
    }
}
