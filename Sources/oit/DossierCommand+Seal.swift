import Archiving
import FoundationEssentials
import GradingCore
import Proofs
import WebEvidence

extension DossierCommand {
    /// Writes the archive of a run and seals it.
    func seal(_ word: String) async throws(CommandFailure) -> ExitCode {
        let path = try output()
        let (summary, sealed) = try await sealed(word, to: path)
        if arguments.has(.json) {
            Console.result(
                try JSONOutput.text(
                    SealedDossier(
                        file: path, pages: summary.pages, records: summary.records, fingerprint: sealed.fingerprint,
                        timeStamped: sealed.isTimeStamped)))
        } else if !arguments.has(.quiet) {
            Console.result(DossierTexts.sealed(path, summary, sealed).text(language) + "\n")
        }
        return .finished
    }

    /// Seals the archive of a run under its name; says so where there is no time-stamp though one was wished for.
    func sealed(
        _ word: String, to path: String
    ) async throws(CommandFailure) -> (DossierWriting.Summary, DossierSeal.Sealed) {
        let folder = StoreFolder(arguments).path
        // Written under another name: no reader takes it before it is sealed.
        let draft = "\(path).sealing-\(ProcessInfo.processInfo.processIdentifier)"
        let summary = try await written(word, to: draft, form: .wacz)
        defer { Files.removeDraft(draft) }
        try Files.makeFolder(folder)
        let sealed: DossierSeal.Sealed
        do {
            let key = try OperatorKey(file: "\(folder)/operator-key.pem")
            sealed = try await DossierSeal.put(on: draft, by: key, authority: DossierCommand.authority)
        } catch { throw CommandFailure(.outputFailure, "\(error)") }
        try Files.move(draft, to: path)
        if let fault = sealed.timeStampFault { Console.note("oit: \(DossierTexts.notStamped(fault).text(language))") }
        return (summary, sealed)
    }

    /// Checks a sealed file without network: 0 intact, 1 changed.
    func verify(_ path: String) throws(CommandFailure) -> ExitCode {
        let verification: DossierVerification
        do throws(ArchiveFault) {
            verification = try DossierVerification(
                of: path, expectedFingerprint: arguments.text(.fingerprint),
                caFile: DossierCommand.variable("OIT_TSA_CA"))
        } catch { throw CommandFailure(.missingInput, "\(error)") }
        let findings = verification.findings + (verification.provedTime.map { [$0] } ?? [])
        if arguments.has(.json) {
            Console.result(
                try JSONOutput.text(
                    VerifiedDossier(
                        intact: verification.isIntact, fingerprint: verification.fingerprint,
                        findings: findings.map { $0.text(language) },
                        notProved: verification.notProved.map { $0.text(language) })))
        } else if !arguments.has(.quiet) || !verification.isIntact {
            for finding in findings { Console.result(CleanText.line(finding.text(language)) + "\n") }
            let open = verification.notProved
            if !open.isEmpty { Console.result(DossierTexts.notProved.text(language) + "\n") }
            for line in open { Console.result("– \(CleanText.line(line.text(language)))\n") }
        }
        return verification.isIntact ? .finished : .gateNotMet
    }

    private static var authority: TimeStampAuthority? {
        variable("OIT_TSA_URL").map {
            TimeStampAuthority(url: $0, caFile: variable("OIT_TSA_CA"), version: OIT.version)
        }
    }

    /// A variable of the environment that is set and not empty.
    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// `oit dossier seal --json`.
private struct SealedDossier: Encodable {
    var file: String
    var pages: Int
    var records: Int
    var fingerprint: String
    var timeStamped: Bool

    private enum CodingKeys: String, CodingKey {
        case file, pages, records, fingerprint
        case timeStamped = "time_stamped"
    }
}

/// `oit dossier verify --json`.
private struct VerifiedDossier: Encodable {
    var intact: Bool
    var fingerprint: String?
    var findings: [String]
    var notProved: [String]

    private enum CodingKeys: String, CodingKey {
        case intact, fingerprint, findings
        case notProved = "not_proved"
    }
}
