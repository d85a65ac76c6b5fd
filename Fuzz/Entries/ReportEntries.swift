#if DEBUG || FUZZING
    import Checklists
    import Extraction
    import GradingCore
    import ScoreReports
    import WebEvidence

    extension FuzzTarget {
        /// An agency's own report, as a text or as a page.
        static let scoreReports = FuzzTarget("score-report") { bytes in
            guard let address = FuzzData.reportAddress else { return }
            let document = extractedDocument(
                body: bytes, contentType: bytes.first == 60 ? "text/html" : "text/plain", lastModified: nil,
                address: address)
            let lists = FuzzData.library.years
            let read: ScoreReport
            do throws(ScoreReportRefusal) {
                read = try scoreReport(in: document, vocabulary: FuzzData.reportVocabulary, lists: lists)
            } catch {
                try law("a refusal has a word", !error.code.isEmpty)
                return
            }
            try law("every figure is a score", read.figures.allSatisfy { 0 <= $0.value && $0.value <= 100 })
            try law("the year has a list", lists.contains { $0.year == read.year.year })
            try law("a report has figures", !read.figures.isEmpty)
            let quotes = read.figures.map(\.place.quote) + read.unread.map(\.place.quote)
            try law("quotes are short", quotes.allSatisfy { $0.count <= 160 })
            try law(
                "quotes are safe to show", quotes.allSatisfy { !$0.unicodeScalars.contains(where: CleanText.isHidden) })
            let checked = CheckedReport(read, frames: lists.map(\.framework))
            try law("what is compared was stated", checked.checks.allSatisfy { !$0.stated.isEmpty })
            try law("the same again", CheckedReport(read, frames: lists.map(\.framework)).checks == checked.checks)
        }
    }
#endif
