import CMicroHTTPD

/// The prepared responses of a site, shared by the server's threads.
///
/// `@unchecked Sendable`: everything is set in `init` and only read afterwards; the library counts the uses of a
/// response under its own lock.
final class AnswerTable: @unchecked Sendable {
    private let site: SampleSite
    private let responses: [OpaquePointer?]
    private let notAllowed: OpaquePointer?

    init(_ site: SampleSite) {
        self.site = site
        responses = site.answers.map(AnswerTable.response)
        notAllowed = AnswerTable.response(
            SampleSite.Answer(status: 405, headers: [("Allow", "GET, HEAD")], body: []))
    }

    deinit {
        for response in responses + [notAllowed] {
            if let response { MHD_destroy_response(response) }
        }
    }

    /// A token that is never null and remembers the answer to a request target.
    func token(for target: String) -> UnsafeMutableRawPointer? {
        UnsafeMutableRawPointer(bitPattern: site.answerIndex(for: target) + 1)
    }

    /// Queues the answer that the token remembers.
    func answer(
        _ connection: OpaquePointer, method: String, token: UnsafeMutableRawPointer?
    ) -> MHD_Result {
        guard method == "GET" || method == "HEAD" else {
            return notAllowed.map { MHD_queue_response(connection, 405, $0) } ?? .NO
        }
        let index = max(0, Int(bitPattern: token) - 1)
        guard responses.indices.contains(index), let response = responses[index] else { return .NO }
        return MHD_queue_response(connection, UInt32(site.answers[index].status), response)
    }

    /// A response with a copy of the body.
    private static func response(_ answer: SampleSite.Answer) -> OpaquePointer? {
        var body = answer.body
        let response = body.withUnsafeMutableBytes { buffer in
            MHD_create_response_from_buffer(buffer.count, buffer.baseAddress, .RESPMEM_MUST_COPY)
        }
        guard let response else { return nil }
        for header in answer.headers { _ = MHD_add_response_header(response, header.name, header.value) }
        return response
    }
}

private func table(_ context: UnsafeMutableRawPointer?) -> AnswerTable? {
    context.map { Unmanaged<AnswerTable>.fromOpaque($0).takeUnretainedValue() }
}

/// Called by the server with the request target as sent, before anything is unescaped.
func recallTarget(
    _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
    guard let target else { return table(context)?.token(for: "") }
    return table(context)?.token(for: String(cString: target))
}

/// Called by the server for each request; the token of its target is already there.
func answerRequest(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ upload: UnsafePointer<CChar>?,
    _ uploadSize: UnsafeMutablePointer<Int>?, _ token: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let connection, let method, let table = table(context) else { return .NO }
    return table.answer(connection, method: String(cString: method), token: token?.pointee)
}
