import Extraction
import Fetching
import GradingCore
public import Rendering
import WebEvidence

/// Which pages are shown in a browser before they are judged.
public enum RenderMode: String, Sendable, Hashable, CaseIterable {
    /// Those that are next to empty without their scripts.
    case auto
    /// Every page.
    case always
    case never
}

/// The browser in which pages made by script are read.
public struct PageRendering: Sendable {
    public var renderer: PageRenderer
    public var mode: RenderMode

    /// - Parameter renderer: of one scope for all audits of a command.
    public init(_ renderer: PageRenderer, mode: RenderMode) {
        self.renderer = renderer
        self.mode = mode
    }

    /// True for a page that is to be shown.
    func wants(_ page: FetchedPage) -> Bool {
        guard page.record.contentOutcome == .ok, page.kind == .html, let document = page.document else { return false }
        switch mode {
        case .auto: return document.needsScript
        case .always: return true
        case .never: return false
        }
    }

    /// The page as it stands after its scripts have run; the page as it came, with the reason in its technical note,
    /// where it could not be shown or shows no more. The bytes that the server gave stay the evidence.
    /// - Parameters:
    ///   - asOf: the day that scripts are told.
    ///   - asker: through which everything goes that the page asks for.
    func shown(_ page: FetchedPage, asOf: CivilDate, wrappers: WrapperRules, by asker: PageAsker) async -> FetchedPage {
        let record = page.record
        let result = await renderer.rendered(
            record.final,
            main: .answered(
                final: record.final, status: record.status ?? 200, headers: record.headers, body: record.body),
            userAgent: asker.fetcher.agentLine, date: asOf
        ) { request in
            let answer = await asker.record(of: request.address)
            guard answer.outcome == .ok || answer.status != nil, let status = answer.status else { return .refused }
            return .answered(final: answer.final, status: status, headers: answer.headers, body: answer.body)
        }
        var page = page
        switch result {
        case .failure(let failure):
            page.record.detail = [record.detail, failure.description].filter { !$0.isEmpty }.joined(separator: " ")
        case .success(let rendered):
            var document = extractedDocument(
                body: rendered.html, contentType: RenderedPage.contentType,
                lastModified: record.header("Last-Modified"), address: rendered.finalAddress, wrappers: wrappers)
            document.isRendered = true
            document.faultDetail = PageRendering.note(rendered)
            // What was cut off may hold what is asked for.
            if !rendered.reached.isEmpty { document.fault = .exceeded }
            if document.textBytes > page.document?.textBytes ?? 0 || mode == .always { page.document = document }
        }
        return page
    }

    private static func note(_ rendered: RenderedPage) -> String {
        var parts = ["Shown in \(rendered.browser), \(rendered.requests.count) requests."]
        if !rendered.reached.isEmpty {
            parts.append("Limits reached: \(rendered.reached.map(\.rawValue).joined(separator: ", ")).")
        }
        return parts.joined(separator: " ")
    }
}

extension ExtractedDocument {
    fileprivate var textBytes: Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }
}
