import Programs
import WebEvidence

/// Reads what stands in a tab.
struct DocumentReading: Sendable {
    let connection: DevToolsConnection
    let session: String
    let limits: RenderLimits

    /// The document of the main frame with those of its frames.
    struct Reading: Sendable {
        var html: [UInt8]
        var address: String
        var isCut: Bool
        var frames = 0
        var hasMoreFrames = false
    }

    private struct FrameTree: Decodable, Sendable {
        struct Frame: Decodable, Sendable { let id: String }
        let frame: Frame
        let childFrames: [FrameTree]?

        /// In the order of the document, without this one.
        var inner: [String] { (childFrames ?? []).flatMap { [$0.frame.id] + $0.inner } }
    }

    private struct FrameTreeResult: Decodable, Sendable { let frameTree: FrameTree }
    private struct World: Decodable, Sendable { let executionContextId: Int }
    private struct Evaluation: Decodable, Sendable {
        struct Value: Decodable, Sendable { let value: String? }
        let result: Value
    }

    /// Throws `DevToolsFault` when the page does not let itself be read.
    func reading() async throws(DevToolsFault) -> Reading {
        let tree: FrameTreeResult = try await connection.ask(
            "Page.getFrameTree", session: session, patience: limits.patience, as: FrameTreeResult.self)
        let main = try await writing(of: tree.frameTree.frame.id, isFrame: false, limit: limits.documentLength)
        var reading = Reading(html: Array(main.html.utf8), address: main.address, isCut: main.isCut)
        var sections: [UInt8] = []
        let inner = tree.frameTree.inner
        for frame in inner.prefix(limits.frames) {
            let room = limits.documentLength - reading.html.count - sections.count
            guard room > 0 else { break }
            do throws(DevToolsFault) {
                let writing = try await writing(of: frame, isFrame: true, limit: room)
                guard !writing.html.isEmpty else { continue }
                sections += "<section data-frame=\"\(DocumentReading.escaped(writing.address))\">".utf8
                sections += Array((writing.html + "</section>").utf8)
                reading.isCut = reading.isCut || writing.isCut
                reading.frames += 1
            } catch  where error == .gone || error == .cancelled {
                throw error
            } catch {
                continue  // a frame that went away meanwhile
            }
        }
        reading.hasMoreFrames = inner.count > limits.frames
        DocumentReading.insert(sections, into: &reading.html)
        return reading
    }

    private func writing(
        of frame: String, isFrame: Bool, limit: Int
    ) async throws(DevToolsFault) -> DocumentScript.Writing {
        let world: World = try await connection.ask(
            "Page.createIsolatedWorld", .object([("frameId", .text(frame)), ("worldName", "reading")]),
            session: session, patience: limits.patience, as: World.self)
        let evaluation: Evaluation = try await connection.ask(
            "Runtime.evaluate",
            .object([
                ("expression", .text(DocumentScript.expression(limit: limit, isFrame: isFrame))),
                ("contextId", .number(world.executionContextId)), ("returnByValue", true),
            ]), session: session, patience: limits.patience, as: Evaluation.self)
        guard let value = evaluation.result.value,
            let writing = decoded(DocumentScript.Writing.self, from: Array(value.utf8))
        else { throw .unreadable }
        return writing
    }

    /// Before the end of the body.
    private static func insert(_ sections: [UInt8], into html: inout [UInt8]) {
        let end = Array("</body></html>".utf8)
        if html.suffix(end.count).elementsEqual(end) { html.removeLast(end.count) }
        html += sections
        if !html.suffix(end.count).elementsEqual(end) { html += end }
    }

    private static func escaped(_ text: String) -> String {
        var output = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": output += "&amp;"
            case "\"": output += "&quot;"
            default: output.unicodeScalars.append(character)
            }
        }
        return output
    }
}
