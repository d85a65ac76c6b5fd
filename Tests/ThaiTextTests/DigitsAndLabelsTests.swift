import Testing
import ThaiText

@Suite struct DigitsAndLabelsTests {
    @Test func convertsDigitsBothWays() {
        #expect(ThaiDigits.arabic("๐๑๒๓๔๕๖๗๘๙ก1") == "0123456789ก1")
        #expect(ThaiDigits.thai("0123456789ก๑") == "๐๑๒๓๔๕๖๗๘๙ก๑")
        #expect(ThaiDigits.arabic("") == "")
    }

    @Test(arguments: [
        ("o12", 12), ("O12", 12), ("O 12", 12), ("O.12", 12), ("OIT-12", 12), ("OIT 12", 12), ("OIT12", 12),
        ("ข้อ 12", 12),
        ("ข้อที่ ๑๒", 12), ("012", 12), ("๐๑๒", 12), ("o๑๒", 12), ("โอ 12", 12), ("12", 12), ("๐๓๙", 39), ("0-12", 12),
        ("o12.", 12),
        ("o12 ข้อมูลพื้นฐาน", 12), ("O12:แผน", 12), ("(O12)", 12), ("О12", 12), ("о12", 12), ("Ο12", 12), ("ο12", 12),
        ("๐12", 12),
        ("o01", 1), ("O1", 1), ("1", 1), ("01", 1), ("o 1 โครงสร้าง", 1), ("OIT ข้อ O12", 12), ("ข้อ O๔๓", 43),
        ("O-12", 12), ("o_12", 12),
        ("Ｏ１２", 12), ("12. แผน", 12), ("  o12", 12), ("O29 แนวปฏิบัติ", 29), ("029 แนวปฏิบัติ", 29), ("ข้อมูลข้อ 5", 5),
    ])
    func readsALabel(_ text: String, _ expected: Int) {
        #expect(ItemLabel(parsing: text)?.number == expected)
    }

    @Test(arguments: [
        "", "o", "แผน", "2566", "12.5", "12/2566", "o12a", "035-000-000", "081 234 5678", "ข้อ", "o0", "00", "000",
        "12%", "oo", "250",
        "1,200", "9.1",
    ])
    func refusesWhatIsNoLabel(_ text: String) {
        #expect(ItemLabel(parsing: text) == nil)
    }

    @Test(arguments: [
        ("O12", true), ("012", true), ("๐๓๙", true), ("12", false), ("ข้อ 12", true), ("01", false),
    ])
    func knowsWhetherALabelIsMarked(_ text: String, _ isMarked: Bool) {
        #expect(ItemLabel(parsing: text)?.isMarked == isMarked)
    }

    @Test func tellsHowLongALabelIs() {
        #expect(ItemLabel(parsing: "O 12 แผน")?.length == 4)
        #expect(ItemLabel(parsing: " ๐๑๒")?.length == 10)
    }

    @Test(arguments: [
        ("O12 แผน และ O13 รายงาน", [12, 13]), ("O19-O22 ข้อมูลการจัดซื้อจัดจ้าง", [19, 20, 21, 22]),
        ("O39 ถึง O41", [39, 40, 41]),
        ("ita o12 2566 12 66", [12]), ("029 แนวปฏิบัติ", [29]), ("แผน 12", []), ("foo12", []), ("OIT-7, OIT-9", [7, 9]),
    ])
    func listsTheLabelsOfAText(_ text: String, _ expected: [Int]) {
        #expect(ItemLabel.itemNumbers(in: text) == expected)
    }
}
