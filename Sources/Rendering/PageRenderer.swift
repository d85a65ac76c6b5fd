public import GradingCore
public import Programs
public import WebEvidence

/// Renders pages made by script, in one browser that is started when the first page comes, replaced after so many
/// pages or a fault, and ended with the scope. The browser has no network: whatever a page asks for is answered, or
/// not, by the closure that comes with it.
public actor PageRenderer {
    private let spawner: ProgramSpawner
    private let program: Program?
    private let limits: RenderLimits
    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var pooled: Pooled?
    private var isStarting = false
    private var waitingForStart: [CheckedContinuation<Void, Never>] = []
    /// Kept: what cannot be confined once cannot be confined at all.
    private var refusal: RenderFailure?
    private var isClosed = false

    private final class Pooled {
        let browser: Browser
        var pages = 0
        var users = 0
        var isRetired = false
        init(_ browser: Browser) { self.browser = browser }
    }

    init(spawner: ProgramSpawner, program: Program?, limits: RenderLimits) {
        self.spawner = spawner
        self.program = program
        self.limits = limits
        places = max(1, limits.concurrency)
    }

    /// Version and confinement of the browser, found out by starting it.
    public func check() async -> Result<RendererState, RenderFailure> {
        do throws(RenderFailure) {
            let pooled = try await take()
            let state = RendererState(version: pooled.browser.version, confinement: pooled.browser.confinement)
            await giveBack(pooled, isFit: true)
            return .success(state)
        } catch {
            return .failure(error)
        }
    }

    /// The page as it stands after its scripts have run. Takes its turn; a page that breaks the browser costs this one
    /// result, never that of another page.
    ///
    /// - Parameters:
    ///   - address: where `main` was given, after redirects; may have a fragment.
    ///   - main: the answer that is already there for the page itself; it is not asked for again.
    ///   - userAgent: what scripts are told; the same as is sent.
    ///   - date: what day scripts are told it is: noon in Bangkok.
    ///   - answer: called for each request of the page, for several at once; cancelled when the page is done.
    public func rendered(
        _ address: PageAddress, main: RenderAnswer, userAgent: String, date: CivilDate,
        answer: @escaping @Sendable (RenderRequest) async -> RenderAnswer
    ) async -> Result<RenderedPage, RenderFailure> {
        await taken(PageOrder(address: address, main: main, userAgent: userAgent, date: date, answer: answer)) {
            await $0.page($1, $2, stopsScripts: $3)
        }
    }

    /// A picture of the page as it stands. Takes its turn like `rendered`.
    ///
    /// - Parameters:
    ///   - request: the page, which is not asked for again.
    ///   - marks: told what the page shows as text, once, before the picture is taken; gives what to cover and to box.
    public func pictured(
        _ request: PictureRequest, limits pictureLimits: PictureLimits = PictureLimits(),
        marks: @escaping @Sendable (PageTexts) -> PictureMarks = { _ in PictureMarks() }
    ) async -> Result<PagePicture, RenderFailure> {
        await taken(request.order) { visit, session, state, stopsScripts in
            if stopsScripts { visit.stopScripts(session) }
            let taking = PictureTaking(visit: visit, session: session, limits: pictureLimits)
            return await taking.picture(isCutShort: !state.reached.isEmpty, marks: marks)
        }
    }

    private func taken<Value: Sendable>(
        _ order: PageOrder, _ taking: @escaping PageTaking<Value>
    ) async -> Result<Value, RenderFailure> {
        await takePlace()
        defer { givePlaceBack() }
        do throws(RenderFailure) {
            if Task.isCancelled { throw RenderFailure.cancelled }
            let pooled = try await take()
            let hadCompany = pooled.users > 1
            let (result, isFit) = await pooled.browser.visit(order, taking: taking)
            await giveBack(pooled, isFit: isFit)
            if case .failure(.browserFailed) = result, hadCompany || pooled.pages > 1 {
                // Another page may have broken it: once more, in a browser of its own.
                let own = try await start()
                let again = await own.visit(order, taking: taking).result
                await own.end()
                return again
            }
            return result
        } catch {
            return .failure(error)
        }
    }

    /// Ends the browser; nothing is rendered afterwards.
    func close() async {
        isClosed = true
        if let pooled { await pooled.browser.end() }
        pooled = nil
    }

    // MARK: Places

    private func takePlace() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func givePlaceBack() {
        if waiting.isEmpty {
            places += 1
        } else {
            waiting.removeFirst().resume()
        }
    }

    // MARK: The browser

    /// The pooled browser, started where there is none.
    private func take() async throws(RenderFailure) -> Pooled {
        while isStarting { await withCheckedContinuation { waitingForStart.append($0) } }
        if let pooled, !pooled.isRetired, !pooled.browser.connection.isGone {
            pooled.users += 1
            pooled.pages += 1
            return pooled
        }
        isStarting = true
        defer {
            isStarting = false
            for continuation in waitingForStart { continuation.resume() }
            waitingForStart = []
        }
        if let old = pooled, old.users == 0 { await old.browser.end() }
        let new = Pooled(try await start())
        (new.users, new.pages) = (1, 1)
        pooled = new
        return new
    }

    private func giveBack(_ pooled: Pooled, isFit: Bool) async {
        pooled.users -= 1
        pooled.isRetired = pooled.isRetired || !isFit || pooled.pages >= limits.pagesPerBrowser
        if pooled.isRetired, pooled.users == 0 { await pooled.browser.end() }
    }

    private func start() async throws(RenderFailure) -> Browser {
        if let refusal { throw refusal }
        guard let program else { throw .notInstalled }
        if isClosed { throw .cancelled }
        do throws(RenderFailure) {
            return try await Browser.start(program, spawner: spawner, limits: limits)
        } catch {
            if case .notConfined = error { refusal = error }
            throw error
        }
    }
}

/// What is known of the browser after it was started.
public struct RendererState: Sendable, Hashable {
    /// For example `Chrome/156.0.8078.79`.
    public let version: String
    public let confinement: BrowserConfinement
}

/// Gives a renderer for the time of `body`; the browser is ended when it returns.
///
/// - Parameters:
///   - program: the browser, usually `BrowserProgram.find()`; with nil every page fails with `notInstalled`.
///   - spawner: starts the browser; must have a sandbox here, or every page fails with `notConfined`.
///   - isolation: where `body` runs: where the caller does.
public func withPageRenderer<Value>(
    _ program: Program?, spawner: ProgramSpawner, limits: RenderLimits = RenderLimits(),
    isolation: isolated (any Actor)? = #isolation, _ body: (PageRenderer) async throws -> Value
) async rethrows -> Value {
    let renderer = PageRenderer(spawner: spawner, program: program, limits: limits)
    do {
        let value = try await body(renderer)
        await renderer.close()
        return value
    } catch {
        await renderer.close()
        throw error
    }
}
