import Foundation
import Synchronization
import TestSupport
import Testing

/// `oit discover`, `oit audit --suggest` and the page for an agency's own website, through the built program.
@Suite struct DiscoverCommandTests {
    private static let network = ["--allow-network", "127.0.0.0/8", "--retries", "0"]

    /// A website whose pages may be added while it is served.
    private final class Website: Sendable {
        private let pages: Mutex<[String: String]>
        init(_ pages: [String: String]) { self.pages = Mutex(pages) }
        subscript(path: String) -> String? {
            get { pages.withLock { $0[path] } }
            set { pages.withLock { $0[path] = newValue } }
        }
        func reply(_ request: ServedRequest) -> ServedReply {
            self[request.path].map { .page($0) } ?? .page("<h1>404 Not Found</h1>", status: 404)
        }
    }

    private static func page(_ title: String, _ body: String) -> String {
        "<!DOCTYPE html><html lang=\"th\"><head><meta charset=\"utf-8\"><title>\(title)</title></head>"
            + "<body><h1>\(title)</h1>\(body)</body></html>"
    }

    private static let contact = page(
        "ข้อมูลการติดต่อ",
        "<p>ที่อยู่ องค์การบริหารส่วนตำบลตัวอย่าง เลขที่ 99 หมู่ที่ 1 ตำบลตัวอย่าง อำเภอสมมุติ 10000</p>"
            + "<p>โทรศัพท์ 0-2123-4567 โทรสาร 0-2123-4568 อีเมล saraban@example.go.th</p>"
            + "<p>แผนที่ตั้ง</p><iframe src=\"https://www.google.com/maps/embed?pb=1\"></iframe>")

    private func withSite(
        _ pages: [String: String], _ body: (URL, String, Website, LoopbackServer) async throws -> Void
    ) async throws {
        let site = Website(pages)
        let server = try LoopbackServer { site.reply($0) }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            try await body(folder, "http://127.0.0.1:\(server.port)", site, server)
        }
    }

    private func oit(_ words: [String], in folder: URL) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            words, in: folder, environment: ["OIT_STORE": folder.appending(path: "store").path])
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func text(_ folder: URL, _ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// By item, in order.
    private func pairs(_ document: [String: Any]) throws -> [String: [String]] {
        let answers = try #require(document["answers"] as? [[String: Any]])
        var pairs: [String: [String]] = [:]
        for answer in answers {
            if let item = answer["item"] as? String, let urls = answer["urls"] as? [String], !urls.isEmpty {
                pairs[item] = urls
            }
        }
        return pairs
    }

    // MARK: Suggestions

    @Test("a dead address gets a proposal that stands in the reports, satisfies nothing, and can be applied")
    func suggested() async throws {
        let pages = [
            "/": DiscoverCommandTests.page("อบต.ตัวอย่าง", "<a href=\"/oit\">OIT 2566</a> <a href=\"/news\">ข่าว</a>"),
            "/oit": DiscoverCommandTests.page(
                "OIT 2566",
                "<p>O5 ข้อมูลการติดต่อ <a href=\"/about/contact-new\">คลิก</a></p>"
                    + "<p>O3 อำนาจหน้าที่ <a href=\"/duty\">คลิก</a></p><p>O1 โครงสร้าง <a href=\"/s\">คลิก</a></p>"),
            "/about/contact-new": DiscoverCommandTests.contact,
        ]
        try await withSite(pages) { folder, base, _, _ in
            let submission = """
                {"agency": {"name": "อบต.ตัวอย่าง", "website": "\(base)/"}, "fiscal_year": 2566, "answers": [
                 {"item": "o5", "answer": true, "urls": ["\(base)/old/contact"]}]}
                """
            try Data(submission.utf8).write(to: folder.appending(path: "s.json"))
            func audit(_ output: String, _ more: [String]) throws -> (finding: [String: Any], report: [String: Any]) {
                let result = try oit(
                    ["audit", "s.json", "--as-of", "2023-05-15", "--second-pass", "0", "--output", output]
                        + DiscoverCommandTests.network + more, in: folder)
                #expect(result.code == 0, "\(result.errors)")
                let report = try json(try text(folder, "\(output)/report.json"))
                let items = try #require(report["items"] as? [[String: Any]])
                return (try #require(items.first { $0["id"] as? String == "o5" }), report)
            }
            let (finding, report) = try audit("out", ["--suggest"])
            let proposals = try #require(report["suggestions"] as? [[String: Any]])
            let own = try #require(proposals.first { $0["item"] as? String == "o5" })
            #expect(own["replacement"] as? String == "\(base)/about/contact-new")
            #expect(own["url"] as? String == "\(base)/old/contact")
            // What is only proposed is worth nothing, and is no evidence.
            #expect(finding["verdict"] as? String == "unsatisfied" && finding["points"] as? Int == 0)
            let evidence = try #require(report["evidence"] as? [[String: Any]])
            #expect(!evidence.contains { ($0["url"] as? String)?.hasSuffix("contact-new") == true })
            let page = try text(folder, "out/report.html")
            #expect(page.contains("\(base)/about/contact-new") && page.contains("ที่อยู่ที่เสนอให้ใช้"))
            let (without, plain) = try audit("plain", [])
            #expect(plain["suggestions"] == nil)
            #expect(NSDictionary(dictionary: without).isEqual(to: finding))
            #expect(plain["score"] as? NSDictionary == report["score"] as? NSDictionary)
            let applied = try oit(["submission", "apply", "s.json", "out/report.json"], in: folder)
            #expect(applied.code == 0, "\(applied.errors)")
            let mended = try audit("mended", []).finding
            let codes = try #require(mended["reasons"] as? [[String: Any]]).compactMap { $0["code"] as? String }
            #expect(!codes.contains("unreachable") && !codes.contains("not_submitted"), "\(codes)")
        }
    }

    // MARK: Drafts and pages

    private static let answers = [
        "o1": ["/structure"], "o2": ["/people/1", "/people/2?y=2566&k=a"], "o5": ["/ติดต่อ"], "o8": ["/qa"],
        "o19": ["/files/plan.pdf"], "o43": ["/measures"],
    ]

    private func submission(_ base: String) throws -> Data {
        let answers = DiscoverCommandTests.answers.map { item, paths -> [String: Any] in
            ["item": item, "answer": true, "urls": paths.map { base + $0 }]
        }
        return try JSONSerialization.data(withJSONObject: [
            "agency": ["name": "อบต.ตัวอย่าง", "website": "\(base)/"], "fiscal_year": 2566, "answers": answers,
        ])
    }

    private static let front = ["/": page("อบต.ตัวอย่าง", "<a href=\"/open-data\">การเปิดเผยข้อมูลสาธารณะ (OIT)</a>")]

    private func decoded(_ pairs: [String: [String]]) -> [String: [String]] {
        pairs.mapValues { $0.map { $0.removingPercentEncoding ?? $0 } }
    }

    @Test("the page that the program makes is found on the website and read back into the same pairs, in every form")
    func roundTrip() async throws {
        try await withSite(DiscoverCommandTests.front) { folder, base, site, _ in
            try submission(base).write(to: folder.appending(path: "s.json"))
            #expect(try oit(["submission", "page", "s.json", "--output", "page.html"], in: folder).code == 0)
            site["/open-data"] = try text(folder, "page.html")
            let wanted = decoded(DiscoverCommandTests.answers.mapValues { $0.map { base + $0 } })
            for name in ["found.json", "found.csv", "found.xlsx"] {
                let found = try oit(
                    ["discover", base, "--year", "2566", "--output", name, "--render", "never"]
                        + DiscoverCommandTests.network, in: folder)
                #expect(found.code == 0, "\(found.errors)")
                let again = try oit(["submission", "convert", name, "--to", "json", "--year", "2566"], in: folder)
                #expect(decoded(try pairs(json(again.output))) == wanted, "\(name) \(again.errors)")
            }
        }
    }

    @Test("answers that were carried to the next year are found on its page under their new numbers")
    func rolledOver() async throws {
        try await withSite(DiscoverCommandTests.front) { folder, base, site, _ in
            try submission(base).write(to: folder.appending(path: "s.json"))
            let carried = try oit(
                ["submission", "rollover", "s.json", "--to", "2567", "--output", "next.json", "--as-of", "2023-11-01"],
                in: folder)
            #expect(carried.code == 0, "\(carried.errors)")
            #expect(try oit(["submission", "page", "next.json", "--output", "page.html"], in: folder).code == 0)
            site["/open-data"] = try text(folder, "page.html")
            let found = try oit(
                ["discover", base, "--year", "2567", "--json", "--render", "never"] + DiscoverCommandTests.network,
                in: folder)
            let read = decoded(try pairs(json(found.output)))
            #expect(read == decoded(try pairs(json(try text(folder, "next.json")))))
            // Contact was o5 and the questions o8; the plan of the old year is not what the new list asks for.
            #expect(read["o4"] == ["\(base)/ติดต่อ"] && read["o6"] == ["\(base)/qa"])
        }
    }

    @Test("nothing found ends with 1, and says what was looked at and what to try")
    func nothing() async throws {
        try await withSite(["/": DiscoverCommandTests.page("ร้านค้า", "<p>ยินดีต้อนรับสู่ร้านของเรา</p>")]) {
            folder, base, _, _ in
            let words = ["discover", base, "--year", "2566", "--render", "never"] + DiscoverCommandTests.network
            let thai = try oit(words + ["--language", "th"], in: folder)
            #expect(thai.code == 1 && thai.output.contains("สิ่งที่ควรลอง") && thai.output.contains("43 ข้อ"))
            let english = try oit(words, in: folder)
            #expect(english.code == 1 && english.output.contains("What to try") && english.output.contains("Opened"))
        }
    }
}
