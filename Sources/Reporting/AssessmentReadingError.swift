public import GradingCore
import WebEvidence

/// Why bytes could not be read as a `report.json`.
public struct ReportReadingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of fault it is.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// More bytes than any report has.
        case tooLarge
        /// The bytes are no JSON, or nested deeper than any report.
        case notJSON
        /// JSON, but no `oit-report/1`.
        case notAReport
        /// A member that every report has is not there.
        case missing
        /// A member has a value of another kind or outside the vocabulary.
        case badValue
    }
    /// What kind of fault it is.
    public let code: Code
    /// Where in the file, for example `$.items[3].verdict`; `$` for the whole.
    public let path: String
    /// One sentence in both languages, without the path.
    public let message: BilingualText

    init(_ code: Code, at path: String = "$", th: String, en: String) {
        self.code = code
        self.path = path
        message = BilingualText(th: th, en: en)
    }

    /// The English sentence with the path.
    public var description: String { "\(path): \(message.en)" }
}

extension ReportReadingError {
    static func tooLarge(_ limit: Int) -> ReportReadingError {
        let megabytes = limit / 1_048_576
        return ReportReadingError(
            .tooLarge, th: "ไฟล์ใหญ่เกิน \(megabytes) MB จึงไม่ใช่รายงานของโปรแกรมนี้",
            en: "the file is larger than \(megabytes) MB, so it is no report of this program")
    }

    static func otherSchema(_ name: String?) -> ReportReadingError {
        let shown = name.map { "“\(TextWidth.cut(CleanText.line($0), to: 40))”" }
        return ReportReadingError(
            .notAReport, at: "$.schema",
            th: "ไม่ใช่ไฟล์ report.json ของโปรแกรมนี้ (ต้องเป็น oit-report/1\(shown.map { " แต่พบ \($0)" } ?? ""))",
            en: "not a report.json of this program (oit-report/1 was expected\(shown.map { ", not \($0)" } ?? ""))")
    }

    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let name, let context):
            self.init(
                .missing, at: ReportReadingError.path(context.codingPath + [name]), th: "ไม่มีข้อมูลส่วนนี้",
                en: "this member is missing")
        case .typeMismatch(_, let context):
            self.init(
                .badValue, at: ReportReadingError.path(context.codingPath), th: "ข้อมูลผิดชนิด",
                en: "the value is of another kind than in a report")
        case .valueNotFound(_, let context):
            self.init(
                .badValue, at: ReportReadingError.path(context.codingPath), th: "ต้องมีค่า แต่พบ null",
                en: "a value was expected, not null")
        case .dataCorrupted(let context):
            if context.codingPath.isEmpty {
                self.init(.notJSON, th: "ไฟล์ไม่ใช่ JSON ที่สมบูรณ์", en: "the file is not valid JSON")
            } else {
                self.init(
                    .badValue, at: ReportReadingError.path(context.codingPath), th: "ค่านี้ไม่มีในรายงานของโปรแกรมนี้",
                    en: context.debugDescription)
            }
        @unknown default:
            self.init(.notJSON, th: "อ่านไฟล์ไม่ได้", en: "the file cannot be read")
        }
    }

    static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "$") { path, key in
            if let index = key.intValue { path += "[\(index)]" } else { path += ".\(key.stringValue)" }
        }
    }
}
