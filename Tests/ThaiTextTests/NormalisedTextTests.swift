import Testing
import ThaiText

@Suite struct NormalisedTextTests {
    static func shadow(_ text: String) -> String { String(decoding: NormalisedText(text).bytes, as: UTF8.self) }

    @Test(arguments: [
        ("๑๒๓ 45", "12345"),
        ("\u{0E19}\u{0E4D}\u{0E49}\u{0E32}", "น้ำ"),
        ("\u{0E19}\u{0E49}\u{0E4D}\u{0E32}", "น้ำ"),
        ("\u{0E19}\u{0E33}\u{0E49}", "น้ำ"),
        ("จ\u{0E4D}านวน", "จำนวน"),
        ("เเผน", "แผน"),
        ("ท\u{0E48}\u{0E35}", "ที่"),
        ("พันธ\u{0E4C}\u{0E38}", "พันธุ์"),
        ("ข้อมูู\u{0E39}ล", "ข้อมูล"),
        ("ก่\u{0E48}", "ก่"),
        ("ป\u{F710}จจุบ\u{F710}น ป\u{F714}าย", "ปัจจุบันป้าย"),
        ("\u{F70F}าติ", "ญาติ"),
        ("ก\u{200B}ข\u{FEFF}ค\u{2060}ง\u{00AD}จ\u{202E}ฉ", "กขคงจฉ"),
        ("บ อ ร ด\u{00A0}\t\n\u{3000}x", "บอรดx"),
        ("ＩＴＡ　２５６６", "ita2566"),
        ("OIT É", "oité"),
        ("a–b—c‑d−e‒f", "a-b-c-d-e-f"),
        ("“ก” ‘ข’", "\"ก\"'ข'"),
        ("…", "..."),
        ("ประจ าปี", "ประจำปี"),
        ("ต าบลน ้าใส", "ตำบลน้ำใส"),
        ("ร า ย ง า น", "รายงาน"),
        ("", ""),
        (" \u{200B}\n", ""),
    ])
    func shadowIs(_ text: String, _ expected: String) {
        #expect(Self.shadow(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }
}
