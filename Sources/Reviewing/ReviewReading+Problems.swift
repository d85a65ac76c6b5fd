public import GradingCore
import WebEvidence

extension ReviewReading {
    /// Everything that stands against taking this reading into a run, each in a sentence; empty for a good one.
    /// - Parameter machine: the program's verdict for each item of the run.
    public func problems(run: String, machine: [ItemID: Verdict]) -> [BilingualText] {
        var problems: [BilingualText] = []
        func add(_ th: String, _ en: String) { problems.append(BilingualText(th: th, en: en)) }
        if schema != ReviewReading.schemaName {
            add("รูปแบบไฟล์ไม่ใช่ \(ReviewReading.schemaName)", "its schema is not \(ReviewReading.schemaName)")
        }
        if self.run != run {
            add(
                "เป็นผลการอ่านของการตรวจอื่น (\(CleanText.line(self.run)))",
                "it is a reading of another run (\(CleanText.line(self.run)))")
        }
        let name = CleanText.line(reader)
        if name.isEmpty || name.count > 200 { add("ไม่ได้ระบุชื่อผู้อ่าน", "it names no reader") }
        if items.isEmpty { add("ยังไม่มีข้อใดที่อ่าน", "no item was read") }
        var seen: Set<ItemID> = []
        for entry in items {
            let word = CleanText.line(String(entry.item.prefix(40)))
            let item = ItemID(entry.item)
            guard let verdict = machine[item] else {
                add("\(word): ไม่มีข้อนี้ในการตรวจ", "\(word): the run has no such item")
                continue
            }
            if !seen.insert(item).inserted { add("\(word): มีมากกว่าหนึ่งครั้ง", "\(word): it is there twice") }
            problems += entry.problems(word, machine: verdict)
        }
        return problems
    }
}

extension ReviewReading.Entry {
    fileprivate func problems(_ word: String, machine now: Verdict) -> [BilingualText] {
        var problems: [BilingualText] = []
        func add(_ th: String, _ en: String) {
            problems.append(BilingualText(th: "\(word): \(th)", en: "\(word): \(en)"))
        }
        if machine != now.rawValue {
            add(
                "ผลของโปรแกรมเปลี่ยนไปแล้วตั้งแต่ที่อ่าน โปรดเปิดอ่านใหม่",
                "the program's verdict is another one since it was read; open the run and read it again")
        }
        switch decision {
        case .overrule:
            guard let said, said == .satisfied || said == .unsatisfied else {
                add("ไม่ได้ระบุผลใหม่ (ผ่านหรือไม่ผ่าน)", "overruled without a verdict (satisfied or unsatisfied)")
                break
            }
            if said == now { add("ผลใหม่ตรงกับผลของโปรแกรม", "overruled with the program's own verdict") }
            if CleanText.line(reason).count < 3 { add("แก้ผลโดยไม่ให้เหตุผล", "overruled without a reason") }
        case .accept, .cannotTell:
            if verdict != nil { add("มีผลใหม่ทั้งที่ไม่ได้แก้ผล", "it has a verdict of its own without being overruled") }
        }
        if Moment(iso: at) == nil { add("เวลาที่อ่านไม่ถูกต้อง", "the time of reading is none") }
        if reason.count > ReviewReading.longestText || note.count > ReviewReading.longestText {
            add("ข้อความยาวเกินไป", "its texts are too long")
        }
        return problems
    }
}
