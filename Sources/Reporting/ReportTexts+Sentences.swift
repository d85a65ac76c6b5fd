import GradingCore

// Sentences with figures in them.

extension ReportTexts {
    /// `3 ข้อ`, `1 item`, `3 items`.
    static func items(_ count: Int) -> BilingualText {
        words("\(count) ข้อ", count == 1 ? "1 item" : "\(count) items")
    }

    static func decided(_ decided: Int, of all: Int) -> BilingualText {
        words("ตัดสินผลได้ \(decided) จาก \(all) ข้อ", "\(decided) of \(all) items are decided.")
    }

    static func openItems(_ count: Int) -> BilingualText {
        words(
            "อีก \(count) ข้อยังไม่ทราบผล คะแนนจึงเป็นช่วง",
            "\(items(count).en) \(count == 1 ? "is" : "are") not known, so the score is a range.")
    }

    /// `คะแนน OIT`, `OIT score`.
    static func scoreOf(_ instrument: String) -> BilingualText { words("คะแนน \(instrument)", "\(instrument) score") }

    /// Does the score reach the pass mark: surely, perhaps or not at all?
    static func reach(_ score: HundredthsInterval, pass: Hundredths) -> BilingualText {
        if score.lowest >= pass {
            return words("ถึงเกณฑ์ผ่าน \(pass.shortText) แล้ว", "It reaches the pass mark of \(pass.shortText).")
        }
        if score.highest >= pass {
            return words(
                "อาจถึงเกณฑ์ผ่าน \(pass.shortText) ขึ้นอยู่กับข้อที่ยังไม่ทราบผล",
                "It may reach the pass mark of \(pass.shortText); that depends on the items that are not known.")
        }
        let even =
            score.isCertain ? words("", "") : words(" แม้ข้อที่ยังไม่ทราบผลจะผ่านทั้งหมด", ", even if every open item is met")
        return words(
            "ยังไม่ถึงเกณฑ์ผ่าน \(pass.shortText)\(even.th)",
            "It does not reach the pass mark of \(pass.shortText)\(even.en).")
    }

    static func lineLabel(_ score: HundredthsInterval, marks: [Hundredths]) -> BilingualText {
        let shown = marks.map(\.shortText).joined(separator: ", ")
        return score.isCertain
            ? words(
                "เส้นคะแนน 0 ถึง 100: คะแนน \(score.lowest) เกณฑ์ที่ \(shown)",
                "Line from 0 to 100: score \(score.lowest), marks at \(shown)")
            : words(
                "เส้นคะแนน 0 ถึง 100: ต่ำสุด \(score.lowest) สูงสุด \(score.highest) เกณฑ์ที่ \(shown)",
                "Line from 0 to 100: lowest \(score.lowest), highest \(score.highest), marks at \(shown)")
    }

    static func scoreFlag(_ score: Hundredths) -> BilingualText { words("คะแนน \(score)", "score \(score)") }
    static func lowestFlag(_ score: Hundredths) -> BilingualText { words("ต่ำสุด \(score)", "lowest \(score)") }
    static func highestFlag(_ score: Hundredths) -> BilingualText { words("สูงสุด \(score)", "highest \(score)") }

    static func difference(_ score: HundredthsInterval) -> BilingualText {
        words(
            "อะไรทำให้คะแนนต่างกันจาก \(score.lowest) ถึง \(score.highest)",
            "What lies between \(score.lowest) and \(score.highest)")
    }

    static func contribution(_ share: HundredthsInterval, of weight: Int) -> BilingualText {
        let shown = share.isCertain ? "\(share.lowest)" : "\(share.lowest) – \(share.highest)"
        return words(
            "ในคะแนน ITA รวม 100 คะแนน ส่วนนี้มีน้ำหนัก \(weight) คะแนน และได้ \(shown) คะแนน",
            "Of the 100 points of the overall ITA score this part carries \(weight); it brings \(shown).")
    }

    static func worth(_ worth: Worth, _ instrument: String) -> BilingualText {
        let (own, overall) = (worth.oit.hundredths, worth.overall.hundredths)
        return words(
            "\(own) คะแนน \(instrument) (\(overall) ในคะแนนรวม)", "\(own) points of \(instrument) (\(overall) overall)")
    }

    static func worthTogether(_ worth: Worth, _ instrument: String) -> BilingualText {
        let points = ReportTexts.worth(worth, instrument)
        return words("รวมกันไม่เกิน \(points.th)", "together up to \(points.en)")
    }

    static func sureness(_ confidence: BilingualText) -> BilingualText {
        words("ความมั่นใจ\(confidence.th)", "\(confidence.en) confidence")
    }

    static func showAll(_ count: Int) -> BilingualText {
        words("ดูทั้ง \(count) ข้อ", "Show all \(items(count).en)")
    }

    static func showAppendix(_ pages: Int) -> BilingualText {
        words("รหัสการตรวจ รุ่น และหน้าที่เปิดทั้ง \(pages) รายการ", "Run, versions and all \(pages) pages opened")
    }

    static func ofItems(_ count: Int) -> BilingualText {
        words("จาก \(count) ข้อ", "of \(items(count).en).")
    }

    static func redirected(_ status: Int) -> BilingualText {
        // No server sent it on: a rule opened what a viewer or drive holds.
        if status == 0 { return words("เปิดเนื้อหาที่อยู่ข้างในโดยตรงที่", "its content was opened at") }
        return words("ถูกส่งต่อ (\(status)) ไปยัง", "redirected (\(status)) to")
    }

    static func pieces(_ count: Int) -> BilingualText {
        words("\(count) รายการ", count == 1 ? "1 piece" : "\(count) pieces")
    }

    static func personalDataLead(_ pages: Int) -> BilingualText {
        words(
            "ใครก็เปิดดูข้อมูลส่วนบุคคลได้ใน \(pages) หน้าหรือไฟล์ที่ตรวจ โปรดนำลงโดยเร็วที่สุด",
            "Anyone can read personal data on \(pages == 1 ? "1 page or file" : "\(pages) pages or files"). Take it down as soon as you can."
        )
    }

    // The marks of the plan.

    static func smallestSet(_ count: Int, reaching mark: Hundredths) -> BilingualText {
        words(
            "ให้ถึง \(mark.shortText) คะแนน ต้องแก้อย่างน้อย \(count) ข้อ",
            "To reach \(mark.shortText), mend \(items(count).en)")
    }

    static func firstOfList(_ count: Int) -> BilingualText {
        words("\(count) ข้อแรกในรายการต่อไปนี้", "the first \(count) of this list")
    }

    static func reachedAlready(_ mark: Hundredths) -> BilingualText {
        words("ถึง \(mark.shortText) คะแนนแล้ว", "\(mark.shortText) is reached already.")
    }

    static func outOfReach(_ mark: Hundredths) -> BilingualText {
        words(
            "แม้แก้ไขทุกข้อก็ยังไม่ถึง \(mark.shortText) คะแนน",
            "\(mark.shortText) is out of reach even with every item mended.")
    }

    static func milestone(_ mark: Hundredths, steps: Int) -> BilingualText {
        words(
            "แก้ครบ \(steps) ข้อแรก คะแนนถึง \(mark.shortText)",
            steps == 1
                ? "With this item mended the score reaches \(mark.shortText)."
                : "With these \(steps) items mended the score reaches \(mark.shortText).")
    }

    /// An empty name stays unsaid.
    static func letterOpening(of agency: String) -> BilingualText {
        words(
            "จากการตรวจเว็บไซต์\(agency.isEmpty ? "" : "ของ\(agency)") พบปัญหาทางเทคนิคดังนี้",
            "An audit of the website\(agency.isEmpty ? "" : " of \(agency)") met these technical problems.")
    }
}
