import FoundationEssentials

/// Takes a picture of the page that stands in a tab.
struct PictureTaking: Sendable {
    let visit: PageVisit
    let session: String
    let limits: PictureLimits

    private struct FrameTree: Decodable, Sendable {
        struct Tree: Decodable, Sendable {
            struct Frame: Decodable, Sendable { let id: String }
            let frame: Frame
        }
        let frameTree: Tree
    }
    private struct World: Decodable, Sendable { let executionContextId: Int }
    private struct Evaluation: Decodable, Sendable {
        struct Value: Decodable, Sendable { let value: String? }
        let result: Value
    }
    private struct Collected: Decodable, Sendable {
        let runs: [PageTexts.Run]
        let labels: [String]
        let isCut: Bool
        let hasThaiFont: Bool
    }
    private struct Marked: Decodable, Sendable {
        struct Box: Decodable, Sendable {
            let isShown: Bool
            let top: Double
            let bottom: Double
            let left: Double
        }
        let width: Double
        let height: Double
        let boxes: [Box]
    }
    private struct Shot: Decodable, Sendable { let data: String }

    /// Time of one of our scripts on a page, whatever the page is made of.
    private static let scriptMilliseconds = 15_000

    func picture(
        isCutShort: Bool, marks: @Sendable (PageTexts) -> PictureMarks
    ) async -> Result<PagePicture, RenderFailure> {
        do throws(DevToolsFault) {
            // Nothing may put back what is covered.
            let _: NoResult = try await ask("Emulation.setScriptExecutionDisabled", ["value": true])
            let world = try await ownWorld()
            guard let text = try await evaluated(PictureScript.collecting(limits), world) else {
                return .failure(.noDocument)
            }
            guard let found = decoded(Collected.self, from: Array(text.utf8)) else { return .failure(.noDocument) }
            guard !found.isCut else { return .failure(.tooLong) }
            let wanted = marks(PageTexts(runs: found.runs, labels: found.labels))
            guard let text = try await evaluated(PictureScript.marking(wanted, limits), world),
                let marked = decoded(Marked.self, from: Array(text.utf8))
            else { return .failure(.noDocument) }
            // Drawing waits for the page's clock, which stands still; without scripts nothing else does.
            let _: NoResult = try await ask("Emulation.setVirtualTimePolicy", ["policy": "advance"])
            return try await shot(of: marked, isCutShort: isCutShort, hasThaiFont: found.hasThaiFont)
        } catch {
            return .failure(RenderFailure(error))
        }
    }

    // MARK: The picture

    private func shot(
        of page: Marked, isCutShort: Bool, hasThaiFont: Bool
    ) async throws(DevToolsFault) -> Result<PagePicture, RenderFailure> {
        let width = min(max(page.width.rounded(.up), 1), Double(limits.width))
        let whole = max(page.height.rounded(.up), 1)
        let first = page.boxes.filter(\.isShown).map(\.top).min()
        for attempt in Attempt.all {
            let height = min(whole, Double(limits.height) * attempt.share)
            var top = 0.0
            if let first, first + 200 > height { top = min(max(0, first - height / 4), whole - height).rounded(.down) }
            let clip: JSONText = .object([
                ("x", 0), ("y", .number(Int(top))), ("width", .number(Int(width))), ("height", .number(Int(height))),
                ("scale", attempt.scale),
            ])
            let shot: Shot = try await ask(
                "Page.captureScreenshot",
                .object([
                    ("format", "webp"), ("quality", .number(attempt.quality)), ("clip", clip),
                    ("captureBeyondViewport", true), ("optimizeForSpeed", false),
                ]), as: Shot.self)
            guard let data = Data(base64Encoded: shot.data), !data.isEmpty else { return .failure(.noDocument) }
            if data.count > limits.bytes { continue }
            let boxes = page.boxes.map { box -> PagePicture.BoxState in
                guard box.isShown else { return .hidden }
                return box.top >= top - 1 && box.bottom <= top + height + 1 && box.left < width ? .drawn : .outside
            }
            let drawn = zip(page.boxes, boxes).filter { $0.1 == .drawn }.map(\.0.top).min()
            return .success(
                PagePicture(
                    bytes: Array(data), width: Int(width * attempt.factor), height: Int(height * attempt.factor),
                    boxes: boxes, firstBox: drawn.map { Int(max(0, ($0 - top) * attempt.factor)) },
                    pageHeight: Int(whole), top: Int(top), isCutShort: isCutShort,
                    hasThaiFont: hasThaiFont, shownHeight: Int(height)))
        }
        return .failure(.tooLarge)
    }

    /// The same picture in less and less bytes.
    private struct Attempt {
        let quality: Int
        let scale: JSONText
        let factor: Double
        /// Of the greatest height: of a page full of small print less is shown, but shown so that it can be read.
        let share: Double
        static let all = [
            Attempt(quality: 75, scale: 1, factor: 1, share: 1), Attempt(quality: 50, scale: 1, factor: 1, share: 0.4),
            Attempt(quality: 45, scale: .decimal("0.6"), factor: 0.6, share: 0.4),
        ]
    }

    // MARK: The browser

    /// A world in which the page's scripts have changed nothing; what one script keeps there another finds.
    private func ownWorld() async throws(DevToolsFault) -> Int {
        let tree: FrameTree = try await ask("Page.getFrameTree", as: FrameTree.self)
        let world: World = try await ask(
            "Page.createIsolatedWorld",
            .object([("frameId", .text(tree.frameTree.frame.id)), ("worldName", "picture")]), as: World.self)
        return world.executionContextId
    }

    private func evaluated(_ expression: String, _ world: Int) async throws(DevToolsFault) -> String? {
        let evaluation: Evaluation = try await ask(
            "Runtime.evaluate",
            .object([
                ("expression", .text(expression)), ("contextId", .number(world)), ("returnByValue", true),
                ("timeout", .number(PictureTaking.scriptMilliseconds)),
            ]),
            as: Evaluation.self)
        return evaluation.result.value
    }

    private func ask<Value: Decodable & Sendable>(
        _ method: String, _ parameters: JSONText = [:], as type: Value.Type = NoResult.self
    ) async throws(DevToolsFault) -> Value {
        try await visit.connection.ask(
            method, parameters, session: session, patience: visit.limits.pageTime, as: Value.self)
    }
}
