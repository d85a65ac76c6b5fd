import GradingCore

/// The sentences of problems and conflicts of score files.
extension Message {
    static func noScoreColumn(_ place: InputPlace) -> InputProblem {
        problem(
            .noScoreColumn, place, th: "ไม่รู้ว่าคอลัมน์ใดเป็นคะแนน", en: "It is not clear which column holds the scores.",
            fixTh: "ตั้งหัวคอลัมน์เป็น “ตัวชี้วัด” และ “คะแนน” และใช้จุดทศนิยม เช่น 88.95",
            fixEn: "Head the columns “indicator” and “score”, and write decimals with a point, such as 88.95.")
    }

    static func noFigures(_ place: InputPlace) -> InputProblem {
        problem(
            .noRows, place, th: "ไม่พบคะแนนของข้อ ตัวชี้วัด หรือเครื่องมือ",
            en: "There are no figures of items, indicators or instruments.",
            fixTh: "ใส่คะแนนอย่างน้อยหนึ่งรายการ", fixEn: "Add at least one figure.")
    }

    static func unreadableScore(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .unreadableScore, place, th: "อ่านคะแนนไม่ได้: \(quoted(text))", en: "\(quoted(text)) is no score.",
            fixTh: "เขียนเป็นตัวเลข 0 ถึง 100 ทศนิยมไม่เกิน \(DecimalFigure.maximumScale) ตำแหน่ง",
            fixEn: "Write a number from 0 to 100 with at most \(DecimalFigure.maximumScale) decimals.")
    }

    static func commaDecimal(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .commaDecimal, place, th: "คะแนนใช้เครื่องหมายจุลภาค: \(quoted(text))",
            en: "The score \(quoted(text)) has a comma.",
            fixTh: "ใช้จุดทศนิยม เช่น 88.95", fixEn: "Write decimals with a point, such as 88.95.")
    }

    static func scoreOutOfRange(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .scoreOutOfRange, place, th: "คะแนน \(quoted(text)) ไม่อยู่ระหว่าง 0 ถึง 100",
            en: "The score \(quoted(text)) does not lie between 0 and 100.", fixTh: "แก้คะแนน",
            fixEn: "Correct the score.")
    }

    static func unknownIndicator(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .unknownIndicator, place, th: "ไม่รู้จัก \(quoted(text))",
            en: "\(quoted(text)) names no item, indicator or instrument.",
            fixTh: "ใช้ชื่อหรือหมายเลขตัวชี้วัด 1–\(IndicatorNames.count) หรือ IIT, EIT, EIT1, EIT2, OIT หรือรหัสข้อ",
            fixEn:
                "Use the name or number of an indicator (1–\(IndicatorNames.count)), IIT, EIT, EIT1, EIT2, OIT, or an item id."
        )
    }

    static func differentScores(_ place: InputPlace, _ text: String, first: DecimalFigure) -> InputProblem {
        problem(
            .differentScores, place, th: "\(quoted(text)) มีสองคะแนน (อีกคะแนนคือ \(first))",
            en: "\(quoted(text)) has two different scores (the other is \(first)).",
            fixTh: "เหลือไว้คะแนนเดียว", fixEn: "Keep one of the two.")
    }

    static func conflict(ranks count: Int) -> ScoreConflict {
        ScoreConflict(
            code: .ranksAsNumbers,
            message: BilingualText(
                th: "ตัวเลขหน้าตัวชี้วัดเป็นอันดับคะแนน ไม่ใช่หมายเลขตัวชี้วัด (ไม่ตรง \(count) แถว) จึงใช้ชื่อตัวชี้วัด",
                en:
                    "The numbers are ranks by score, not numbers of indicators (\(count) rows differ); the names were used."
            ))
    }

    static func conflict(otherOrder count: Int) -> ScoreConflict {
        ScoreConflict(
            code: .otherOrder,
            message: BilingualText(
                th: "ตารางเรียงตัวชี้วัดต่างจากลำดับทางการ (ไม่ตรง \(count) แถว) จึงใช้ชื่อตัวชี้วัด",
                en:
                    "The table has the indicators in another order than the official one (\(count) rows differ); the names were used."
            ))
    }

    static func conflict(number: Int, named: Int) -> ScoreConflict {
        let name = IndicatorNames.name(named)
        return ScoreConflict(
            code: .numberAndName,
            message: BilingualText(
                th: "แถวหมายเลข \(number) ใช้ชื่อ “\(name)” ซึ่งเป็นตัวชี้วัดที่ \(named) จึงใช้ชื่อ",
                en: "The row with number \(number) is named “\(name)”, which is indicator \(named); the name was used.")
        )
    }

    static func conflict(repeated text: String) -> ScoreConflict {
        ScoreConflict(
            code: .repeated,
            message: BilingualText(
                th: "\(quoted(text)) มีมากกว่าหนึ่งครั้ง คะแนนเท่ากัน",
                en: "\(quoted(text)) is given more than once, with the same score."))
    }

    static func conflict(partialItem text: String, _ figure: DecimalFigure) -> ScoreConflict {
        ScoreConflict(
            code: .partialItem,
            message: BilingualText(
                th: "ข้อ \(text) ได้ \(figure) แต่แต่ละข้อได้เพียง 0 หรือ 100",
                en: "Item \(text) has \(figure), but an item is worth 0 or 100."))
    }
}
