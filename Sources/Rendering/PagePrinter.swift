import FoundationEssentials
public import Programs

/// Prints pages of our own as PDF with the browser that is installed: confined, without network and without scripts.
public struct PagePrinter: Sendable {
    private let program: Program?
    private let spawner: ProgramSpawner
    private let limits: RenderLimits

    /// `program` is nil where no browser is installed.
    public init(program: Program?, spawner: ProgramSpawner = ProgramSpawner(), limits: RenderLimits = RenderLimits()) {
        self.program = program
        self.spawner = spawner
        self.limits = limits
    }

    /// With the browser of the folders of `PATH`.
    public static func installed() -> PagePrinter { PagePrinter(program: BrowserProgram.find()) }

    /// False where no browser is installed.
    public var isInstalled: Bool { program != nil }

    private struct Context: Decodable, Sendable { let browserContextId: String }
    private struct Target: Decodable, Sendable { let targetId: String }
    private struct Session: Decodable, Sendable { let sessionId: String }
    private struct Printed: Decodable, Sendable { let data: String }

    /// The page as tagged PDF with bookmarks from its headings, its fonts embedded, on the paper that its style asks
    /// for. Throws `RenderFailure`.
    ///
    /// - Parameters:
    ///   - html: a whole document in UTF-8 that needs nothing from outside.
    ///   - runningHead: one line at the top of each page; shown as text whatever it holds.
    public func pdf(html: [UInt8], runningHead: String) async throws(RenderFailure) -> [UInt8] {
        guard let program else { throw .notInstalled }
        let browser = try await Browser.start(program, spawner: spawner, limits: limits)
        let result: Result<[UInt8], RenderFailure>
        do throws(DevToolsFault) {
            result = .success(try await printed(html, runningHead, by: browser.connection))
        } catch {
            result = .failure(RenderFailure(error))
        }
        await browser.end()
        return try result.get()
    }

    private func printed(
        _ html: [UInt8], _ runningHead: String, by connection: DevToolsConnection
    ) async throws(DevToolsFault) -> [UInt8] {
        let context: Context = try await connection.ask(
            "Target.createBrowserContext", ["disposeOnDetach": true], patience: limits.patience, as: Context.self)
        let target: Target = try await connection.ask(
            "Target.createTarget",
            .object([("url", "about:blank"), ("browserContextId", .text(context.browserContextId))]),
            patience: limits.patience, as: Target.self)
        let session: Session = try await connection.ask(
            "Target.attachToTarget", .object([("targetId", .text(target.targetId)), ("flatten", true)]),
            patience: limits.patience, as: Session.self)
        let _: NoResult = try await connection.ask(
            "Emulation.setScriptExecutionDisabled", ["value": true], session: session.sessionId,
            patience: limits.patience)
        // The frame of a page has the id of its target.
        let _: NoResult = try await connection.ask(
            "Page.setDocumentContent",
            .object([("frameId", .text(target.targetId)), ("html", .text(String(decoding: html, as: UTF8.self)))]),
            session: session.sessionId, patience: limits.pageTime)
        let printed: Printed = try await connection.ask(
            "Page.printToPDF", PagePrinter.order(runningHead: runningHead), session: session.sessionId,
            patience: PagePrinter.printTime, as: Printed.self)
        guard let data = Data(base64Encoded: printed.data) else { throw .unreadable }
        return [UInt8](data)
    }

    /// A report of a hundred pages takes seconds.
    private static let printTime = Duration.seconds(120)

    private static func order(runningHead: String) -> JSONText {
        let style =
            "font-size:8pt;width:100%;margin:0 15mm;color:#333;border-bottom:0.5pt solid #999;"
            + "font-family:'TH Sarabun New','Noto Sans Thai',Laksaman,Garuda,sans-serif"
        return .object([
            ("printBackground", true), ("preferCSSPageSize", true), ("generateTaggedPDF", true),
            ("generateDocumentOutline", true), ("displayHeaderFooter", true),
            ("headerTemplate", .text("<div style=\"\(style)\">\(escaped(runningHead))</div>")),
            // Page numbers come from the style sheet of the page.
            ("footerTemplate", "<span></span>"),
        ])
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
