import Checklists
import FoundationEssentials
import GradingCore
import ThaiText

/// The language of messages: `--language`, else the locale.
enum Language {
    static func chosen(_ arguments: Arguments) throws(CommandFailure) -> ReportLanguage {
        if let word = arguments.text(.language) {
            guard let language = ReportLanguage(rawValue: word.lowercased()) else {
                throw CommandFailure(.wrongCommandLine, "--language is th or en, not \"\(word)\"")
            }
            return language
        }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().hasPrefix("th") ? .thai : .english
    }
}

/// Which list: `--checklist`, `--year`, or the year that the submission names.
enum YearChoice {
    static func list(
        _ arguments: Arguments, library: ChecklistLibrary, declared: Int?
    ) throws(CommandFailure) -> YearList {
        if let file = arguments.text(.checklist) { return try list(file: file, library: library) }
        if let year = arguments.text(.year) { return try list(named: year, library: library) }
        if let declared { return try list(named: String(declared), library: library) }
        throw CommandFailure(.wrongCommandLine, "no fiscal year is named; add --year, for example --year 2566")
    }

    static func list(named text: String, library: ChecklistLibrary) throws(CommandFailure) -> YearList {
        let known = library.years.map { String($0.year) }.joined(separator: ", ")
        guard let year = Int(ThaiDigits.arabic(text)) else {
            throw CommandFailure(.wrongCommandLine, "\"\(text)\" is not a year; known are \(known)")
        }
        if let list = library.year(year) { return list }
        let shifted = year + FiscalYear.buddhistShift
        let hint = library.year(shifted) == nil ? "" : " Did you mean \(shifted) (Buddhist era)?"
        throw CommandFailure(
            .invalidContent,
            "there is no checklist for \(year); known are \(known).\(hint) A list of your own: --checklist FILE")
    }

    static func list(file: String, library: ChecklistLibrary) throws(CommandFailure) -> YearList {
        let bytes = try Files.bytes(file)
        do throws(ChecklistProblems) {
            return try library.reading(list: bytes, file: file)
        } catch {
            throw CommandFailure(.invalidContent, error.problems.map(\.description).joined(separator: "\n"))
        }
    }
}

/// The assessment date: `--as-of`, else today in Bangkok.
enum AssessmentDate {
    static func chosen(_ arguments: Arguments) throws(CommandFailure) -> CivilDate {
        guard let text = arguments.text(.asOf) else { return try today() }
        guard let date = CivilDate(iso: text) else {
            throw CommandFailure(
                .wrongCommandLine, "--as-of is a day such as 2023-05-15 or 2566-05-15, not \"\(text)\"")
        }
        return date
    }

    /// Bangkok has had UTC+7 without summer time since 1920: applied here, once.
    private static func today() throws(CommandFailure) -> CivilDate {
        let seconds = Int(Date().timeIntervalSince1970) + 7 * 3600
        let daysFromYearOneTo1970 = 719_162
        guard let today = CivilDate(dayNumber: seconds / 86_400 + daysFromYearOneTo1970) else {
            throw CommandFailure(.internalDefect, "the clock of this machine shows no date; name one with --as-of")
        }
        return today
    }
}
