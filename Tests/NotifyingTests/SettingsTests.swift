import Foundation
import GradingCore
import Notifying
import TestSupport
import Testing

@Suite struct SettingsTests {
    private func file(_ text: String, mode: Int = 0o600, _ body: (String) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "settings").path
            #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            try body(path)
        }
    }

    @Test("a file that is closed to others is read, with comments, quotes and Windows line ends")
    func readable() async throws {
        let text =
            "\u{FEFF}# channels\r\n\r\nOIT_SMTP_URL = \"smtps://mail.example.go.th\"\r\nOIT_LINE_TOKEN='a=b#c'\r\n"
        try await file(text) { path in
            let variables = try ChannelSettings.variables(file: path)
            #expect(variables == ["OIT_SMTP_URL": "smtps://mail.example.go.th", "OIT_LINE_TOKEN": "a=b#c"])
            let settings = try ChannelSettings(version: "1", environment: variables)
            #expect(settings.smtpURL == "smtps://mail.example.go.th")
            #expect(settings.obstacle(to: .line("U")) == nil)
        }
    }

    @Test(
        "a file that others may read or write is refused with the way to mend it",
        arguments: [0o640, 0o604, 0o620, 0o666])
    func openFile(mode: Int) async throws {
        try await file("OIT_LINE_TOKEN=abc", mode: mode) { path in
            let fault = #expect(throws: SettingsFault.self) { try ChannelSettings.variables(file: path) }
            #expect(fault?.description.contains("chmod 600") == true)
        }
    }

    @Test("a folder, a pipe, a missing file and one of another user are no settings")
    func otherFiles() async throws {
        try await withTemporaryFolder { folder in
            let pipe = folder.appending(path: "pipe").path
            #expect(mkfifo(pipe, 0o600) == 0)
            for path in [folder.path, pipe, folder.appending(path: "missing").path] {
                #expect(throws: SettingsFault.self) { try ChannelSettings.variables(file: path) }
            }
            guard geteuid() == 0 else { return }
            let path = folder.appending(path: "foreign").path
            #expect(FileManager.default.createFile(atPath: path, contents: Data("OIT_LINE_TOKEN=a".utf8)))
            #expect(chmod(path, 0o600) == 0 && chown(path, 65_534, 65_534) == 0)
            #expect(throws: SettingsFault.self) { try ChannelSettings.variables(file: path) }
        }
    }

    @Test("a line that is no setting is named by its number, never by its text")
    func badLines() async throws {
        for (text, place) in [("\nhunter2", "line 2"), ("HUNTER2=x", "line 1"), ("OIT_LINE_TOKENS=hunter2", "line 1")] {
            try await file(text) { path in
                let fault = #expect(throws: SettingsFault.self) { try ChannelSettings.variables(file: path) }
                #expect(fault?.description.contains(place) == true)
                #expect(fault?.description.lowercased().contains("hunter2") == false)
            }
        }
    }

    @Test("secrets show themselves nowhere")
    func secrets() throws {
        let settings = try ChannelSettings(
            version: "1",
            environment: [
                "OIT_SMTP_PASSWORD": "hunter2-a", "OIT_LINE_TOKEN": "hunter2-b", "OIT_WEBHOOK_SECRET": "hunter2-c",
            ])
        var dumped = ""
        dump(settings, to: &dumped)
        for text in [dumped, "\(settings)", String(reflecting: settings), "\(settings.lineToken as Any)"] {
            #expect(!text.contains("hunter2"))
        }
        #expect(dumped.contains("(secret)"))
    }

    @Test("values that cannot be used are refused without being shown")
    func refusedValues() {
        for (name, value) in [
            ("OIT_SMTP_PASSWORD", "hunter2\nX"), ("OIT_SMTP_URL", "http://hunter2"),
            ("OIT_SMTP_URL", "smtp://hunter2:x@host"), ("OIT_SMTP_FROM", "hunter2"), ("OIT_SMTP_USER", "hunter2\r\n"),
        ] {
            let fault = #expect(throws: SettingsFault.self) {
                try ChannelSettings(version: "1", environment: [name: value])
            }
            #expect(fault?.description.contains(name) == true)
            #expect(fault?.description.contains("hunter2") == false)
        }
    }

    @Test("a bare LINE server gets the path of the public interface")
    func lineAddress() throws {
        for (given, used) in [
            ("http://127.0.0.1:80", "http://127.0.0.1:80/v2/bot/message/push"),
            ("http://127.0.0.1:80/", "http://127.0.0.1:80/v2/bot/message/push"), ("http://h/own", "http://h/own"),
        ] {
            #expect(try ChannelSettings(version: "1", environment: ["OIT_LINE_URL": given]).lineURL == used)
        }
    }

    @Test("what is shown of a channel keeps its secrets")
    func shownTargets() {
        #expect(
            Channel.webhook("https://u:p@hooks.example/services/T0/SECRET?k=SECRET").shownTarget
                == "https://hooks.example/…")
        #expect(Channel.line("U1234567890").shownTarget == "U123…")
        #expect(Channel.email("a@b\r\nx").shownTarget == "(no mail address)")
        for channel in [Channel.webhook("http://a/"), .email("a@b"), .line("U")] {
            #expect(Channel(kind: channel.kind, target: channel.target) == channel)
        }
    }
}
