#if DEBUG || FUZZING
    import GradingCore
    import OfficeFiles
    @testable import Submissions
    import ThaiText

    extension FuzzTarget {
        private static let ids = (1...35).map { ItemID("o\($0)") }

        static let itemIDs = FuzzTarget("item-ids") { bytes in
            let written = text(bytes)
            if let label = ItemLabel(parsing: written) {
                try law("a number of an item", (1...199).contains(label.number))
                try law("a label lies in its text", (1...written.utf8.count).contains(label.length))
            }
            try law("numbers of items", ItemLabel.itemNumbers(in: written).allSatisfy { (1...199).contains($0) })
            if let id = WrittenItemID(written) { try law("a number from one", id.number > 0) }
            _ = (CellAddresses(written), Label.folded(written), Label.spaced(written))
        }

        private static func check(_ bytes: [UInt8], _ fileName: String) throws {
            let read: Submission
            do throws(SubmissionProblems) {
                read = try submission(reading: bytes, fileName: fileName, itemIDs: ids)
            } catch {
                try law("a refusal has a reason", !error.problems.isEmpty)
                return
            }
            for form in SubmissionForm.allCases {
                let file = written(read, as: form)
                let name = form == .json ? "again.json" : "again.csv"
                let again: Submission
                do throws(SubmissionProblems) {
                    again = try submission(reading: file, fileName: name, itemIDs: ids)
                } catch {
                    throw BrokenLaw(description: "what we write can be read: \(error)")
                }
                try law("items and answers come back as \(form)", facts(again) == facts(read))
            }
        }

        private static func facts(_ submission: Submission) -> [String] {
            submission.answers.map { answer in
                "\(answer.item.text) \(String(describing: answer.answer)) \(answer.urls.map(\.verbatim)) \(answer.explanation)"
            }
        }

        static let submissionTable = FuzzTarget("submission-table") { try check($0, "submission.csv") }
        static let submissionJSON = FuzzTarget("submission-json") { try check($0, "submission.json") }

        static let scores = FuzzTarget("scores") { bytes in
            for name in ["scores.csv", "scores.json"] {
                do throws(ScoreFileProblems) {
                    _ = try scoreFile(reading: bytes, fileName: name) { _ in ids }
                } catch {
                    try law("a refusal has a reason", !error.problems.isEmpty)
                }
            }
        }

        private static var limits: OfficeFileLimits {
            var limits = OfficeFileLimits()
            limits.maximumTotalBytes = 8 << 20
            limits.maximumMemberBytes = 4 << 20
            return limits
        }

        private static func check(workbook bytes: [UInt8]) throws {
            let book: Spreadsheet
            do throws(OfficeFileError) {
                book = try OfficeFile.spreadsheet(bytes, limits: limits)
            } catch {
                return
            }
            for sheet in book.sheets {
                let rows = sheet.rows.map(\.number)
                try law("rows go down, each once", zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
                for row in sheet.rows {
                    let columns = row.cells.map(\.column)
                    try law("cells go right, each once", zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 })
                    try law("no column before A", columns.allSatisfy { $0 >= 0 })
                }
            }
            try check(bytes, "submission.xlsx")
        }

        private static let madeWorkbooks: @Sendable () -> [[UInt8]] = {
            let sheet = """
                <worksheet xmlns="m"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>ข้อ</t></is></c>
                <c r="B1" t="inlineStr"><is><t>url</t></is></c></row><row r="2"><c r="A2"><v>1</v></c>
                <c r="B2" t="inlineStr"><is><t>http://a.example/</t></is></c></row></sheetData></worksheet>
                """
            return [StoredWorkbook([Array(sheet.utf8)]).bytes]
        }

        static let workbook = FuzzTarget("workbook", madeSeeds: madeWorkbooks) { try check(workbook: $0) }

        /// Parts of a workbook, separated by zero bytes, in a whole archive: sheet, texts, styles, links, list of sheets.
        static let workbookParts = FuzzTarget("workbook-parts") { bytes in
            let parts = bytes.split(separator: 0, omittingEmptySubsequences: false).prefix(5).map { Array($0) }
            try check(workbook: StoredWorkbook(parts).bytes)
        }
    }
#endif
