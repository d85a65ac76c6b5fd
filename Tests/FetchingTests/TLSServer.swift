import Foundation

/// Certificates and servers of the `openssl` program, for failures that only TLS has.
struct TLSServer {
    enum Fault: Error { case opensslFailed([String]), noPort }

    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") }

    let process: Process
    private let input: Pipe
    let port: Int

    /// Serves a page under a certificate (`NAME.pem`, `NAME.key`) on a free loopback port, or sends `bytes` to whoever
    /// connects.
    init(folder: URL, certificate: String, options: [String] = [], bytes: [UInt8]? = nil) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.currentDirectoryURL = folder
        process.arguments =
            ["s_server", "-accept", "127.0.0.1:0", "-cert", "\(certificate).pem", "-key", "\(certificate).key"]
            + options + (bytes == nil ? ["-www"] : [])
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let input = Pipe()
        process.standardInput = input
        try process.run()
        if let bytes { try input.fileHandleForWriting.write(contentsOf: bytes) }
        self.input = input
        var text = ""
        while true {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw Fault.noPort }
            text += String(decoding: piece, as: UTF8.self)
            if let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT") && text.hasSuffix("\n") }),
                let port = line.split(separator: ":").last.flatMap({ Int($0) })
            {
                self.port = port
                return
            }
        }
    }

    func stop() {
        // Children of a Swift task inherit its signal mask: a polite signal would wait for ever.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Makes a root, an intermediate and the leaves that the tests serve; all names are in `example.th`.
    static func makeCertificates(in folder: URL) throws {
        func openssl(_ line: String) throws { try run(line.split(separator: " ").map(String.init), in: folder) }
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let day = ["good", "expired", "other", "weak"]
        try write("ca.ext", "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\nsubjectKeyIdentifier=hash\n")
        try openssl("req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 30 -subj /CN=TestRoot")
        try openssl("req -newkey rsa:2048 -nodes -keyout middle.key -out middle.csr -subj /CN=TestMiddle")
        try openssl(
            "x509 -req -in middle.csr -CA root.pem -CAkey root.key -set_serial 2 -days 30 -extfile ca.ext -out middle.pem"
        )
        for (number, name) in day.enumerated() {
            try write("\(name).ext", "subjectAltName=DNS:\(name == "other" ? "elsewhere" : name).example.th\n")
            let bits = name == "weak" ? 1024 : 2048
            try openssl("req -newkey rsa:\(bits) -nodes -keyout \(name).key -out \(name).csr -subj /CN=\(name)")
            guard name != "expired" else { continue }
            try openssl(
                "x509 -req -in \(name).csr -CA middle.pem -CAkey middle.key -set_serial \(number + 10) -days 30"
                    + " -extfile \(name).ext -out \(name).pem")
        }
        // Only `openssl ca` takes dates of the past.
        try write("index.txt", "")
        try write(
            "ca.conf",
            """
            [ca]
            default_ca=test
            [test]
            database=index.txt
            serial=serial
            new_certs_dir=.
            default_md=sha256
            policy=any
            [any]
            commonName=supplied
            """)
        try write("serial", "20\n")
        try openssl(
            "ca -batch -config ca.conf -in expired.csr -cert middle.pem -keyfile middle.key -extfile expired.ext"
                + " -startdate 20200101000000Z -enddate 20210101000000Z -notext -out expired.pem")
        try openssl(
            "req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.pem -days 30 -subj /CN=self"
                + " -addext subjectAltName=DNS:self.example.th")
    }

    private static func run(_ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Fault.opensslFailed(arguments) }
    }
}
