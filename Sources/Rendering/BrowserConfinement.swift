/// What a browser says of its own sandbox, as shown on its page `chrome://sandbox`.
public struct BrowserConfinement: Sendable, Hashable, Decodable {
    /// Pages have no access to the system's users, by namespaces.
    public let userNs: Bool
    /// Pages see no other processes.
    public let pidNs: Bool
    /// Pages have no network of their own.
    public let netNs: Bool
    /// Pages may make few system calls only.
    public let seccompBpf: Bool
    /// Chromium's own judgement of all of it.
    public let sandboxGood: Bool

    /// True when nothing is missing.
    public var isComplete: Bool { missing.isEmpty && sandboxGood }

    /// In words for a message.
    var missing: String {
        [
            ("user namespaces", userNs), ("process namespaces", pidNs), ("network namespaces", netNs),
            ("seccomp", seccompBpf),
        ]
        .filter { !$0.1 }.map(\.0).joined(separator: ", ")
    }

    private struct Target: Decodable, Sendable { let targetId: String }
    private struct Session: Decodable, Sendable { let sessionId: String }
    private struct Evaluation: Decodable, Sendable {
        struct Value: Decodable, Sendable { let value: String? }
        let result: Value
    }

    private static let expression = """
        Promise.all([
          import('chrome://resources/js/load_time_data.js'), import('chrome://sandbox/strings.m.js'),
        ]).then(([module]) => {
          const told = (name) => module.loadTimeData.getBoolean(name);
          const names = ['userNs', 'pidNs', 'netNs', 'seccompBpf', 'sandboxGood'];
          return JSON.stringify(Object.fromEntries(names.map((name) => [name, told(name)])));
        })
        """

    /// Opens the page and reads it. Throws `DevToolsFault`.
    init(shownBy connection: DevToolsConnection, patience: Duration) async throws(DevToolsFault) {
        let target: Target = try await connection.ask(
            "Target.createTarget", ["url": "about:blank"], patience: patience, as: Target.self)
        let session: Session = try await connection.ask(
            "Target.attachToTarget", .object([("targetId", .text(target.targetId)), ("flatten", true)]),
            patience: patience, as: Session.self)
        // Answered when the page has taken its place.
        let _: NoResult = try await connection.ask(
            "Page.navigate", ["url": "chrome://sandbox"], session: session.sessionId, patience: patience)
        let shown: Evaluation = try await connection.ask(
            "Runtime.evaluate",
            .object([("expression", .text(BrowserConfinement.expression)), ("awaitPromise", true)]),
            session: session.sessionId, patience: patience, as: Evaluation.self)
        connection.tell("Target.closeTarget", .object([("targetId", .text(target.targetId))]))
        guard let text = shown.result.value, let told = decoded(BrowserConfinement.self, from: Array(text.utf8)) else {
            throw .unreadable
        }
        self = told
    }
}
