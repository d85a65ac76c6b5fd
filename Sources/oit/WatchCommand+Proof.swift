import Assessing
import Findings
import FoundationEssentials
import GradingCore
import Notifying
import Proofs
import Reporting
import Storage
import WatchPages
import Watching
import WebEvidence

extension WatchCommand {
    /// Writes what can be proved of an agency's addresses over a period.
    func certificate(_ key: String) async throws -> ExitCode {
        let (store, _) = try await reading()
        let now = clock.now
        let from = try day(.from).map { Moment(day: $0) }
        let to = try day(.to).map { Moment(day: $0, minuteOfDay: 24 * 60).adding(seconds: -1) }
        if let from, let to, from > to {
            throw CommandFailure(.wrongCommandLine, "--from lies after --to")
        }
        let calendars = try calendars()
        let sealing = try operatorKey(in: store.folder)
        let authority = try authority()
        let making = ProofMaking(store: store, key: sealing, authority: authority)
        let made: CertificateFile.Sealed
        let certificate: UptimeCertificate
        do {
            guard
                let found = try await kept({
                    try await making.certificate(key, from: from, to: to, madeAt: now, calendars: calendars)
                })
            else { throw unknown(key) }
            certificate = found
            made = try await CertificateFile.sealed(
                certificate,
                page: CertificatePage.bytes(
                    certificate, fingerprint: sealing.publicKey.fingerprint, language: pageLanguage), by: sealing,
                authority: authority)
        } catch let fault as ProofFault {
            throw CommandFailure(fault.kind == .content ? .missingInput : .outputFailure, "\(key): \(fault)")
        } catch let fault as WatchFault { throw CommandFailure(.outputFailure, "\(fault)") }
        if let fault = made.timeStampFault { Console.note("oit: \(WatchTexts.notStamped(fault).text(language))") }
        let path = arguments.text(.output) ?? "certificate-\(key).html"
        try Files.write(made.bytes, to: path)
        if arguments.has(.json) {
            Console.result(
                try JSONOutput.text(
                    CertificateDocument(
                        file: path, key: key, records: certificate.records.count, fingerprint: made.fingerprint,
                        timeStamped: authority != nil && made.timeStampFault == nil)))
        } else if !arguments.has(.quiet) {
            Console.result(WatchTexts.certified(path, certificate, made.fingerprint).text(language) + "\n")
        }
        return .finished
    }

    private struct CertificateDocument: Encodable {
        var file: String
        var key: String
        var records: Int
        var fingerprint: String
        var timeStamped: Bool

        private enum CodingKeys: String, CodingKey {
            case file, key, records, fingerprint
            case timeStamped = "time_stamped"
        }
    }

    /// Checks a certificate file without network: 0 intact, 1 changed.
    func verify(_ path: String) throws(CommandFailure) -> ExitCode {
        let variables = try channels().variables
        let verification = CertificateVerification(
            of: try Files.bytes(path), caFile: variables["OIT_TSA_CA"].flatMap { $0.isEmpty ? nil : $0 })
        if arguments.has(.json) {
            Console.result(
                try JSONOutput.text(
                    VerificationDocument(
                        intact: verification.isIntact, fingerprint: verification.fingerprint,
                        findings: verification.findings.map { $0.text(language) },
                        notProved: verification.notProved.map { $0.text(language) })))
        } else if !arguments.has(.quiet) || !verification.isIntact {
            let open = verification.notProved.map { "– \($0.text(language))" }
            for line in verification.findings.map({ $0.text(language) }) + open {
                Console.result(CleanText.line(line) + "\n")
            }
        }
        return verification.isIntact ? .finished : .gateNotMet
    }

    private struct VerificationDocument: Encodable {
        var intact: Bool
        var fingerprint: String?
        var findings: [String]
        var notProved: [String]

        private enum CodingKeys: String, CodingKey {
            case intact, fingerprint, findings
            case notProved = "not_proved"
        }
    }

    // MARK: Parts

    func day(_ option: OptionSpec) throws(CommandFailure) -> CivilDate? {
        guard let text = arguments.text(option) else { return nil }
        guard let day = CivilDate(iso: text) else {
            throw CommandFailure(.wrongCommandLine, "\(option.name) is a day such as 2023-05-01, not \"\(text)\"")
        }
        return day
    }

    func calendars() throws(CommandFailure) -> AssessmentCalendars {
        let files = try DataFolder(option: arguments.text(.data)).calendarFiles()
        do { return try AssessmentCalendars(files: files) } catch {
            throw CommandFailure(.invalidContent, "\(error)")
        }
    }

    /// The key of whoever runs the program, beside the store; made at first use.
    func operatorKey(in folder: String) throws(CommandFailure) -> OperatorKey {
        do { return try OperatorKey(file: "\(folder)/operator-key.pem") } catch {
            throw CommandFailure(.outputFailure, "\(error)")
        }
    }

    func authority() throws(CommandFailure) -> TimeStampAuthority? {
        let variables = try channels().variables
        guard let url = variables["OIT_TSA_URL"], !url.isEmpty else { return nil }
        return TimeStampAuthority(
            url: url, caFile: variables["OIT_TSA_CA"].flatMap { $0.isEmpty ? nil : $0 }, version: OIT.version)
    }
}
