import Testing
import ThaiText

@Suite("citizens' numbers in texts") struct PersonalDataNumberTests {
    private func found(_ text: String) -> [String] { PersonalDataSupport.found(text) }

    @Test(
        "a number with a right check digit is found in every usual spelling",
        arguments: [
            "1234567890121", "1-2345-67890-12-1", "1 2345 67890 12 1", "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "๑๒๓๔๕๖๗๘๙๐๑๒๑",
            "1-2345-๖๗๘๙๐-12-1", "1–2345–67890–12–1", "1-2345-6789012-1", "1-234567890121", "1 - 2345 - 67890 - 12 - 1",
            "1\u{200B}2345\u{200B}67890\u{200B}12\u{200B}1", "１２３４５６７８９０１２１",
            "1\u{2011}2345\u{2011}67890\u{2011}12\u{2011}1",
            "ชื่อ นายสมหมาย สมมุติ 1234567890121 อายุ 70 ปี", "ลำดับ 1. 1-2345-67890-12-1", "(1-2345-67890-12-1)",
            "เลขประจำตัวประชาชน1234567890121", "1) 1-2345-67890-12-1", "เลขบัตร 1234567890121, โทร", "1234567890121.",
            "เลขประจำตัวประชาชน 1 2 3 4 5 6 7 8 9 0 1 2 1", "เลขประจำตัวประชาชน 1.2345.67890.12.1",
            "เลขที่โครงการ 66017000001 เลขประจำตัวประชาชน 1234567890121", "ID:1234567890121",
            "เลขประจำตัวผู้เสียภาษี 1-2345-67890-12-1 นางสมศรี สมมุติ", "1-2345-67890-12-1\u{200F}",
        ])
    func spellings(_ text: String) { #expect(found(text) == ["citizenNumber 1234567890121"]) }

    @Test(
        "other numbers of many digits are none",
        arguments: [
            // wrong check digit
            "1234567890122", "1-2345-67890-12-2", "เลขประจำตัวประชาชน 1234567890123",
            // first digit: companies, agencies, nobody
            "0105555555554", "0-1055-55555-55-4", "0994000000006", "9999999999994",
            "เลขผู้เสียภาษี 0105555555554 บริษัท สมมุติ จำกัด",
            // inside longer numbers
            "12345678901210", "01234567890121", "1234567890121-5", "99-1234567890121", "1234567890121/2566",
            "1234567890121.50",
            "12345678901211234567890121", "66/1234567890121", "1-2345-67890-12-1-9", "A1234567890121",
            "1234567890121_2",
            // other names
            "ISBN 1234567890121", "ISBN 978-616-00-0000-1", "เลขคุมสัญญา 1234567890121", "เลขที่โครงการ: 1234567890121",
            "เลขที่คุมสัญญาในระบบ e-GP 1234567890121", "บาร์โค้ด 8850000000009", "หมายเลขครุภัณฑ์ 1234567890121",
            "รหัสงบประมาณ 1234567890121", "1234567890121 (ISBN)", "เลขที่ฎีกา 1234567890121", "รหัสประจำบ้าน 1234567890121",
            "บริษัท สมมุติ จำกัด เลขประจำตัวผู้เสียภาษี 1-2345-67890-12-1",
            // neighbouring numbers of a line of figures
            "1 2566 50000 12 3", "10 1 2345 67890 12 1 5", "1 2 3 4 5 6 7 8 9 0 1 2 1", "1,234,567,890,121 บาท",
            "1234 567890121", "123456 7890121", "12 345 6789 0121", "1\n2345\n67890\n12",
            // days and hours beside the words for the number
            "บัตรประจำตัวประชาชน 1/1/2566-31/12/2566", "บัตรประชาชน 1/2566-31/12/2566", "บัตรประชาชน 1.2 345 67890 121",
            // names of stored files, dates
            "www.example.go.th/posts/1234567890121", "view.php?id=1234567890121", "1672531200129.pdf",
            "2566-03-31 08:30:00.121", "13/01/2566-12/3456",
        ])
    func others(_ text: String) { #expect(found(text) == []) }

    @Test("several numbers of a text are each found, a repeated one as often as it stands there")
    func several() {
        #expect(
            found("1-2345-67890-12-1, 3-4567-89012-34-7 และ ๑๒๓๔๕๖๗๘๙๐๑๒๑") == [
                "citizenNumber 1234567890121", "citizenNumber 3456789012347", "citizenNumber 1234567890121",
            ])
    }

    @Test("what is shown of a number cannot be completed and keeps its form")
    func maskedForms() {
        let rules = PersonalDataSupport.rules
        func masked(_ text: String) -> [String] { personalData(in: NormalisedText(text), rules: rules).map(\.masked) }
        #expect(masked("เลข 1-2345-67890-12-1") == ["1-2345-xxxxx-xx-x"])
        #expect(masked("๑๒๓๔๕๖๗๘๙๐๑๒๑") == ["๑๒๓๔๕xxxxxxxx"])
        #expect(masked("ผู้ร้อง นายสมหมาย สมมุติ โทร. 08-0000-1234") == ["08-0xxx-xxxx"])
        #expect(masked("ผู้ร้อง นายสมหมาย สมมุติ โทร. +66 80 000 1234") == ["+66 8x xxx xxxx"])
        #expect(masked("นายสมหมาย สมมุติ อยู่บ้านเลขที่ 99/12 หมู่ที่ 14 ตำบลสมมุติ") == ["อยู่บ้านเลขที่ xx/xx หมู่ที่ xx"])
        #expect(masked("เลขที่บัญชี 123-4-56789-0 ชื่อบัญชี นายสมหมาย สมมุติ") == ["123-x-xxxxx-x"])
    }

    @Test("a datum tells nothing personal when it is printed")
    func description() throws {
        let datum = try #require(
            personalData(in: NormalisedText("1-2345-67890-12-1"), rules: PersonalDataSupport.rules).first)
        #expect("\(datum)" == "citizenNumber")
    }

    @Test("a column's head, or the cell before, says what a number is")
    func heads() {
        let heads = ["ที่", "ชื่อ-สกุล", "เลขประจำตัวประชาชน"]
        #expect(
            PersonalDataSupport.found(["1", "สมหมาย สมมุติ", "1 2345 67890 12 1"], heads: heads)
                == ["citizenNumber 1234567890121"])
        #expect(
            PersonalDataSupport.found(["1", "โต๊ะทำงาน", "1234567890121"], heads: ["ที่", "รายการ", "เลขครุภัณฑ์"]) == [])
        #expect(PersonalDataSupport.found(["เลขคุมสัญญา", "1234567890121"]) == [])
        #expect(PersonalDataSupport.found(["เลขบัตรประชาชน", "1234567890121"]) == ["citizenNumber 1234567890121"])
        let both = ["เลขประจำตัวผู้เสียภาษี/เลขประจำตัวประชาชน", "ชื่อผู้ประกอบการ"]
        #expect(PersonalDataSupport.found(["0105555555554", "บริษัท สมมุติ จำกัด"], heads: both) == [])
        #expect(
            PersonalDataSupport.found(["1234567890121", "ร้านสมมุติ"], heads: both) == ["citizenNumber 1234567890121"])
    }

    @Test("digits spread over cells are one number where the row speaks of citizens' numbers, else figures")
    func overCells() {
        let cells = ["1", "2345", "67890", "12", "1"]
        #expect(PersonalDataSupport.found(["เลขประจำตัวประชาชน"] + cells) == ["citizenNumber 1234567890121"])
        #expect(PersonalDataSupport.found(["จำนวนผู้รับบริการ"] + cells) == [])
        let digits = "1234567890121".map(String.init)
        #expect(PersonalDataSupport.found(["เลขบัตรประชาชน"] + digits) == ["citizenNumber 1234567890121"])
        #expect(PersonalDataSupport.found(["ร้องเรียนรายเดือน"] + digits) == [])
    }
}
