/// Why an office file could not be read: a code, the part of the file, and one English sentence on the cause.
public struct OfficeFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure; raw values are stable words for reports.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The bytes are no zip archive, or its directory is broken.
        case notAZip = "not_a_zip"
        /// A binary file of older office programs, or an encrypted one: both come in the same container.
        case binaryOfficeFile = "binary_office_file"
        /// A member is protected by a password.
        case encrypted
        /// A zip archive, but of another kind than the one asked for.
        case otherKind = "other_kind"
        /// A part that must be there is missing.
        case missingPart = "missing_part"
        /// A member cannot be unpacked.
        case damagedMember = "damaged_member"
        /// A part is not well-formed XML.
        case malformedXML = "malformed_xml"
        /// A part declares a document type, which office files never do: entities could be expanded without end.
        case forbiddenDoctype = "forbidden_doctype"
        /// The file could not be written.
        case notWritten = "not_written"
        /// A limit of `OfficeFileLimits` was exceeded.
        case tooLarge = "too_large"
    }

    /// What went wrong.
    public let code: Code
    /// The member of the archive, for example `xl/workbook.xml`; empty when the whole file is meant.
    public let part: String
    /// One English sentence without page content.
    public let detail: String

    /// An error of the given kind at the given part.
    public init(_ code: Code, part: String = "", detail: String) {
        self.code = code
        self.part = part
        self.detail = detail
    }

    /// `missing_part (xl/workbook.xml): ...`.
    public var description: String {
        code.rawValue + (part.isEmpty ? "" : " (\(part))") + ": " + detail
    }
}

/// Bounds on what a file may make the reader do. Every one of them ends in `OfficeFileError.Code.tooLarge`.
public struct OfficeFileLimits: Sendable, Hashable {
    /// Members in the archive.
    public var maximumMembers = 4_096
    /// Unpacked bytes of one member.
    public var maximumMemberBytes = 64 << 20
    /// Unpacked bytes of all members that are read.
    public var maximumTotalBytes = 128 << 20
    /// Unpacked bytes for each byte of the file, looked at beyond `ratioFreeBytes`.
    public var maximumRatio = 200
    /// Unpacked bytes that are always allowed, whatever the ratio.
    public var ratioFreeBytes = 4 << 20
    /// Cells of all sheets together, and entries of the table of shared texts.
    public var maximumCells = 400_000
    /// Bytes of the texts of all cells; a shared text counts for every cell that shows it.
    public var maximumTextBytes = 64 << 20
    /// Sheets of a workbook.
    public var maximumSheets = 256
    /// Elements inside each other.
    public var maximumDepth = 256

    /// The limits that `oit` uses.
    public init() {}
}
