import GradingCore

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

/// The words of the pages about many agencies, in both languages. A table.
enum SiteTexts {
    static let index = words("ภาพรวม", "Overview")
    static let items = words("ข้อที่ไม่ผ่านบ่อย", "Items that fail often")
    static let causes = words("สาเหตุร่วม", "Common causes")
    static let noRanking = words(
        "เรียงตามคะแนนที่ยังเพิ่มได้ เพื่อให้เห็นว่าควรช่วยหน่วยงานใดก่อน ไม่ใช่การจัดอันดับ และไม่ควรเผยแพร่เป็นอันดับ คะแนนเป็นช่วงเมื่อยังมีข้อที่ตัดสินไม่ได้",
        "In the order of the points that can still be won, to show where help does most. This is no ranking and must not "
            + "be published as one. Scores are ranges where items could not be judged.")
    static let ranges = words(
        "คะแนนเป็นช่วงเมื่อยังมีข้อที่ตัดสินไม่ได้", "Scores are ranges where items could not be judged.")
    static let distribution = words("การกระจายของคะแนน", "Distribution of scores")
    static let band = words("ช่วงคะแนน OIT", "OIT score")
    static let lowest = words("หน่วยงานที่ได้แน่นอนในช่วงนี้", "Agencies surely here")
    static let highest = words("หน่วยงานที่อาจได้ในช่วงนี้", "Agencies possibly here")
    static let near = words("หน่วยงานที่ใกล้ถึงเกณฑ์", "Near a mark")
    static let nobodyNear = words("ไม่มีหน่วยงานที่ขาดอีกไม่เกิน 5 คะแนน", "No agency lacks 5 points or less.")
    static let mark = words("เกณฑ์ถัดไป", "Next mark")
    static let lacks = words("ยังขาด", "Lacks")
    static let lifts = words("แก้ข้อเหล่านี้แล้วถึงเกณฑ์", "Mending these reaches it")
    static let agencies = words("ทุกหน่วยงาน", "All agencies")
    static let winnable = words("คะแนนที่ยังเพิ่มได้", "Points to win")
    static let changed = words("เปลี่ยนจากครั้งก่อน", "Changed since last time")
    static let changes = words("สิ่งที่เปลี่ยนจากครั้งก่อน", "What changed since last time")
    static let noChange = words("ไม่มีข้อที่ผลเปลี่ยนจากครั้งก่อน", "No verdict changed since last time.")
    static let noEarlier = words("ยังไม่มีผลการตรวจครั้งก่อน", "There is no earlier run.")
    static let better = words("ดีขึ้น", "better")
    static let worse = words("แย่ลง", "worse")
    static let plan = words("ควรแก้ข้อใดก่อน", "What to mend first")
    static let gain = words("คะแนนที่เพิ่ม", "Points won")
    static let afterwards = words("คะแนนหลังแก้", "Score afterwards")
    static let fix = words("วิธีแก้", "What to do")
    static let nothingOpen = words("ผ่านทุกข้อแล้ว", "Everything is met.")
    static let shared = words("สาเหตุเดียวที่อยู่หลังหลายข้อ", "One cause behind several items")
    static let noShared = words("ไม่พบสาเหตุร่วม", "No common cause was found.")
    static let affected = words("ข้อที่ได้รับผล", "Items")
    static let within = words("สาเหตุร่วมในแต่ละหน่วยงาน", "Common causes inside agencies")
    static let reasons = words("เหตุผลที่ไม่ผ่าน", "Reasons")
    static let who = words("หน่วยงานที่ไม่ผ่านข้อนี้", "Agencies that fail it")
    static let report = words("รหัสการตรวจ", "Run")
}
