import Testing
import ThaiText

@Suite("hiding personal data in texts") struct PersonalDataMaskTests {
    private static let rules = PersonalDataSupport.rules
    private static func mask(of texts: String...) -> PersonalDataMask {
        PersonalDataMask(texts.flatMap { personalData(in: NormalisedText($0), rules: rules) })
    }
    private static let known = mask(
        of: "เลขบัตรประชาชน 1-2345-67890-12-1", "ผู้ร้อง นายสมหมาย สมมุติ โทร. 080-000-1234",
        "นายสมหมาย สมมุติ เลขที่บัญชี 123-4-56789-0", "นายสมหมาย สมมุติ อยู่บ้านเลขที่ 99/12 หมู่ที่ 4 ต.สมมุติ")

    @Test(
        "what was found once is hidden in every spelling, length and form kept",
        arguments: [
            ("โทร ๐๘๐-๐๐๐-๑๒๓๔ ครับ", "โทร ๐๘๐-xxx-xxxx ครับ"), ("0800001234", "080xxxxxxx"),
            ("08 0000 1234", "08 0xxx xxxx"),
            ("(080) 0001234", "(080) xxxxxxx"), ("+66800001234", "+668xxxxxxxx"),
            ("0-8-0-0-0-0-1-2-3-4", "0-8-0-x-x-x-x-x-x-x"),
            ("1 2 3 4 5 6 7 8 9 0 1 2 1", "1 2 3 4 5 x x x x x x x x"),
            ("12345\u{200B}67890121", "12345\u{200B}xxxxxxxx"),
            ("1.2345.67890.12.1/3", "1.2345.xxxxx.xx.x/3"), ("บัญชี 1234567890", "บัญชี 123xxxxxxx"),
            ("บ้านเลขที่ 99/12 หมู่ที่ 4", "บ้านเลขที่ xx/xx หมู่ที่ x"), ("ของ 99/12 หมู่ที่ ๔ ต.", "ของ xx/xx หมู่ที่ x ต."),
            ("อยู่บ้านเลขที่ 99/12", "อยู่บ้านเลขที่ xx/xx"),
        ])
    func spellings(_ text: String, _ expected: String) {
        #expect(Self.known.masked(text) == expected)
    }

    @Test(
        "a citizen's number that was never found is hidden when it is plainly written",
        arguments: [
            ("3-4567-89012-34-7", "3-4567-xxxxx-xx-x"), ("3456789012347", "34567xxxxxxxx"),
            ("๓๔๕๖๗๘๙๐๑๒๓๔๗", "๓๔๕๖๗xxxxxxxx"),
            ("3 4567 89012 34 7", "3 4567 xxxxx xx x"), ("ISBN 3456789012347", "ISBN 34567xxxxxxxx"),
        ])
    func always(_ text: String, _ expected: String) {
        #expect(PersonalDataMask([]).masked(text) == expected)
    }

    @Test(
        "other texts come back as they are",
        arguments: [
            "", "ปีงบประมาณ พ.ศ. 2566", "โทร. 035-000-100", "1,234,567.00 บาท", "0105555555554", "1234567890122",
            "99/12", "หมู่ที่ 4",
            "12/3/2566", "1672531200129.pdf", "เลขที่โครงการ 66017000001", "080-000-1235", "123-4-56789-1", "2566-2570",
        ])
    func untouched(_ text: String) { #expect(Self.known.masked(text) == text) }

    @Test(
        "a number of which a quote shows one end only is hidden as well",
        arguments: [
            ("…67890-12-1 นายสมหมาย", "…xxxxx-xx-x นายสมหมาย"), ("… 0001234 ครับ", "… xxxxxxx ครับ"),
            ("67890121 ครับ", "xxxxxxxx ครับ"),
            ("นายสมหมาย 1-2345-678…", "นายสมหมาย 1-23xx-xxx…"), ("โทร 080-00…", "โทร 080-xx…"),
            ("โทร 080-000-12", "โทร 080-xxx-xx"),
            ("…2566 ครับ", "…2566 ครับ"), ("ปี 2566…", "ปี 2566…"), ("…34", "…34"),
        ])
    func cut(_ text: String, _ expected: String) { #expect(Self.known.masked(text) == expected) }

    @Test("a house number of a column is hidden behind the same words only")
    func columns() {
        let rules = Self.rules
        let heads = ["ที่", "ชื่อ-สกุล", "บ้านเลขที่", "หมู่ที่"].map { rules.words(in: $0) }
        let parts = ["1", "นายสมหมาย สมมุติ", "99/1", "4"].enumerated().map { index, text in
            PersonalDataPart(text: NormalisedText(text), head: heads[index])
        }
        let mask = PersonalDataMask(personalData(in: parts, rules: rules))
        #expect(mask.masked("1 | นายสมหมาย สมมุติ | 99/1 | 4") == "1 | นายสมหมาย สมมุติ | xx/x | 4")
        #expect(mask.masked("1 นายสมหมาย สมมุติ ๙๙/๑ 4") == "1 นายสมหมาย สมมุติ xx/x 4")
        #expect(mask.masked("มติที่ 99/1") == "มติที่ 99/1")
    }
}
