import Digests
import Foundation
import GradingCore
import Proofs
import TestSupport
import Testing

/// The authority is the `openssl` program behind a server on loopback.
@Suite struct TimeStampTests {
    private func withAuthority(
        _ body: (TimeStampWorkshop, TimeStampAuthority, LoopbackServer) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let workshop = try TimeStampWorkshop(folder)
            try await withLoopbackServer(script: workshop.script) { server in
                let authority = TimeStampAuthority(
                    url: server.address("/tsa"), caFile: workshop.rootFile, version: "test")
                try await body(workshop, authority, server)
            }
        }
    }

    @Test("a stamp covers its digest, tells its time, and is trusted where its root is")
    func stamp() async throws {
        try await withAuthority { workshop, authority, server in
            let digest = ContentDigest(of: [1, 2, 3])
            let before = Moment(seconds: Int(Date().timeIntervalSince1970))
            let stamp = try await authority.stamp(digest)
            #expect(server.requests.first?.header("Content-Type") == "application/timestamp-query")
            guard case .trusted(let moment, let name) = stamp.standing(for: digest, caFile: workshop.rootFile) else {
                Issue.record("\(stamp.standing(for: digest, caFile: workshop.rootFile))")
                return
            }
            let after = Moment(seconds: Int(Date().timeIntervalSince1970))
            #expect(before <= moment && moment <= after)
            #expect(name == "Time of the test")
            #expect(stamp.standing(for: digest) == .untrusted(moment, authority: name))
            #expect(stamp.standing(for: ContentDigest(of: [1, 2])) == .other)
        }
    }

    @Test("openssl agrees that the stamp is good")
    func opensslAgrees() async throws {
        try await withAuthority { workshop, authority, _ in
            let digest = ContentDigest(of: [9])
            let stamp = try await authority.stamp(digest)
            try Data(stamp.answer).write(to: workshop.folder.appending(path: "reply.tsr"))
            let checked = try openssl(
                ["ts", "-verify", "-digest", digest.hexadecimal, "-in", "reply.tsr", "-CAfile", "root.pem"],
                in: workshop.folder)
            #expect(checked.status == 0)
        }
    }

    @Test("no byte of a stamp can be changed and still be trusted for another time or digest")
    func changedStamp() async throws {
        try await withAuthority { workshop, authority, _ in
            let digest = ContentDigest(of: [1])
            let stamp = try await authority.stamp(digest)
            let whole = stamp.standing(for: digest, caFile: workshop.rootFile)
            for place in stamp.answer.indices {
                var bytes = stamp.answer
                bytes[place] ^= 0x04
                switch TimeStamp(answer: bytes).standing(for: digest, caFile: workshop.rootFile) {
                case .trusted(let moment, let name):
                    // A change outside what is signed, of a member that says nothing.
                    #expect(whole == .trusted(moment, authority: name))
                case .untrusted, .other, .refused, .unreadable: continue
                }
            }
            #expect(TimeStamp(answer: []).standing(for: digest) == .unreadable)
            #expect(TimeStamp(answer: stamp.answer + [0]).standing(for: digest) == .unreadable)
            #expect(TimeStamp(answer: Array(stamp.answer.dropLast())).standing(for: digest) == .unreadable)
        }
    }

    @Test("an old answer, an answer for something else, garbage, an error and silence are no stamp")
    func badAuthorities() async throws {
        try await withAuthority { workshop, authority, _ in
            let old = try await authority.stamp(ContentDigest(of: [1])).answer
            let replies: [(String, ServedReply)] = [
                ("old", .page(old, type: "application/timestamp-reply")), ("garbage", .page("garbage")),
                ("empty", .page("")), ("error", .page("no", status: 503)), ("silence", .stalled),
                ("long", .page([UInt8](repeating: 48, count: 200_000))),
            ]
            for (name, reply) in replies {
                try await withLoopbackServer(script: { _ in reply }) { server in
                    var authority = TimeStampAuthority(
                        url: server.address(), caFile: workshop.rootFile, version: "test")
                    authority.timeoutSeconds = 1
                    let fault = await #expect(throws: ProofFault.self, "\(name)") {
                        try await authority.stamp(ContentDigest(of: [1]))
                    }
                    #expect(fault?.kind == .network)
                }
            }
        }
    }

    @Test("a certificate carries its stamp, and heads carry theirs")
    func stampedCertificate() async throws {
        try await withAuthority { workshop, authority, _ in
            let key = try sampleKey(workshop.folder)
            let records = sampleChain("oooo")
            var head = SealedHead(records[1].link, of: "huai-lan", at: records[1].at, by: key)
            head.timeStamp = try await authority.stamp(head.stamped)
            let certificate = try sampleCertificate(records, heads: [head])
            let sealed = try await CertificateFile.sealed(certificate, page: [], by: key, authority: authority)
            #expect(sealed.timeStampFault == nil)
            let checked = CertificateVerification(of: sealed.bytes, caFile: workshop.rootFile)
            #expect(checked.isIntact)
            guard case .trusted = checked.timeStamp, case .trusted = checked.headStamps.first?.standing else {
                Issue.record("\(checked)")
                return
            }
            #expect(checked.headStamps.map(\.position) == [1])
            #expect(!checked.notProved.contains { $0.en.hasPrefix("Without a time-stamp") })
            let distrusting = CertificateVerification(of: sealed.bytes)
            #expect(distrusting.isIntact)
            #expect(distrusting.notProved.contains { $0.en.contains("not trusted here") })
        }
    }

    @Test("an authority that is away costs the stamp and not the certificate")
    func authorityAway() async throws {
        try await withTemporaryFolder { folder in
            let sealed = try await withLoopbackServer(script: { _ in .page("", status: 500) }) { server in
                try await CertificateFile.sealed(
                    try sampleCertificate(sampleChain("oo")), page: [], by: try sampleKey(folder),
                    authority: TimeStampAuthority(url: server.address(), version: "test"))
            }
            #expect(sealed.timeStampFault?.kind == .network)
            #expect(CertificateVerification(of: sealed.bytes).isIntact)
        }
    }
}
