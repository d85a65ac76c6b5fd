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

    static func sealed(
        _ path: String, _ summary: DossierWriting.Summary, _ sealed: DossierSeal.Sealed
    ) -> BilingualText {
        BilingualText(
            th: "ประทับตราแล้ว: \(path) (\(summary.pages) หน้า)\nลายนิ้วมือกุญแจ: \(sealed.fingerprint)\n"
                + (sealed.isTimeStamped
                    ? "มีการประทับเวลาจากผู้ให้บริการภายนอก\n"
                    : "ไม่มีการประทับเวลา: ตราประทับนี้ไม่ได้พิสูจน์ว่าทำขึ้นเมื่อใด (กำหนด OIT_TSA_URL)\n")
                + "ตรวจสอบได้ทุกเมื่อโดยไม่ต้องใช้เครือข่าย: oit dossier verify \(path)\n"
                + "โปรดแจ้งลายนิ้วมือกุญแจให้ผู้รับทราบทางอื่นด้วย ไฟล์มีข้อมูลตามหน้าเว็บต้นฉบับ โปรดเก็บรักษาด้วยความระมัดระวัง",
            en: "sealed: \(path) (\(summary.pages) pages)\nkey fingerprint: \(sealed.fingerprint)\n"
                + (sealed.isTimeStamped
                    ? "time-stamped by an authority\n"
                    : "no time-stamp: the seal does not prove when it was made (set OIT_TSA_URL)\n")
                + "anybody can check it without network: oit dossier verify \(path)\n"
                + "Tell the fingerprint to whoever receives it by another way. The file holds the pages as they were.")
    }

    static func notStamped(_ cause: String) -> BilingualText {
        BilingualText(th: "ประทับตราแล้วแต่ไม่ได้รับการประทับเวลา: \(cause)", en: "sealed, but without time-stamp: \(cause)")
    }

    static let notProved = BilingualText(th: "สิ่งที่ไฟล์นี้ยังไม่ได้พิสูจน์:", en: "What it does not prove:")
}
