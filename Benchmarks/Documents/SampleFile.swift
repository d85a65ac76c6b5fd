import TestSupport

/// Reports as agencies write them, of any length.
enum SampleFile {
    static func report(pages: Int) -> PDFWorkshop {
        PDFWorkshop(
            (1...pages).map { .text(lines(ofPage: $0)) }, title: "รายงานผลการดำเนินการประจำปีงบประมาณ 2566",
            created: "D:20230401090000+07'00'")
    }

    /// Forty lines of about seventy letters: a full page of official writing.
    private static func lines(ofPage page: Int) -> [String] {
        (0..<40).map { line in
            line % 8 == 0
                ? "\(line / 8 + 1). โครงการที่ \(page * 5 + line) จำนวนเงิน \(line * 12_500) บาท"
                : sentences[(page * 7 + line) % sentences.count]
        }
    }

    private static let sentences = [
        "องค์การบริหารส่วนตำบลตัวอย่างได้จัดทำแผนปฏิบัติการป้องกันการทุจริตเพื่อใช้เป็นกรอบ",
        "ในการดำเนินงานด้านการเสริมสร้างคุณธรรม จริยธรรม และความโปร่งใสของหน่วยงาน ทั้งนี้ได้",
        "เปิดโอกาสให้ประชาชนเข้ามามีส่วนร่วมในการตรวจสอบการปฏิบัติราชการ และเสนอความคิดเห็น",
        "ผ่านช่องทางต่าง ๆ ของหน่วยงาน โดยมีการรายงานผลการดำเนินงานในรอบ ๖ เดือน ตั้งแต่เดือน",
        "ตุลาคม ๒๕๖๕ ถึงเดือนมีนาคม ๒๕๖๖ และเผยแพร่ต่อสาธารณชนทางเว็บไซต์หลักของหน่วยงาน",
    ]
}
