import GradingCore
import Programs
import WebEvidence

/// What is rendered: a page that was fetched already.
struct PageOrder: Sendable {
    let address: PageAddress
    let main: RenderAnswer
    let userAgent: String
    let date: CivilDate
    /// False for a page that shall stand as it came, whatever its scripts would make of it.
    var runsScripts = true
    let answer: @Sendable (RenderRequest) async -> RenderAnswer
}

/// What is taken from a page that has come to rest: from its session, and whether its scripts must be stopped first.
typealias PageTaking<Value: Sendable> =
    @Sendable (PageVisit, _ session: String, VisitState, _ stopsScripts: Bool) async -> Result<Value, RenderFailure>

/// One page in a tab and context of its own: performs what `VisitState` decides.
struct PageVisit: Sendable {
    let connection: DevToolsConnection
    let order: PageOrder
    let limits: RenderLimits
    let browser: String

    private struct Target: Decodable, Sendable { let targetId: String }
    private struct Session: Decodable, Sendable { let sessionId: String }

    /// Renders the page in the context, which is disposed of by the caller, and takes something from it.
    func result<Value: Sendable>(
        inContext context: String, taking: PageTaking<Value>
    ) async -> Result<Value, RenderFailure> {
        do throws(DevToolsFault) {
            let target: Target = try await connection.ask(
                "Target.createTarget",
                .object([
                    ("url", "about:blank"), ("browserContextId", .text(context)), ("width", 1280), ("height", 2000),
                ]), patience: limits.patience, as: Target.self)
            let session: Session = try await connection.ask(
                "Target.attachToTarget", .object([("targetId", .text(target.targetId)), ("flatten", true)]),
                patience: limits.patience, as: Session.self)
            defer { connection.forget(session.sessionId) }
            return await visit(session.sessionId, mainFrame: target.targetId, context: context, taking)
        } catch {
            return .failure(RenderFailure(error))
        }
    }

    private func visit<Value: Sendable>(
        _ session: String, mainFrame: String, context: String, _ taking: PageTaking<Value>
    ) async -> Result<Value, RenderFailure> {
        let (events, source) = AsyncStream.makeStream(of: VisitEvent.self)
        connection.listen(to: session) { event in
            guard let event else { return _ = source.yield(.browserGone) }
            if let event = VisitEvent(event, mainFrame: mainFrame) { source.yield(event) }
        }
        do throws(DevToolsFault) {
            try await prepare(session, context: context)
        } catch {
            return .failure(RenderFailure(error))
        }
        var state = VisitState(main: order.main, mainFrame: mainFrame, limits: limits)
        let ending = await withTaskGroup(of: Void.self) { group -> VisitAction in
            defer { group.cancelAll() }
            group.addTask {
                do { try await Task.sleep(for: limits.pageTime) } catch { return }
                source.yield(.late)
            }
            group.addTask { if await navigationFails(session) { source.yield(.noDocument) } }
            return await withTaskCancellationHandler {
                for await event in events {
                    for action in state.actions(after: event) {
                        switch action {
                        case .read, .fail: return action
                        case .ask(let number):
                            let request = state.requests[number].request
                            group.addTask { source.yield(.answered(number, await order.answer(request))) }
                        default: perform(action, session)
                        }
                    }
                }
                return .fail(.cancelled)
            } onCancel: {
                source.yield(.cancelled)
            }
        }
        switch ending {
        case .read(let stopsScripts): return await taking(self, session, state, stopsScripts)
        case .fail(let failure): return .failure(failure)
        default: return .failure(.unresponsive)
        }
    }

    /// Everything that makes two renderings alike, and nothing go out. All of it is obeyed before the page is opened:
    /// the browser obeys some commands itself and hands others to the page's process, so their order means nothing.
    private func prepare(_ session: String, context: String) async throws(DevToolsFault) {
        let clock = (order.date.dayNumber - PageVisit.dayOfUnixEpoch) * 86_400 + 5 * 3600  // noon in Bangkok
        let agent: JSONText = .object([("userAgent", .text(order.userAgent)), ("acceptLanguage", "th-TH,th,en")])
        var commands: [(String, JSONText, String?)] = [
            ("Page.enable", [:], session), ("Inspector.enable", [:], session),
            ("Network.setCacheDisabled", ["cacheDisabled": true], session),
            ("Network.setBypassServiceWorker", ["bypass": true], session),
            ("Fetch.enable", ["patterns": [["urlPattern": "*"]]], session),
            ("Emulation.setTimezoneOverride", ["timezoneId": "Asia/Bangkok"], session),
            ("Emulation.setLocaleOverride", ["locale": "th-TH"], session),
            ("Emulation.setUserAgentOverride", agent, session),
            (
                "Emulation.setVirtualTimePolicy",
                .object([("policy", "pause"), ("initialVirtualTime", .number(clock))]), session
            ),
            (
                "Browser.setDownloadBehavior",
                .object([("behavior", "deny"), ("browserContextId", .text(context))]), nil
            ),
        ]
        if !order.runsScripts {
            commands.append(("Emulation.setScriptExecutionDisabled", ["value": true], session))
        }
        let fault = await withTaskGroup(of: DevToolsFault?.self) { group in
            for (method, parameters, session) in commands {
                group.addTask {
                    do throws(DevToolsFault) {
                        let _: NoResult = try await connection.ask(
                            method, parameters, session: session, patience: limits.patience)
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(nil) { $0 ?? $1 }
        }
        if let fault { throw fault }
    }

    private struct NavigationResult: Decodable, Sendable { let errorText: String? }

    /// Opens the page; true when nothing took the place of the empty one: a download, an answer without content.
    private func navigationFails(_ session: String) async -> Bool {
        do throws(DevToolsFault) {
            let result: NavigationResult = try await connection.ask(
                "Page.navigate", .object([("url", .text(order.address.text))]), session: session,
                patience: limits.pageTime, as: NavigationResult.self)
            return result.errorText != nil
        } catch {
            return false  // told by the event that ends the visit
        }
    }

    private static let dayOfUnixEpoch = CivilDate(year: 1970, month: 1, day: 1)?.dayNumber ?? 719_162

    private func perform(_ action: VisitAction, _ session: String) {
        switch action {
        case .fulfil(let requestID, let status, let headers, let body):
            let lines = headers.map { JSONText.object([("name", .text($0.name)), ("value", .text($0.value))]) }
            connection.tell(
                "Fetch.fulfillRequest",
                .object([
                    ("requestId", .text(requestID)), ("responseCode", .number(status)),
                    ("responseHeaders", .list(lines)), ("body", .base64(body)),
                ]), session: session)
        case .refuse(let requestID, let keepsPage):
            connection.tell(
                "Fetch.failRequest",
                .object([
                    ("requestId", .text(requestID)), ("errorReason", keepsPage ? "Aborted" : "BlockedByClient"),
                ]), session: session)
        case .startClock:
            let budget = Int(limits.virtualTime.components.seconds) * 1000
            connection.tell(
                "Emulation.setVirtualTimePolicy",
                .object([
                    ("policy", "pauseIfNetworkFetchesPending"), ("budget", .number(budget)),
                    ("maxVirtualTimeTaskStarvationCount", 10_000),
                ]), session: session)
        case .dismissDialog:
            connection.tell("Page.handleJavaScriptDialog", ["accept": false], session: session)
        case .ask, .read, .fail: break
        }
    }

    /// The document as it stands.
    func page(
        _ session: String, _ state: VisitState, stopsScripts: Bool
    ) async -> Result<RenderedPage, RenderFailure> {
        if stopsScripts { stopScripts(session) }
        do throws(DevToolsFault) {
            let reading = try await DocumentReading(connection: connection, session: session, limits: limits).reading()
            var reached = state.reached
            if reading.isCut { reached.insert(.documentLength) }
            if reading.hasMoreFrames { reached.insert(.frames) }
            let final: PageAddress
            do throws(AddressFault) { final = try PageAddress(reading.address) } catch { return .failure(.noDocument) }
            return .success(
                RenderedPage(
                    html: reading.html, finalAddress: final, requests: state.requests, withheld: state.withheld,
                    reached: reached.sorted(), frames: reading.frames, browser: browser))
        } catch {
            return .failure(RenderFailure(error))
        }
    }
}

extension PageVisit {
    func stopScripts(_ session: String) {
        connection.tell("Emulation.setVirtualTimePolicy", ["policy": "pause"], session: session)
        connection.tell("Runtime.terminateExecution", session: session)
    }
}

extension VisitEvent {
    private struct Navigation: Decodable {
        struct Frame: Decodable {
            let id: String
            let url: String
        }
        let frame: Frame
    }

    /// Nil for what needs nothing to be done.
    init?(_ event: DevToolsEvent, mainFrame: String) {
        switch event.method {
        case "Fetch.requestPaused":
            guard let paused = event.parameters(PausedRequest.self) else { return nil }
            self = .paused(paused)
        case "Page.frameNavigated":
            guard let frame = event.parameters(Navigation.self)?.frame, frame.id == mainFrame,
                frame.url != "about:blank"
            else { return nil }
            self = .navigated
        case "Page.javascriptDialogOpening": self = .dialog
        case "Emulation.virtualTimeBudgetExpired": self = .timeSpent
        case "Inspector.targetCrashed": self = .crashed
        default: return nil
        }
    }
}

extension RenderFailure {
    init(_ fault: DevToolsFault) {
        switch fault {
        case .gone: self = .browserFailed("it ended while a page was rendered")
        case .silent: self = .unresponsive
        case .refused(let message): self = .browserFailed(message)
        case .cancelled: self = .cancelled
        case .unreadable: self = .browserFailed("an answer has an unknown shape")
        }
    }
}
