import Glibc

/// A folder of our own for files that live as long as one call, closed to others.
struct TemporaryPlace: Sendable {
    let path: String

    /// Below `TMPDIR`, else `/tmp`. Throws `temporaryFolder` where none can be made.
    init() throws(OfficeDocumentError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/oit-office-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw OfficeDocumentError(
                .temporaryFolder,
                "No temporary folder can be made in \(parent): \(String(cString: strerror(errno))). Set TMPDIR.")
        }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    /// The bytes of a file in it; nil where there is none.
    func read(_ name: String) -> [UInt8]? {
        guard let file = fopen("\(path)/\(name)", "rbe") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return ferror(file) == 0 ? bytes : nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Removes the folder and the plain files in it.
    func remove() {
        if let listing = opendir(path) {
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { unlink("\(path)/\(name)") }
            }
            closedir(listing)
        }
        rmdir(path)
    }
}
