public import Foundation

/// Certificates made by the `openssl` program in a folder of their own: a root, an intermediate, and leaves with every
/// fault that the tests need.
public struct CertificateWorkshop: Sendable {
    public enum Fault: Error { case opensslFailed([String]) }

    /// What is peculiar about a leaf; without any change it is good today.
    public struct Leaf: Sendable {
        public var names: [String]
        /// `ec`, or `rsa:1024`.
        public var key = "ec"
        public var digest = "sha256"
        /// `YYYYMMDD`.
        public var from = "20250101"
        public var to = "20400101"
        /// Where the issuer's certificate can be fetched; none where empty.
        public var issuerAddress = ""
        /// Issued by nobody but itself.
        public var isSelfSigned = false
        /// The certificates that are sent after the leaf.
        public var chain = [Issuer.middle]
        public var issuer = Issuer.middle
        public init(names: [String]) { self.names = names }
    }

    /// `root` is what the tests trust; `stranger` is trusted by nobody.
    public enum Issuer: String, Sendable, CaseIterable {
        case root, middle, stranger
    }

    public static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") }

    public let folder: URL
    /// PEM file of the one root that the tests trust.
    public var rootFile: String { path("root.pem") }

    /// Makes the issuers.
    public init(folder: URL) throws {
        self.folder = folder
        try write("issuer.ext", "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\nsubjectKeyIdentifier=hash\n")
        try write("index.txt", "")
        try write("serial", "1000\n")
        try write("ca.conf", CertificateWorkshop.authorityConfiguration)
        for name in ["root", "stranger"] {
            try openssl("req -x509 \(newKey("ec")) -keyout \(name).key -out \(name).pem -days 3000 -subj /CN=\(name)")
        }
        try openssl("req \(newKey("ec")) -keyout middle.key -out middle.csr -subj /CN=middle")
        try sign("middle", by: .root, extensions: "issuer.ext", digest: "sha256", from: "20250101", to: "20400101")
    }

    /// A leaf and its key, ready to be served. `name` is that of its files.
    public func identity(_ name: String, _ leaf: Leaf) throws -> TLSIdentity {
        var extensions =
            "subjectAltName="
            + leaf.names.map { $0.allSatisfy { $0.isNumber || $0 == "." } ? "IP:\($0)" : "DNS:\($0)" }
            .joined(separator: ",") + "\n"
        if !leaf.issuerAddress.isEmpty { extensions += "authorityInfoAccess=caIssuers;URI:\(leaf.issuerAddress)\n" }
        try write("\(name).ext", extensions)
        try openssl("req \(newKey(leaf.key)) -keyout \(name).key -out \(name).csr -subj /CN=\(name)")
        if leaf.isSelfSigned {
            try openssl("x509 -req -in \(name).csr -signkey \(name).key -days 30 -extfile \(name).ext -out \(name).pem")
        } else {
            try sign(
                name, by: leaf.issuer, extensions: "\(name).ext", digest: leaf.digest, from: leaf.from, to: leaf.to)
        }
        let sent = [name] + (leaf.isSelfSigned ? [] : leaf.chain.map(\.rawValue))
        let texts = try sent.map { try Data(contentsOf: folder.appendingPathComponent("\($0).pem")) }
        try texts.reduce(Data(), +).write(to: folder.appendingPathComponent("\(name)-chain.pem"))
        return TLSIdentity(certificates: path("\(name)-chain.pem"), key: path("\(name).key"))
    }

    /// An issuer's certificate as bytes of DER.
    public func der(_ issuer: Issuer) throws -> [UInt8] {
        let file = "\(issuer.rawValue)-\(UUID().uuidString).der"
        try openssl("x509 -in \(issuer.rawValue).pem -outform DER -out \(file)")
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
    }

    public func pem(_ issuer: Issuer) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent("\(issuer.rawValue).pem")))
    }

    /// A "certs-only" message of PKCS #7 with one certificate.
    public func pkcs7(_ issuer: Issuer) throws -> [UInt8] {
        try openssl("crl2pkcs7 -nocrl -certfile \(issuer.rawValue).pem -outform DER -out \(issuer.rawValue).p7c")
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent("\(issuer.rawValue).p7c")))
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    private func newKey(_ kind: String) -> String {
        kind == "ec" ? "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes" : "-newkey \(kind) -nodes"
    }

    /// Only `openssl ca` takes dates of the past and the future.
    private func sign(
        _ name: String, by issuer: Issuer, extensions: String, digest: String, from: String, to: String
    ) throws {
        try openssl(
            "ca -batch -config ca.conf -in \(name).csr -cert \(issuer.rawValue).pem -keyfile \(issuer.rawValue).key"
                + " -md \(digest) -extfile \(extensions) -startdate \(from)000000Z -enddate \(to)000000Z -notext"
                + " -out \(name).pem")
    }

    private func openssl(_ line: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = line.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Fault.opensslFailed(process.arguments ?? []) }
    }

    private static let authorityConfiguration = """
        [ca]
        default_ca=test
        [test]
        database=index.txt
        serial=serial
        new_certs_dir=.
        policy=any
        unique_subject=no
        [any]
        commonName=supplied
        """
}
