import GradingCore
import Testing

@testable import Submissions

@Suite struct SubmissionJSONTests {
    private let text = """
        {"agency": {"name": "เทศบาลตำบลตัวอย่าง", "website": "https://www.example.go.th", "type": "sao", "province": "น่าน"},
         "fiscal_year": 2566,
         "answers": [{"item": "o12", "answer": true, "urls": ["https://a.go.th/ก ข", " https://b.go.th "], "explanation": "หน้า\\nแรก"},
                     {"item": "O๑๓", "answer": false, "found_on": "x"}, {"item": 14, "answer": null, "urls": "https://c.go.th https://d.go.th"}],
         "extra": 1}
        """

    @Test func `the JSON form is read`() throws {
        let found = try read(text)
        #expect(found.agency.type == .sao)
        #expect(!found.agency.isTypeInferred)
        #expect(found.agency.province == "น่าน")
        #expect(found.fiscalYear == FiscalYear(2566))
        #expect(found.answers.map(\.item) == [ItemID("o12"), ItemID("o13"), ItemID("o14")])
        #expect(found.answers.map(\.itemText) == ["o12", "O๑๓", "14"])
        #expect(found.answers.map(\.answer) == [true, false, nil])
        #expect(found.answers[0].urls.map(\.verbatim) == ["https://a.go.th/ก ข", "https://b.go.th"])
        #expect(found.answers[0].explanation == "หน้า\nแรก")
        #expect(found.answers[0].row == 3)
        #expect(found.answers[2].urls.count == 2)
        #expect(found.warnings.map(\.code) == [.unknownMember])
    }

    @Test func `the list is asked for with the declared year`() throws {
        var asked: [FiscalYear?] = []
        _ = try submission(reading: Array(text.utf8), fileName: "a.json") { year in
            asked.append(year)
            return nil
        }
        #expect(asked == [FiscalYear(2566)])
    }

    @Test(arguments: SubmissionForm.allCases)
    func `what is written is read again`(form: SubmissionForm) throws {
        let answers = [
            SubmittedAnswer(
                itemText: "o1", item: ItemID("o1"), answer: true,
                urls: [
                    SubmittedURL(verbatim: "https://a.go.th/แผน จัดซื้อ, ปี 2566;.pdf"),
                    SubmittedURL(verbatim: "ไม่ใช่ลิงก์ \"x"),
                    SubmittedURL(verbatim: "https://b.go.th/?a=\\b"),
                ], explanation: "บรรทัด 1\nบรรทัด \"2\", จบ"),
            SubmittedAnswer(itemText: "o2", item: ItemID("o2"), answer: false, urls: []),
            SubmittedAnswer(
                itemText: "o40", item: ItemID("o40"), answer: nil, urls: [SubmittedURL(verbatim: "www.c.go.th")]),
        ]
        let original = Submission(
            agency: DeclaredAgency(name: "เทศบาล", website: "https://a.go.th", province: "น่าน"),
            fiscalYear: FiscalYear(2566), answers: answers)
        let again = try submission(reading: written(original, as: form), fileName: "a", itemIDs: Fixture.list)
        #expect(again.answers.map(\.item) == answers.map(\.item))
        #expect(again.answers.map(\.answer) == answers.map(\.answer))
        #expect(again.answers.map { $0.urls.map(\.verbatim) } == answers.map { $0.urls.map(\.verbatim) })
        #expect(again.answers.map(\.explanation) == answers.map(\.explanation))
        #expect(again.warnings.isEmpty)
        #expect(written(again, as: form) == written(again, as: form))
        if form == .json {
            #expect(again.agency == original.agency)
            #expect(again.fiscalYear == original.fiscalYear)
        }
    }

    @Test(arguments: [
        ("องค์การบริหารส่วนตำบลกองแขก", AgencyType.sao), ("อบต.กองแขก", .sao), ("เทศบาลนครตัวอย่าง", .municipality),
        ("ทต. ตัวอย่าง", .municipality),
        ("องค์การบริหารส่วนจังหวัดน่าน", .pao), ("อบจ.น่าน", .pao), ("กรุงเทพมหานคร", .specialLocal),
        ("เมืองพัทยา", .specialLocal),
        ("จังหวัดนครนายก", .province), ("กรมการปกครอง", .department), ("สำนักงานปลัดกระทรวงมหาดไทย", .department),
        ("มหาวิทยาลัยเชียงใหม่", .university), ("สถาบันเทคโนโลยีปทุมวัน", .university), ("การไฟฟ้านครหลวง", .stateEnterprise),
        ("การประปาส่วนภูมิภาค", .stateEnterprise), ("ธนาคารออมสิน", .stateEnterprise),
        ("สถาบันสารสนเทศทรัพยากรน้ำ (องค์การมหาชน)", .publicOrganisation), ("โรงเรียนบ้านตัวอย่าง", .other),
        ("องค\u{0E4C}การบริหารส\u{0E48}วนตำบล ทดสอบ", .sao),
    ])
    func `the kind of an agency is inferred from its name`(name: String, type: AgencyType) {
        #expect(AgencyType(inferredFrom: name) == type)
    }

    @Test func `without a name there is no kind`() {
        #expect(DeclaredAgency().type == nil)
        #expect(!DeclaredAgency().isTypeInferred)
    }
}
