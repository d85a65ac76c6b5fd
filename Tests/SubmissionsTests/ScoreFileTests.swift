import GradingCore
import Testing

@testable import Submissions

@Suite struct ScoreFileTests {
    private func scores(_ text: String) throws(ScoreFileProblems) -> ScoreFigures {
        try scoreFile(reading: Array(text.utf8), fileName: "s")
    }

    private func codes(_ text: String) -> [InputProblem.Code] {
        do throws(ScoreFileProblems) {
            _ = try scores(text)
            return []
        } catch {
            return error.problems.map(\.code)
        }
    }

    private func values(_ figures: [NamedFigure]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: figures.map { ($0.id, $0.figure.map(\.description) ?? "?") })
    }

    @Test func `the three kinds of JSON`() throws {
        let items = try scores(#"{"fiscal_year": 2564, "items": {"o1": 100, "O2": 0, "3": null}}"#)
        #expect(items.kind == .items)
        #expect(items.fiscalYear == FiscalYear(2564))
        #expect(items.items.map(\.item) == [ItemID("o1"), ItemID("o2"), ItemID("o3")])
        #expect(items.items.map { $0.figure?.description } == ["100", "0", nil])

        let indicators = try scores(
            #"{"fiscal_year": "2564", "indicators": {"1": "88.95", "10": 93.75}, "published": {"overall": "82.76", "level": "B"}}"#
        )
        #expect(indicators.kind == .indicators)
        #expect(values(indicators.indicators) == ["1": "88.95", "10": "93.75"])
        #expect(indicators.published == PublishedResult(overall: DecimalFigure(unscaled: 8276, scale: 2), level: "B"))

        let instruments = try scores(
            #"{"fiscal_year": 2568, "instruments": {"IIT": "99.78", "EIT1": "99.97", "EIT ส่วนที่ 2": "100", "OIT": "100"}}"#
        )
        #expect(instruments.kind == .instruments)
        #expect(instruments.instruments.map(\.id) == ["IIT", "EIT1", "EIT2", "OIT"])
        #expect(instruments.published == nil)
    }

    @Test(arguments: [
        "1,88.95\n2,78.28\n", "ตัวชี้วัดที่,คะแนน\n1,88.95\n2,78.28\n",
        "คะแนน;ตัวชี้วัด\n88.95;การปฏิบัติหน้าที่\n78.28;การใช้งบประมาณ\n",
        "88.95,1\n78.28,2\n", "การปฏิบัติหน้าที่\t๘๘.๙๕\nการใช้งบประมาณ\t๗๘.๒๘%\n",
        "1. การปฏิบัติหน้าที่,88.95 คะแนน\n2. การใช้งบประมาน,78.28\n",
        "ที่,ตัวชี้วัด,คะแนน\n1,การปฎิบัติหน้าที่,88.950\n2,การใช้งบประมาณ,78.28\n", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่,88.95\nตัวชี้วัดที่ 2,78.28\n",
        "ปี,ผล\nการปฏิบัติหน้าที่ (IIT),88.95\nการใช้จ่ายงบประมาณ,78.28\n",
    ])
    func `tables of indicators in any order and spelling`(text: String) throws {
        let found = try scores(text)
        #expect(found.kind == .indicators)
        #expect(found.indicators.map(\.id) == ["1", "2"])
        #expect(
            found.indicators.map(\.figure) == [
                DecimalFigure(unscaled: 8895, scale: 2), DecimalFigure(unscaled: 7828, scale: 2),
            ])
        #expect(found.conflicts.isEmpty)
    }

    @Test(arguments: [
        ("การปฏิบัติหน้าที่", 1), ("การปฏิบัตหน้าที่", 1), ("การใช้อํานาจ", 3), ("การใช้อำนาจ ", 3), ("การใช้ทรัพสินของราชการ", 4),
        ("การใช้ทรัพย์สินราชการ", 4),
        ("การแก้ไขปัญหาการทุจริต", 5), ("การแก้ปัญหาทุจริต", 5), ("คุณภาพการดำเนินงาน", 6), ("ประสิทธิภาพในการสื่อสาร", 7),
        ("การปรับปรุงระบบการทำงาน", 8), ("การเปิดเผยข้อมูล", 9), ("การป้องกันการทุจริต", 10), ("การป้องกันการทุจจริต", 10),
        ("Use of Power", 3),
    ])
    func `misspelt names mean their indicator`(name: String, number: Int) {
        #expect(IndicatorNames.number(ofName: name) == number)
    }

    @Test(arguments: ["", "การ", "การบริหารงานบุคคล", "คะแนนรวม", "การใช้", "การใช้รถยนต์"])
    func `other names mean none`(name: String) {
        #expect(IndicatorNames.number(ofName: name) == nil)
    }

    @Test func `the inspection's own title is no indicator and the column of scores wins over that of levels`() throws {
        let found = try scores("ด้าน,ผลการประเมิน,คะแนน\nการเปิดเผยข้อมูล,A,90\nการเปิดเผยข้อมูลสาธารณะ (OIT),A,91.5\n")
        #expect(values(found.indicators) == ["9": "90"])
        #expect(values(found.instruments) == ["OIT": "91.5"])
    }

    @Test func `ranks printed as numbers are told and names win`() throws {
        let found = try scoreFile(reading: Fixture.bytes("indicators-with-ranks-as-numbers.xlsx"), fileName: "s.xlsx")
        #expect(values(found.indicators)["9"] == "100")
        #expect(values(found.indicators)["4"] == "99.44")
        #expect(values(found.indicators)["10"] == "87.5")
        #expect(found.indicators.count == 10)
        #expect(found.conflicts.map(\.code) == [.ranksAsNumbers])
        #expect(found.published == PublishedResult(overall: DecimalFigure(unscaled: 9575, scale: 2), level: "AA"))
    }

    @Test func `another order and single slips are told apart`() throws {
        let order = try scores("1,การใช้อำนาจ,80\n2,การปฏิบัติหน้าที่,90\n3,การใช้งบประมาณ,85\n")
        #expect(order.conflicts.map(\.code) == [.otherOrder])
        #expect(values(order.indicators) == ["1": "90", "2": "85", "3": "80"])
        let slip = try scores("1,การปฏิบัติหน้าที่,90\n4,การใช้อำนาจ,80\n2,การใช้งบประมาณ,85\n")
        #expect(slip.conflicts.map(\.code) == [.numberAndName])
    }

    @Test func `instruments overall level and year of a table`() throws {
        let found = try scores(
            "ปีงบประมาณ,2568\nเครื่องมือ,คะแนน\nIIT,99.78\nEIT ส่วนที่ 1,99.97\nEIT (Part 2),100.00\nแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT),100\nคะแนนรวม,99.93\nระดับ,ดีเยี่ยม\n"
        )
        #expect(found.fiscalYear == FiscalYear(2568))
        #expect(values(found.instruments) == ["IIT": "99.78", "EIT1": "99.97", "EIT2": "100.00", "OIT": "100"])
        #expect(found.published?.overall == DecimalFigure(literal: "99.93"))
        #expect(found.published?.level == "ดีเยี่ยม")
    }

    @Test(arguments: [
        "o1,100\no2,0\no12,\n", "ข้อ,คะแนน\n1,100\n2,0\n12,-\n", "item,score\nO 1,100.00\nOIT-2,0\n๐๑๒,null\n",
        "1,100\n2,0\n12,\n43,100\n",
    ])
    func `tables of items`(text: String) throws {
        let found = try scores(text)
        #expect(found.kind == .items)
        #expect(found.items.prefix(3).map(\.item) == [ItemID("o1"), ItemID("o2"), ItemID("o12")])
        #expect(
            found.items.prefix(3).map(\.figure) == [
                DecimalFigure(unscaled: 100, scale: 0), DecimalFigure(unscaled: 0, scale: 0), nil,
            ])
    }

    @Test(arguments: [
        ("1,101\n2,50\n", InputProblem.Code.scoreOutOfRange), ("ตัวชี้วัด,คะแนน\n1,-1\n", .scoreOutOfRange),
        ("ตัวชี้วัด,คะแนน\n1,\"88,95\"\n", .commaDecimal), ("1;88,95\n2;78\n", .commaDecimal),
        ("1,88,95\n2,78,28\n", .noScoreColumn),
        ("ตัวชี้วัด,คะแนน\n1,ดี\n", .unreadableScore), ("ตัวชี้วัด,คะแนน\nการบริหารงานบุคคล,88\n", .unknownIndicator),
        ("ตัวชี้วัดที่,คะแนน\n1,88\nการปฏิบัติหน้าที่,89\n", .differentScores), ("ตัวชี้วัด,คะแนน\n", .noRows), ("", .emptyFile),
        ("hello\n", .noScoreColumn),
        (#"{"indicators": {"11": 5}}"#, .unknownIndicator), (#"{"indicators": {"1": 100.01}}"#, .scoreOutOfRange),
        (#"{"indicators": {"1": "88,95"}}"#, .commaDecimal), (#"{"instruments": {"XIT": 5}}"#, .unknownIndicator),
        (#"{"items": {"abc": 5}}"#, .unreadableItem), (#"{"items": {"o1": true}}"#, .jsonType),
        (#"{"items": [1]}"#, .jsonType),
        ("{}", .noRows), ("[1]", .jsonType), (#"{"items": {"o1": 100, "O1": 0}}"#, .differentScores),
        (#"{"published": {"overall": 120}, "items": {"o1": 100}}"#, .scoreOutOfRange),
        (#"{"fiscal_year": 2023, "items": {"o1": 100}}"#, .badFiscalYear),
        (#"{"indicators": {"1": 88.9500000000000000000001}}"#, .unreadableScore),
    ])
    func `wrong figures are problems with their place`(text: String, code: InputProblem.Code) {
        #expect(codes(text) == [code])
    }

    @Test func `items outside the list are problems and partial scores conflicts`() throws {
        do throws(ScoreFileProblems) {
            _ = try scoreFile(reading: Array("o1,100\no50,0\n".utf8), fileName: "s") { _ in Fixture.list }
            Issue.record("was read")
        } catch {
            #expect(error.problems.map(\.code) == [.unknownItem])
            #expect(error.problems.map(\.place.row) == [2])
        }
        #expect(try scores("o1,100\no2,50\n").conflicts.map(\.code) == [.partialItem])
        #expect(try scores("o1,100\nO 1,100.0\n").conflicts.map(\.code) == [.repeated])
    }
}

@Suite struct DecimalFigureTests {
    @Test(
        arguments: [
            ("88.95", 8895, 2, "88.95"), ("100", 100, 0, "100"), ("100.00", 10000, 2, "100.00"), ("0.1", 1, 1, "0.1"),
            ("0.30000000000000004", 30_000_000_000_000_004, 17, nil),
            ("0.3000000000000004", 3_000_000_000_000_004, 16, "0.3000000000000004"),
            ("88.949999999999989", 88_949_999_999_999_989, 15, "88.949999999999989"),
            ("8.895e1", 8895, 2, "88.95"), ("8895E-2", 8895, 2, "88.95"), ("1e2", 100, 0, "100"),
            ("-0.5", -5, 1, "-0.5"), ("0", 0, 0, "0"),
            ("0.00000000000000000000", 0, 16, "0.0000000000000000"),
            ("88.9500000000000000000000", 88_9500_0000_0000_0000, 16, "88.9500000000000000"),
            ("", 0, 0, nil), (".5", 0, 0, nil), ("5.", 0, 0, nil), ("1e", 0, 0, nil), ("1e999", 0, 0, nil),
            ("12x", 0, 0, nil), ("1.2.3", 0, 0, nil), ("99999999999999999999", 0, 0, nil),
            ("NaN", 0, 0, nil), ("--1", 0, 0, nil),
        ] as [(String, Int, Int, String?)])
    func `literals are kept exactly or refused`(text: String, unscaled: Int, scale: Int, shown: String?) {
        let figure = DecimalFigure(literal: text)
        #expect(figure?.description == shown)
        if shown != nil {
            #expect(figure?.unscaled == unscaled)
            #expect(figure?.scale == scale)
        }
    }

    @Test func `equality and order are those of numbers`() throws {
        let sum = try #require(DecimalFigure(literal: "0.3"))
        #expect(sum == DecimalFigure(literal: "0.300"))
        #expect(Set([sum, try #require(DecimalFigure(literal: "0.300"))]).count == 1)
        #expect(sum != DecimalFigure(literal: "0.3000000000000004"))
        let ordered = ["-1", "-0.5", "0", "0.0000000000000001", "0.3", "1", "88.95", "100"].compactMap {
            DecimalFigure(literal: $0)
        }
        #expect(ordered.count == 8)
        #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0 < $1 })
        #expect(ordered.map(\.isScore) == [false, false, true, true, true, true, true, true])
        #expect(DecimalFigure(literal: "100.0000000000000001")?.isScore == nil)
        #expect(DecimalFigure(literal: "100.000001")?.isScore == false)
    }
}
