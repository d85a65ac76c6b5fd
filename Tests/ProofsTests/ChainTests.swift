import Digests
import Foundation
import GradingCore
import TestSupport
import Testing

@testable import Proofs

@Suite struct ChainTests {
    @Test("a chain holds together, and a piece of it too")
    func whole() {
        let records = sampleChain("ooxxoo")
        #expect(ChainFault.first(in: records, key: "huai-lan") == nil)
        #expect(ChainFault.first(in: Array(records[2...]), key: "huai-lan") == nil)
        #expect(ChainFault.first(in: [], key: "huai-lan") == nil)
        #expect(records.map(\.position) == [0, 1, 2, 3, 4, 5])
    }

    @Test("every member of a record is covered by its digest")
    func coverage() {
        let record = sampleChain("oo")[1]
        func changed(_ change: (inout CheckRecord) -> Void) -> CheckRecord {
            var copy = record
            change(&copy)
            return copy
        }
        let copies = [
            changed { $0.position += 1 }, changed { $0.key += "x" }, changed { $0.at = $0.at.adding(seconds: 1) },
            changed { $0.checks.removeLast() }, changed { $0.checks.swapAt(0, 1) },
            changed { $0.previous = ContentDigest(of: []) }, changed { $0.checks[0].item = ItemID("o2") },
            changed { $0.checks[0].url += "x" }, changed { $0.checks[0].outcome = "http_404" },
            changed { $0.checks[0].status = nil }, changed { $0.checks[0].status = 0 },
            changed { $0.checks[0].milliseconds += 1 }, changed { $0.checks[0].digest = nil },
            // The same letters shared out otherwise.
            changed {
                $0.checks[0].item = ItemID("o1h")
                $0.checks[0].url = String($0.checks[0].url.dropFirst())
            },
        ]
        let digests = Set(copies.map(\.digest) + [record.digest])
        #expect(digests.count == copies.count + 1)
    }

    @Test("the digest of a record is the same for ever")
    func lastingDigest() {
        let record = CheckRecord(
            key: "k", at: Moment(seconds: 0), checks: [AddressCheck(item: ItemID("o1"), url: "u", outcome: "ok")],
            after: nil)
        #expect(record.digest.hexadecimal == lastingRecordDigest)
    }

    @Test("the first record that is removed, added, exchanged or foreign is named")
    func faults() {
        let records = sampleChain("oooooo")
        var removed = records
        removed.remove(at: 3)
        #expect(ChainFault.first(in: removed, key: "huai-lan")?.position == 4)
        var doubled = records
        doubled.insert(records[3], at: 3)
        #expect(ChainFault.first(in: doubled, key: "huai-lan") == fault(.position, records[3]))
        var swapped = records
        swapped.swapAt(2, 3)
        #expect(ChainFault.first(in: swapped, key: "huai-lan") == fault(.position, records[3]))
        var edited = records
        edited[2].checks[0].outcome = "http_404"
        #expect(ChainFault.first(in: edited, key: "huai-lan") == fault(.broken, records[3]))
        #expect(ChainFault.first(in: records, key: "other") == fault(.foreign, records[0]))
        #expect(ChainFault.first(in: sampleChain("oo", key: "other"), key: "huai-lan")?.kind == .foreign)
        var other = records
        other[0] = CheckRecord(position: 0, key: "huai-lan", at: morning, checks: [], previous: records[5].digest)
        #expect(ChainFault.first(in: other, key: "huai-lan")?.kind == .broken)
    }

    @Test("a clock that was set back breaks no chain, and a certificate says so")
    func clocks() throws {
        var records = sampleChain("oo")
        let back = CheckRecord(
            key: "huai-lan", at: morning.adding(seconds: -400 * 86_400), checks: records[0].checks,
            after: records[1].link)
        records.append(back)
        records.append(CheckRecord(key: "huai-lan", at: back.at.adding(seconds: 900), checks: [], after: back.link))
        #expect(ChainFault.first(in: records, key: "huai-lan") == nil)
        let certificate = try sampleCertificate(records, from: back.at, to: morning.adding(seconds: 900))
        #expect(certificate.clockSetBacks == [2])
        #expect(certificate.uptimes[0].openSeconds <= 900 * 2)
    }

    private func fault(_ kind: ChainFault.Kind, _ record: CheckRecord) -> ChainFault {
        ChainFault(kind: kind, position: record.position, at: record.at)
    }
}

/// Computed by another program, once: SHA-256 of the bytes that `CheckRecord.canonicalBytes` describes.
let lastingRecordDigest = "ca9ec6ff982f2fa077969521a016355a8ea1fd1ce7e470cd4e3df224a69d2e94"

@Suite struct OperatorKeyTests {
    @Test("the key is made at first use, closed to others, and is the same ever after")
    func firstUse() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "key.pem").path
            #expect(try OperatorKey.existing(file: path) == nil)
            let key = try OperatorKey(file: path)
            #expect(try OperatorKey(file: path).publicKey == key.publicKey)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["key.pem"])
            #expect(try sampleKey(folder, "other.pem").publicKey != key.publicKey)
        }
    }

    @Test("openssl reads the key, agrees with the fingerprint and with a signature")
    func openssl() async throws {
        try await withTemporaryFolder { folder in
            let key = try sampleKey(folder)
            let der = try ProofsTests.openssl(["pkey", "-in", "key.pem", "-pubout", "-outform", "DER"], in: folder)
                .output
            #expect(ContentDigest(of: [UInt8](der)).hexadecimal == key.publicKey.fingerprint)
            let message = Array("ข้อความ".utf8)
            try Data(message).write(to: folder.appending(path: "message"))
            try Data(key.signature(of: message)).write(to: folder.appending(path: "signature"))
            let checked = try ProofsTests.openssl(
                ["pkeyutl", "-verify", "-inkey", "key.pem", "-rawin", "-in", "message", "-sigfile", "signature"],
                in: folder)
            #expect(checked.status == 0)
        }
    }

    @Test("a signature fits its message and key only")
    func signatures() async throws {
        try await withTemporaryFolder { folder in
            let (key, other) = (try sampleKey(folder), try sampleKey(folder, "other.pem"))
            let signature = key.signature(of: [1, 2, 3])
            #expect(key.publicKey.signed([1, 2, 3], signature))
            #expect(!key.publicKey.signed([1, 2], signature))
            #expect(!other.publicKey.signed([1, 2, 3], signature))
            #expect(!key.publicKey.signed([1, 2, 3], Array(signature.dropLast())))
            for bit in 0..<512 {
                var changed = signature
                changed[bit / 8] ^= 1 << (bit % 8)
                #expect(!key.publicKey.signed([1, 2, 3], changed))
            }
        }
    }

    @Test("a key that others may read, a folder, a broken file and a missing folder are refused")
    func refusedFiles() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "key.pem").path
            _ = try OperatorKey(file: path)
            for mode in [0o640, 0o604, 0o660] {
                #expect(chmod(path, mode_t(mode)) == 0)
                let fault = #expect(throws: ProofFault.self) { try OperatorKey(file: path) }
                #expect(fault?.description.contains("chmod 600") == true)
            }
            #expect(chmod(path, 0o600) == 0)
            for text in ["", "x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
                try Data(text.utf8).write(to: folder.appending(path: "broken"))
                #expect(chmod(folder.appending(path: "broken").path, 0o600) == 0)
                #expect(throws: ProofFault.self) { try sampleKey(folder, "broken") }
            }
            #expect(throws: ProofFault.self) { try sampleKey(folder, "missing/key.pem") }
            #expect(throws: ProofFault.self) { try OperatorKey(file: folder.path) }
        }
    }

    @Test("many first uses at the same time end with one key")
    func race() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "key.pem").path
            let keys = try await withThrowingTaskGroup(of: PublicKey.self) { group in
                for _ in 0..<16 { group.addTask { try OperatorKey(file: path).publicKey } }
                return try await group.reduce(into: Set<PublicKey>()) { $0.insert($1) }
            }
            #expect(keys.count == 1)
        }
    }
}
