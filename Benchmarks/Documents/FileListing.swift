import Documents
import Extraction
import Glibc
import Programs
import WebEvidence

/// One line for each of a list of files: what its reading came to, and how long it took.
struct FileListing {
    let paths: [String]

    func print() async throws {
        let reading = DocumentReading(programs: ProgramSpawner(), tools: .found())
        Swift.print("milliseconds\tform\tfault\tpages\trecognised\tblocks\tletters\tpath\ttitle\tdetail")
        for path in paths {
            guard let body = FileListing.bytes(of: path) else { continue }
            let start = ContinuousClock.now
            let document = await reading.document(
                of: ReceivedFile(
                    body: body, kind: bodyKind(of: body, contentType: nil),
                    address: try PageAddress(submitted: "http://a.example/a")))
            let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
            let letters = document.blocks.reduce(0) { $0 + $1.text.unicodeScalars.count }
            Swift.print(
                "\(milliseconds)\t\(document.form)\t\(document.fault.map { "\($0)" } ?? "-")"
                    + "\t\(document.partCount.map { "\($0)" } ?? "?")\t\(document.parts.count(where: \.isRecognised))"
                    + "\t\(document.blocks.count)\t\(letters)\t\(path)\t\(document.title)\t\(document.faultDetail)")
            if getenv("OIT_SHOW_TEXT") != nil { show(document) }
        }
    }

    private func show(_ document: ExtractedDocument) {
        for (index, block) in document.blocks.enumerated() {
            let page = document.part(ofBlock: index)?.number ?? 0
            let mark = block.isHeading ? "#" : block.kind == .listEntry ? "-" : " "
            Swift.print("    \(page)\(mark) \(block.text)")
        }
    }

    static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
