#if DEBUG || FUZZING
    @testable import Extraction
    @testable import Storage
    import ThaiText
    import WebEvidence

    extension FuzzTarget {
        private static let types: [String?] = [
            nil, "text/html", "text/html; charset=tis-620", "text/plain; charset=utf-8", "application/pdf", "",
            "application/xhtml+xml; charset=\"utf-8\"",
        ]
        private static let page = PageAddress(
            scheme: "https", host: "www.a.example", port: 443, path: "/oit/2566/", query: "id=1", fragment: nil)

        /// The first byte chooses the Content-Type.
        static let bodyKind = FuzzTarget("body-kind") { bytes in
            let body = Array(bytes.dropFirst())
            let type = types[Int(bytes.first ?? 0) % types.count]
            let kind = Extraction.bodyKind(of: body, contentType: type)
            try law("the kind is what it is", kind == Extraction.bodyKind(of: body, contentType: type))
            _ = declaredEncodings(contentType: type, body: body)
            _ = declaredEncodings(contentType: text(body), body: [])
        }

        /// The first byte chooses the Content-Type.
        static let html = FuzzTarget("html") { bytes in
            let body = Array(bytes.dropFirst())
            let type = types[Int(bytes.first ?? 0) % types.count]
            let document = extractedDocument(
                body: body, contentType: type, lastModified: nil, address: page, wrappers: FuzzData.wrappers)
            for link in document.links {
                guard let address = link.address else { continue }
                try law("a link is an address: \(address.text)", (try? PageAddress(address.text)) == address)
            }
            let stored = DocumentCodec.bytes(document, base: page)
            try law("a document is kept as it is", DocumentCodec.document(stored, base: page) == document)
            try law(
                "it is read as before",
                document
                    == extractedDocument(
                        body: body, contentType: type, lastModified: nil, address: page, wrappers: FuzzData.wrappers))
            let record = FetchRecord(requested: page, final: page, status: 200, body: body, outcome: .ok)
            let kind = Extraction.bodyKind(of: body, contentType: type)
            _ = completedOutcome(
                of: record, document: document, kind: kind, siteFrontPage: nil, signatures: FuzzData.signatures)
            _ = Extraction.siteFurniture(of: [(page, document), (page, document), (page, document)])
            _ = PageLikeness(document)
            _ = (wordPressAddress(of: record), document.isThin, document.embeds.filter(FuzzData.wrappers.isContent))
            let drive = PageAddress(
                scheme: "https", host: "drive.google.com", port: 443, path: "/uc", query: "id=1", fragment: nil)
            if let way = FuzzData.wrappers.interstitial(at: drive, body: body) {
                try law("it leads on at the drive", way.target.host.hasSuffix(".google.com"))
            }
            _ = Extraction.personalData(in: document, rules: FuzzData.personalDataRules)
        }

        static let pageSignatures = FuzzTarget("page-signatures") { bytes in
            let signatures: PageSignatures
            do throws(PageSignaturesError) {
                signatures = try PageSignatures(json: bytes)
            } catch {
                try law("a refusal has a reason", !error.problems.isEmpty)
                return
            }
            var document = ExtractedDocument(title: "404 ไม่พบหน้า")
            document.blocks = [TextBlock(kind: .paragraph, text: "ไม่พบหน้าที่ต้องการ not found")]
            let record = FetchRecord(requested: page, final: page, status: 404, body: [65], outcome: .http404)
            _ = completedOutcome(
                of: record, document: document, kind: .html, siteFrontPage: nil, signatures: signatures)
        }

        static let personalDataRules = FuzzTarget("personal-data-rules") { bytes in
            let rules: PersonalDataRules
            do throws(PersonalDataRulesError) {
                rules = try PersonalDataRules(json: bytes)
            } catch {
                return
            }
            _ = ThaiText.personalData(in: NormalisedText("เลขประจำตัวประชาชน 1-1111-11111-11-1"), rules: rules)
        }
    }
#endif
