import FoundationEssentials
import Glibc

extension OperatorKey {
    /// What stands before the 32 secret bytes in a PKCS #8 of Ed25519 (RFC 8410 section 7).
    private static let head: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
    private static let (begin, end) = ("-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----")

    /// The key in a file (PEM as `openssl genpkey -algorithm ed25519` writes it), made there when there is none. The file
    /// must belong to this user and be closed to all others (0600); its folder must exist. Two processes that begin at
    /// the same time get the same key, and an interruption leaves no half of one. Throws `ProofFault`.
    public init(file path: String) throws(ProofFault) {
        if let found = try OperatorKey.read(path) {
            self = found
            return
        }
        try OperatorKey.write(try Ed25519.newSeed(), to: path)
        // Read back: another process may have been faster, and what is used is what is kept.
        guard let made = try OperatorKey.read(path) else { throw ProofFault(.file, "\(path) vanished at once") }
        self = made
    }

    /// The key in a file; nil when there is no file. Throws `ProofFault` for a file that is open to others or no key.
    public static func existing(file path: String) throws(ProofFault) -> OperatorKey? { try read(path) }

    /// 64 bytes by which everybody can see that the owner of this key meant exactly this message.
    public func signature(of message: [UInt8]) -> [UInt8] { Ed25519.signature(of: message, by: seed) }

    private static func read(_ path: String) throws(ProofFault) -> OperatorKey? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw fault(path, String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw fault(path, "not a plain file")
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw fault(path, "belongs to another user") }
        guard status.st_mode & 0o077 == 0 else {
            throw fault(path, "others may read or write this key: chmod 600 \(path)")
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw fault(path, String(cString: strerror(errno))) }
        guard let seed = seed(pem: bytes.prefix(count)) else { throw fault(path, "holds no private key of Ed25519") }
        guard let publicKey = PublicKey(bytes: try Ed25519.publicKey(of: seed)) else {
            throw fault(path, "holds no private key of Ed25519")
        }
        return OperatorKey(seed: seed, publicKey: publicKey)
    }

    private static func seed(pem bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let lines = bytes.split { $0 == 10 || $0 == 13 }.map { String(decoding: $0, as: UTF8.self) }
        guard lines.count >= 3, lines.first == begin, lines.last == end,
            let content = Data(base64Encoded: lines.dropFirst().dropLast().joined()),
            content.count == head.count + 32, content.starts(with: head)
        else { return nil }
        return [UInt8](content.suffix(32))
    }

    /// Complete and on the disk before it has its name; an existing file is never replaced.
    private static func write(_ seed: [UInt8], to path: String) throws(ProofFault) {
        let text = "\(begin)\n\(Data(head + seed).base64EncodedString())\n\(end)\n"
        let draft = "\(path).making-\(getpid())"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw fault(path, String(cString: strerror(errno))) }
        defer { unlink(draft) }
        let bytes = Array(text.utf8)
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isWritten else { throw fault(path, String(cString: strerror(code))) }
        guard link(draft, path) == 0 || errno == EEXIST else { throw fault(path, String(cString: strerror(errno))) }
        let folder = open(
            String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)) + "/.", O_RDONLY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    private static func fault(_ path: String, _ cause: String) -> ProofFault { ProofFault(.file, "\(path): \(cause)") }
}
