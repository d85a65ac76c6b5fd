import Digests
import FoundationEssentials
import GradingCore

/// What the JSON of a file says, before it is believed.
struct ClaimedCertificate {
    let certificate: UptimeCertificate
    /// The digest that each record states of itself.
    let statedDigests: [ContentDigest]
    /// True when the uptimes in the file are those that follow from its records.
    let hasOwnUptimes: Bool
}

extension CertificateDocument {
    /// Why a file could not be read as a certificate.
    struct Fault: Error {
        let cause: String
        /// The record at which it was met; nil when it lies outside all records.
        let position: Int?
        init(_ cause: String, position: Int? = nil) {
            self.cause = cause
            self.position = position
        }
    }

    static func read(_ bytes: ArraySlice<UInt8>) throws(Fault) -> ClaimedCertificate {
        let document: CertificateDocument
        do {
            document = try JSONDecoder().decode(CertificateDocument.self, from: Data(bytes))
        } catch {
            throw Fault("the records cannot be read")
        }
        guard document.schema == schema else { throw Fault("schema \(document.schema) is not known") }
        return try document.claimed()
    }

    private func claimed() throws(Fault) -> ClaimedCertificate {
        guard var before = ContentDigest(hexadecimal: previous) else {
            throw Fault("no digest before the first record")
        }
        let digests = try self.digests.map { text throws(Fault) in try digest(text) }
        var records: [CheckRecord] = []
        var stated: [ContentDigest] = []
        for record in self.records {
            guard let at = Moment(iso: record.at), at.utc == record.at,
                let own = ContentDigest(hexadecimal: record.digest)
            else { throw Fault("time or digest of a record cannot be read", position: record.position) }
            let checks = try record.checks.map { numbers throws(Fault) in
                try check(numbers, digests, position: record.position)
            }
            records.append(
                CheckRecord(position: record.position, key: key, at: at, checks: checks, previous: before))
            stated.append(own)
            before = own
        }
        guard let from = Moment(iso: from), let to = Moment(iso: to), let madeAt = Moment(iso: madeAt), from <= to,
            gapSeconds >= 0
        else { throw Fault("the period cannot be read") }
        let certificate = UptimeCertificate(
            unchecked: key, agency: agency, from: from, to: to, madeAt: madeAt, gapSeconds: gapSeconds,
            records: records, heads: try heads.map { head throws(Fault) in try self.head(head) })
        return ClaimedCertificate(
            certificate: certificate, statedDigests: stated,
            hasOwnUptimes: certificate.uptimes.map(Uptime.init) == uptimes)
    }

    private func digest(_ text: String) throws(Fault) -> ContentDigest {
        guard let digest = ContentDigest(hexadecimal: text) else { throw Fault("a digest cannot be read") }
        return digest
    }

    private func check(_ numbers: [Int], _ digests: [ContentDigest], position: Int) throws(Fault) -> AddressCheck {
        guard numbers.count == 5, addresses.indices.contains(numbers[0]), outcomes.indices.contains(numbers[1]),
            numbers[2] >= -1, numbers[3] >= 0, numbers[4] == -1 || digests.indices.contains(numbers[4])
        else { throw Fault("a check cannot be read", position: position) }
        let address = addresses[numbers[0]]
        return AddressCheck(
            item: ItemID(address.item), url: address.url, outcome: outcomes[numbers[1]],
            status: numbers[2] < 0 ? nil : numbers[2], milliseconds: numbers[3],
            digest: numbers[4] < 0 ? nil : digests[numbers[4]])
    }

    private func head(_ head: Head) throws(Fault) -> SealedHead {
        guard let at = Moment(iso: head.at), let digest = ContentDigest(hexadecimal: head.digest),
            let publicKey = Data(base64Encoded: head.publicKey).flatMap({ PublicKey(bytes: [UInt8]($0)) }),
            let signature = Data(base64Encoded: head.signature)
        else { throw Fault("a seal inside cannot be read", position: head.position) }
        let answer = head.timeStamp.flatMap { Data(base64Encoded: $0) }
        guard (answer == nil) == (head.timeStamp == nil) else {
            throw Fault("a time-stamp inside cannot be read", position: head.position)
        }
        return SealedHead(
            key: key, link: CheckRecord.Link(position: head.position, digest: digest), at: at, publicKey: publicKey,
            signature: [UInt8](signature), timeStamp: answer.map { TimeStamp(answer: [UInt8]($0)) })
    }
}
