public import GradingCore
public import Rendering

/// Sentences about pictures, in both languages.
public enum PictureTexts {
    static let covered = BilingualText(
        th: "แถบสีดำคือข้อมูลส่วนบุคคลที่ปิดไว้", en: "Black bars are personal data that was covered.")
    static let plain = BilingualText(
        th: "ภาพนี้สร้างจากข้อมูลที่เก็บไว้ในวันที่ตรวจ โดยไม่มีภาพและการจัดรูปแบบจากไฟล์อื่น",
        en: "Made from the bytes kept on the day of the audit, without pictures and styles of other files.")
    static let cutShort = BilingualText(
        th: "หน้าเว็บยังทำงานไม่เสร็จเมื่อถ่ายภาพ", en: "The page was still at work when the picture was taken.")

    static let recognised = BilingualText(
        th: "ตำแหน่งกรอบมาจากการอ่านภาพด้วย OCR", en: "The boxes stand where the words were recognised in the picture.")

    static func part(_ top: Int, _ height: Int, of whole: Int) -> BilingualText {
        BilingualText(
            th: "หน้าเว็บยาว \(whole) พิกเซล ภาพนี้แสดงเฉพาะช่วงที่ \(top)–\(top + height)",
            en: "The page is \(whole) pixels high; this is the part from \(top) to \(top + height).")
    }

    static func otherPages(_ pages: [Int]) -> BilingualText {
        let list = pages.map(String.init).joined(separator: ", ")
        return BilingualText(
            th: "ข้อความอื่นที่ใช้ตัดสินอยู่ที่หน้า \(list) ของไฟล์", en: "Other deciding words are on page \(list) of the file.")
    }

    // MARK: Why there is no picture

    /// Without a browser there is no picture of anything: what must not be read could not be covered for good.
    public static let noBrowser = BilingualText(
        th: "ไม่มีภาพ เพราะเครื่องที่ใช้สร้างรายงานไม่ได้ติดตั้ง Chromium (แพ็กเกจ chromium) ข้อความในรายงานครบถ้วนตามปกติ",
        en: "No pictures: Chromium (package chromium) is not installed where the report was made. The text is complete."
    )
    static let noFont = BilingualText(
        th: "ไม่มีภาพ เพราะเครื่องที่ใช้สร้างรายงานไม่มีแบบอักษรไทย (แพ็กเกจ fonts-thai-tlwg หรือ fonts-noto-core)",
        en: "No picture: there is no font with Thai letters (package fonts-thai-tlwg or fonts-noto-core).")
    static let personal = BilingualText(
        th: "ไม่แสดงภาพ เพราะหน้านี้มีข้อมูลส่วนบุคคลที่ปิดในภาพไม่ได้",
        en: "Not shown: the page holds personal data that could not be covered in a picture.")
    static let kind = BilingualText(
        th: "ไม่มีภาพของไฟล์ชนิดนี้ โปรดดูข้อความที่อ้างและเปิดไฟล์จากที่อยู่",
        en: "No pictures are made of files of this kind; see the quotes, and open the file at its address.")
    static let noBytes = BilingualText(
        th: "ไม่มีภาพ เพราะไม่มีเนื้อหาของหน้านี้เก็บไว้", en: "No picture: no content of the page was kept.")
    static let noPDFProgram = BilingualText(
        th: "ไม่มีภาพของไฟล์ PDF เพราะไม่ได้ติดตั้ง pdftoppm และ pdftotext (แพ็กเกจ poppler-utils)",
        en: "No pictures of PDF files: pdftoppm and pdftotext (package poppler-utils) are not installed.")
    static let unreadable = BilingualText(
        th: "ไม่มีภาพ เพราะสร้างภาพจากไฟล์นี้ไม่ได้", en: "No picture: none could be made of the file.")
    static let large = BilingualText(
        th: "ไม่มีภาพ เพราะหน้านี้ใหญ่เกินไป", en: "No picture: the page is too large for one.")
    static let noTime = BilingualText(
        th: "ไม่มีภาพ เพราะหมดเวลาที่กำหนดสำหรับการสร้างภาพ", en: "No picture: the time for making pictures was over.")

    /// What the browser says of itself, told once for all pictures.
    public static func failed(_ failure: RenderFailure) -> BilingualText { failed(failure.description) }

    static func failed(_ why: String) -> BilingualText {
        BilingualText(th: "ไม่มีภาพ เพราะเบราว์เซอร์แสดงหน้านี้ไม่สำเร็จ (\(why))", en: "No picture: \(why)")
    }
}
