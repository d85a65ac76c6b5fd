import WebEvidence

/// What happens while a page is rendered.
enum VisitEvent: Sendable {
    case paused(PausedRequest)
    /// The asker's answer to the request with this number in `requests`.
    case answered(Int, RenderAnswer)
    /// A document has taken the place of another in the main frame.
    case navigated
    /// The page was answered, but with nothing to show.
    case noDocument
    case dialog
    /// The page's clock has run as long as it should.
    case timeSpent
    /// `pageTime` is over.
    case late
    case crashed
    case browserGone
    case cancelled
}

/// What is to be done about it.
enum VisitAction: Sendable, Hashable {
    /// Gives the held request an answer. `body` is a whole one.
    case fulfil(requestID: String, status: Int, headers: [HeaderField], body: [UInt8])
    /// Lets the held request fail; `keepsPage` when the page that asks shall stay as it is.
    case refuse(requestID: String, keepsPage: Bool)
    /// Passes the request with this number on.
    case ask(Int)
    case startClock
    case dismissDialog
    /// Reads the document; `stopsScripts` where they would not let us.
    case read(stopsScripts: Bool)
    case fail(RenderFailure)
}

/// The rendering of one page as decisions only: event in, actions out.
///
/// waiting for the main document -> clock runs -> document is read, or failure
struct VisitState: Sendable {
    private struct Pending: Sendable {
        let paused: PausedRequest
        let kind: RenderRequest.Kind
    }

    private let main: RenderAnswer
    private let limits: RenderLimits
    /// `frameId` of the main frame.
    private let mainFrame: String
    private var hasMain = false
    private var isOver = false
    private var hasClock = false
    private var attempts = 0
    private var bytes = 0
    private var pending: [Int: Pending] = [:]
    /// Answers that wait for the browser to follow a redirect to them.
    private var held: [String: RenderAnswer] = [:]
    private(set) var requests: [RenderedRequest] = []
    private(set) var withheld = 0
    private(set) var reached: Set<RenderLimit> = []

    /// `main` is the answer that is already there for the page itself.
    init(main: RenderAnswer, mainFrame: String, limits: RenderLimits) {
        self.main = main
        self.mainFrame = mainFrame
        self.limits = limits
    }

    mutating func actions(after event: VisitEvent) -> [VisitAction] {
        guard !isOver else { return [] }
        switch event {
        case .paused(let paused): return actions(after: paused)
        case .answered(let number, let answer): return give(answer, to: number)
        case .navigated:
            defer { hasClock = true }
            return hasClock ? [] : [.startClock]
        case .noDocument: return hasClock ? [] : end(.fail(.noDocument))
        case .dialog: return [.dismissDialog]
        case .timeSpent: return end(.read(stopsScripts: false))
        case .late:
            reached.insert(.time)
            return end(.read(stopsScripts: true))
        case .crashed: return end(.fail(.crashed))
        case .browserGone: return end(.fail(.browserFailed("it ended while a page was rendered")))
        case .cancelled: return end(.fail(.cancelled))
        }
    }

    private mutating func end(_ action: VisitAction) -> [VisitAction] {
        isOver = true
        return [action]
    }

    private mutating func actions(after paused: PausedRequest) -> [VisitAction] {
        attempts += 1
        guard attempts <= limits.attempts else {
            reached.insert(.attempts)
            return end(.read(stopsScripts: true))
        }
        let isMainFrame = paused.frameId == mainFrame
        if !hasMain, isMainFrame, paused.resourceType == "Document" {
            hasMain = true
            return [VisitState.action(for: main, to: paused)]
        }
        if let answer = held.removeValue(forKey: paused.request.url), paused.request.method == "GET" {
            return [VisitState.action(for: answer, to: paused)]
        }
        if let preflight = paused.preflight { return [VisitState.allow(preflight, paused.requestId)] }
        if paused.resourceType == "Stylesheet" {
            withheld += 1
            let empty = [HeaderField(name: "Content-Type", value: "text/css")]
            return [.fulfil(requestID: paused.requestId, status: 200, headers: empty, body: [])]
        }
        guard let request = paused.renderRequest(isMainFrame: isMainFrame), hasRoom() else {
            withheld += 1
            return [VisitState.refusal(of: paused)]
        }
        requests.append(RenderedRequest(request: request))
        pending[requests.count - 1] = Pending(paused: paused, kind: request.kind)
        return [.ask(requests.count - 1)]
    }

    /// Whether one more request may be passed on.
    private mutating func hasRoom() -> Bool {
        if requests.count >= limits.requests { reached.insert(.requests) }
        if bytes >= limits.bytes { reached.insert(.bytes) }
        return requests.count < limits.requests && bytes < limits.bytes
    }

    private mutating func give(_ answer: RenderAnswer, to number: Int) -> [VisitAction] {
        guard let waiting = pending.removeValue(forKey: number) else { return [] }
        guard case .answered(let final, let status, _, let body) = answer else {
            return [VisitState.refusal(of: waiting.paused)]
        }
        bytes += body.count
        requests[number].status = status
        requests[number].bytes = body.count
        guard bytes <= limits.bytes else {
            reached.insert(.bytes)
            return [VisitState.refusal(of: waiting.paused)]
        }
        let isPage = waiting.kind == .document || waiting.kind == .frame
        if isPage, !final.isSamePage(as: requests[number].request.address) {
            // The page must stand at the address that gave it, or its links lead elsewhere.
            held[final.withoutFragment.text] = answer
            let location = [HeaderField(name: "Location", value: final.text)]
            return [.fulfil(requestID: waiting.paused.requestId, status: 302, headers: location, body: [])]
        }
        return [VisitState.action(for: answer, to: waiting.paused)]
    }

    private static func action(for answer: RenderAnswer, to paused: PausedRequest) -> VisitAction {
        guard case .answered(_, let status, let headers, let body) = answer else { return refusal(of: paused) }
        return .fulfil(
            requestID: paused.requestId, status: status, headers: headers.filter(isPassedOn), body: body)
    }

    /// A page that may not be left stays as it is; everything else fails as if blocked.
    private static func refusal(of paused: PausedRequest) -> VisitAction {
        .refuse(requestID: paused.requestId, keepsPage: paused.resourceType == "Document")
    }

    /// Asking is our own network's business, and it asks only to read; whether the page may read the answer is told by
    /// the answer itself.
    private static func allow(_ preflight: (origin: String, headers: String), _ requestID: String) -> VisitAction {
        let headers = [
            HeaderField(name: "Access-Control-Allow-Origin", value: preflight.origin),
            HeaderField(name: "Access-Control-Allow-Credentials", value: "true"),
            HeaderField(name: "Access-Control-Allow-Methods", value: "GET, HEAD"),
            HeaderField(name: "Access-Control-Allow-Headers", value: preflight.headers),
        ]
        return .fulfil(requestID: requestID, status: 204, headers: headers, body: [])
    }

    /// The body is decoded already and whole; what would make the browser ask or store anything is left out.
    private static func isPassedOn(_ header: HeaderField) -> Bool {
        let left: Set<String> = [
            "content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive", "set-cookie",
            "content-disposition", "refresh", "link", "alt-svc", "strict-transport-security", "report-to", "nel",
            "content-security-policy-report-only", "reporting-endpoints", "clear-site-data",
        ]
        return !left.contains(header.name.lowercased())
    }
}
