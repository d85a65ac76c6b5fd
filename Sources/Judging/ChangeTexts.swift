import Checklists
import Findings
import GradingCore

extension ExplanationTexts {
    /// A change as it is told.
    static func change(_ change: FactChange, of judging: ItemJudging, facts: ItemFacts) -> VerdictChange.Change {
        switch change {
        case .submitted:
            VerdictChange.Change(
                kind: .submitted,
                text: BilingualText(
                    th: "ส่ง URL ของหน้าที่เป็นเรื่อง “\(judging.item.title.th)” และมีเนื้อหา",
                    en: "Submit the address of a page about “\(judging.item.title.en)” that has content."))
        case .fits(let id):
            VerdictChange.Change(
                kind: .pageFits,
                text: BilingualText(
                    th: "ให้ \(id.text) เปิดไปยังหน้าที่เป็นเรื่อง “\(judging.item.title.th)” และมีเนื้อหา",
                    en: "Let \(id.text) lead to a page about “\(judging.item.title.en)” that has content."),
                evidence: id)
        case .element(let number, let isFound): element(facts.elements[number].element, isFound: isFound)
        case .dates(let words, let left): dates(words, left)
        case .datesLost:
            VerdictChange.Change(
                kind: .datesLost,
                text: BilingualText(
                    th: "หากไม่มีวันที่หรือปีที่ใช้ตัดสิน", en: "If the dates on which it rests were not there."))
        case .points, .margin: points(change)
        case .read, .gone, .picturesRead, .ownName, .ownContent, .later: page(change)
        }
    }

    private static func element(_ element: Element, isFound: Bool) -> VerdictChange.Change {
        VerdictChange.Change(
            kind: isFound ? .elementFound : .elementLost,
            text: isFound
                ? BilingualText(th: "ให้มี “\(element.title.th)”", en: "Show “\(element.title.en)”.")
                : BilingualText(th: "หากไม่มี “\(element.title.th)”", en: "If “\(element.title.en)” were not there."),
            element: element.id)
    }

    private static func dates(_ words: String, _ left: FactChange.DatesLeft) -> VerdictChange.Change {
        switch left {
        case .all:
            VerdictChange.Change(
                kind: .dateFound,
                text: BilingualText(
                    th: "ให้เนื้อหาบอกว่าเป็นข้อมูลของช่วงเวลาใด เช่น “\(words)”",
                    en: "Let the content say of what time it is, for example “\(words)”."), words: words)
        case .undecided, .none:
            VerdictChange.Change(
                kind: .dateReplaced,
                text: BilingualText(
                    th: "ให้ข้อมูลเป็นของช่วงเวลาที่กำหนดแทนช่วงเวลาที่พบ เช่น “\(words)”",
                    en: "Publish information of the time asked for instead of that found, for example “\(words)”."),
                words: words)
        }
    }

    private static func points(_ change: FactChange) -> VerdictChange.Change {
        switch change {
        case .points(let id, let points):
            VerdictChange.Change(
                kind: .points,
                text: BilingualText(
                    th: "ให้เนื้อหาของ \(id.text) ตรงกับข้อนี้มากขึ้นอีก \(points) คะแนน เช่น มีชื่อเรื่องเป็นหัวข้อ",
                    en:
                        "Let \(id.text) speak for this item with \(points) points more, for example by a heading that names it."
                ), evidence: id, points: points)
        case .margin(let points) where points > 0:
            VerdictChange.Change(
                kind: .marginWon,
                text: BilingualText(
                    th: "ให้หน้าตรงกับข้อนี้มากกว่าเรื่องอื่นขึ้นอีก \(points) คะแนน",
                    en: "Let the page fit this item better by \(points) points against the other topic."),
                points: points)
        default: lostPoints(change)
        }
    }

    private static func lostPoints(_ change: FactChange) -> VerdictChange.Change {
        let points: Int = if case .margin(let margin) = change { -margin } else { 0 }
        return VerdictChange.Change(
            kind: .marginLost,
            text: BilingualText(
                th: "หากเรื่องอื่นตรงกับหน้านี้มากขึ้นอีก \(points) คะแนน",
                en: "If another topic fitted the page better by \(points) points."), points: points)
    }

    private static func page(_ change: FactChange) -> VerdictChange.Change {
        switch change {
        case .read(let id):
            VerdictChange.Change(
                kind: .pageRead,
                text: BilingualText(
                    th: "หากเปิดอ่าน \(id.text) ได้และไม่มีข้อมูลของข้อนี้",
                    en: "If \(id.text) could be read and held nothing of this item."), evidence: id)
        case .gone(let id):
            VerdictChange.Change(
                kind: .pageGone,
                text: BilingualText(th: "หากเปิด \(id.text) ไม่พบ", en: "If \(id.text) were gone."), evidence: id)
        case .later(let day):
            VerdictChange.Change(
                kind: .laterDate,
                text: BilingualText(
                    th: "ตรวจตั้งแต่\(DateWording.day(day))เป็นต้นไป", en: "Audit on \(day.iso) or later."), date: day)
        case .ownName:
            VerdictChange.Change(
                kind: .ownName,
                text: BilingualText(
                    th: "ให้เอกสารระบุชื่อหน่วยงานนี้", en: "Let the document name this agency."))
        case .ownContent:
            VerdictChange.Change(
                kind: .ownContent,
                text: BilingualText(
                    th: "ให้หน้านี้แสดงข้อมูลจริงของหน่วยงานแทนข้อความที่พบ",
                    en: "Let the page show the agency's own content in place of the words that were found."))
        default:
            VerdictChange.Change(
                kind: .picturesRead,
                text: BilingualText(
                    th: "หากอ่านข้อความในภาพหรือเนื้อหาที่ฝังไว้ได้ และไม่มีข้อมูลที่ขาด",
                    en: "If pictures and frames could be read and did not hold what is lacking."))
        }
    }
}
