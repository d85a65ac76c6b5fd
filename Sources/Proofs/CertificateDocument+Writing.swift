import Digests
import FoundationEssentials
import GradingCore

extension CertificateDocument {
    init(_ certificate: UptimeCertificate) {
        var addresses = TableOfFirsts<[String]>()
        var outcomes = TableOfFirsts<String>()
        var digests = TableOfFirsts<ContentDigest>()
        records = certificate.records.map { record in
            Record(
                position: record.position, at: record.at.utc, digest: record.digest.hexadecimal,
                checks: record.checks.map { check in
                    [
                        addresses.place(of: [check.item.text, check.url]), outcomes.place(of: check.outcome),
                        check.status ?? -1, check.milliseconds, check.digest.map { digests.place(of: $0) } ?? -1,
                    ]
                })
        }
        schema = CertificateDocument.schema
        key = certificate.key
        agency = certificate.agency
        from = certificate.from.utc
        to = certificate.to.utc
        madeAt = certificate.madeAt.utc
        gapSeconds = certificate.gapSeconds
        previous = certificate.records.first?.previous.hexadecimal ?? ""
        self.addresses = addresses.values.map { Address(item: $0[0], url: $0[1]) }
        self.outcomes = outcomes.values
        self.digests = digests.values.map(\.hexadecimal)
        heads = certificate.heads.map { head in
            Head(
                position: head.link.position, digest: head.link.digest.hexadecimal, at: head.at.utc,
                publicKey: Data(head.publicKey.bytes).base64EncodedString(),
                signature: Data(head.signature).base64EncodedString(),
                timeStamp: head.timeStamp.map { Data($0.answer).base64EncodedString() })
        }
        uptimes = certificate.uptimes.map(Uptime.init)
    }

    /// UTF-8 without any `<`, so that it can stand inside a page.
    func bytes() throws(ProofFault) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let plain: Data
        do {
            plain = try encoder.encode(self)
        } catch {
            throw ProofFault(.content, "the certificate is no JSON: \(error)")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(plain.count + 64)
        for byte in plain { if byte == 60 { bytes += Array("\\u003c".utf8) } else { bytes.append(byte) } }
        return bytes
    }
}

/// Values in the order of their first coming.
private struct TableOfFirsts<Value: Hashable> {
    private(set) var values: [Value] = []
    private var places: [Value: Int] = [:]

    mutating func place(of value: Value) -> Int {
        if let place = places[value] { return place }
        places[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
