import Testing

@testable import Submissions

@Suite struct CellAddressesTests {
    @Test(arguments: [
        ("https://a.go.th", ["https://a.go.th"]),
        ("  https://a.go.th\u{200B} ", ["https://a.go.th"]),
        ("https://a.go.th https://b.go.th", ["https://a.go.th", "https://b.go.th"]),
        (
            "https://a.go.th\nhttps://b.go.th\r\n\r\nhttp://c.go.th",
            ["https://a.go.th", "https://b.go.th", "http://c.go.th"]
        ),
        ("https://a.go.th,https://b.go.th; http://c.go.th", ["https://a.go.th", "https://b.go.th", "http://c.go.th"]),
        ("https://a.go.th , \"https://b.go.th\"", ["https://a.go.th", "https://b.go.th"]),
        ("https://a.go.th/แผน จัดซื้อ 2566.pdf", ["https://a.go.th/แผน จัดซื้อ 2566.pdf"]),
        ("https://a.go.th/แผน จัดซื้อ.pdf www.b.go.th", ["https://a.go.th/แผน จัดซื้อ.pdf", "www.b.go.th"]),
        ("https://a.go.th/?a=1,2;3", ["https://a.go.th/?a=1,2;3"]),
        ("https://a.go.th/?u=https://b.go.th", ["https://a.go.th/?u=https://b.go.th"]),
        ("\"https://a.go.th\"", ["https://a.go.th"]),
        ("<https://a.go.th>", ["https://a.go.th"]),
        ("1. https://a.go.th\n2) https://b.go.th", ["https://a.go.th", "https://b.go.th"]),
        ("https://a.go.th;", ["https://a.go.th"]),
        ("HTTPS://A.go.th", ["HTTPS://A.go.th"]),
        ("not an address", ["not an address"]),
        ("htp:/a.go.th", ["htp:/a.go.th"]),
        ("ftp://a.go.th/x", ["ftp://a.go.th/x"]),
        ("-", []), ("", []), ("ไม่มี", []),
    ])
    func `addresses of a cell`(text: String, expected: [String]) {
        #expect(CellAddresses(text).addresses == expected)
    }

    @Test func `words beside addresses are kept aside`() {
        let cell = CellAddresses("หน้าแรก: https://a.go.th\nดูรายละเอียด\nhttps://b.go.th")
        #expect(cell.addresses == ["https://a.go.th", "https://b.go.th"])
        #expect(cell.words == ["หน้าแรก:", "ดูรายละเอียด"])
    }

    @Test(arguments: [
        ("คลิก", "https://a.go.th/x", ["https://a.go.th/x"]), ("", "https://a.go.th/x", ["https://a.go.th/x"]),
        ("https://b.go.th", "https://a.go.th/x", ["https://b.go.th"]),
        ("https://a.go.th/lo...", "https://a.go.th/long", ["https://a.go.th/long"]),
        ("คลิก", "mailto:a@b.go.th", ["คลิก"]),
    ])
    func `hyperlinks count where the text shows no whole address`(text: String, link: String, expected: [String]) {
        #expect(CellAddresses(text, link: link).addresses == expected)
    }
}
