public import WebEvidence

/// What a page asks for while it is rendered. Only reading is passed on: GET and HEAD of http and https addresses.
public struct RenderRequest: Sendable, Hashable {
    /// For what an answer is wanted.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A page in place of this one: a script or a refresh went on to another address.
        case document
        /// A page inside this one.
        case frame
        case script
        /// What a script reads (`fetch`, `XMLHttpRequest`).
        case data
    }

    public let address: PageAddress
    public let kind: Kind
    /// True when only the head is wanted.
    public let isHead: Bool
    /// Header lines that the page's browser would send, in order of their names; without cookies.
    public let headers: [HeaderField]
}

/// What the asker's own network says to a request.
public enum RenderAnswer: Sendable, Hashable {
    /// An answer of any status, after redirects and content decoding. `final` is the address that gave it.
    case answered(final: PageAddress, status: Int, headers: [HeaderField], body: [UInt8])
    /// Nothing is given, for whatever reason: not allowed, not reached. The page sees a failed request.
    case refused
}
