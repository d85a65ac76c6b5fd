/// Why a document for offices was not made.
public struct OfficeDocumentError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The folder for temporary files cannot be used: full, missing, or closed to us.
        case temporaryFolder = "temporary_folder"
        /// The workbook was not written, or not as it should be.
        case workbook
        /// The text document was not written.
        case textDocument = "text_document"
        /// The program that converts it is not installed.
        case programMissing = "program_missing"
        /// The program that converts it gave nothing, too much, or took too long.
        case notConverted = "not_converted"
    }

    /// What kind of failure.
    public let code: Code
    /// One English sentence that says what to do.
    public let detail: String

    init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    public var description: String { detail }
}
