import Assessing
import Checklists
import Fetching
import Findings
import FoundationEssentials
import GradingCore
import Notifying
import Reporting
import Storage
import Submissions
import Watching
import WebEvidence

extension WatchCommand {
    /// Begins to watch the agencies of submissions.
    func add(_ paths: [String]) async throws -> ExitCode {
        let library = try DataFolder(option: arguments.text(.data)).library()
        let files = try SubmissionFiles.found(paths)
        if files.count > 1, arguments.has(.id) {
            throw CommandFailure(.wrongCommandLine, "--id names one agency; add several submissions one by one")
        }
        // Everything is read before anything is entered.
        var ready: [(key: String, settings: WatchSettings, list: WatchList)] = []
        for file in files {
            let (submission, list) = try SubmissionFiles.read(file, arguments: arguments, library: library)
            if !arguments.has(.quiet) {
                for warning in submission.warnings { Console.note("oit: \(warning)") }
            }
            ready.append(try prepared(submission, list))
        }
        let (_, book) = try await writing()
        for entry in ready {
            let now = clock.now
            if arguments.has(.update) { _ = try await kept { try await book.remove(entry.key, at: now) } }
            guard try await kept({ try await book.add(entry.key, settings: entry.settings, list: entry.list) })
            else { throw CommandFailure(.wrongCommandLine, WatchTexts.taken(entry.key).text(language)) }
            if arguments.has(.json) {
                Console.result(
                    try JSONOutput.text(
                        AddedDocument(
                            key: entry.key, agency: entry.settings.agency, links: entry.list.links.count,
                            year: entry.settings.fiscalYear)))
            } else if !arguments.has(.quiet) {
                Console.result(WatchTexts.added(entry.key, links: entry.list.links.count).text(language) + "\n")
            }
        }
        return .finished
    }

    private struct AddedDocument: Encodable {
        var key: String
        var agency: String
        var links: Int
        var year: Int
    }

    private func prepared(
        _ declared: Submission, _ list: YearList
    ) throws(CommandFailure) -> (key: String, settings: WatchSettings, list: WatchList) {
        var submission = declared
        if let name = arguments.text(.agency) { submission.agency.name = name }
        if let website = arguments.text(.website) {
            guard Addresses.isAddress(website) else {
                throw CommandFailure(
                    .wrongCommandLine, "--website is an address such as http://www.name.go.th/, not \"\(website)\"")
            }
            submission.agency.website = website
        }
        submission.fiscalYear = FiscalYear(list.year)
        let links = WatchBook.list(of: submission, list)
        guard !links.links.isEmpty else {
            throw CommandFailure(.invalidContent, "the submission names no address, so there is nothing to watch")
        }
        var settings = WatchSettings(
            agency: submission.agency.name, website: submission.agency.website, fiscalYear: list.year,
            submission: String(decoding: written(submission, as: .json), as: UTF8.self))
        try apply(to: &settings, list)
        return (try key(submission, links), settings, links)
    }

    private func apply(to settings: inout WatchSettings, _ list: YearList) throws(CommandFailure) {
        if let file = arguments.text(.checklist) { settings.checklist = Files.absolute(file) }
        settings.linkInterval = try interval(.interval)
        settings.contentInterval = try interval(.contentInterval)
        settings.auditInterval = try interval(.auditInterval)
        for text in arguments.texts(.itemInterval) {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let seconds = WatchTimes.seconds(parts[1]),
                list.items.contains(where: { $0.id.text == parts[0].lowercased() })
            else {
                throw CommandFailure(
                    .wrongCommandLine, "--item-interval is an item of the list and a time, o12=15m, not \"\(text)\"")
            }
            settings.itemIntervals[parts[0].lowercased()] = seconds
        }
        settings.confirm = try arguments.number(.confirm, in: 1...100) ?? 3
        settings.contacts = try contacts()
        if let text = arguments.text(.quietHours) {
            let ends = text.split(separator: "-").compactMap { WatchTimes.minute($0) }
            guard ends.count == 2, ends[0] != ends[1] else {
                throw CommandFailure(.wrongCommandLine, "--quiet-hours is a span such as 22:00-06:00, not \"\(text)\"")
            }
            settings.quietHours = WatchSettings.QuietHours(from: ends[0], to: ends[1])
        }
        if let text = arguments.text(.digestAt) {
            guard let minute = WatchTimes.minute(text) else {
                throw CommandFailure(.wrongCommandLine, "--digest-at is a time of day such as 08:00, not \"\(text)\"")
            }
            settings.digestMinute = minute
        }
        // Checked here, kept as they are written: `run` adds those of its own command line.
        _ = try NetworkOptions.settings(arguments)
        settings.resolutions = arguments.texts(.resolve)
        settings.allowedNetworks = arguments.texts(.allowNetwork)
    }

    private func interval(_ option: OptionSpec) throws(CommandFailure) -> Int? {
        guard let text = arguments.text(option) else { return nil }
        guard let seconds = WatchTimes.seconds(text), seconds >= 60 else {
            throw CommandFailure(
                .wrongCommandLine, "\(option.name) is a time of at least one minute: 30m, 1h, 1d; not \"\(text)\"")
        }
        return seconds
    }

    private func contacts() throws(CommandFailure) -> [WatchSettings.Contact] {
        let channels =
            arguments.texts(.webhook).map { Channel.webhook($0) } + arguments.texts(.email).map { Channel.email($0) }
            + arguments.texts(.line).map { Channel.line($0) }
        for case .webhook(let url) in channels where !Addresses.isAddress(url) {
            throw CommandFailure(.wrongCommandLine, "--webhook is an http or https address")
        }
        for case .email(let address) in channels where !MailAddress.isUsable(address) {
            throw CommandFailure(.wrongCommandLine, "--email is a mail address, not \"\(address)\"")
        }
        return channels.map { WatchSettings.Contact(kind: $0.kind, target: $0.target) }
    }

    /// `--id`, else the host of the website, else of the first link.
    private func key(_ submission: Submission, _ list: WatchList) throws(CommandFailure) -> String {
        if let text = arguments.text(.id) {
            let isUsable =
                !text.isEmpty && text.utf8.count <= 100 && !text.hasPrefix("-")
                && text.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                        || "-._".unicodeScalars.contains($0) || $0.properties.isDiacritic
                        || (0xE00...0xE7F).contains($0.value)
                }
            guard isUsable else {
                throw CommandFailure(
                    .wrongCommandLine, "--id is a name of letters, digits, dots and dashes, not \"\(text)\"")
            }
            return text
        }
        let candidates = [submission.agency.website] + list.links.map(\.url)
        guard let host = candidates.lazy.compactMap({ Addresses.address($0)?.host }).first(where: { !$0.isEmpty })
        else {
            throw CommandFailure(.wrongCommandLine, "no address names a host; say what to call the agency with --id")
        }
        return OutputFolder.slug(AgencyProfile(name: host, website: ""))
    }
}
