public import WebEvidence

/// A page as it stood after its scripts had run.
public struct RenderedPage: Sendable, Hashable {
    /// The document as UTF-8 HTML: shadow trees in their place, the documents of frames at the end of the body, each in
    /// a `section` with its address; without scripts (but `application/ld+json`), styles, `noscript` and templates.
    public let html: [UInt8]
    /// Where the page ended; another one than was asked when a script went on.
    public let finalAddress: PageAddress
    /// Requests that were passed on, in the order in which they were made.
    public let requests: [RenderedRequest]
    /// Requests that were not passed on: pictures, fonts, styles, sending of data, other protocols, over the limits.
    public let withheld: Int
    /// What was reached before the page stood still; sorted. Empty for a document that is complete as far as we know.
    public let reached: [RenderLimit]
    /// Frames whose documents are part of `html`.
    public let frames: Int
    /// Product and version as the browser tells them, for example `Chrome/156.0.8078.79`.
    public let browser: String

    /// What is said of `html`'s kind and encoding.
    public static let contentType = "text/html; charset=utf-8"
}

/// One request that was passed on.
public struct RenderedRequest: Sendable, Hashable {
    public let request: RenderRequest
    /// Status of the answer; nil when it was refused, or came too late.
    public internal(set) var status: Int?
    /// Length of the answer's body.
    public internal(set) var bytes = 0
}

/// What ends or trims a rendering.
public enum RenderLimit: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Its scripts were stopped after `pageTime`.
    case time
    case requests, attempts, bytes
    case documentLength = "document_length"
    case frames

    public static func < (left: RenderLimit, right: RenderLimit) -> Bool { left.rawValue < right.rawValue }
}

/// Why a page was not rendered. None of these says anything against the agency.
public enum RenderFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// No browser was found.
    case notInstalled
    /// The browser could not be locked up here; what was missing, in words. It is then not used at all.
    case notConfined(String)
    /// The browser did not start or did not obey, in words.
    case browserFailed(String)
    /// The page's own process ended: it took too much memory, or it broke the browser.
    case crashed
    /// The page could not be stopped and asked for its document in time.
    case unresponsive
    /// There was no document: a download, or nothing.
    case noDocument
    /// More text than a picture is taken of.
    case tooLong
    /// The picture cannot be made small enough.
    case tooLarge
    case cancelled

    public var description: String {
        switch self {
        case .notInstalled: "No Chromium was found; install the package chromium to read pages made by script."
        case .notConfined(let what): "Chromium is not used because it could not be locked up here: \(what)."
        case .browserFailed(let what): "Chromium failed: \(what)."
        case .crashed: "The page's process in the browser ended: too much memory, or a fault."
        case .unresponsive: "The page could not be stopped in time."
        case .noDocument: "The address gave no document in the browser."
        case .tooLong: "The page holds more text than a picture is taken of."
        case .tooLarge: "The picture of the page cannot be made small enough."
        case .cancelled: "The rendering was cancelled."
        }
    }
}
