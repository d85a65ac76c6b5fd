import Findings
import GradingCore
import OfficeDocuments
import Rendering
import Reporting

/// Makes the files of reports.
struct ReportWriting: Sendable {
    typealias File = (name: String, bytes: [UInt8])

    let language: ReportLanguage
    /// False where the page is Thai because nobody chose: its first reader is the local officer.
    let isChosen: Bool
    /// What the agency declared, where the submission is at hand.
    var answers: [ItemID: DeclaredAnswer] = [:]
    /// What readers decided, where there was a review.
    var review: [ReviewEntry] = []
    var memo: MemoSettings

    init(_ arguments: Arguments, language: ReportLanguage) {
        self.language = language
        isChosen = arguments.has(.language)
        // Papers for Thai offices.
        memo = MemoSettings(language: isChosen ? language : .thai)
    }

    private var pageLanguage: ReportLanguage { isChosen ? language : .thai }

    /// Every file that could be made, and in words why others could not: one missing program costs no other report.
    func files(_ report: Report, _ formats: [ReportFormat]) async -> (files: [File], failures: [String]) {
        var files: [File] = []
        var failures: [String] = []
        for format in formats {
            do throws(CommandFailure) { files += try await self.files(report, format) } catch {
                failures.append(error.message)
            }
        }
        return (files, failures)
    }

    private func files(_ report: Report, _ format: ReportFormat) async throws(CommandFailure) -> [File] {
        let name = format.fileNames[0]
        switch format {
        case .html: return [(name, report.html(language: pageLanguage))]
        case .json: return [(name, report.json())]
        case .csv: return [(name, report.itemsCSV(language: language)), (format.fileNames[1], report.evidenceCSV())]
        case .junit: return [(name, report.junit(language: language))]
        case .badge: return [(name, report.badge(language: pageLanguage))]
        case .memo: return [(name, report.memo(memo))]
        case .pdf: return [(name, try await pdf(report))]
        case .xlsx, .docx:
            do throws(OfficeDocumentError) {
                if format == .docx {
                    return [(name, try await OfficeConversion.installed().converted(report.memo(memo), to: .docx))]
                }
                return [(name, try report.workbook(language: pageLanguage, answers: answers, review: review))]
            } catch {
                throw CommandFailure(.outputFailure, "\(name): \(error)")
            }
        }
    }

    private func pdf(_ report: Report) async throws(CommandFailure) -> [UInt8] {
        let head = report.assessment.agency.name.prefix(120)
        let year = report.assessment.fiscalYear.year
        do throws(RenderFailure) {
            return try await PagePrinter.installed().pdf(
                html: report.html(language: pageLanguage), runningHead: "OIT \(year) · \(head)")
        } catch {
            let cause = error == .notInstalled ? ReportWritingTexts.noBrowser.text(language) : "\(error)"
            throw CommandFailure(.outputFailure, "report.pdf: \(cause)")
        }
    }
}

/// Sentences about files of reports, in both languages.
enum ReportWritingTexts {
    static let noBrowser = BilingualText(
        th: "การทำไฟล์ PDF ใช้ Chromium ซึ่งไม่ได้ติดตั้งในเครื่องนี้ (แพ็กเกจ chromium) report.html พิมพ์เป็น PDF จากเบราว์เซอร์ใดก็ได้",
        en: "PDF is printed by Chromium, which is not installed here (package chromium); any browser prints report.html"
    )

    static func keptMemo(_ file: String, _ kept: String) -> BilingualText {
        BilingualText(
            th: "\(file) มีอยู่แล้วและอาจมีผู้กรอกข้อความไว้ จึงเก็บฉบับเดิมเป็น \(kept)",
            en: "\(file) was there already and may have been filled in; it is kept as \(kept)")
    }
}
