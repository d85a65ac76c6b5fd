import CZstd
import Digests
import Extraction
import Findings
import GradingCore
import Storage
import WebEvidence

/// A run as an audit would keep it, with documents that were really extracted.
struct SampleRun {
    let draft: RunDraft
    let pages: [KeptPage]
    let judgement: StoredJudgement
    let extractor = ExtractorVersion("1")
    /// Of all pages in milliseconds.
    let extraction: Double

    var bodyBytes: Int { pages.reduce(0) { $0 + $1.record.body.count } }

    init(pages count: Int, bytes: ClosedRange<Int>, menuGroups: Int, reportBytes: Int) throws {
        var maker = WebsiteMaker(host: "www.thungmodel.example", seed: 7, menuGroups: menuGroups)
        var random = SeededGenerator(seed: 9)
        guard let asOf = CivilDate(iso: "2023-05-15") else { preconditionFailure("a day of the calendar") }
        let submission = maker.page(0, bytes: 9_000)
        draft = RunDraft(
            agency: AgencyProfile(name: "อบต.ทุ่งแบบจำลอง", website: "https://www.thungmodel.example/", type: "sao"),
            submission: submission, fiscalYear: FiscalYear(2566), asOf: asOf, isDraft: false,
            resumeKey: ResumeKey("key"), toolVersion: "1.0", checklistDigest: "abc",
            startedAt: "2026-11-21T03:00:00Z")
        var bodies: [[UInt8]] = []
        for number in 0..<count { bodies.append(maker.page(number, bytes: Int.random(in: bytes, using: &random))) }
        let clock = ContinuousClock.now
        var pages: [KeptPage] = []
        for (number, body) in bodies.enumerated() {
            pages.append(try SampleRun.page(number, body, cookie: random.next()))
        }
        let time = (ContinuousClock.now - clock).components
        extraction = Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
        self.pages = pages
        judgement = try SampleRun.judgement(pages, reportBytes: reportBytes)
    }

    private static func page(_ number: Int, _ body: [UInt8], cookie: UInt64) throws -> KeptPage {
        let address = try PageAddress("https://www.thungmodel.example/page.php?menu=\(number % 8)&id=\(number * 37)")
        let second = String(String(100 + number % 60).dropFirst())
        let minute = String(String(100 + number / 60).dropFirst())
        let time = "2026-11-21T03:\(minute):\(second)Z"
        let record = FetchRecord(
            requested: address, final: address,
            attempts: [FetchAttempt(startedAt: time, outcome: .ok, status: 200, milliseconds: 100 + number)],
            status: 200,
            headers: [
                HeaderField(name: "Date", value: "Sat, 21 Nov 2026 03:\(minute):\(second) GMT"),
                HeaderField(name: "Server", value: "Apache/2.4.41 (Ubuntu)"),
                HeaderField(name: "Set-Cookie", value: "PHPSESSID=\(String(cookie, radix: 36)); path=/"),
                HeaderField(name: "Expires", value: "Thu, 19 Nov 1981 08:52:00 GMT"),
                HeaderField(name: "Cache-Control", value: "no-store, no-cache, must-revalidate"),
                HeaderField(name: "Pragma", value: "no-cache"),
                HeaderField(name: "Vary", value: "Accept-Encoding"),
                HeaderField(name: "Content-Encoding", value: "gzip"),
                HeaderField(name: "Content-Length", value: "\(body.count / 5)"),
                HeaderField(name: "Content-Type", value: "text/html; charset=UTF-8"),
            ],
            body: body, sha256: ContentDigest(of: body).hexadecimal, fetchedAt: time, milliseconds: 100 + number,
            outcome: .ok)
        let document = extractedDocument(
            body: body, contentType: "text/html; charset=UTF-8", lastModified: nil, address: address)
        return KeptPage(record: record, document: document, extractor: ExtractorVersion("1"))
    }

    /// A report that quotes the pages, as a real one does.
    private static func judgement(_ pages: [KeptPage], reportBytes: Int) throws -> StoredJudgement {
        let text = BilingualText(th: "ข้อมูลเป็นปัจจุบันและครบถ้วน", en: "The information is there and current.")
        var report = "{\"schema\": \"oit-report/1\", \"items\": [\n"
        var items: [ItemFinding] = []
        for number in 1...43 {
            let quotes = pages[number % pages.count].document?.blocks.suffix(9).map(\.text) ?? []
            items.append(
                ItemFinding(
                    item: ItemID("o\(number)"), topic: TopicID("topic-\(number)"), title: text, subIndicator: "9.1",
                    verdict: .satisfied, reasons: [Reason(code: .satisfied, message: text, fix: nil, evidence: nil)],
                    elements: quotes.enumerated().map { place, quote in
                        ElementMatch(
                            id: "element-\(place)", title: text, verdict: .satisfied, confidence: .high,
                            quote: String(quote.prefix(160)), place: "body")
                    }, currency: CurrencyVerdict(verdict: .current, required: "current-fy")))
        }
        for (number, page) in pages.enumerated() where report.utf8.count < reportBytes {
            let quotes = page.document?.blocks.prefix(40).suffix(8).map { String($0.text.prefix(160)) } ?? []
            report += "{\"id\": \"e\(number)\", \"url\": \"\(page.record.final.text)\", \"sha256\": "
            report += "\"\(page.record.sha256)\", \"message\": {\"th\": \"\(text.th)\", \"en\": \"\(text.en)\"},\n"
            report += " \"quotes\": [\"\(quotes.joined(separator: "\", \""))\"]},\n"
        }
        return StoredJudgement(
            judgedAt: "2026-11-21T03:09:00Z", toolVersion: "1.0", checklistDigest: "abc", items: items,
            score: HundredthsInterval(Hundredths(9000), Hundredths(10_000)), report: Array((report + "]}").utf8))
    }
}

/// Size of bytes that zstd packs for themselves.
func packedBytes(_ bytes: [UInt8], level: Int32) -> Int {
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    return ZSTD_compress(&output, output.count, bytes, bytes.count, level)
}
