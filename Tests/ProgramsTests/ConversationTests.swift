import Foundation
import Programs
import Synchronization
import TestSupport
import Testing

/// What a program said, for a test that waits for it.
private final class Heard: Sendable {
    private let messages = Mutex<[[UInt8]]>([])
    private let runs = Mutex<[ProgramRun]>([])

    var all: [[UInt8]] { messages.withLock { $0 } }
    var texts: [String] { all.map { String(decoding: $0, as: UTF8.self) } }
    var endings: [ProgramEnding] { runs.withLock { $0.map(\.ending) } }

    func take(_ message: [UInt8]) { messages.withLock { $0.append(message) } }
    func end(_ run: ProgramRun) { runs.withLock { $0.append(run) } }
}

/// Programs that are talked with while they run.
@Suite struct ConversationTests {
    private func conversation(
        _ bench: Workbench, _ request: ProgramRequest, _ heard: Heard
    ) async throws -> ProgramConversation {
        try await bench.spawner.conversation(request, receive: heard.take, ended: heard.end)
    }

    @Test(arguments: Confining.allCases) func messagesGoBothWaysInOrder(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let heard = Heard()
            let talk = try await conversation(bench, try bench.shell("cat <&3 >&4"), heard)
            let long = String(repeating: "ข้อความยาว", count: 40_000)
            for message in ["หนึ่ง", "", long, "four"] { #expect(talk.send(Array(message.utf8))) }
            #expect(await eventually { heard.all.count == 4 })
            #expect(heard.texts == ["หนึ่ง", "", long, "four"])
            await talk.end()
            #expect(heard.endings.count == 1)
            #expect(!talk.send([1]))
        }
    }

    @Test(arguments: Confining.allCases) func theEndTakesEverythingThatWasStarted(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let talk = try await conversation(bench, try bench.shell("sleep 61.0111 & sleep 61.0111"), Heard())
            #expect(await eventually { processes(mentioning: "sleep\u{0}61.0111").count >= 2 })
            await talk.end()
            #expect(await eventually { processes(mentioning: "61.0111").isEmpty })
        }
    }

    @Test(arguments: Confining.allCases) func lettingGoEndsTheProgram(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let heard = Heard()
            var talk: ProgramConversation? = try await conversation(bench, try bench.shell("sleep 61.0222"), heard)
            #expect(await eventually { !processes(mentioning: "sleep\u{0}61.0222").isEmpty })
            #expect(talk != nil)
            talk = nil
            #expect(await eventually { heard.endings.count == 1 })
        }
    }

    @Test func whatAProgramSaysLastIsHeardBeforeItsEnd() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            let heard = Heard()
            let talk = try await conversation(bench, try bench.shell("printf 'last\\0unfinished' >&4; exit 7"), heard)
            let run = await talk.ended()
            #expect(run.ending == .exited(7))
            #expect(heard.texts == ["last"])
        }
    }

    @Test func aMessageOverTheLimitEndsTheProgram() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            var request = try bench.shell("yes >&4")
            request.limits.outputBytes = 1 << 20
            let heard = Heard()
            let talk = try await conversation(bench, request, heard)
            #expect(await talk.ended().ending == .limited(.outputBytes))
            #expect(heard.all.isEmpty)
        }
    }

    @Test func theDeadlineEndsTheConversation() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            var request = try bench.shell("sleep 61.0333")
            request.limits.deadline = .milliseconds(300)
            let talk = try await conversation(bench, request, Heard())
            #expect(await talk.ended().ending == .limited(.deadline))
        }
    }

    @Test func whoDoesNotListenHoldsNobodyUp() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            let talk = try await conversation(bench, try bench.shell("sleep 61.0444"), Heard())
            let message = [UInt8](repeating: 65, count: 1 << 20)
            for _ in 0..<16 { #expect(talk.send(message)) }
            await talk.end()
        }
    }

    @Test func whatIsSaidBesidesIsKeptAsFarAsItsLimit() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            var request = try bench.shell("yes | head -c 300000; echo trouble >&2")
            request.limits.errorBytes = 1000
            let run = await (try await conversation(bench, request, Heard())).ended()
            #expect(run.output.bytes.count == 1000)
            #expect(run.errorOutput.text == "trouble\n")
        }
    }

    @Test func onlyTheFiveDescriptorsAreOpen() async throws {
        try await Workbench.with(.withoutSandbox) { bench in
            let run = await (try await conversation(bench, try bench.shell("echo /proc/self/fd/*"), Heard())).ended()
            let numbers = run.output.text.split(whereSeparator: \.isWhitespace).compactMap {
                $0.split(separator: "/").last
            }
            // The shell's own listing holds one more while it looks.
            #expect(Set(numbers.prefix(5)) == ["0", "1", "2", "3", "4"] && numbers.count <= 6, "\(run.output.text)")
        }
    }

    @Test func aMissingProgramIsToldAtOnce() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            let path = bench.folder.appendingPathComponent("gone").path
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: try Program("sh").path)
            let request = ProgramRequest(try Program(path))
            try FileManager.default.removeItem(atPath: path)
            await #expect(throws: ProgramError.notFound(path)) {
                try await bench.spawner.conversation(request) { _ in }
            }
        }
    }

    @Test func aConversationTakesNoSlotOfRuns() async throws {
        try await Workbench.with(.withoutSandbox, concurrency: 1) { bench in
            let talk = try await conversation(bench, try bench.shell("sleep 61.0555"), Heard())
            #expect(try await bench.spawner.run(ProgramRequest(try Program("true"))).succeeded)
            await talk.end()
        }
    }

    @Test func privateMemoryIsLimited() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            let script = "x = bytearray(300 << 20); print('had it')"
            var request = ProgramRequest(try Program("python3", searchPath: "/usr/bin"), ["-c", script])
            request.limits.memoryBytes = nil
            #expect(try await bench.spawner.run(request).output.text == "had it\n")
            request.limits.privateMemoryBytes = 200 << 20
            let run = try await bench.spawner.run(request)
            #expect(run.ending == .exited(1) && run.errorOutput.text.contains("MemoryError"))
        }
    }
}
