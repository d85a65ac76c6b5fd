import GradingCore
import Testing

@testable import Submissions

@Suite struct WrittenItemIDTests {
    @Test(arguments: [
        "o12", "O12", "O 12", "OIT-12", "012", "๐๑๒", "o๑๒", "12", "ข้อ 12", "ข้อ ๑๒", "ข้อที่ 12", "OIT 12", "oit12",
        "O-12", "o.12",
        "O12.", "(o12)", "o012", "0 12", "0-12", "ข้อ o12", "ข้อ O 12", "OIT ข้อ 12", "โอ12", "Ｏ１２", "О12",
        " o12\u{200B} ", "#12",
        "o12 แผนการจัดซื้อ", "12. แผน", "O12: แผน", "o12\nแผนการจัดซื้อ", "ลำดับ 12", "รายการที่ 12",
    ])
    func `every spelling found in the wild means the same item`(text: String) throws {
        #expect(KnownItems(Fixture.list).item(try #require(WrittenItemID(text))) == ItemID("o12"))
    }

    @Test(arguments: [
        "", "o", "abc", "9.1", "o12.1", "12-13", "12/2566", "ตัวชี้วัดย่อยที่ 9.1", "12x", "แผนงาน 12", "00", "o0", "-",
        "1234567890123", "o12, o13", "12,13", "o12 o13",
    ])
    func `what is no id is none`(text: String) {
        #expect(WrittenItemID(text) == nil)
    }

    @Test func `letters other than those of the list name no item`() throws {
        let id = try #require(WrittenItemID("EB12"))
        #expect(KnownItems(Fixture.list).item(id) == nil)
        #expect(KnownItems([ItemID("EB12")]).item(id) == ItemID("EB12"))
        #expect(KnownItems(nil).item(id) == ItemID("eb12"))
    }

    @Test func `a bare number that two ids share means none`() throws {
        #expect(KnownItems([ItemID("a3"), ItemID("b3")]).item(try #require(WrittenItemID("3"))) == nil)
    }
}
