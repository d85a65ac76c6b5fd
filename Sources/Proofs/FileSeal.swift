import Digests
import FoundationEssentials

/// The last lines of a sealed file, a comment of HTML: public key, time-stamp, and a signature over all bytes before it
/// and over these two. There is exactly one way to write a seal, so no byte of it can be changed unseen either.
struct FileSeal {
    private static let begin = Array("<!--oit-seal/1\n".utf8)
    private static let end = Array("\n-->\n".utf8)

    let publicKey: PublicKey
    let timeStamp: TimeStamp?
    let signature: [UInt8]

    /// What is time-stamped: the content as this key sealed it.
    static func stamped(_ content: ContentDigest, _ publicKey: PublicKey) -> ContentDigest {
        var bytes = CanonicalBytes("oit-file-stamp/1")
        bytes.append(content.bytes)
        bytes.append(publicKey.bytes)
        return ContentDigest(of: bytes.bytes)
    }

    private static func message(_ content: ContentDigest, _ publicKey: PublicKey, _ stamp: TimeStamp?) -> [UInt8] {
        var bytes = CanonicalBytes("oit-file-seal/1")
        bytes.append(content.bytes)
        bytes.append(publicKey.bytes)
        bytes.append(stamp == nil ? 0 : 1)
        bytes.append(stamp?.answer ?? [])
        return bytes.bytes
    }

    init(content: ContentDigest, timeStamp: TimeStamp?, by operator: OperatorKey) {
        publicKey = `operator`.publicKey
        self.timeStamp = timeStamp
        signature = `operator`.signature(of: FileSeal.message(content, publicKey, timeStamp))
    }

    func isValid(for content: ContentDigest) -> Bool {
        publicKey.signed(FileSeal.message(content, publicKey, timeStamp), signature)
    }

    /// Three lines: key, time-stamp or `-`, signature, each in base64.
    var bytes: [UInt8] {
        func coded(_ bytes: [UInt8]) -> [UInt8] { Array(Data(bytes).base64EncodedString().utf8) }
        return FileSeal.begin + coded(publicKey.bytes) + [10] + (timeStamp.map { coded($0.answer) } ?? [45]) + [10]
            + coded(signature) + FileSeal.end
    }

    /// The seal at the end of a file, and the bytes before it; nil when there is none in exactly our writing.
    static func read(_ file: [UInt8]) -> (content: ArraySlice<UInt8>, seal: FileSeal)? {
        guard file.suffix(end.count).elementsEqual(end), let start = BytePlace.last(of: begin, in: file[...]) else {
            return nil
        }
        let lines = file[(start + begin.count)..<max(start + begin.count, file.count - end.count)]
            .split(separator: 10, omittingEmptySubsequences: false)
            .map { Data(base64Encoded: String(decoding: $0, as: UTF8.self)) }
        let stampBytes = lines.count == 3 ? lines[1] : nil
        guard lines.count == 3, let key = lines[0].flatMap({ PublicKey(bytes: [UInt8]($0)) }), let signature = lines[2]
        else { return nil }
        let seal = FileSeal(
            publicKey: key, timeStamp: stampBytes.map { TimeStamp(answer: [UInt8]($0)) }, signature: [UInt8](signature))
        guard seal.bytes.elementsEqual(file[start...]) else { return nil }
        return (file[..<start], seal)
    }

    private init(publicKey: PublicKey, timeStamp: TimeStamp?, signature: [UInt8]) {
        self.publicKey = publicKey
        self.timeStamp = timeStamp
        self.signature = signature
    }
}
