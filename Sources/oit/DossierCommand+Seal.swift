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
        let key = try OperatorSettings.key(in: folder)
        let authority = try OperatorSettings(arguments).authority
        let sealed: DossierSeal.Sealed
        do {
            sealed = try await DossierSeal.put(on: draft, by: key, authority: authority)
        } catch { throw CommandFailure(.outputFailure, "\(error)") }
        try Files.move(draft, to: path)
        if let fault = sealed.timeStampFault { Console.note("oit: \(DossierTexts.notStamped(fault).text(language))") }
        return (summary, sealed)
    }

    /// Checks a sealed file without network: 0 intact, 1 changed.
    func verify(_ path: String) throws(CommandFailure) -> ExitCode {
        let settings = try OperatorSettings(arguments)
        let verification: DossierVerification
        do throws(ArchiveFault) {
            verification = try DossierVerification(
                of: path, expectedFingerprint: arguments.text(.fingerprint),
                caFile: settings.authorityTrust)
        } catch { throw CommandFailure(.missingInput, "\(error)") }
        let findings = verification.findings + (verification.provedTime.map { [$0] } ?? [])
        return try ProofResult(
            intact: verification.isIntact, fingerprint: verification.fingerprint,
            findings: findings.map { $0.text(language) }, notProved: verification.notProved.map { $0.text(language) }
        ).told(arguments, language)
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
