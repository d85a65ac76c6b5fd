import Foundation
import Testing
import ThaiText
import WebEvidence

@testable import Extraction

/// What is known of a page at a glance, and what must be read.
@Suite struct PageGlanceTests {
    private static let text = "<p>โครงการปรับปรุงถนนสายบ้านทุ่งฟ้าใสถึงบ้านหนองน้ำใส ระยะทางสองกิโลเมตร งบประมาณประจำปี</p>\n"

    private static func page(title: String = "โครงการ", head: String = "", text: String = text, times: Int = 200)
        -> String
    {
        "<!DOCTYPE html><html><head><title>\(title)</title>\(head)</head><body>"
            + "<nav><a href=\"/\">หน้าหลัก</a></nav><h1>รายงาน</h1>"
            + String(repeating: text, count: times) + "</body></html>"
    }

    private func outcome(_ body: [UInt8], path: String = "/page", status: Int = 200) throws -> Outcome? {
        let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "rules/page-signatures.json")
        let signatures = try PageSignatures(json: [UInt8](try Data(contentsOf: rules)))
        let address = try PageAddress("http://www.example.go.th\(path)")
        let record = FetchRecord(
            requested: address, final: address, status: status,
            headers: [HeaderField(name: "Content-Type", value: "text/html")], body: body, outcome: .ok)
        return PageGlance(signatures).outcome(of: record, siteFrontPage: nil)?.outcome
    }

    @Test("a long page of running text is in order")
    func ordinary() throws {
        #expect(try outcome(Array(PageGlanceTests.page().utf8)) == .ok)
    }

    @Test(
        "a page that may be something else is left to whole reading",
        arguments: [
            page(times: 3), page(title: "404 not found"), page(title: "ไม่พบหน้าที่ต้องการ"),
            page(title: "สล็อต คาสิโน เว็บตรง"), page(head: "<meta http-equiv=\"refresh\" content=\"0;url=/x\">"),
            page(text: "<p>สล็อตเว็บตรง บาคาร่า คาสิโน แทงบอล เครดิตฟรี</p>"),
            page(text: "<li><a href=\"/x\">โครงการปรับปรุงถนนสายบ้านทุ่งฟ้าใสถึงบ้านหนองน้ำใส</a></li>"),
            page(head: "<script>var open = 1;"), "%PDF-1.4" + page(), String(repeating: "{\"a\": 1}", count: 9000),
        ])
    func left(_ page: String) throws {
        #expect(try outcome(Array(page.utf8)) == nil)
    }

    @Test("an answer that is no success is left alone")
    func status() throws {
        #expect(try outcome(Array(PageGlanceTests.page().utf8), status: 503) == nil)
    }

    @Test("windows-874 that nobody declared is in order, bytes of no encoding are not")
    func oldEncoding() throws {
        func old(_ page: String) -> [UInt8] {
            page.unicodeScalars.map {
                $0.value < 0x80 ? UInt8($0.value) : UInt8(truncatingIfNeeded: $0.value - 0xE00 + 0xA0)
            }
        }
        #expect(try outcome(old(PageGlanceTests.page(times: 600))) == .ok)
        #expect(try outcome(old(PageGlanceTests.page(title: "ไม่พบหน้าที่ต้องการ", times: 600))) == nil)
        let broken = PageGlanceTests.page(times: 600).utf8.map { $0 < 0x80 ? $0 : UInt8(0xFF) }
        #expect(try outcome(broken) == nil)
    }

    @Test("a sieve says maybe wherever a phrase stands, also at the very end, in either case", arguments: [0, 7, 64])
    func sieve(_ before: Int) {
        let sieve = PhraseSieve([PageSignatures.Phrase("Slot Gacor"), PageSignatures.Phrase("404")])
        let filling = [UInt8](repeating: 120, count: before)
        #expect(sieve.mayOccur(in: filling + Array("SLOT GACOR".utf8)))
        #expect(sieve.mayOccur(in: filling + Array("slotgacor".utf8)))
        #expect(sieve.mayOccur(in: filling + Array("404".utf8)))
        #expect(!sieve.mayOccur(in: filling + Array("slot gaco".utf8)))
    }
}
