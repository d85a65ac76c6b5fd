import Programs
import Synchronization

/// A running browser that has shown that it is confined.
final class Browser: Sendable {
    let connection: DevToolsConnection
    /// For example `Chrome/156.0.8078.79`.
    let version: String
    let confinement: BrowserConfinement
    private let limits: RenderLimits

    private struct Version: Decodable, Sendable { let product: String }
    private struct Context: Decodable, Sendable { let browserContextId: String }

    private init(
        _ connection: DevToolsConnection, version: String, confinement: BrowserConfinement, limits: RenderLimits
    ) {
        self.connection = connection
        self.version = version
        self.confinement = confinement
        self.limits = limits
    }

    /// Starts a browser in the sandbox, without network, and lets it show its own sandbox. Throws `notConfined` when
    /// either is missing: it is never used without.
    static func start(
        _ program: Program, spawner: ProgramSpawner, limits: RenderLimits
    ) async throws(RenderFailure) -> Browser {
        let connection = try await connected(program, spawner: spawner, limits: limits)
        let version: Version
        let confinement: BrowserConfinement
        do throws(DevToolsFault) {
            version = try await connection.ask("Browser.getVersion", patience: limits.startTime, as: Version.self)
            confinement = try await BrowserConfinement(shownBy: connection, patience: limits.startTime)
        } catch {
            let run = await connection.end()
            throw startFailure(error, run)
        }
        guard confinement.isComplete else {
            await connection.end()
            throw .notConfined("its own sandbox lacks \(confinement.missing)")
        }
        return Browser(connection, version: version.product, confinement: confinement, limits: limits)
    }

    private static func connected(
        _ program: Program, spawner: ProgramSpawner, limits: RenderLimits
    ) async throws(RenderFailure) -> DevToolsConnection {
        var request = ProgramRequest(program, BrowserProgram.arguments)
        request.limits = BrowserProgram.limits(limits)
        let isSandboxed: Bool
        do throws(ProgramError) {
            isSandboxed = try await spawner.isSandboxed()
            if isSandboxed { return try await DevToolsConnection.start(request, spawner: spawner) }
        } catch {
            throw error == .cancelled ? .cancelled : .browserFailed(error.description)
        }
        throw .notConfined("bubblewrap (bwrap) is missing or does not work")
    }

    /// The last line of what the browser complained of tells most.
    private static func startFailure(_ fault: DevToolsFault, _ run: ProgramRun?) -> RenderFailure {
        if fault == .cancelled { return .cancelled }
        let last = run?.errorOutput.text.split(separator: "\n").last.map { String($0.prefix(200)) } ?? ""
        // Without user namespaces Chromium ends at once and says so.
        if last.contains("sandbox") { return .notConfined(last) }
        return .browserFailed("it did not start (\(fault))" + (last.isEmpty ? "" : ": " + last))
    }

    /// Renders a page in a context of its own and takes something from it. Then also whether the browser is fit for
    /// another one.
    func visit<Value: Sendable>(
        _ order: PageOrder, taking: PageTaking<Value>
    ) async -> (result: Result<Value, RenderFailure>, isFit: Bool) {
        let context: String
        do throws(DevToolsFault) {
            let made: Context = try await connection.ask(
                "Target.createBrowserContext", ["disposeOnDetach": true], patience: limits.patience, as: Context.self)
            context = made.browserContextId
        } catch {
            return (.failure(RenderFailure(error)), false)
        }
        let visit = PageVisit(connection: connection, order: order, limits: limits, browser: version)
        let result = await visit.result(inContext: context, taking: taking)
        if Task.isCancelled { return (result, false) }
        do throws(DevToolsFault) {
            let _: NoResult = try await connection.ask(
                "Target.disposeBrowserContext", .object([("browserContextId", .text(context))]),
                patience: limits.patience)
            return (result, true)
        } catch {
            return (result, false)
        }
    }

    func end() async { await connection.end() }
}
