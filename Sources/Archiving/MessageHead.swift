import WebEvidence

/// Heads of HTTP messages as they are archived.
///
/// Bodies are kept decoded: a head that still spoke of packing, pieces or the length on the wire would lie. As in other
/// archives such fields keep their value under the name `X-Archive-Orig-…`, and the length is stated anew. The version of the
/// protocol and the words beside the status were not kept; 1.1 and the words of RFC 9110 stand for them.
enum MessageHead {
    private static let untrue: Set<String> = ["content-encoding", "transfer-encoding", "content-length", "trailer"]

    /// Of an answer whose body is kept with so many bytes.
    static func response(status: Int, headers: [HeaderField], bodyBytes: Int) -> [UInt8] {
        var lines = [statusLine(status)]
        var isLengthStated = false
        let isPacked = headers.contains { ["content-encoding", "transfer-encoding"].contains($0.name.lowercased()) }
        for header in headers {
            let value = HeaderText.value(header.value)
            let name = header.name.lowercased()
            if !HeaderText.isName(header.name) {
                lines.append("X-Archive-Orig-Malformed: \(HeaderText.value(header.name)): \(value)")
            } else if name == "content-length", !isLengthStated, !isPacked, value == String(bodyBytes) {
                lines.append("\(header.name): \(value)")
                isLengthStated = true
            } else if untrue.contains(name) {
                lines.append("X-Archive-Orig-\(header.name): \(value)")
            } else {
                lines.append("\(header.name): \(value)")
            }
        }
        if !isLengthStated { lines.append("Content-Length: \(bodyBytes)") }
        return bytes(lines)
    }

    /// Of a redirect, of which status and target were kept.
    static func redirect(_ hop: RedirectHop) -> [UInt8] {
        bytes([statusLine(hop.status), "Location: \(HeaderText.value(hop.location))", "Content-Length: 0"])
    }

    /// What was asked: method, target and host, without what else was sent along.
    static func request(_ address: String) -> [UInt8] {
        let uri = HeaderText.uri(address)
        let rest = uri.firstRange(of: "://").map { uri[$0.upperBound...] } ?? uri[...]
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        var target = String(rest[end...].prefix { $0 != "#" })
        if !target.hasPrefix("/") { target = "/" + target }
        let host = rest[..<end].split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return bytes(["GET \(target) HTTP/1.1", "Host: \(host)"])
    }

    private static func bytes(_ lines: [String]) -> [UInt8] {
        Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    private static func statusLine(_ status: Int) -> String {
        "HTTP/1.1 \(status) \(words[status] ?? "Status \(status)")"
    }

    private static let words: [Int: String] = [
        200: "OK", 201: "Created", 202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content",
        206: "Partial Content", 300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other",
        304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
        401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
        408: "Request Timeout", 410: "Gone", 414: "URI Too Long", 415: "Unsupported Media Type",
        418: "I'm a teapot", 429: "Too Many Requests", 451: "Unavailable For Legal Reasons",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
        504: "Gateway Timeout", 508: "Loop Detected", 509: "Bandwidth Limit Exceeded",
    ]
}
