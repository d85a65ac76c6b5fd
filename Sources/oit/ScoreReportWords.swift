import Checklists
import GradingCore
import ScoreReports

/// What was found in a report, in sentences of both languages.
struct ScoreReportWords {
    private let titles: [String: BilingualText]

    init(lists: [YearList]) {
        let all = lists.flatMap { $0.surveyIndicators + $0.indicators }
        titles = Dictionary(all.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    }

    /// `ตัวชี้วัดที่ 3 การใช้อำนาจ`.
    func name(_ subject: ReportSubject) -> BilingualText {
        switch subject {
        case .overall: BilingualText(th: "คะแนนรวม", en: "the overall score")
        case .instrument(let id): BilingualText(th: id, en: id)
        case .indicator(let id):
            BilingualText(
                th: "ตัวชี้วัดที่ \(id)\(titles[id].map { " \($0.th)" } ?? "")",
                en: "indicator \(id)\(titles[id].map { " (\($0.en))" } ?? "")")
        case .subIndicator(let id): BilingualText(th: "ตัวชี้วัดย่อย \(id)", en: "sub-indicator \(id)")
        case .item(let id): BilingualText(th: "ข้อ \(id.text)", en: "item \(id.text)")
        }
    }

    /// Title of an indicator; empty for one that no list has.
    func title(_ id: String, _ language: ReportLanguage) -> String { titles[id]?.text(language) ?? "" }

    // MARK: Comparisons

    func message(_ check: ReportCheck) -> BilingualText {
        let message = sentence(check)
        return BilingualText(th: message.th, en: message.en.prefix(1).uppercased() + message.en.dropFirst())
    }

    private func sentence(_ check: ReportCheck) -> BilingualText {
        let name = name(check.subject)
        switch check.code {
        case .count: return count(check, name)
        case .highest, .lowest: return extreme(check)
        case .level: return level(check, BilingualText(th: "ระดับผลการประเมิน", en: "the level"))
        case .rowLevel: return level(check, BilingualText(th: "ระดับของ\(name.th)", en: "the level of \(name.en)"))
        case .repeated:
            return check.agrees
                ? BilingualText(
                    th: "\(name.th): ระบุ \(check.stated) ตรงกันทุกแห่ง",
                    en: "\(name.en) is \(check.stated) wherever it stands.")
                : BilingualText(
                    th: "\(name.th): ที่นี่ระบุ \(check.stated) แต่ที่อื่นในรายงานระบุ \(check.computed)",
                    en: "\(name.en) is \(check.stated) here and \(check.computed) elsewhere in the report.")
        case .change:
            return compared(
                check, BilingualText(th: "\(name.th) (เพิ่ม/ลดจากปีก่อน)", en: "the change of \(name.en)"),
                BilingualText(th: "ผลต่างของคะแนนสองปี", en: "the scores of the two years"))
        default: return compared(check, name, ScoreReportWords.basis(check.code))
        }
    }

    private static func basis(_ code: ReportCheck.Code) -> BilingualText {
        switch code {
        case .overallFromIndicators, .instrumentFromIndicators:
            BilingualText(th: "คะแนนตัวชี้วัด", en: "the indicators")
        case .overallFromInstruments: BilingualText(th: "คะแนนของเครื่องมือ", en: "the instruments")
        case .instrumentFromParts: BilingualText(th: "ค่าเฉลี่ยของส่วนย่อย", en: "the mean of its parts")
        case .indicatorFromSubIndicators: BilingualText(th: "ตัวชี้วัดย่อย", en: "its sub-indicators")
        case .indicatorFromItems: BilingualText(th: "คะแนนรายข้อ", en: "its items")
        case .weightedScore: BilingualText(th: "คะแนนคูณน้ำหนัก", en: "score times weight")
        default: BilingualText(th: "ตัวเลขอื่นในรายงาน", en: "the other figures")
        }
    }

    private func compared(_ check: ReportCheck, _ name: BilingualText, _ basis: BilingualText) -> BilingualText {
        let weighted = check.code == .weightedScore
        let th = weighted ? "คะแนนถ่วงน้ำหนักของ \(name.th)" : name.th
        let en = weighted ? "the weighted score of \(name.en)" : name.en
        return check.agrees
            ? BilingualText(
                th: "\(th): \(check.stated) ตรงกับที่คำนวณจาก\(basis.th)",
                en: "\(en): \(check.stated) agrees with \(basis.en).")
            : BilingualText(
                th: "\(th): รายงานระบุ \(check.stated) แต่คำนวณจาก\(basis.th)ได้ \(check.computed)",
                en: "\(en): the report says \(check.stated), but \(basis.en) give \(check.computed).")
    }

    private func level(_ check: ReportCheck, _ name: BilingualText) -> BilingualText {
        check.agrees
            ? BilingualText(
                th: "\(name.th): “\(check.stated)” เป็นไปตามคะแนน",
                en: "\(name.en) “\(check.stated)” goes with the scores.")
            : BilingualText(
                th: "\(name.th): รายงานระบุ “\(check.stated)” แต่ตามคะแนนต้องเป็น “\(check.computed)”",
                en: "\(name.en): the report says “\(check.stated)”, but the scores give “\(check.computed)”.")
    }

    private func count(_ check: ReportCheck, _ name: BilingualText) -> BilingualText {
        let isAll = check.subject == .overall
        let th = isAll ? "จำนวนตัวชี้วัดตามเงื่อนไข" : "จำนวนตัวชี้วัดของ \(name.th) ตามเงื่อนไข"
        let en = isAll ? "the count of indicators" : "the count of indicators of \(name.en)"
        return check.agrees
            ? BilingualText(
                th: "\(th): \(check.stated) ตัวชี้วัด ตรงกับตาราง", en: "\(en): \(check.stated) agrees with the figures.")
            : BilingualText(
                th: "\(th): ข้อความระบุ \(check.stated) แต่นับจากคะแนนได้ \(check.computed)",
                en: "\(en): the text says \(check.stated), but there are \(check.computed).")
    }

    private func extreme(_ check: ReportCheck) -> BilingualText {
        let word = check.code == .highest ? (th: "สูงสุด", en: "highest") : (th: "ต่ำสุด", en: "lowest")
        let said = name(.indicator(check.stated))
        let real = name(.indicator(check.computed))
        return check.agrees
            ? BilingualText(th: "คะแนน\(word.th): \(said.th) ถูกต้อง", en: "The \(word.en) is \(said.en), as stated.")
            : BilingualText(
                th: "คะแนน\(word.th): รายงานระบุ \(said.th) แต่ที่จริงคือ \(real.th)",
                en: "The \(word.en): the report names \(said.en), but it is \(real.en).")
    }

    // MARK: Contradictions that were settled

    func message(_ conflict: ReportConflict) -> BilingualText {
        switch conflict.code {
        case .ranksAsNumbers:
            BilingualText(
                th: "ตัวเลขหน้าตัวชี้วัดเป็นอันดับคะแนน ไม่ใช่หมายเลขตัวชี้วัด (ไม่ตรง \(conflict.count) แถว) จึงใช้ชื่อตัวชี้วัด",
                en:
                    "The numbers are ranks by score, not numbers of indicators (\(conflict.count) rows differ); the names were used."
            )
        case .otherOrder:
            BilingualText(
                th: "ตารางเรียงตัวชี้วัดต่างจากลำดับทางการ (ไม่ตรง \(conflict.count) แถว) จึงใช้ชื่อตัวชี้วัด",
                en:
                    "The table counts its rows in another order than the official one (\(conflict.count) rows differ); the names were used."
            )
        case .numberAndName:
            BilingualText(
                th: "แถวนี้พิมพ์หมายเลข \(conflict.printed) แต่ชื่อเป็น\(name(.indicator(conflict.named)).th) จึงใช้ชื่อ",
                en:
                    "A row is numbered \(conflict.printed) and named \(name(.indicator(conflict.named)).en); the name was used."
            )
        }
    }
}
