import TestSupport
import Testing
import WebEvidence

@testable import Documents

@Suite struct OfficeSlideTests {
    @Test func `slides are parts, their titles head them, hidden ones are only counted`() async throws {
        let table = """
            <p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>ที่</a:t></a:r></a:p></a:txBody></a:tc><a:tc gridSpan="2"><a:txBody><a:p><a:r><a:t>งาน</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge="1"/></a:tr>\
            <a:tr><a:tc><a:txBody><a:p><a:r><a:t>1</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>ถนน</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>5</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>
            """
        let number =
            "<p:sp><p:nvPr><p:ph type=\"sldNum\"/></p:nvPr><a:p><a:fld type=\"slidenum\"><a:t>1</a:t></a:fld></a:p></p:sp>"
        let document = try await OfficeReading.document(
            OfficeParts.slides([
                ("", OfficeParts.shape(["นโยบาย"], kind: "title") + OfficeParts.shape(["ข้อแรก", "ข้อสอง"]) + number),
                ("show=\"0\"", OfficeParts.shape(["ซ่อน"])), ("", table),
            ]).bytes)
        #expect(document.form == .slides)
        #expect(document.partCount == 3)
        #expect(document.parts.map(\.number) == [1, 3])
        #expect(document.parts.map(\.kind) == [.slide, .slide])
        #expect(document.headingLines == ["1 นโยบาย"])
        #expect(document.texts == ["นโยบาย", "ข้อแรก", "ข้อสอง", "ที่", "งาน", "1", "ถนน", "5"])
        #expect(document.blocks[1].headingPath == [0])
        #expect(document.blocks[3].headingPath == [])
        #expect(document.tables[0].rows.last == ["1", "ถนน", "5"])
    }

    @Test func `links of slides are links`() async throws {
        let shape =
            "<p:sp><p:txBody><a:p><a:r><a:rPr><a:hlinkClick r:id=\"k\"/></a:rPr><a:t>เว็บไซต์</a:t></a:r></a:p></p:txBody></p:sp>"
        let archive = OfficeParts.slides(
            [("", shape)], links: OfficeParts.relationship("k", "hyperlink", "https://b.example/", isExternal: true))
        let document = try await OfficeReading.document(archive.bytes)
        #expect(document.links.map(\.text) == ["เว็บไซต์"])
        #expect(document.links[0].address?.text == "https://b.example/")
    }

    @Test func `an OpenDocument presentation is read alike`() async throws {
        let body = """
            <draw:page draw:name="p1"><draw:frame presentation:class="title"><draw:text-box><text:p>นโยบาย</text:p></draw:text-box></draw:frame>\
            <draw:custom-shape><text:p>ข้อความ</text:p></draw:custom-shape><presentation:notes><text:p>โน้ต</text:p></presentation:notes></draw:page>\
            <draw:page draw:name="p2"><draw:frame><draw:text-box><text:p>หน้าสอง <text:page-number>2</text:page-number></text:p></draw:text-box></draw:frame></draw:page>
            """
        let document = try await OfficeReading.document(OfficeParts.open("presentation", body).bytes)
        #expect(document.parts.map(\.number) == [1, 2])
        #expect(document.texts == ["นโยบาย", "ข้อความ", "หน้าสอง"])
        #expect(document.headingLines == ["1 นโยบาย"])
    }
}
