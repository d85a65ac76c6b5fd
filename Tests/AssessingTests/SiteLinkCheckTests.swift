import Extraction
import Fetching
import Findings
import Planning
import TestSupport
import Testing
import WebEvidence

@testable import Assessing

/// Links of one site: made-up siblings, and which pages wait for them.
@Suite struct SiteLinkCheckTests {
    private func addresses(_ paths: [String]) throws -> [PageAddress] {
        try paths.map { try PageAddress("http://www.example.go.th\($0)") }
    }

    @Test("the first page of a shape asks for its sibling, the others wait for the answer")
    func order() throws {
        var shapes = SiblingShapes(try addresses(["/a.html", "/b.html", "/c.php", "/d.html"]))
        let first = shapes.next()
        #expect(first?.number == 0 && first?.probe != nil)
        let other = shapes.next()
        #expect(other?.number == 2 && other?.probe != nil)
        let none = shapes.next()
        #expect(none == nil)
        shapes.note(0, .honest)
        let numbers = [shapes.next(), shapes.next()]
        #expect(numbers.map { $0?.number } == [1, 3])
        #expect(numbers.allSatisfy { $0?.probe == nil && $0?.echo == nil })
    }

    @Test("where the first page was not in order the next one asks")
    func failing() throws {
        var shapes = SiblingShapes(try addresses(["/a.html", "/b.html"]))
        _ = shapes.next()
        shapes.note(0, .unasked)
        let second = shapes.next()
        #expect(second?.number == 1 && second?.probe != nil)
    }

    @Test("links finds pages that a site gives to any address, and asks one made-up address for each shape")
    func softNotFound() async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/structure.html", "/people.html":
                return .page("<h1>\(request.path)</h1><p>แผนผังโครงสร้างของเทศบาล ประกอบด้วยสำนักปลัด กองคลัง และกองช่าง</p>")
            case let path where path.hasSuffix(".html"):
                return .page("<h1>ยินดีต้อนรับ</h1><p>ข่าวสารและกิจกรรมของเทศบาลตำบลตัวอย่าง พร้อมภาพกิจกรรมล่าสุดของชุมชน</p>")
            default: return .page("<p>ไม่พบ</p>", status: 404)
            }
        }
        defer { server.stop() }
        let base = "http://127.0.0.1:\(server.port)"
        let paths = ["structure.html", "gone-away.html", "people.html", "left.html"]
        let request = try auditRequest(zip(["o1", "o2", "o3", "o4"], paths).map { ($0, "\(base)/\($1)") })
        let plan = CrawlPlan(submission: request.submission, list: request.list)
        let links = try await withFetcher(loopbackSettings) { fetcher in
            await checkedLinks(
                [LinkCheckRequest(agency: "", website: nil, addresses: plan.addresses)], fetcher: fetcher,
                signatures: request.signatures, secondPass: .zero)
        }
        #expect(links[0].map(\.outcome) == [.ok, .soft404, .ok, .soft404])
        let made = Set(server.targets).subtracting(paths.map { "/\($0)" } + ["/robots.txt"])
        #expect(made.count == 1, "\(made)")
    }

    @Test("an address submitted in two spellings is asked once and told for both; what cannot be asked keeps its row")
    func spellings() async throws {
        let server = try LoopbackServer { request in
            request.path == "/a.html"
                ? .page("<h1>โครงสร้าง</h1><p>สำนักปลัด กองคลัง กองช่าง</p>") : .page("<p>ไม่พบ</p>", status: 404)
        }
        defer { server.stop() }
        let base = "http://127.0.0.1:\(server.port)"
        let written = ["\(base)/a.html", "mailto:x@y", "\(base)/./a.html#top", "\(base)/a.html"]
        let request = try auditRequest(zip(["o1", "o2", "o3", "o4"], written).map { ($0, $1) })
        let plan = CrawlPlan(submission: request.submission, list: request.list)
        let links = try await withFetcher(loopbackSettings) { fetcher in
            await checkedLinks(
                [
                    LinkCheckRequest(agency: "", website: nil, addresses: plan.addresses),
                    LinkCheckRequest(agency: "b", website: nil, addresses: []),
                ], fetcher: fetcher, signatures: request.signatures, secondPass: .zero)
        }
        #expect(links.map(\.count) == [4, 0])
        #expect(links[0].map(\.url) == written)
        #expect(links[0].map(\.outcome) == [.ok, .unsupportedScheme, .ok, .ok])
        #expect(links[0].map(\.finalURL) == [written[0], "", written[0], written[0]])
        #expect(links[0].map(\.status) == [200, nil, 200, 200])
        #expect(server.targets.count { $0 == "/a.html" } == 1)
    }
}
