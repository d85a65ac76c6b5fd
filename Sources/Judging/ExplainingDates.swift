import Checklists
import Findings
import GradingCore
import ThaiText

extension ItemJudging {
    /// The time of the item's evidence: the rule, every date that was met, and why it counts or does not.
    func explainedCurrency(
        _ weighed: Weighing.Weighed, facts: ItemFacts, survey: ItemSurvey
    ) -> ExplainedCurrency {
        let ledger = DateLedger()
        let decides = facts.fits.isEmpty ? [] : currency(facts, ledger: ledger).decides
        let said = weighed.currency.verdict
        return ExplainedCurrency(
            verdict: said.verdict, required: item.currency.text, note: item.currency.note, missing: said.missing,
            dates: facts.dates.dates.enumerated().map { number, dated in
                ExplainedDate(
                    text: dated.date.text, kind: DateTexts.kind(dated.date.kind), role: dated.role, place: dated.place,
                    fiscalYears: dated.date.fiscalYears, evidence: dated.evidence,
                    surroundings: surroundings(of: dated, in: survey), decides: decides.contains(number),
                    why: DateTexts.why(
                        standing(
                            of: dated, decides: decides.contains(number), wasWeighed: ledger.weighed.contains(number)),
                        said.verdict))
            })
    }

    private func standing(of dated: DatedEvidence, decides: Bool, wasWeighed: Bool) -> DateStanding {
        if decides { return .decides }
        if item.currency.codes.allSatisfy(\.asksForNoDate) { return .notAsked }
        if Set(item.currency.codes) == [.signedByCurrentHead] { return .asksWho }
        switch dated.date.subject {
        case .assessmentResult: return .assessmentResult
        case .assessment: return .assessment
        case .elsewhere: return .elsewhere
        case .copyright: return .copyright
        case nil: break
        }
        switch dated.said {
        case .law: return .law
        case .session: return .session
        case .school: return .school
        case .updated: return .updated
        case .covers, .signed, .published, .other: break
        }
        if dated.source == .slug { return .address }
        if wasWeighed { return .outweighed }
        if dated.source.isContent { return dated.isPeriod ? .notOfTheRule : .dayBesidePeriod }
        return dated.source == .title && dated.place != Place.title.rawValue ? .repeatsTitle : .notContent
    }
}

/// Why a date counts or does not.
enum DateStanding: Sendable, Hashable {
    case decides
    /// The rule asks for no date.
    case notAsked
    case assessmentResult, assessment, elsewhere, copyright, law, session, school, updated
    /// The rule asks who signed, not when.
    case asksWho
    /// The address of a page tells where it was put.
    case address
    /// It was weighed and others decided.
    case outweighed
    /// Title, link and address come after what the content says.
    case notContent
    /// A heading that repeats the page's title counts as the title.
    case repeatsTitle
    /// A day, where other words tell the period.
    case dayBesidePeriod
    /// The rule looks for another kind of time, or had found what it needs.
    case notOfTheRule
}

/// Dates in words.
enum DateTexts {
    static func kind(_ kind: TextDate.Kind) -> BilingualText {
        switch kind {
        case .day: BilingualText(th: "วันที่", en: "day")
        case .daySpan: BilingualText(th: "ช่วงวันที่", en: "span of days")
        case .month: BilingualText(th: "เดือน", en: "month")
        case .monthSpan: BilingualText(th: "ช่วงเดือน", en: "span of months")
        case .fiscalYear: BilingualText(th: "ปีงบประมาณ", en: "fiscal year")
        case .fiscalYearSpan: BilingualText(th: "ช่วงปีงบประมาณ", en: "span of fiscal years")
        case .calendarYear: BilingualText(th: "ปี", en: "year")
        case .yearSpan: BilingualText(th: "ช่วงปี", en: "span of years")
        case .quarter: BilingualText(th: "ไตรมาส", en: "quarter")
        case .quarterSpan: BilingualText(th: "ช่วงไตรมาส", en: "span of quarters")
        case .half: BilingualText(th: "รอบ 6 เดือน", en: "half-year")
        case .twelveMonths: BilingualText(th: "รอบ 12 เดือน", en: "twelve months")
        case .monthNameOnly: BilingualText(th: "ชื่อเดือนที่ไม่มีปี", en: "month without a year")
        case .monthNameSpan: BilingualText(th: "ช่วงเดือนที่ไม่มีปี", en: "span of months without a year")
        case .dayAndMonthOnly: BilingualText(th: "วันและเดือนที่ไม่มีปี", en: "day and month without a year")
        case .quarterOnly: BilingualText(th: "ไตรมาสที่ไม่มีปี", en: "quarter without a year")
        case .sixMonthsOnly: BilingualText(th: "รอบ 6 เดือนที่ไม่มีปี", en: "half-year without a year")
        case .twelveMonthsOnly: BilingualText(th: "รอบ 12 เดือนที่ไม่มีปี", en: "twelve months without a year")
        }
    }

    static func why(_ standing: DateStanding, _ verdict: CurrencyVerdict.Kind?) -> BilingualText {
        switch standing {
        case .decides: decides(verdict)
        case .notAsked: BilingualText(th: "เกณฑ์ของข้อนี้ไม่ได้กำหนดเรื่องเวลา", en: "The rule of this item asks for no date.")
        case .assessmentResult:
            BilingualText(
                th: "เป็นปีของผลการประเมินที่กล่าวถึง ไม่ใช่ปีของเอกสาร",
                en: "It is the year of an assessment result, not of the document.")
        case .assessment:
            BilingualText(
                th: "เป็นปีของการประเมิน (ITA) ที่นำหน้านี้ไปใช้ ไม่ใช่ปีของเนื้อหา",
                en: "It is the year of the assessment for which the page was put up, not of its content.")
        case .elsewhere:
            BilingualText(
                th: "เป็นของเรื่องอื่นหรือฉบับก่อนที่หน้านี้กล่าวถึง",
                en: "It is of something else that the page points to, or of an earlier version.")
        case .copyright:
            BilingualText(
                th: "เป็นปีในบรรทัดลิขสิทธิ์ของเว็บไซต์ ซึ่งไม่ได้บอกว่าเนื้อหาเป็นของปีใด",
                en: "It is the year of the website's copyright line, which tells nothing of the content.")
        case .asksWho:
            BilingualText(th: "เกณฑ์ของข้อนี้ดูว่าใครลงนาม ไม่ได้ดูวันที่", en: "The rule asks who signed, not when.")
        case .address:
            BilingualText(
                th: "อยู่ในที่อยู่ของหน้าเว็บ ซึ่งบอกเพียงว่าวางหน้าไว้ที่ใด",
                en: "It stands in the page's address, which only tells where it was put.")
        case .law:
            BilingualText(
                th: "เป็นปีหรือวันที่ของกฎหมายหรือหนังสือที่อ้างถึง",
                en: "It belongs to a law or letter that is cited.")
        case .session:
            BilingualText(th: "เป็นครั้งที่ของการประชุม", en: "It numbers a meeting.")
        case .school: BilingualText(th: "เป็นปีการศึกษา", en: "It is a school year.")
        case .updated:
            BilingualText(
                th: "เป็นวันที่ปรับปรุงหน้าเว็บ ซึ่งไม่ได้บอกว่าเนื้อหาเป็นของช่วงเวลาใด",
                en: "It tells when the page was updated, not of what time the content is.")
        case .outweighed:
            BilingualText(
                th: "นำมาพิจารณาแล้ว แต่วันที่หรือปีอื่นในหน้าเป็นตัวตัดสิน",
                en: "It was weighed; other dates decided.")
        case .notContent:
            BilingualText(
                th: "อยู่นอกเนื้อหา (ชื่อหน้า ลิงก์ หรือที่อยู่) จึงใช้เฉพาะเมื่อเนื้อหาไม่ได้บอกเวลา",
                en:
                    "It stands outside the content (title, link or address): that counts only where the content names no time."
            )
        case .repeatsTitle:
            BilingualText(
                th: "เป็นหัวข้อที่ซ้ำกับชื่อหน้า จึงใช้เฉพาะเมื่อเนื้อหาไม่ได้บอกเวลา",
                en: "It repeats the page's title: that counts only where the content names no time.")
        case .dayBesidePeriod:
            BilingualText(
                th: "เป็นวันเดียว ซึ่งใช้เฉพาะเมื่อไม่มีข้อความบอกช่วงเวลาของข้อมูล",
                en: "It is a single day: that counts only where no words tell which period is covered.")
        case .notOfTheRule:
            BilingualText(
                th: "เกณฑ์ของข้อนี้ไม่ได้ใช้วันที่ลักษณะนี้ตัดสิน หรือมีข้อความอื่นบอกเวลาชัดกว่า",
                en: "The rule does not decide by this kind of date, or other words tell the time more clearly.")
        }
    }

    private static func decides(_ verdict: CurrencyVerdict.Kind?) -> BilingualText {
        switch verdict {
        case .current:
            BilingualText(
                th: "แสดงว่าเป็นข้อมูลของช่วงเวลาที่กำหนด", en: "It shows that the evidence is of the time asked for.")
        case .outdated:
            BilingualText(
                th: "แสดงว่าเป็นข้อมูลเก่ากว่าช่วงเวลาที่กำหนด", en: "It shows that the evidence is of an earlier time.")
        case .future:
            BilingualText(
                th: "แสดงว่าเป็นข้อมูลหลังช่วงเวลาที่กำหนด", en: "It shows that the evidence is of a later time.")
        case .incomplete:
            BilingualText(
                th: "แสดงช่วงเวลาที่ข้อมูลครอบคลุม ซึ่งยังไม่ครบตามที่กำหนด",
                en: "It shows how far the evidence reaches, which is not far enough.")
        case .undated, .notRequired, nil:
            BilingualText(th: "เป็นวันที่ที่ใช้พิจารณา", en: "It is the date that was considered.")
        }
    }
}
