import Discovering
import Foundation
import GradingCore
import TestSupport
import Testing
import WebEvidence

/// Whole sites without an index, made of the pages of made-up agencies that the corpus holds.
@Suite struct SiteSearchTests {
    private struct Site: Decodable {
        struct Page: Decodable {
            struct Expected: Decodable {
                var verdict: String
                var reasons: [String]
            }
            var file: String
            var title: String?
            var item: String?
            var expected: Expected
        }
        var year: Int
        var pages: [Page]

        enum CodingKeys: String, CodingKey {
            case pages
            case year = "fiscal_year"
        }
    }

    private static let menus = ["ข้อมูลหน่วยงาน", "แผนงานและการบริหาร", "พัสดุและบุคลากร", "รับเรื่องและป้องกันการทุจริต"]

    /// The pages lie two clicks from the front page, under addresses that tell nothing, among news, a calendar without
    /// end and session ids.
    private static func made(
        _ name: String
    ) throws -> (year: Int, pages: [String: String], wanted: [String: Set<String>]) {
        let folder = Repository.root.appending(path: "corpus/seen/\(name)")
        let site = try JSONDecoder().decode(Site.self, from: try Data(contentsOf: folder.appending(path: "site.json")))
        var pages: [String: String] = [:]
        var wanted: [String: Set<String>] = [:]
        var links: [[String]] = [[], [], [], []]
        for (number, entry) in site.pages.enumerated() {
            guard let item = entry.item, entry.file.hasSuffix(".html"), let index = Int(item.dropFirst()) else {
                continue
            }
            let path = number % 2 == 0 ? "/data_\(3000 + number * 7)" : "/index.php?mod=page&id=\(number * 13 + 5)"
            pages[path] = String(decoding: try Repository.bytes("corpus/seen/\(name)/\(entry.file)"), as: UTF8.self)
            links[min(index / 11, 3)].append(
                "<li><a href=\"\(path)\">\(entry.title ?? menus[min(index / 11, 3)])</a></li>")
            if entry.expected.verdict == "satisfied" { wanted[item, default: []].insert(path) }
        }
        for (number, entries) in links.enumerated() {
            pages["/menu/\(number)"] = page(menus[number], "<ul>\(entries.joined())</ul>")
        }
        for number in 1...20 {
            pages["/news/\(number)"] = page(
                "กิจกรรมจิตอาสา ครั้งที่ \(number)",
                "<p>เมื่อวันที่ \(number) มกราคม 2566</p><a href=\"/news/\(number + 1)\">ถัดไป</a>")
        }
        let menu = menus.enumerated().map { "<li><a href=\"/menu/\($0)?PHPSESSID=12ab\($0)\">\($1)</a></li>" }.joined()
        pages["/"] = page(
            "เทศบาลตัวอย่าง",
            "<ul>\(menu)<li><a href=\"/news/1\">ข่าว</a></li><li><a href=\"/calendar?month=1\">ปฏิทิน</a></li></ul>")
        return (site.year, pages, wanted)
    }

    @Test(
        "without an index the right page is among three candidates for most items that are there",
        arguments: ["khlong-song-nam", "sai-ngam-rim-khlong", "ban-dan-chang-hin"])
    func candidates(of name: String) async throws {
        let (year, pages, wanted) = try SiteSearchTests.made(name)
        let server = try LoopbackServer { request in
            let target = request.target.replacing("?PHPSESSID=", with: "\u{0}").prefix { $0 != "\u{0}" }
            if let text = pages[String(target)] { return .page(text) }
            if let month = request.target.split(separator: "month=").last.flatMap({ Int($0) }) {
                return .page(page("ปฏิทิน", "<a href=\"/calendar?month=\(month + 1)\">เดือนถัดไป</a>"))
            }
            return .page(page("404", ""), status: 404)
        }
        defer { server.stop() }
        let found = try await discover(server.address(), year: year)
        let hits = wanted.filter { !$0.value.isDisjoint(with: found.candidatePaths($0.key)) }
        print("candidates \(name): \(hits.count) of \(wanted.count)")
        #expect(!wanted.isEmpty)
        #expect(
            hits.count * 100 >= wanted.count * 70,
            "missed: \(Set(wanted.keys).subtracting(hits.keys).sorted().map { "\($0) \(found.candidatePaths($0))" })")
        #expect(found.items.allSatisfy { $0.candidates.count <= 3 && !$0.isFromIndex })
        #expect(found.items.allSatisfy { $0.candidates.allSatisfy { !$0.quotes.isEmpty } })
        #expect(server.targets.count { $0.contains("/calendar") } <= 3)
        #expect(Set(server.targets).count == server.targets.count)
    }

    @Test("a site of 500 pages costs at most 550 requests and no page is asked twice")
    func bounds() async throws {
        let server = try LoopbackServer { request in
            let number = request.path == "/" ? 0 : Int(request.path.dropFirst(6)) ?? -1
            guard (0..<500).contains(number), request.path == "/" || request.path.hasPrefix("/page/") else {
                return .page(page("404", ""), status: 404)
            }
            let links = (1...20).map { "<a href=\"/page/\((number * 7 + $0 * 13) % 500)\">ข่าว \($0)</a>" }.joined(
                separator: " ")
            return .page(page("หน้า \(number)", "<p>ข่าวที่ \(number)</p>\(links)"))
        }
        defer { server.stop() }
        let found = try await discover(server.address())
        #expect(server.targets.count <= 550)
        #expect(Set(server.targets).count == server.targets.count)
        #expect(found.effort.pages >= 480)
    }

    @Test("pages and clicks are capped and the cap is told")
    func caps() async throws {
        let server = try LoopbackServer { request in
            let depth = request.path.split(separator: "-").last.flatMap { Int($0) } ?? 0
            return .page(page("หน้า \(depth)", "<a href=\"/p-\(depth + 1)\">หน้า \(depth + 1)</a>"))
        }
        defer { server.stop() }
        var limits = DiscoveryLimits()
        limits.depth = 3
        let shallow = try await discover(server.address(), limits: limits)
        #expect(!server.targets.contains("/p-4"))
        #expect(shallow.effort.limit == nil)
        limits.depth = 50
        limits.pages = 12
        let capped = try await discover(server.address(), limits: limits)
        #expect(capped.effort.pages == 12)
        #expect(capped.effort.limit == .pages)
    }
}
