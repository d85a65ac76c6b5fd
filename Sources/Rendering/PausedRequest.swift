import WebEvidence

/// A request that the browser holds back until it is told what to do (`Fetch.requestPaused`).
struct PausedRequest: Decodable, Sendable {
    struct Request: Decodable, Sendable {
        let url: String
        let method: String
        let headers: [String: String]
    }

    let requestId: String
    let request: Request
    let frameId: String
    /// `Network.ResourceType`.
    let resourceType: String

    /// What is passed on; nil for everything that is not reading a page, a script or what a script reads.
    func renderRequest(isMainFrame: Bool) -> RenderRequest? {
        let kind: RenderRequest.Kind
        switch resourceType {
        case "Document": kind = isMainFrame ? .document : .frame
        case "Script": kind = .script
        case "XHR", "Fetch": kind = .data
        default: return nil
        }
        guard request.method == "GET" || request.method == "HEAD" else { return nil }
        do throws(AddressFault) {
            let address = try PageAddress(request.url)
            let headers = request.headers.map { HeaderField(name: $0.key, value: $0.value) }
                .filter { !PausedRequest.ownHeaders.contains($0.name.lowercased()) }
                .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
            return RenderRequest(
                address: address, kind: kind, isHead: request.method == "HEAD", headers: headers)
        } catch {
            return nil  // ftp:, blob: and the like
        }
    }

    /// What the asker's own network says for itself.
    private static let ownHeaders: Set<String> = ["user-agent", "cookie", "accept-encoding", "connection", "host"]

    /// The question whether a page may read from another site (CORS preflight, Fetch standard section 4.8): which
    /// origin asks, for which headers. Nil for other requests and for more than reading.
    var preflight: (origin: String, headers: String)? {
        guard request.method == "OPTIONS", let origin = header("Origin"),
            let method = header("Access-Control-Request-Method"), method == "GET" || method == "HEAD"
        else { return nil }
        return (origin, header("Access-Control-Request-Headers") ?? "")
    }

    private func header(_ name: String) -> String? {
        request.headers.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}
