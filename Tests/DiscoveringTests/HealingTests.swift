import Assessing
import Discovering
import Extraction
import Fetching
import Findings
import GradingCore
import TestSupport
import Testing
import WebEvidence

@Suite struct HealingTests {
    private func proposals(_ server: LoopbackServer, _ ailing: [AilingAnswer]) async throws -> [LinkSuggestion] {
        let request = try search(server.address())
        return try await withFetcher(loopback()) { await suggestions(for: ailing, request: request, fetcher: $0) }
    }

    private static let oit = page(
        "OIT 2566",
        "<p>O5 ข้อมูลการติดต่อ <a href=\"/contact-us\">คลิก</a></p><p>O6 กฎหมายที่เกี่ยวข้อง <a href=\"/laws\">คลิก</a></p><p>O3 อำนาจหน้าที่ <a href=\"/duty\">คลิก</a></p>"
    )

    private static let pages = [
        "/": page("เทศบาล", "<a href=\"/new/plans\">แผนงาน</a> <a href=\"/oit\">OIT 2566</a>"),
        "/new/plans": page(
            "แผนงาน",
            "<a href=\"/new/chart-of-offices\">โครงสร้าง</a> <a href=\"/y/annual-plan.txt\">แผน</a> <a href=\"/t/88\">รายงานการประชุมสภาครั้งที่หนึ่ง</a>"
        ),
        "/new/chart-of-offices": page("โครงสร้าง", "<p>สำนักปลัด กองคลัง กองช่าง</p>"),
        "/y/annual-plan.txt": page("แผน", "<p>แผนงานของเทศบาล</p>"),
        "/t/88": page("รายงานการประชุมสภาครั้งที่หนึ่ง", "<p>มติที่ประชุม</p>"),
        "/oit": oit, "/contact-us": page("ติดต่อ", "<p>ที่อยู่ของเทศบาล หมู่ที่ 1</p>"),
        "/laws": page("กฎหมาย", "<p>พระราชบัญญัติ</p>"),
        "/duty": page("อำนาจหน้าที่", "<p>หน้าที่ของเทศบาล</p>"),
    ]

    @Test("a dead address is found again by the last part of its path, by its title and on the agency's own page")
    func moved() async throws {
        let server = try site(HealingTests.pages)
        defer { server.stop() }
        let found = try await proposals(
            server,
            [
                AilingAnswer(item: ItemID("o1"), url: server.address("/old/chart-of-offices"), isDead: true),
                AilingAnswer(
                    item: ItemID("o2"), url: server.address("/gone"), isDead: true,
                    explanation: "หน้าหลัก > สภา > รายงานการประชุมสภาครั้งที่หนึ่ง"),
                AilingAnswer(item: ItemID("o5"), url: server.address("/gone-too"), isDead: true),
                AilingAnswer(item: ItemID("o6"), url: "", isDead: false),
            ])
        let told = found.map {
            "\($0.item.text) \($0.cause.rawValue) \($0.replacement.replacing(server.address(""), with: ""))"
        }
        #expect(
            told == [
                "o1 same_path /new/chart-of-offices", "o2 same_title /t/88", "o5 own_index /contact-us",
                "o6 own_index /laws",
            ])
        #expect(found.last?.url == "")
    }

    @Test("what the site no longer has is not proposed")
    func nothing() async throws {
        let server = try site(HealingTests.pages)
        defer { server.stop() }
        let found = try await proposals(
            server, [AilingAnswer(item: ItemID("o42"), url: server.address("/old/measures-of-2566"), isDead: true)])
        #expect(found.isEmpty)
    }

    @Test("the interface of WordPress tells where an entry is today")
    func wordPress() async throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/":
                return .page(
                    "<html><head><title>เทศบาล</title><link rel=\"https://api.w.org/\" href=\"/wp-json/\"></head>"
                        + "<body><h1>เทศบาล</h1><a href=\"/a\">ข่าว</a></body></html>")
            case "/wp-json/wp/v2/posts?include=321&_fields=id,link,title":
                return .page(
                    Array(#"[{"id": 321, "link": "/2566/new-place", "title": {"rendered": "แผน"}}]"#.utf8),
                    type: "application/json")
            case "/2566/new-place": return .page(page("แผน", "<p>แผนงานของเทศบาล</p>"))
            default: return .page(page("404", ""), status: 404)
            }
        }
        defer { server.stop() }
        let found = try await proposals(
            server, [AilingAnswer(item: ItemID("o4"), url: server.address("/?p=321"), isDead: true)])
        #expect(found.map(\.cause) == [.sameEntry])
        #expect(found.first?.replacement == server.address("/2566/new-place"))
    }

    @Test("the same bytes in another place outrank everything")
    func sameBytes() async throws {
        let server = try site(HealingTests.pages)
        defer { server.stop() }
        let record = try await withFetcher(loopback()) { fetcher in
            await fetcher.fetch(try PageAddress(submitted: server.address("/duty")), purpose: .submitted)
        }
        let found = try await proposals(
            server,
            [
                AilingAnswer(
                    item: ItemID("o42"), url: server.address("/old/duty-page"), isDead: true, lastDigest: record.sha256)
            ])
        #expect(found.map(\.cause) == [.sameContent])
        #expect(found.first?.replacement == server.address("/duty"))
    }
}
