import GradingCore

// Sentences of memos with figures in them.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

extension MemoTexts {
    static func subject(_ year: Int, isWhole: Bool) -> BilingualText {
        isWhole
            ? words(
                "รายงานผลการวิเคราะห์การประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA) ประจำปีงบประมาณ พ.ศ. \(year)",
                "Analysis of the Integrity and Transparency Assessment (ITA), fiscal year \(year)")
            : words(
                "รายงานผลการวิเคราะห์การเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. \(year)",
                "Analysis of the disclosure of public information (OIT), fiscal year \(year)")
    }

    static func asked(_ year: Int) -> BilingualText {
        words(
            "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน ป.ป.ช.) กำหนดให้หน่วยงานภาครัฐเข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. \(year) นั้น",
            "The National Anti-Corruption Commission assesses the integrity and transparency of state agencies (ITA) in fiscal year \(year)."
        )
    }

    static func checked(_ agency: String, website: String, day: String, items: Int) -> BilingualText {
        let (name, site) = (agency.isEmpty ? "หน่วยงาน" : agency, website.isEmpty ? "" : " (\(website))")
        return words(
            "\(name) ได้ตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) บนเว็บไซต์ของหน่วยงาน\(site) ตามแบบตรวจ จำนวน \(items) ข้อ ณ วันที่ \(day) เพื่อวิเคราะห์ผลและกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
            "\(agency.isEmpty ? "The agency" : agency) checked what its website\(site) discloses (OIT) against the \(items) items of the list as of \(day), to analyse the result and decide on measures."
        )
    }

    static func overall(_ score: String, levels: [String]) -> BilingualText {
        let level = levels.joined(separator: " / ")
        return words(
            "คะแนนรวม \(score) คะแนน\(level.isEmpty ? "" : levels.count == 1 ? " ระดับ \(level)" : " ระดับที่เป็นไปได้: \(level)")",
            "Overall score \(score)\(level.isEmpty ? "" : levels.count == 1 ? ", level \(level)" : ", possible levels: \(level)")."
        )
    }

    static func noOverall(_ missing: [String]) -> BilingualText {
        let names = missing.joined(separator: ", ")
        return words(
            "ยังไม่มีคะแนนรวมและระดับ เนื่องจากยังไม่ทราบคะแนน \(names)",
            "There is no overall score and no level yet: \(names) not known.")
    }

    static func published(_ score: String, level: String, agrees: Bool?) -> BilingualText {
        let said =
            switch agrees {
            case true?: words("ตรงกับคะแนนที่คำนวณ", "agrees with the figures")
            case false?: words("ไม่ตรงกับคะแนนที่คำนวณ โปรดตรวจสอบ", "does not agree with the figures; please check")
            case nil: words("ยังเทียบกับคะแนนที่คำนวณไม่ได้", "cannot be compared yet")
            }
        return words(
            "คะแนนรวมที่ประกาศ \(score) คะแนน\(level.isEmpty ? "" : " ระดับ \(level)") (\(said.th))",
            "Published overall score \(score)\(level.isEmpty ? "" : ", level \(level)") (\(said.en)).")
    }

    static func inspected(_ id: String, _ score: String, weight: Int, share: String) -> BilingualText {
        words(
            "คะแนน \(id) \(score) คะแนน คิดเป็น \(share) คะแนน จากน้ำหนัก \(weight) คะแนนในคะแนนรวม",
            "\(id) score \(score), which is \(share) of the \(weight) points that it carries in the overall score.")
    }

    static func conflict(_ conflict: ScoreConflict) -> BilingualText {
        func shown(_ interval: HundredthsInterval) -> String { interval.shownText }
        let th =
            switch conflict.kind {
            case .indicatorAgainstItems(let given, let computed):
                "ตัวชี้วัดที่ \(conflict.subject) ระบุคะแนน \(given) แต่คำนวณจากรายข้อได้ \(shown(computed))"
            case .instrumentAgainstIndicators(let given, let computed):
                "\(conflict.subject) ระบุคะแนน \(given) แต่คำนวณจากตัวชี้วัดได้ \(shown(computed))"
            case .partsAgainstInstrument(let parts, let score):
                "ค่าเฉลี่ยของส่วนย่อยของ \(conflict.subject) คือ \(shown(parts)) ไม่ตรงกับ \(shown(score))"
            case .levelNotPossible(let level): "ระดับ \(level) ที่ประกาศ ไม่ตรงกับคะแนน"
            }
        return words("ข้อสังเกต: \(th)", "Note: \(conflict.description).")
    }

    static func instrument(_ id: String) -> BilingualText {
        switch id {
        case "IIT": words("IIT ผู้มีส่วนได้ส่วนเสียภายใน", "IIT, those inside")
        case "EIT": words("EIT ผู้มีส่วนได้ส่วนเสียภายนอก", "EIT, those outside")
        case "OIT": words("OIT การเปิดเผยข้อมูลสาธารณะ", "OIT, open data")
        default: words(id, id)
        }
    }

    static func group(_ group: MemoFigures.Group) -> BilingualText {
        switch group {
        case .strength: words("จุดแข็ง", "Strength")
        case .keep: words("รักษาและพัฒนา", "Keep and develop")
        case .improve: words("ต้องปรับปรุง", "Improve")
        case .open: words("ยังจัดกลุ่มไม่ได้", "Not certain yet")
        }
    }

    static func group(
        _ group: MemoFigures.Group, _ limits: (improve: Hundredths, strength: Hundredths)
    ) -> BilingualText {
        let name = MemoTexts.group(group)
        let below = Hundredths(limits.strength.count - 1).text
        return switch group {
        case .strength:
            words(
                "\(name.th) (ตั้งแต่ \(limits.strength.text) คะแนนขึ้นไป)", "\(name.en) (\(limits.strength.text) and above)")
        case .keep:
            words("\(name.th) (\(limits.improve.text) – \(below))", "\(name.en) (\(limits.improve.text) – \(below))")
        case .improve:
            words("\(name.th) (ต่ำกว่า \(limits.improve.text) คะแนน)", "\(name.en) (below \(limits.improve.text))")
        case .open:
            words("\(name.th) (คะแนนเป็นช่วงที่คร่อมเกณฑ์)", "\(name.en) (the score is a range over a limit)")
        }
    }

    static func indicator(_ id: String) -> BilingualText { words("ตัวชี้วัดที่ \(id)", "Indicator \(id)") }

    static func standing(_ score: String, group: String) -> BilingualText {
        words("ได้ \(score) คะแนน อยู่ในกลุ่ม “\(group)”", "scores \(score), group “\(group)”.")
    }

    static func met(_ met: Int, of all: Int) -> BilingualText {
        words("ผ่าน \(met) จาก \(all) ข้อ", "\(met) of \(all) items are met.")
    }

    static func unmet(_ names: [String]) -> BilingualText {
        let list = names.joined(separator: ", ")
        return words("ไม่ผ่าน \(names.count) ข้อ ได้แก่ \(list)", "Not met (\(names.count)): \(list).")
    }

    static func open(_ names: [String]) -> BilingualText {
        let list = names.joined(separator: ", ")
        return words("ยังตัดสินไม่ได้ \(names.count) ข้อ ได้แก่ \(list)", "Could not be judged (\(names.count)): \(list).")
    }

    static func gain(_ points: String, _ id: String) -> BilingualText {
        words(
            "หากข้อเหล่านี้ผ่านทั้งหมด คะแนน \(id) จะเพิ่มไม่เกิน \(points) คะแนน",
            "With all of these met the \(id) score rises by up to \(points).")
    }

    static func worth(_ points: String, _ id: String) -> BilingualText {
        words("มีผลต่อคะแนน \(id) \(points) คะแนน", "Worth \(points) points of \(id).")
    }

    static func under(_ subIndicator: String) -> BilingualText {
        words("ตัวชี้วัดย่อยที่ \(subIndicator)", "Sub-indicator \(subIndicator)")
    }

    static func mend(_ item: String, _ title: String) -> BilingualText {
        words("ปรับปรุงการเปิดเผยข้อมูลข้อ \(item) \(title)", "Mend the disclosure of \(item) \(title)")
    }

    static func confirm(_ item: String, _ title: String) -> BilingualText {
        words("ตรวจยืนยันข้อมูลข้อ \(item) \(title)", "Look at and confirm \(item) \(title)")
    }

    static func proposed(_ year: Int, improve: [String]) -> BilingualText {
        let first = improve.isEmpty ? "" : " โดยเริ่มจากตัวชี้วัดที่ \(improve.joined(separator: ", "))"
        let firstEN = improve.isEmpty ? "" : ", beginning with indicators \(improve.joined(separator: ", "))"
        return words(
            "เห็นควรมอบหมายผู้รับผิดชอบดำเนินการตามตารางมาตรการแนบท้าย ในปีงบประมาณ พ.ศ. \(year)\(first) และติดตามผลตามกำหนดต่อไปนี้",
            "It is proposed to have the measures of the annexed table carried out in fiscal year \(year)\(firstEN), and to follow them up on these days."
        )
    }

    static func followUp(_ number: Int) -> BilingualText {
        words("ติดตามผล ครั้งที่ \(number) วันที่", "Follow-up \(number), on")
    }

    static func annexTitle(_ year: Int) -> BilingualText {
        words(
            "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. \(year)",
            "Measures for integrity and transparency, fiscal year \(year)")
    }

    static func madeBy(_ run: String) -> BilingualText {
        words(
            "ผล OIT จัดทำโดยโปรแกรมเพื่อช่วยหน่วยงานวิเคราะห์ ไม่ใช่ผลการประเมินอย่างเป็นทางการของ ป.ป.ช. (รหัสการตรวจ \(run))",
            "The OIT result was made by a program to help the agency. It is no official result of the NACC (run \(run))."
        )
    }
}
