import Discovering
import Documents
import Fetching
import Foundation
import GradingCore
import Programs
import TestSupport
import Testing
import WebEvidence

/// Indexes that are files, and what a website lists for programs (`Fixtures/files`).
@Suite struct FileIndexTests {
    private struct Known: Decodable {
        var year: Int
        var pairs: [String: [String]]
    }

    private static func file(_ name: String) throws -> [UInt8] {
        try Repository.bytes("Tests/DiscoveringTests/Fixtures/files/\(name)")
    }

    @Test(
        "an index that is a file is read into its pairs",
        arguments: [
            ("oit.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("oit.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ])
    func files(name: String, type: String) async throws {
        let known = try JSONDecoder().decode(Known.self, from: Data(try FileIndexTests.file("pairs.json")))
        let body = try FileIndexTests.file(name)
        let server = try LoopbackServer { request in
            switch request.path {
            case "/": .page(page("เทศบาล", "<a href=\"/doc/\(name)\">ข้อมูล OIT ปีงบประมาณ 2569</a>"))
            case "/doc/\(name)": .page(body, type: type)
            default: .page(page("404", ""), status: 404)
            }
        }
        defer { server.stop() }
        var request = try search(server.address(), year: known.year)
        request.documents = DocumentReading(programs: ProgramSpawner(), tools: .found())
        let asked = request
        let found = try await withFetcher(loopback()) { await discovered(asked, fetcher: $0) }
        var read: [String: [String]] = [:]
        for item in found.items where item.isFromIndex { read[item.item.text] = item.urls.map(\.text) }
        #expect(read == known.pairs)
    }

    @Test("links of a PDF whose place on the page is not known are given to no item")
    func placeless() async throws {
        let body = try FileIndexTests.file("oit.pdf")
        let server = try LoopbackServer { request in
            switch request.path {
            case "/": .page(page("เทศบาล", "<a href=\"/oit.pdf\">ข้อมูล OIT ปีงบประมาณ 2569</a>"))
            case "/oit.pdf": .page(body, type: "application/pdf")
            default: .page(page("404", ""), status: 404)
            }
        }
        defer { server.stop() }
        var request = try search(server.address(), year: 2569)
        request.documents = DocumentReading(programs: ProgramSpawner(), tools: .found())
        let asked = request
        let found = try await withFetcher(loopback()) { await discovered(asked, fetcher: $0) }
        #expect(server.targets.contains("/oit.pdf"))
        #expect(!found.items.contains { $0.isFromIndex })
    }

    @Test("a file that does not name the assessment of the year is not opened for an index")
    func otherFiles() async throws {
        let server = try site([
            "/": page("เทศบาล", "<a href=\"/a.pdf\">คู่มือ ITA 2566</a> <a href=\"/b.pdf\">OIT ปี 2565</a>")
        ])
        defer { server.stop() }
        var request = try search(server.address())
        request.documents = DocumentReading(programs: ProgramSpawner(), tools: .found())
        request.limits.filesOfItem = 0
        let asked = request
        _ = try await withFetcher(loopback()) { await discovered(asked, fetcher: $0) }
        #expect(!server.targets.contains { $0.hasSuffix(".pdf") })
    }

    private static let oit = page(
        "OIT 2566",
        "<p>O1 โครงสร้าง <a href=\"/1\">คลิก</a></p><p>O2 ข้อมูลผู้บริหาร <a href=\"/2\">คลิก</a></p>"
            + "<p>O3 อำนาจหน้าที่ <a href=\"/3\">คลิก</a></p>")

    @Test("a packed sitemap that only robots.txt names leads to a page that no link does, and robots.txt is asked once")
    func packedSitemap() async throws {
        let packed = try FileIndexTests.file("sitemap.xml.gz")
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt":
                .page(Array("User-agent: *\nDisallow: /x\nSitemap: /lists/all.xml.gz\n".utf8), type: "text/plain")
            case "/lists/all.xml.gz": .page(packed, type: "application/gzip")
            case "/": .page(page("เทศบาล", "<a href=\"/other\">ข่าว</a>"))
            case "/hidden/oit-2566": .page(FileIndexTests.oit)
            default: .page(page("404", ""), status: 404)
            }
        }
        defer { server.stop() }
        let found = try await discover(server.address())
        #expect(found.paths("o2") == ["/2"])
        #expect(server.targets.count { $0 == "/robots.txt" } == 1)
    }

    @Test("a sitemap index leads on to sitemaps of whatever name")
    func sitemapIndex() async throws {
        let xml = "application/xml"
        let server = try LoopbackServer { request in
            switch request.target {
            case "/sitemap.xml":
                .page(
                    Array("<sitemapindex><sitemap><loc>/map?part=1</loc></sitemap></sitemapindex>".utf8), type: xml)
            case "/map?part=1":
                .page(Array("<urlset><url><loc>/hidden/oit-2566</loc></url></urlset>".utf8), type: xml)
            case "/": .page(page("เทศบาล", "<a href=\"/other\">ข่าว</a>"))
            case "/hidden/oit-2566": .page(FileIndexTests.oit)
            default: .page(page("404", ""), status: 404)
            }
        }
        defer { server.stop() }
        #expect(try await discover(server.address()).paths("o3") == ["/3"])
    }

    @Test(
        "a feed of the site's family leads to the page that it names",
        arguments: [
            "<rss><channel><title>x</title><item><title>OIT 2566</title><link>/p/77</link></item></channel></rss>",
            "<feed><entry><title>OIT 2566</title><link href=\"/p/77\"/></entry></feed>",
        ])
    func feed(text: String) async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/feed/": .page(Array(text.utf8), type: "application/xml")
            case "/":
                .page(page("เทศบาล", "<a href=\"/other\">ข่าว</a><img src=\"/wp-content/uploads/a.jpg\">"))
            case "/p/77": .page(FileIndexTests.oit)
            default: .page(page("404", ""), status: 404)
            }
        }
        defer { server.stop() }
        #expect(try await discover(server.address()).paths("o1") == ["/1"])
    }

    @Test("only gzip files are unpacked, and only up to the limit")
    func unpacking() throws {
        let packed = try FileIndexTests.file("sitemap.xml.gz")
        #expect(String(decoding: gunzipped(packed, most: 10_000) ?? [], as: UTF8.self).contains("/hidden/oit-2566"))
        #expect(gunzipped(packed, most: 20) == nil)
        #expect(gunzipped(Array(packed.prefix(40)), most: 10_000) == nil)
        #expect(gunzipped(Array("<urlset>".utf8), most: 10_000) == nil)
    }
}
