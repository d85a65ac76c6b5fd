import Digests
public import GradingCore

/// What can be said of a certificate file without network and without trusting who made it.
public struct CertificateVerification: Sendable {
    /// Something that is not as it was sealed.
    public enum Fault: Sendable, Hashable {
        /// The file is no certificate of ours, or a part of it cannot be read any more.
        case unreadable(cause: String)
        /// The content of the record at this place was changed.
        case recordChanged(position: Int, at: Moment)
        /// A record is missing, added or out of order before the one at this place.
        case recordOutOfPlace(position: Int, at: Moment)
        /// The stated figures do not follow from the records.
        case figuresChanged
        /// A seal inside does not fit the record at this place.
        case headChanged(position: Int)
        /// Bytes outside the records were changed, or the seal itself.
        case sealBroken
        /// It is whole, but sealed by another key than the expected one.
        case otherKey(fingerprint: String)
        /// The time-stamp belongs to something else.
        case timeStampChanged
    }

    /// Every fault, the first broken record before what follows from it; empty for an intact file.
    public let faults: [Fault]
    /// What the file says; nil when it cannot be read. To be believed only where `isIntact`.
    public let certificate: UptimeCertificate?
    /// Fingerprint of the key that sealed it; nil when there is no readable seal.
    public let fingerprint: String?
    /// What the time-stamp of the whole file is worth; nil without one.
    public let timeStamp: TimeStamp.Standing?
    /// The seals inside with a time-stamp, and what each is worth, by position.
    public let headStamps: [(position: Int, standing: TimeStamp.Standing)]

    /// True when no byte of the file was changed since it was sealed (and the key is the expected one).
    public var isIntact: Bool { faults.isEmpty }

    /// Checks a file. `expectedFingerprint` is that of the operator's key, known from elsewhere; without it anybody could
    /// have sealed the file. `caFile`: as for `TimeStamp.standing`.
    public init(of file: [UInt8], expectedFingerprint: String? = nil, caFile: String? = nil) {
        let sealed = FileSeal.read(file)
        let content = sealed?.content ?? file[...]
        let digest = ContentDigest(of: Array(content))
        fingerprint = sealed?.seal.publicKey.fingerprint
        var faults: [Fault] = []
        var claimed: ClaimedCertificate?
        do throws(CertificateDocument.Fault) {
            guard let records = CertificateFile.records(in: content) else {
                throw CertificateDocument.Fault("there are no records of a certificate in it")
            }
            let read = try CertificateDocument.read(records)
            faults += CertificateVerification.faults(in: read)
            claimed = read
        } catch {
            let place = error.position.map { " (record \($0))" } ?? ""
            faults.append(.unreadable(cause: error.cause + place))
        }
        if sealed?.seal.isValid(for: digest) != true { faults.append(.sealBroken) }
        if let fingerprint, let expectedFingerprint, fingerprint != expectedFingerprint.lowercased() {
            faults.append(.otherKey(fingerprint: fingerprint))
        }
        timeStamp = sealed.flatMap { sealed in
            sealed.seal.timeStamp?.standing(
                for: FileSeal.stamped(digest, sealed.seal.publicKey), caFile: caFile)
        }
        switch timeStamp {
        case .other, .refused, .unreadable: faults.append(.timeStampChanged)
        case .trusted, .untrusted, nil: break
        }
        certificate = claimed?.certificate
        headStamps = (claimed?.certificate.heads ?? []).compactMap { head in
            head.timeStamp.map { (head.link.position, $0.standing(for: head.stamped, caFile: caFile)) }
        }
        self.faults = faults
    }

    private static func faults(in claimed: ClaimedCertificate) -> [Fault] {
        let certificate = claimed.certificate
        var faults: [Fault] = []
        if let fault = firstBroken(claimed) { faults.append(fault) }
        if certificate.records.isEmpty { faults.append(.unreadable(cause: "there are no records in it")) }
        if !claimed.hasOwnUptimes { faults.append(.figuresChanged) }
        if let position = certificate.disagreeingHead { faults.append(.headChanged(position: position)) }
        return faults
    }

    /// The records follow each other by position, and each is what its digest says. A record states its own digest beside
    /// its content: so the one that was changed is named, not the one after it.
    private static func firstBroken(_ claimed: ClaimedCertificate) -> Fault? {
        let records = claimed.certificate.records
        if let first = records.first, first.position == 0, first.previous != CheckRecord.origin(of: first.key) {
            return .recordChanged(position: 0, at: first.at)
        }
        for (place, record) in records.enumerated() {
            let expected = (records.first?.position ?? 0).addingReportingOverflow(place)
            if record.position < 0 || expected.overflow || record.position != expected.partialValue {
                return .recordOutOfPlace(position: record.position, at: record.at)
            }
            if record.digest != claimed.statedDigests[place] {
                return .recordChanged(position: record.position, at: record.at)
            }
        }
        guard let fault = ChainFault.first(in: records, key: claimed.certificate.key) else { return nil }
        return .recordOutOfPlace(position: fault.position, at: fault.at)
    }
}
