import Archiving
import GradingCore

/// Sentences of `oit dossier`, in both languages.
enum DossierTexts {
    static func written(_ summary: DossierWriting.Summary) -> BilingualText {
        let files = summary.files.joined(separator: ", ")
        return BilingualText(
            th: "บันทึกหลักฐานแล้ว \(summary.pages) หน้า (\(summary.records) ระเบียน \(summary.bytes) ไบต์): \(files)\n"
                + "ในไฟล์มีหน้าเว็บตามต้นฉบับทุกไบต์ รวมถึงข้อมูลส่วนบุคคลที่อาจปรากฏอยู่ โปรดเก็บรักษาและส่งต่อด้วยความระมัดระวัง",
            en: "\(summary.pages) pages written (\(summary.records) records, \(summary.bytes) bytes): \(files)\n"
                + "The file holds the pages as they were, with any personal data on them: keep and pass it on with care."
        )
    }
}
