import Assessing
import Checklists
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
        let sealing = try OperatorSettings.key(in: store.folder)
        let authority = try OperatorSettings(arguments).authority
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
        let verification = CertificateVerification(
            of: try Files.bytes(path), caFile: try OperatorSettings(arguments).authorityTrust)
        return try ProofResult(
            intact: verification.isIntact, fingerprint: verification.fingerprint,
            findings: verification.findings.map { $0.text(language) },
            notProved: verification.notProved.map { $0.text(language) }
        ).told(arguments, language)
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
        try DataFolder(option: arguments.text(.data)).library().calendars
    }
}
