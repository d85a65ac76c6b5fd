import Digests
import Foundation
import GradingCore
import TestSupport
import Testing

@testable import Proofs

@Suite struct CertificateFileTests {
    private let page = Array("<!DOCTYPE html>\n<html><body><p>ใบรับรอง</p>\n</body></html>\n".utf8)

    private func file(_ pattern: String, _ folder: URL, heads: [Int] = []) async throws -> [UInt8] {
        let key = try sampleKey(folder)
        let records = sampleChain(pattern)
        let seals = heads.map { SealedHead(records[$0].link, of: "huai-lan", at: records[$0].at, by: key) }
        let certificate = try sampleCertificate(records, heads: seals)
        return try await CertificateFile.sealed(certificate, page: page, by: key).bytes
    }

    /// The file with other records, sealed anew by a forger who has a key of his own.
    private func resealed(
        _ bytes: [UInt8], _ folder: URL, _ change: (inout CertificateDocument) -> Void
    ) throws -> [UInt8] {
        let (content, _) = try #require(FileSeal.read(bytes))
        let json = try #require(CertificateFile.records(in: content))
        var document = try JSONDecoder().decode(CertificateDocument.self, from: Data(json))
        change(&document)
        let forged = Array(content[..<json.startIndex]) + (try document.bytes()) + Array(content[json.endIndex...])
        let seal = FileSeal(content: ContentDigest(of: forged), timeStamp: nil, by: try sampleKey(folder, "forger.pem"))
        return forged + seal.bytes
    }

    @Test("a fresh certificate is intact, says the same as what it was made of, and stays a page")
    func fresh() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await file("ooxxoob", folder, heads: [3])
            let checked = CertificateVerification(of: bytes)
            #expect(checked.isIntact && checked.faults == [])
            #expect(checked.certificate?.records == sampleChain("ooxxoob"))
            #expect(checked.certificate?.uptimes == (try sampleCertificate(sampleChain("ooxxoob")).uptimes))
            #expect(checked.fingerprint == (try sampleKey(folder).publicKey.fingerprint))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.components(separatedBy: "</script>").count == 2)
            #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("</body></html>"))
            #expect(checked.notProved.contains { $0.en.hasPrefix("Without a time-stamp") })
        }
    }

    @Test("the change of any one byte of a certificate is found, in every place and of every bit")
    func everyByte() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await file("oxo", folder, heads: [1])
            #expect(CertificateVerification(of: bytes).isIntact)
            for place in bytes.indices {
                if place % 32 == 0 { await Task.yield() }  // other tests want the processor too
                for change in [UInt8(1), 0x20, 0x80] {
                    var changed = bytes
                    changed[place] ^= change
                    if CertificateVerification(of: changed).isIntact { Issue.record("byte \(place), \(change)") }
                }
            }
        }
    }

    @Test("a byte that is taken away, doubled or put in is found in every place")
    func everyLength() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await file("o", folder)
            for place in bytes.indices {
                if place % 32 == 0 { await Task.yield() }
                var shorter = bytes
                shorter.remove(at: place)
                var longer = bytes
                longer.insert(10, at: place)
                if CertificateVerification(of: shorter).isIntact { Issue.record("without byte \(place)") }
                if CertificateVerification(of: longer).isIntact { Issue.record("a line end before byte \(place)") }
                if CertificateVerification(of: Array(bytes[..<place])).isIntact { Issue.record("cut at \(place)") }
            }
            #expect(!CertificateVerification(of: bytes + [10]).isIntact)
            #expect(!CertificateVerification(of: bytes + bytes).isIntact)
        }
    }

    @Test("the record that was edited is named, even by a forger who seals the file anew")
    func editedRecord() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await file("ooxxoo", folder)
            let forged = try resealed(bytes, folder) { $0.records[2].checks[0][1] = 0 }
            let checked = CertificateVerification(of: forged)
            #expect(checked.faults.first == .recordChanged(position: 2, at: morning.adding(seconds: 1800)))
            #expect(checked.findings.first?.th.contains("ลำดับที่ 2") == true)
            let later = try resealed(bytes, folder) { $0.records[3].at = "2023-05-15T02:00:00Z" }
            guard case .recordChanged(3, _) = CertificateVerification(of: later).faults.first else {
                Issue.record("record 3 is not named")
                return
            }
        }
    }

    @Test("records that were removed, added, doubled or exchanged are named")
    func movedRecords() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await file("ooxxoo", folder, heads: [5])
            func first(_ change: (inout CertificateDocument) -> Void) throws -> CertificateVerification.Fault? {
                CertificateVerification(of: try resealed(bytes, folder, change)).faults.first
            }
            func place(_ position: Int) -> CertificateVerification.Fault {
                .recordOutOfPlace(position: position, at: morning.adding(seconds: position * 900))
            }
            #expect(try first { $0.records.remove(at: 2) } == place(3))
            #expect(try first { $0.records.swapAt(2, 3) } == place(3))
            #expect(try first { $0.records.insert($0.records[2], at: 3) } == place(2))
            #expect(
                try first { $0.records[2].checks.removeLast() }
                    == .recordChanged(position: 2, at: morning.adding(seconds: 1800)))
            #expect(try first { $0.records[4].position = .max } != nil)
            #expect(try first { $0.records[0].position = .max } != nil)
            #expect(try first { $0.records = [] } != nil)
            // Taken off at the end: the seal of the chain's head does not find its record.
            #expect(try first { $0.records.removeLast() } == .figuresChanged)
            #expect(
                try first {
                    $0.records.removeFirst()
                    $0.previous = $0.records[0].digest
                } != nil)
        }
    }

    @Test(
        "a chain that a forger wrote wholly anew is sealed by another key, and the head by the owner's key does not fit"
    )
    func anotherChain() async throws {
        try await withTemporaryFolder { folder in
            let owner = try sampleKey(folder)
            let forger = try sampleKey(folder, "forger.pem")
            let certificate = try sampleCertificate(sampleChain("oooo"))
            let forged = try await CertificateFile.sealed(certificate, page: page, by: forger).bytes
            #expect(CertificateVerification(of: forged).isIntact)
            let known = CertificateVerification(of: forged, expectedFingerprint: owner.publicKey.fingerprint)
            #expect(known.faults == [.otherKey(fingerprint: forger.publicKey.fingerprint)])
            let real = sampleChain("oxxo")
            let head = SealedHead(real[3].link, of: "huai-lan", at: real[3].at, by: owner)
            #expect(throws: ProofFault.self) { try sampleCertificate(sampleChain("oooo"), heads: [head]) }
            let bytes = try await CertificateFile.sealed(
                try sampleCertificate(real, heads: [head]), page: [], by: owner
            ).bytes
            let changed = CertificateVerification(
                of: try resealed(bytes, folder) { $0.heads[0].at = "2023-05-15T09:00:00Z" })
            #expect(changed.faults == [.headChanged(position: 3)])
        }
    }

    @Test("figures that do not follow from the records are found")
    func figures() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await file("ooxxoo", folder)
            for change: (inout CertificateDocument) -> Void in [
                { $0.uptimes[0].share = "100.00" }, { $0.uptimes[0].outages = [] }, { $0.uptimes.removeLast() },
                { $0.to = "2023-05-15T01:20:00Z" }, { $0.gapSeconds = 1 },
            ] {
                #expect(CertificateVerification(of: try resealed(bytes, folder, change)).faults == [.figuresChanged])
            }
        }
    }

    @Test(
        "a file that is no certificate is told as one, whatever it is",
        arguments: [
            "", "x", "<html></html>", "<!--oit-seal/1\n\n-->\n", "<!--oit-seal/1\nA\n-\nB\n-->\n",
            "<!--oit-seal/1\n-->\n",
            "<script type=\"application/json\" id=\"oit-certificate\">\n{}\n</script>\n",
            "<script type=\"application/json\" id=\"oit-certificate\">\n\n</script>\n",
        ])
    func noCertificate(text: String) {
        let checked = CertificateVerification(of: Array(text.utf8))
        #expect(!checked.isIntact && checked.certificate == nil)
        guard case .unreadable = checked.faults.first else {
            Issue.record("\(checked.faults)")
            return
        }
    }

    @Test("deep nesting and wild numbers in a file end in a fault")
    func hostileJSON() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await file("oo", folder)
            let deep = String(repeating: "[", count: 200_000)
            let block = "<script type=\"application/json\" id=\"oit-certificate\">\n\(deep)\n</script>\n"
            #expect(!CertificateVerification(of: Array(block.utf8)).isIntact)
            for check in [[9, 0, 0, 0, 0], [0, -1, 0, 0, 0], [0, 0, .min, 0, 0], [0, 0, 0, -1, 0], [0], []] {
                let forged = try resealed(bytes, folder) { $0.records[0].checks[0] = check }
                #expect(!CertificateVerification(of: forged).isIntact)
            }
        }
    }

    @Test("a season of hourly checks of 43 addresses is made and checked in seconds and stays small")
    func season() async throws {
        try await withTemporaryFolder { folder in
            var records: [CheckRecord] = []
            for hour in 0..<300 {
                let checks = (1...43).map { number in
                    AddressCheck(
                        item: ItemID("o\(number)"), url: "https://www.example.go.th/o\(number)", outcome: "ok",
                        status: 304,
                        milliseconds: 100 + (hour * number) % 400, digest: ContentDigest(of: [UInt8(number)]))
                }
                records.append(
                    CheckRecord(
                        key: "huai-lan", at: morning.adding(seconds: hour * 3600), checks: checks,
                        after: records.last?.link))
            }
            let bytes = try await CertificateFile.sealed(
                try sampleCertificate(records), page: page, by: try sampleKey(folder)
            ).bytes
            #expect(bytes.count < 300 * 43 * 30)
            #expect(CertificateVerification(of: bytes).isIntact)
        }
    }
}
