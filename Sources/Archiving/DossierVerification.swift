import Digests
public import Proofs

/// What can be said of a dossier without network and without trusting who made it.
public struct DossierVerification: Sendable {
    /// Something that is not as it was sealed.
    public enum Fault: Sendable, Hashable {
        /// It does not end with a readable seal: never sealed, cut off, or the seal itself was changed.
        case sealMissing
        /// The seal does not fit the file; what was changed is named by the other faults where it can be.
        case sealBroken
        /// The file is as it was sealed, with so many bytes put behind it.
        case bytesBehind(Int)
        /// A member is not what the list of members says.
        case memberChanged(name: String)
        /// A record of the archive was changed; `position` counts from 1.
        case recordChanged(position: Int, type: String, url: String)
        /// A member of the list is not there.
        case memberMissing(name: String)
        /// A member that the list does not know, or one that is there twice.
        case memberAdded(name: String)
        /// The list of members, or its digest, was changed.
        case listChanged
        /// All members are as listed: the change lies in the container between them or in the seal.
        case containerChanged
        /// The container cannot be read any more.
        case containerUnreadable(cause: String)
        /// It is whole, but sealed by another key than the expected one.
        case otherKey(fingerprint: String)
        /// The time-stamp belongs to something else.
        case timeStampChanged
    }

    /// Every fault; empty for an intact file.
    public let faults: [Fault]
    /// Fingerprint of the key that sealed it; nil without readable seal.
    public let fingerprint: String?
    /// What the time-stamp is worth; nil without one.
    public let timeStamp: TimeStamp.Standing?
    /// True when the fingerprint was compared with an expected one.
    public let isKeyExpected: Bool

    /// True when no byte was changed since it was sealed (and the key is the expected one).
    public var isIntact: Bool { faults.isEmpty }

    /// Checks a file. `expectedFingerprint` is that of the operator's key, known from elsewhere; without it anybody could
    /// have sealed the file. `caFile` is a PEM file with the root of the time-stamp authority. Throws `ArchiveFault` where the
    /// file cannot be read.
    public init(of path: String, expectedFingerprint: String? = nil, caFile: String? = nil) throws(ArchiveFault) {
        let file = try FileReading(path)
        var faults: [Fault] = []
        var found = try FoundSeal.atEnd(of: file)
        if found == nil {
            found = try FoundSeal.anywhere(in: file)
            if let found { faults.append(.bytesBehind(file.size - found.end)) }
        }
        var content: ContentDigest?
        if let found { content = try found.content(of: file) }
        let isValid = content.flatMap { content in found.map { $0.seal.isValid(for: content) } } ?? false
        if !isValid {
            faults.append(found == nil ? .sealMissing : .sealBroken)
            let inside = MemberCheck.faults(in: file)
            // Where there is no seal nothing says that the container ever was another one.
            faults += found != nil && inside.isEmpty ? [.containerChanged] : inside
        }
        fingerprint = found?.seal.publicKey.fingerprint
        isKeyExpected = expectedFingerprint != nil
        if let fingerprint, let expected = expectedFingerprint?.lowercased(), fingerprint != expected {
            faults.append(.otherKey(fingerprint: fingerprint))
        }
        timeStamp = found.flatMap { found in
            content.flatMap { content in
                found.seal.timeStamp?.standing(
                    for: FileSeal.stamped(content, found.seal.publicKey), caFile: caFile)
            }
        }
        switch timeStamp {
        case .other, .refused, .unreadable: faults.append(.timeStampChanged)
        case .trusted, .untrusted, nil: break
        }
        self.faults = faults
    }
}
