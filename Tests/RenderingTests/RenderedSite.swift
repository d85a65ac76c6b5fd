import GradingCore
import Programs
import Rendering
import Synchronization
import Testing
import WebEvidence

/// Pages that are answered from memory, and what was asked for.
final class RenderedSite: Sendable {
    static let front = "http://agency.example/"
    static let date = CivilDate(year: 2026, month: 11, day: 21)!

    private let answers: [String: (type: String, body: String)]
    private let asked = Mutex<[RenderRequest]>([])

    var requests: [RenderRequest] { asked.withLock { $0 } }
    var addresses: [String] { requests.map(\.address.text) }

    /// Paths of `http://agency.example` or whole addresses; HTML, or JSON where the body begins with a bracket.
    init(_ answers: [String: String] = [:]) {
        self.answers = Dictionary(
            uniqueKeysWithValues: answers.map { key, body in
                let address = key.hasPrefix("/") ? "http://agency.example" + key : key
                let isJSON = body.hasPrefix("[") || body.hasPrefix("{")
                return (address, (isJSON ? "application/json" : "text/html; charset=utf-8", body))
            })
    }

    static func page(_ body: String, at address: String, type: String = "text/html; charset=utf-8") -> RenderAnswer {
        .answered(
            final: try! PageAddress(address), status: 200,
            headers: [
                HeaderField(name: "Content-Type", value: type),
                HeaderField(name: "Access-Control-Allow-Origin", value: "*"),
            ], body: Array(body.utf8))
    }

    func answer(_ request: RenderRequest) -> RenderAnswer {
        asked.withLock { $0.append(request) }
        guard let found = answers[request.address.withoutFragment.text] else { return .refused }
        return RenderedSite.page(found.body, at: request.address.text, type: found.type)
    }

    func rendered(
        _ html: String, by renderer: PageRenderer, at address: String = RenderedSite.front,
        type: String = "text/html; charset=utf-8"
    ) async -> Result<RenderedPage, RenderFailure> {
        await renderer.rendered(
            try! PageAddress(address), main: RenderedSite.page(html, at: address, type: type),
            userAgent: "oit-test/1", date: RenderedSite.date, answer: { self.answer($0) })
    }
}

extension RenderedPage {
    var text: String { String(decoding: html, as: UTF8.self) }
}

/// A renderer with the browser of this computer. Without one the test fails: ./test installs it.
func withRenderer(
    _ change: (inout RenderLimits) -> Void = { _ in }, _ body: (PageRenderer) async throws -> Void
) async throws {
    let program = try #require(BrowserProgram.find(), "Chromium is missing; ./test installs it")
    var limits = RenderLimits()
    // A busy machine must not decide a test.
    limits.pageTime = .seconds(90)
    limits.patience = .seconds(60)
    limits.startTime = .seconds(120)
    change(&limits)
    try await withPageRenderer(program, spawner: ProgramSpawner(), limits: limits, body)
}

/// One browser at a time: each wants both cores and 300 MB.
@Suite(.serialized) struct RenderingTests {}
