import CXlsxWriter
import Findings
import Glibc
import OfficeFiles
import Programs

/// Writes tables as a workbook (`.xlsx`, ISO 29500) with libxlsxwriter, and reads it back before it is handed on: the
/// library does not notice a full disk.
enum WorkbookWriting {
    /// What the workbook says of itself.
    struct Properties: Sendable {
        var title: String
        var subject: String
        /// Seconds since 1970; equal inputs give equal bytes only with a fixed one. Never 0.
        var created: Int
        /// In the head of each printed page.
        var runningHead: String
    }

    private static let fileName = "workbook.xlsx"

    /// Equal tables and properties give equal bytes. Throws `temporaryFolder` and `workbook`.
    static func bytes(_ tables: [WorkbookTable], _ properties: Properties) throws(OfficeDocumentError) -> [UInt8] {
        let place = try folder()
        defer { place.remove() }
        try write(tables, properties, in: place)
        guard let read = place.read(fileName, upTo: .max) else { throw failure("was not written") }
        try check(read.bytes, against: tables)
        return read.bytes
    }

    /// Below `TMPDIR`, else `/tmp`.
    private static func folder() throws(OfficeDocumentError) -> PrivateFolder {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        do throws(ProgramError) { return try PrivateFolder(below: parent) } catch {
            throw OfficeDocumentError(
                .temporaryFolder, "No temporary folder can be made in \(parent) (\(error)). Set TMPDIR.")
        }
    }

    private static func write(
        _ tables: [WorkbookTable], _ properties: Properties, in place: PrivateFolder
    ) throws(OfficeDocumentError) {
        let opened = place.path.withCString { folder in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt("\(place.path)/\(fileName)", &options).map { book in
                fill(book, tables, properties)
                // Frees the book whatever comes of it; needs the folder's name until then.
                return workbook_close(book)
            }
        }
        guard let closed = opened else { throw failure("could not be begun: no memory") }
        guard closed == LXW_NO_ERROR else {
            let cause = lxw_strerror(closed).map { String(cString: $0) } ?? "error \(closed.rawValue)"
            throw failure("was not written in \(place.path): \(cause)")
        }
    }

    private static func fill(
        _ book: UnsafeMutablePointer<lxw_workbook>, _ tables: [WorkbookTable], _ properties: Properties
    ) {
        set(properties, of: book)
        let formats = WorkbookFormats(book)
        for table in tables {
            guard let sheet = workbook_add_worksheet(book, table.name) else { continue }
            SheetWriting(sheet: sheet, formats: formats).write(table, runningHead: properties.runningHead)
        }
    }

    private static func set(_ properties: Properties, of book: UnsafeMutablePointer<lxw_workbook>) {
        properties.title.withCString { title in
            properties.subject.withCString { subject in
                var told = lxw_doc_properties()
                told.title = UnsafeMutablePointer(mutating: title)
                told.subject = UnsafeMutablePointer(mutating: subject)
                told.created = properties.created
                _ = workbook_set_properties(book, &told)
            }
        }
    }

    /// Every sheet and row must be there, and a cell of each filled row.
    private static func check(_ bytes: [UInt8], against tables: [WorkbookTable]) throws(OfficeDocumentError) {
        let sheets: [Sheet]
        do throws(OfficeFileError) {
            sheets = try OfficeFile.spreadsheet(bytes, limits: WorkbookWriting.limits).sheets
        } catch {
            throw failure("is not whole; is the disk full? \(error)")
        }
        guard sheets.map(\.name) == tables.map(\.name),
            zip(sheets, tables).allSatisfy({ sheet, table in
                let last = sheet.rows.last { $0.cells.contains { !$0.text.isEmpty } }
                return last?.number == SheetWriting.lastRow(of: table)
            })
        else { throw failure("is not whole; is the disk full?") }
    }

    /// What we wrote ourselves may be larger than what strangers send.
    private static var limits: OfficeFileLimits {
        var limits = OfficeFileLimits()
        limits.maximumMemberBytes = 1 << 30
        limits.maximumTotalBytes = 2 << 30
        limits.maximumRatio = 100_000
        limits.maximumCells = 20_000_000
        limits.maximumTextBytes = 1 << 30
        return limits
    }

    private static func failure(_ what: String) -> OfficeDocumentError {
        OfficeDocumentError(.workbook, "The workbook \(what).")
    }
}
