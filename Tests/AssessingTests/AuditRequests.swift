import Assessing
import Checklists
import Documents
import Extraction
import Fetching
import Foundation
import GradingCore
import Submissions
import TestSupport
import Testing
import ThaiText
import WebEvidence

/// An audit of a made-up municipality by the list of 2566, without a second pass unless one is asked for.
func auditRequest(
    _ answers: [(item: String, url: String)], secondPass: Duration = .zero, documents: DocumentReading? = nil
) throws -> AuditRequest {
    let library = try Repository.checklists()
    let list = try #require(library.year(2566))
    let rows = answers.map { #"{"item": "\#($0.item)", "answer": true, "urls": ["\#($0.url)"]}"# }
        .joined(separator: ",")
    let text = #"{"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "fiscal_year": 2566, "answers": [\#(rows)]}"#
    let declared = try submission(reading: Array(text.utf8), fileName: "s.json", itemIDs: list.items.map(\.id))
    return AuditRequest(
        submission: declared, list: list, library: library, checklistDigest: "test",
        signatures: try PageSignatures(json: try Repository.bytes("rules/page-signatures.json")),
        personalDataRules: try PersonalDataRules(json: try Repository.bytes("rules/personal-data.json")),
        asOf: try #require(CivilDate(iso: "2023-05-15")), secondPass: secondPass, documents: documents,
        toolVersion: "test")
}

/// Settings that may reach this computer.
var loopbackSettings: FetchSettings {
    var settings = FetchSettings(version: "test")
    settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
    return settings
}
