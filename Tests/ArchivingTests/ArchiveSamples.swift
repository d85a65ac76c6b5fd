import Archiving
import Findings
import Foundation
import GradingCore
import Proofs
import TestSupport
import Testing
import WebEvidence

/// An address of the example website.
func address(_ path: String) throws -> PageAddress {
    try PageAddress("http://www.example.go.th\(path)")
}

/// An answer with a body.
func page(
    _ path: String, _ body: String, headers: [(String, String)] = [("Content-Type", "text/html; charset=utf-8")],
    status: Int? = 200, outcome: Outcome = .ok, redirects: [RedirectHop] = []
) throws -> FetchRecord {
    let address = try address(path)
    return FetchRecord(
        requested: address, final: address, redirects: redirects,
        attempts: [FetchAttempt(startedAt: "2023-05-15T01:00:00Z", outcome: outcome, status: status, milliseconds: 7)],
        status: status, headers: headers.map { HeaderField(name: $0.0, value: $0.1) }, body: Array(body.utf8),
        sha256: "", fetchedAt: "2023-05-15T01:00:00Z", milliseconds: 7, outcome: outcome, server: "192.0.2.7")
}

/// A run without items, which is all that an archive asks for.
func content(title: String = "แผน", run: String = "2566-2023-05-15-0000000000") throws -> DossierContent {
    let evidence = Evidence(
        id: EvidenceID(1), item: ItemID("o1"), submittedURL: "x", url: try address("/plan.html").text, via: .submitted,
        outcome: .ok, title: title)
    let assessment = Assessment(
        run: RunID(run), toolVersion: "test", checklistDigest: "",
        agency: AgencyProfile(name: "อบต.ตัวอย่าง", website: ""),
        fiscalYear: FiscalYear(2566), asOf: try #require(CivilDate(iso: "2023-05-15")),
        startedAt: "2023-05-15T00:59:00Z", finishedAt: "2023-05-15T01:02:00Z", isChecklistVerified: true,
        checklistNotes: [], items: [], evidence: [evidence], notChecked: [])
    return DossierContent(
        assessment: assessment, report: Array("{}\n".utf8), submission: Array("{}".utf8), software: "oit/test")
}

/// Writes a dossier of these pages and gives its bytes.
func written(_ pages: [FetchRecord], to url: URL, form: DossierWriting.Form = .wacz) throws -> [UInt8] {
    let writing = try DossierWriting(content(), to: url.path, form: form)
    for page in pages { try writing.add(page) }
    _ = try writing.finish()
    return [UInt8](try Data(contentsOf: url))
}

func operatorKey(_ folder: URL) throws -> OperatorKey {
    try OperatorKey(file: folder.appending(path: "operator-key.pem").path)
}
