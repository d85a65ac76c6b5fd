import Digests
import Findings
import Foundation
import GradingCore
import Proofs
import TestSupport
import Testing
import WebEvidence

@testable import Archiving

@Suite struct DossierTests {
    /// The records of a packed WARC as text, unpacked by `gzip`.
    private func records(_ file: URL) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: "WARC/1.1\r\n").dropFirst().map { $0 }
    }

    private func kind(_ record: String) -> String {
        record.split(separator: "\r\n").first { $0.hasPrefix("WARC-Type: ") }.map { String($0.dropFirst(11)) } ?? ""
    }

    @Test("each redirect is a record of its own, before the answer and its notes")
    func redirects() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.warc.gz")
            let hops = [
                RedirectHop(address: "http://example.go.th/", status: 301, location: "http://www.example.go.th/"),
                RedirectHop(address: "http://www.example.go.th/", status: 200, location: "/plan.html"),
            ]
            _ = try written([page("/plan.html", "x", redirects: hops)], to: file, form: .warc)
            let records = try records(file)
            #expect(
                records.map(kind) == [
                    "warcinfo", "resource", "resource", "request", "response", "request", "response", "metadata",
                ])
            #expect(records[4].contains("HTTP/1.1 301 Moved Permanently\r\nLocation: http://www.example.go.th/\r\n"))
            // What a page sent on by itself was no answer with that status: it stands in the notes alone.
            #expect(records[7].contains("redirect-inside-page: 200 http://www.example.go.th/ -> /plan.html"))
            #expect(records[6].contains("WARC-IP-Address: 192.0.2.7"))
            #expect(records[7].contains("evidence: e1 of o1, submitted"))
        }
    }

    @Test("a body that was written before is referred to, not written again")
    func revisit() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.warc.gz")
            _ = try written(
                [page("/a", "same body"), page("/b", "same body"), page("/c", ""), page("/d", "")], to: file,
                form: .warc)
            let records = try records(file)
            let second = try #require(records.first { kind($0) == "revisit" })
            #expect(records.count { kind($0) == "revisit" } == 1, "bodies without a byte are not referred to")
            #expect(second.contains("WARC-Refers-To-Target-URI: http://www.example.go.th/a\r\n"))
            #expect(second.contains("WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"))
            #expect(!second.contains("same body"))
        }
    }

    @Test(
        "a page that never answered, a body that was cut off and a server that was not verified are told in the notes")
    func failures() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.warc.gz")
            var unverified = try page("/c", "c", outcome: .tlsExpired)
            unverified.relaxed = RelaxedReading(
                finding: .tlsExpired, content: .ok, address: "https://www.example.go.th/c")
            _ = try written(
                [
                    page("/a", "", headers: [], status: nil, outcome: .connectTimeout),
                    page("/b", "half", outcome: .truncated), unverified,
                ], to: file, form: .warc)
            let records = try records(file)
            #expect(records[3].contains("outcome: connect_timeout") && kind(records[3]) == "metadata")
            #expect(records[5].contains("WARC-Truncated: disconnect"))
            #expect(records[9].contains("server-not-verified: tls_expired at https://www.example.go.th/c"))
        }
    }

    @Test("the same run gives the same bytes")
    func repeatable() async throws {
        try await withTemporaryFolder { folder in
            let pages = try [page("/a", "x"), page("/plan.html", "y")]
            let first = try written(pages, to: folder.appending(path: "a.wacz"))
            #expect(try written(pages, to: folder.appending(path: "b.wacz")) == first)
        }
    }

    @Test("where writing fails nothing is left behind, and an older file stays")
    func failing() async throws {
        try await withTemporaryFolder { folder in
            let old = folder.appending(path: "a.wacz")
            try Data("old".utf8).write(to: old)
            do {
                let writing = try DossierWriting(content(), to: old.path, form: .wacz)
                try writing.add(page("/a", "x"))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.wacz"])
            #expect(try Data(contentsOf: old) == Data("old".utf8))
            #expect(throws: ArchiveFault.self) {
                try DossierWriting(content(), to: folder.appending(path: "no/a.wacz").path, form: .wacz)
            }
        }
    }
}
