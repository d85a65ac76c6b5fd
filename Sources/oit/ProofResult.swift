import GradingCore
import WebEvidence

/// What the check of a sealed file says: `oit watch verify` and `oit dossier verify`, for people and as JSON.
struct ProofResult: Encodable {
    var intact: Bool
    var fingerprint: String?
    var findings: [String]
    var notProved: [String]

    private enum CodingKeys: String, CodingKey {
        case intact, fingerprint, findings
        case notProved = "not_proved"
    }

    /// Prints it and gives 0 for an intact file, 1 for a changed one.
    func told(_ arguments: Arguments, _ language: ReportLanguage) throws(CommandFailure) -> ExitCode {
        if arguments.has(.json) {
            Console.result(try JSONOutput.text(self))
        } else if !arguments.has(.quiet) || !intact {
            for finding in findings { Console.result(CleanText.line(finding) + "\n") }
            if !notProved.isEmpty { Console.result(DossierTexts.notProved.text(language) + "\n") }
            for line in notProved { Console.result("– \(CleanText.line(line))\n") }
        }
        return intact ? .finished : .gateNotMet
    }
}
