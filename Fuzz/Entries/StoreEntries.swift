#if DEBUG || FUZZING
    import Extraction
    import Findings
    import GradingCore
    @testable import Reporting
    @testable import Storage
    import WebEvidence

    extension FuzzTarget {
        private static let base = PageAddress(
            scheme: "https", host: "www.a.example", port: 443, path: "/oit/", query: nil, fragment: nil)

        private static let page = """
            <!DOCTYPE html><html lang="th"><head><title>แผน 2566</title><meta http-equiv="refresh" content="9; url=/x">
            <meta property="article:modified_time" content="2023-05-15"></head><body><nav><a href="/">หน้าแรก</a></nav>
            <main><h1>แผนจัดซื้อจัดจ้าง</h1><p>ปีงบประมาณ 2566 <a href="a.pdf#p" title="t">อ่าน</a></p>
            <table><caption>ก</caption><tr><th>ที่</th><th>ชื่อ</th></tr><tr><td>1</td><td><a href="?p=2">ข</a></td></tr></table>
            <img src="/i.png" alt="แผนผัง" width="10" height="20"><iframe src="https://b.example/v" title="v"></iframe>
            <form action="/q" method="post"><input name="a"><textarea></textarea><input type="file"></form></main></body>
            </html>
            """

        private static let madeDocuments: @Sendable () -> [[UInt8]] = {
            let read = extractedDocument(
                body: Array(page.utf8), contentType: "text/html", lastModified: "Mon, 15 May 2023 03:00:00 GMT",
                address: base)
            return [read, ExtractedDocument(title: "ก")].map { DocumentCodec.bytes($0, base: base) }
        }

        static let documentCodec = FuzzTarget("document-codec", madeSeeds: madeDocuments) { bytes in
            guard let document = DocumentCodec.document(bytes, base: base) else { return }
            let again = DocumentCodec.document(DocumentCodec.bytes(document, base: base), base: base)
            try law("a document is kept as it is", again == document)
        }

        private static let madeFindings: @Sendable () -> [[UInt8]] = {
            let words = BilingualText(th: "พบ", en: "found")
            let element = ElementMatch(
                id: "e", title: words, verdict: .satisfied, confidence: .high, evidence: EvidenceID(1), quote: "แผน",
                place: "title")
            let date = CurrencyVerdict.FoundDate(
                text: "ปี 2566", role: .covers, fiscalYears: [FiscalYear(2566)], period: FiscalYear(2566).period,
                decides: true, evidence: EvidenceID(1))
            let currency = CurrencyVerdict(
                verdict: .incomplete, required: "fiscal-year", found: [date], missing: ["2023-02"],
                staleFrom: CivilDate(year: 2023, month: 10, day: 1))
            let finding = ItemFinding(
                item: ItemID("o1"), topic: TopicID("structure"), title: words, subIndicator: "9.1",
                verdict: .unsatisfied, reasons: [Reason(code: .unreachable, message: words, fix: words, evidence: nil)],
                elements: [element], hints: [Hint(code: "h", message: words)], currency: currency,
                evidence: [EvidenceID(1)], confidence: .low)
            return [FindingCodec.bytes([finding]), FindingCodec.bytes([])]
        }

        static let findingCodec = FuzzTarget("finding-codec", madeSeeds: madeFindings) { bytes in
            guard let items = FindingCodec.items(bytes) else { return }
            try law("findings are kept as they are", FindingCodec.items(FindingCodec.bytes(items)) == items)
        }

        private static let madeHeaders: @Sendable () -> [[UInt8]] = {
            let headers = [
                HeaderField(name: "Content-Type", value: "text/html; charset=utf-8"),
                HeaderField(name: "x", value: "ก"),
            ]
            return [HeaderCodec(Compressor()).packed(headers)].compactMap { $0 }
        }

        static let headerCodec = FuzzTarget("header-codec", madeSeeds: madeHeaders) { bytes in
            let codec = HeaderCodec(Compressor())
            guard let headers = codec.headers(bytes) else { return }
            try law("headers are kept as they are", codec.headers(codec.packed(headers)) == headers)
        }

        static let report = FuzzTarget("report") { bytes in
            let run: ReportedRun
            do throws(ReportReadingError) {
                run = try ReportedRun(reportJSON: bytes)
            } catch {
                return
            }
            guard let report = Report(run.assessment, frame: FuzzData.frame) else { return }
            let written = report.json()
            guard let again = try? ReportedRun(reportJSON: written) else {
                throw BrokenLaw(description: "our own report can be read")
            }
            guard let second = Report(again.assessment, frame: FuzzData.frame) else { return }
            try law("a report that is read again is the same report", second.json() == written)
        }

        static let outputText = FuzzTarget("output-text") { bytes in
            let written = text(bytes)
            let line = CleanText.line(written)
            try law("a clean text is clean", CleanText.line(line) == line)
            let isQuiet = line.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 && $0.value != 0x9B }
            try law("no controls", isQuiet)
            let cell = CSVText.cell(written)
            try law("no formula", !["=", "+", "-", "@"].contains { cell.hasPrefix($0) })
        }
    }
#endif
