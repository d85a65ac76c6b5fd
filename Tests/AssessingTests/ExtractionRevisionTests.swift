import Digests
import Extraction
import Foundation
import TestSupport
import Testing
import WebEvidence

/// Documents that a store keeps are used as long as the extractor's revision is the same: so the same revision must
/// give the same documents.
@Suite struct ExtractionRevisionTests {
    /// Revision and the digest of all documents of the sample site under it. When this fails because extraction was
    /// meant to change: raise `extractionRevision`, then record both here.
    private static let known = (
        revision: 5, digest: "96e6a8d800e9a75a00bdf49732b46272108f8ba845e6551693ae198c8487914e"
    )

    @Test("the same revision gives the same documents")
    func sameDocuments() throws {
        let folder = Repository.root.appending(path: "samples/thungfasai/pages")
        let names = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".html") }.sorted()
        #expect(names.count > 50)
        let wrappers = try WrapperRules(json: try Repository.bytes("rules/wrappers.json"))
        var text = ""
        for name in names {
            let document = extractedDocument(
                body: try Repository.bytes("samples/thungfasai/pages/\(name)"), contentType: "text/html; charset=utf-8",
                lastModified: nil, address: try PageAddress(submitted: "http://sample.example/\(name)"),
                wrappers: wrappers)
            text += "\(name)\n\(document)\n"
        }
        let digest = ContentDigest(of: Array(text.utf8)).hexadecimal
        #expect(
            extractionRevision == ExtractionRevisionTests.known.revision
                && digest == ExtractionRevisionTests.known.digest, "the documents now have the digest \(digest)")
    }
}
