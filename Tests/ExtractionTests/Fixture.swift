import Testing
import WebEvidence

@testable import Extraction

#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif

/// Reads the shared pages and makes documents of markup.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Fixtures/pages/\(name)")))
    }

    static func address(_ text: String = "https://www.example.go.th/ita/index.php") throws -> PageAddress {
        try PageAddress(text)
    }

    static func page(_ name: String) throws -> ExtractedDocument {
        extractedDocument(body: try bytes(name), contentType: "text/html", lastModified: nil, address: try address())
    }

    static func document(_ markup: String) throws -> ExtractedDocument {
        extractedDocument(
            body: Array("<!DOCTYPE html>\(markup)".utf8), contentType: "text/html; charset=utf-8", lastModified: nil,
            address: try address())
    }
}
