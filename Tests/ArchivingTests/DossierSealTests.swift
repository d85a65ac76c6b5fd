import Digests
import Foundation
import Proofs
import TestSupport
import Testing
import WebEvidence

@testable import Archiving

@Suite struct DossierSealTests {
    /// A sealed dossier of two pages, and what else is in its folder.
    private func withSealed(_ body: (URL, [UInt8], OperatorKey) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "a.wacz")
            _ = try written([page("/a", "first page"), page("/plan.html", "<p>แผน</p>")], to: file)
            let key = try operatorKey(folder)
            let sealed = try await DossierSeal.put(on: file.path, by: key, authority: nil)
            #expect(sealed.fingerprint == key.publicKey.fingerprint && !sealed.isTimeStamped)
            try await body(file, [UInt8](try Data(contentsOf: file)), key)
        }
    }

    private func faults(_ bytes: [UInt8], at file: URL) throws -> [DossierVerification.Fault] {
        try Data(bytes).write(to: file)
        return try DossierVerification(of: file.path).faults
    }

    @Test("a sealed dossier is intact, names its key, and says what it does not prove")
    func intact() async throws {
        try await withSealed { file, _, key in
            let checked = try DossierVerification(of: file.path)
            #expect(checked.isIntact && checked.fingerprint == key.publicKey.fingerprint)
            #expect(checked.notProved.count == 2 && checked.timeStamp == nil)
            let expected = try DossierVerification(
                of: file.path, expectedFingerprint: key.publicKey.fingerprint.uppercased())
            #expect(expected.isIntact && expected.notProved.count == 1)
            let other = String(repeating: "0", count: 64)
            #expect(
                try DossierVerification(of: file.path, expectedFingerprint: other).faults
                    == [.otherKey(fingerprint: key.publicKey.fingerprint)])
        }
    }

    @Test("the file under the seal is the file without it, byte for byte, but for the length of the comment")
    func unsealed() async throws {
        try await withSealed { file, bytes, _ in
            let plain = file.deletingLastPathComponent().appending(path: "plain.wacz")
            let before = try written([page("/a", "first page"), page("/plan.html", "<p>แผน</p>")], to: plain)
            #expect(bytes.prefix(before.count - 2).elementsEqual(before.dropLast(2)))
            #expect(try faults(before, at: file) == [.sealMissing])
        }
    }

    @Test("no byte can be changed unseen")
    func everyByte() async throws {
        try await withSealed { file, bytes, _ in
            // Every byte of the first head and of the seal with what stands before it, some of all others.
            let end = bytes.count - 450
            for place in bytes.indices where place < 80 || place > end || place % 23 == 0 {
                var changed = bytes
                changed[place] ^= UInt8(1 << (place % 8))
                let found = try faults(changed, at: file)
                #expect(!found.isEmpty, "byte \(place) of \(bytes.count)")
            }
        }
    }

    @Test("bytes put behind, taken away, put in front or in between are found")
    func moved() async throws {
        try await withSealed { file, bytes, _ in
            let behind = try faults(bytes + [0], at: file)
            #expect(behind == [.bytesBehind(1)])
            #expect(try faults(bytes + [UInt8](repeating: 10, count: 300_000), at: file) == [.bytesBehind(300_000)])
            for count in [1, 100, 300, bytes.count / 2, bytes.count] {
                #expect(try !faults(Array(bytes.dropLast(count)), at: file).isEmpty)
                #expect(try !faults(Array(bytes.dropFirst(count)), at: file).isEmpty)
            }
            #expect(try !faults([0] + bytes, at: file).isEmpty)
            var inserted = bytes
            inserted.insert(0, at: 500)
            #expect(try !faults(inserted, at: file).isEmpty)
        }
    }

    /// The place of a text in a file.
    private func place(of text: String, in bytes: [UInt8]) throws -> Int {
        let found = try #require(Data(bytes).range(of: Data(text.utf8), options: .backwards))
        return found.lowerBound
    }

    @Test("the changed record or member is named")
    func named() async throws {
        try await withSealed { file, bytes, _ in
            func faults(_ change: (inout [UInt8]) throws -> Void) throws -> [DossierVerification.Fault] {
                var changed = bytes
                try change(&changed)
                return try self.faults(changed, at: file)
            }
            let line = try JSONDecoder().decode(
                [String: JSONField].self,
                from: Data(
                    try #require(
                        String(decoding: bytes, as: UTF8.self).split(separator: "\n").first {
                            $0.contains("\"type\":\"response\"") && $0.contains("/plan.html")
                        }
                    ).utf8))
            let offset = try #require(line["offset"]?.number)
            // The archive is the first member: its bytes begin behind a head of 30 bytes, a name and a field of times.
            let start = 30 + "archive/data.warc.gz".utf8.count + Int(bytes[28])
            let inside = try faults { $0[start + offset + 40] ^= 1 }
            #expect(
                inside == [
                    .sealBroken,
                    .recordChanged(position: 8, type: "response", url: "http://www.example.go.th/plan.html"),
                ])
            #expect(
                try faults { $0[try place(of: "json-pages-1.0", in: $0)] ^= 1 }
                    == [.sealBroken, .memberChanged(name: "pages/pages.jsonl")])
            #expect(
                try faults { $0[try place(of: "\"resources\"", in: $0) + 3] ^= 1 } == [.sealBroken, .listChanged])
            #expect(try faults { $0[start - 40] ^= 1 }.first == .sealBroken)
        }
    }

    @Test("a member that was exchanged, added or taken out is named, whoever rewrote the archive")
    func rewritten() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "b.wacz")
            var zip = ZipArchive([
                ("pages/pages.jsonl", "other"), ("../../etc/passwd", "x"), ("pages/pages.jsonl", "again"),
            ])
            let package = """
                {"profile": "", "wacz_version": "1.1.1", "title": "", "description": "", "created": "", "software": "",
                 "resources": [{"name": "p", "path": "pages/pages.jsonl", "hash": "sha256:00", "bytes": 1},
                               {"name": "a", "path": "archive/data.warc.gz", "hash": "sha256:00", "bytes": 1}]}
                """
            zip.members.append(.init(name: "datapackage.json", bytes: Array(package.utf8)))
            let found = try faults(zip.bytes, at: file)
            #expect(
                found == [
                    .sealMissing, .memberAdded(name: "pages/pages.jsonl"), .listChanged,
                    .memberChanged(name: "pages/pages.jsonl"), .memberMissing(name: "archive/data.warc.gz"),
                    .memberAdded(name: "../../etc/passwd"),
                ])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["b.wacz"])
        }
    }

    @Test("a seal of somebody else's file does not fit this one")
    func foreignSeal() async throws {
        try await withSealed { file, bytes, key in
            let other = file.deletingLastPathComponent().appending(path: "other.wacz")
            let plain = try written([page("/a", "something else")], to: other)
            _ = try await DossierSeal.put(on: other.path, by: key, authority: nil)
            let sealed = [UInt8](try Data(contentsOf: other))
            let moved =
                Array(sealed.prefix(plain.count))
                + bytes.suffix(bytes.count - (bytes.count - (sealed.count - plain.count)))
            #expect(try faults(moved, at: file).first == .sealBroken)
            await #expect(throws: ArchiveFault.self, "what is sealed is not sealed again") {
                try await DossierSeal.put(on: other.path, by: key, authority: nil)
            }
        }
    }

    @Test("what is no archive is no dossier, and a missing file is an error")
    func garbage() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "c")
            for bytes in [[], Array("hello".utf8), [UInt8](repeating: 80, count: 100_000)] {
                let found = try faults(bytes, at: file)
                #expect(found.first == .sealMissing)
            }
            #expect(throws: ArchiveFault.self) { try DossierVerification(of: folder.path) }
            #expect(throws: ArchiveFault.self) { try DossierVerification(of: folder.appending(path: "none").path) }
        }
    }
}

/// A number or text of a line of JSON.
private enum JSONField: Decodable {
    case number(Int)
    case text(String)

    var number: Int? {
        if case .number(let number) = self { return number }
        return nil
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        do { self = .number(try value.decode(Int.self)) } catch { self = .text(try value.decode(String.self)) }
    }
}
