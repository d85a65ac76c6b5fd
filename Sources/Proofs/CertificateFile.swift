import Digests

/// The file of a certificate: a page for people that opens in any browser without network, inside it the records as
/// JSON, behind it the seal over every byte.
public enum CertificateFile {
    static let dataBegin = Array("<script type=\"application/json\" id=\"oit-certificate\">\n".utf8)
    static let dataEnd = Array("\n</script>\n".utf8)
    private static let bodyEnd = Array("</body>".utf8)

    /// The bytes of a file, and why it has no time-stamp where one was wished for.
    public struct Sealed: Sendable {
        public let bytes: [UInt8]
        /// Nil when there is a time-stamp, or none was asked for.
        public let timeStampFault: ProofFault?
        /// Fingerprint of the key that sealed it.
        public let fingerprint: String
    }

    /// Puts the records before the end of the page's body, asks for a time-stamp where there is an authority, and seals. An
    /// authority that cannot be reached costs the time-stamp, not the certificate. `page` is a whole HTML document in
    /// UTF-8; an empty one gives a file of records alone. Throws `ProofFault`.
    public static func sealed(
        _ certificate: UptimeCertificate, page: [UInt8], by operator: OperatorKey,
        authority: TimeStampAuthority? = nil
    ) async throws(ProofFault) -> Sealed {
        let block = dataBegin + (try CertificateDocument(certificate).bytes()) + dataEnd
        let place = BytePlace.last(of: bodyEnd, in: page[...]) ?? page.count
        let content = Array(page[..<place]) + block + Array(page[place...])
        let digest = ContentDigest(of: content)
        var stamp: TimeStamp?
        var fault: ProofFault?
        if let authority {
            do throws(ProofFault) {
                stamp = try await authority.stamp(FileSeal.stamped(digest, `operator`.publicKey))
            } catch {
                fault = error
            }
        }
        let seal = FileSeal(content: digest, timeStamp: stamp, by: `operator`)
        return Sealed(
            bytes: content + seal.bytes, timeStampFault: fault, fingerprint: `operator`.publicKey.fingerprint)
    }

    /// The JSON inside a file; nil when there is none.
    static func records(in content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let begin = BytePlace.first(of: dataBegin, in: content) else { return nil }
        let start = begin + dataBegin.count
        guard let end = BytePlace.first(of: dataEnd, in: content[start...]) else { return nil }
        return content[start..<end]
    }
}

/// Where a run of bytes stands in others.
enum BytePlace {
    static func first(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - mark.count)).first { isMark(mark, at: $0, bytes) }
    }

    static func last(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - mark.count)).last { isMark(mark, at: $0, bytes) }
    }

    private static func isMark(_ mark: [UInt8], at place: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
        bytes[place] == mark[0] && bytes[place..<(place + mark.count)].elementsEqual(mark)
    }
}
