import Digests
import Foundation
import GradingCore
import Proofs
import TestSupport

/// Eight in the morning of 15 May 2023 in Bangkok.
let morning = Moment(seconds: 1_684_112_400)

/// A chain of checks of two addresses, one a quarter of an hour; each letter is a check of the first address: `o` open, `x` not
/// found, `t` a time-out, `b` kept out.
func sampleChain(_ pattern: String, key: String = "huai-lan", minutes: Int = 15) -> [CheckRecord] {
    var records: [CheckRecord] = []
    let outcomes: [Character: (String, Int?)] = [
        "o": ("ok", 200), "x": ("http_404", 404), "t": ("read_timeout", nil), "b": ("blocked", 403),
    ]
    for (index, letter) in pattern.enumerated() {
        let (outcome, status) = outcomes[letter] ?? ("internal", nil)
        let checks = [
            AddressCheck(
                item: ItemID("o1"), url: "https://www.example.go.th/แผน", outcome: outcome, status: status,
                milliseconds: 100 + index, digest: outcome == "ok" ? ContentDigest(of: [1, 2, 3]) : nil),
            AddressCheck(
                item: ItemID("o12"), url: "https://www.example.go.th/</script><b>", outcome: "ok", status: 304,
                milliseconds: 7, digest: ContentDigest(of: [4])),
        ]
        records.append(
            CheckRecord(
                key: key, at: morning.adding(seconds: index * minutes * 60), checks: checks, after: records.last?.link))
    }
    return records
}

func sampleCertificate(
    _ records: [CheckRecord], from: Moment = morning, to: Moment? = nil, heads: [SealedHead] = []
) throws -> UptimeCertificate {
    try UptimeCertificate(
        key: "huai-lan", agency: "องค์การบริหารส่วนตำบลห้วยลาน", from: from,
        to: to ?? records.last?.at ?? from, madeAt: morning.adding(seconds: 2_000_000), records: records, heads: heads)
}

/// A key in a folder of its own.
func sampleKey(_ folder: URL, _ name: String = "key.pem") throws -> OperatorKey {
    try OperatorKey(file: folder.appending(path: name).path)
}

func openssl(_ arguments: [String], in folder: URL, input: Data? = nil) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    if let input {
        let file = folder.appending(path: "input-\(UUID().uuidString)")
        try input.write(to: file)
        process.standardInput = try FileHandle(forReadingFrom: file)
    }
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, bytes)
}

/// A time-stamping authority made of the `openssl` program, with a root that nobody else trusts.
struct TimeStampWorkshop {
    struct Fault: Error { let arguments: [String] }
    let folder: URL
    var rootFile: String { folder.appending(path: "root.pem").path }

    init(_ folder: URL) throws {
        self.folder = folder
        try Data("basicConstraints=critical,CA:FALSE\nextendedKeyUsage=critical,timeStamping\n".utf8)
            .write(to: folder.appending(path: "tsa.ext"))
        try Data(
            """
            [tsa]
            default_tsa=own
            [own]
            serial=tsa.serial
            signer_cert=tsa.pem
            certs=root.pem
            signer_key=tsa.key
            signer_digest=sha256
            default_policy=1.2.3.4
            digests=sha256
            ess_cert_id_alg=sha256
            """.utf8
        ).write(to: folder.appending(path: "tsa.conf"))
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        try run(
            ["req", "-x509"] + key + ["-keyout", "root.key", "-out", "root.pem", "-days", "3000", "-subj", "/CN=root"])
        try run(["req"] + key + ["-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Time of the test"])
        try run([
            "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days",
            "3000",
            "-extfile", "tsa.ext", "-out", "tsa.pem",
        ])
    }

    private func run(_ arguments: [String]) throws {
        guard try openssl(arguments, in: folder).status == 0 else { throw Fault(arguments: arguments) }
    }

    /// The answer to a query in DER.
    func answer(to query: [UInt8]) throws -> [UInt8] {
        let name = UUID().uuidString
        try Data(query).write(to: folder.appending(path: "\(name).tsq"))
        try run(["ts", "-reply", "-config", "tsa.conf", "-queryfile", "\(name).tsq", "-out", "\(name).tsr"])
        return [UInt8](try Data(contentsOf: folder.appending(path: "\(name).tsr")))
    }

    /// Serves answers on loopback.
    var script: LoopbackServer.Script {
        { request in
            do {
                return .page(try answer(to: request.body), type: "application/timestamp-reply")
            } catch {
                return .page("broken", status: 500)
            }
        }
    }
}
