import GradingCore
import Programs

/// An outside program that is used where it is installed, what it is for and what is lost without it.
struct OptionalProgram: Sendable {
    var name: String
    /// Other names under which it may be installed.
    var otherNames: [String] = []
    /// The Debian package that brings it.
    var package: String
    /// What makes it tell its version.
    var versionArguments = ["--version"]
    var purpose: BilingualText
    var loss: BilingualText

    static let all: [OptionalProgram] = [
        OptionalProgram(
            name: "pdftotext", package: "poppler-utils", versionArguments: ["-v"],
            purpose: BilingualText(th: "อ่านข้อความในไฟล์ PDF", en: "the text of PDF files"),
            loss: BilingualText(
                th: "ไฟล์ PDF ทุกไฟล์จะไม่ถูกอ่าน ข้อที่อ้างไฟล์ PDF ตัดสินไม่ได้",
                en: "no PDF file is read: items that rest on one stay undecided")),
        OptionalProgram(
            name: "pdfinfo", package: "poppler-utils", versionArguments: ["-v"],
            purpose: BilingualText(th: "อ่านชื่อเรื่องและวันที่ของไฟล์ PDF", en: "title and dates of PDF files"),
            loss: BilingualText(th: "ไม่ทราบวันที่ของไฟล์ PDF", en: "the file dates of PDF files are not known")),
        OptionalProgram(
            name: "pdfimages", package: "poppler-utils", versionArguments: ["-v"],
            purpose: BilingualText(th: "หาภาพสแกนในไฟล์ PDF", en: "finds scanned pages in PDF files"),
            loss: BilingualText(
                th: "แยกไฟล์สแกนจากไฟล์ว่างไม่ได้", en: "scans cannot be told from empty files")),
        OptionalProgram(
            name: "pdftoppm", package: "poppler-utils", versionArguments: ["-v"],
            purpose: BilingualText(
                th: "แปลงหน้าสแกนเป็นภาพเพื่ออ่านด้วย OCR", en: "makes pictures of scanned pages for recognition"),
            loss: BilingualText(th: "ไฟล์ PDF ที่สแกนจะไม่ถูกอ่าน", en: "scanned PDF files are not read")),
        OptionalProgram(
            name: "tesseract", package: "tesseract-ocr tesseract-ocr-tha tesseract-ocr-eng",
            purpose: BilingualText(th: "อ่านข้อความจากภาพและไฟล์สแกน (OCR)", en: "recognises text in pictures and scans"),
            loss: BilingualText(
                th: "ภาพและไฟล์สแกนอ่านไม่ได้ ข้อที่อ้างไฟล์เหล่านี้ตัดสินไม่ได้",
                en: "pictures and scans are not read: items that rest on them stay undecided")),
        OptionalProgram(
            name: "soffice", package: "libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui",
            purpose: BilingualText(
                th: "อ่านไฟล์ Office รุ่นเก่า (doc, xls, ppt, rtf) และทำบันทึกข้อความเป็น DOCX",
                en: "old office files (doc, xls, ppt, rtf); the memo as DOCX"),
            loss: BilingualText(
                th: "ไฟล์ Office รุ่นเก่าอ่านไม่ได้ (docx, xlsx, pptx, odt, ods อ่านได้เสมอ) บันทึกข้อความมีเฉพาะ ODT",
                en: "old office files are not read (docx, xlsx, pptx, odt, ods always are); the memo comes as ODT only")
        ),
        OptionalProgram(
            name: "bsdtar", package: "libarchive-tools",
            purpose: BilingualText(
                th: "เปิดไฟล์บีบอัดชนิด rar, 7z และ tar", en: "opens archives of the kinds rar, 7z and tar"),
            loss: BilingualText(
                th: "ไฟล์ rar, 7z และ tar อ่านไม่ได้ (zip อ่านได้เสมอ)",
                en: "rar, 7z and tar files are not read (zip always is)")),
        OptionalProgram(
            name: "chromium", otherNames: ["chromium-browser", "google-chrome"], package: "chromium",
            purpose: BilingualText(
                th: "แสดงหน้าเว็บที่สร้างด้วยสคริปต์ ภาพหน้าหลักฐาน และพิมพ์รายงานเป็น PDF",
                en: "pages that are made by script; pictures of evidence; reports as PDF"),
            loss: BilingualText(
                th: "หน้าเว็บที่ว่างเปล่าเมื่อไม่มีสคริปต์จะตัดสินไม่ได้ ไม่มีภาพหน้าหลักฐาน และทำรายงานเป็น PDF ไม่ได้",
                en: "pages that are empty without scripts stay undecided; no pictures; no report as PDF")),
        OptionalProgram(
            name: "bwrap", package: "bubblewrap",
            purpose: BilingualText(
                th: "กั้นโปรแกรมภายนอกไม่ให้เห็นเครือข่ายและแฟ้มอื่น", en: "keeps outside programs from network and files"),
            loss: BilingualText(
                th: "โปรแกรมภายนอกถูกจำกัดเวลา หน่วยความจำ และขนาดแฟ้มเท่านั้น",
                en: "outside programs are limited only in time, memory and size of files")),
    ]

    /// True when it is installed under one of its names.
    var isFound: Bool {
        ([name] + otherNames).contains { name in
            do throws(ProgramError) {
                _ = try Program(name)
                return true
            } catch { return false }
        }
    }

    /// Which programs are missing here, each with the package that brings it; nil when all are there.
    static var missingNote: BilingualText? {
        let missing = all.filter { !$0.isFound }.map { "\($0.name) (\($0.package))" }
        guard !missing.isEmpty else { return nil }
        let names = missing.joined(separator: ", ")
        return BilingualText(
            th: "เครื่องนี้ขาดโปรแกรม: \(names) คำสั่ง oit doctor บอกว่าเสียอะไรไป",
            en: "not installed here: \(names); oit doctor tells what is lost without them")
    }
}
