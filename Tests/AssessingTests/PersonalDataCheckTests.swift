import Extraction
import Findings
import Foundation
import GradingCore
import Judging
import Testing
import ThaiText
import WebEvidence

@testable import Assessing

@Suite("the check for personal data") struct PersonalDataCheckTests {
    private static let roster = """
        <title>ใบสมัคร 1-2345-67890-12-1</title><h1>รายชื่อผู้มีสิทธิรับเงินเบี้ยยังชีพ</h1><table>
        <tr><th>ชื่อ-สกุล</th><th>เลขประจำตัวประชาชน</th><th>โทรศัพท์</th></tr>
        <tr><td>นายสมหมาย สมมุติ</td><td>1234567890121</td><td>080-000-1234</td></tr>
        <tr><td>นางสมศรี สมมุติ</td><td>3456789012347</td><td>080-000-1235</td></tr></table>
        """
    private static let contact = "<h1>ติดต่อเรา</h1><p>โทร. 035-000-100 ปลัด 080-000-9999</p>"

    private static func rules() throws -> PersonalDataRules {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try PersonalDataRules(
            json: [UInt8](try Data(contentsOf: root.appending(path: "rules/personal-data.json"))))
    }

    private static func evidence(
        _ number: Int, _ item: String, url: String = "https://www.example.go.th/a.html", sha256: String
    ) -> Evidence {
        Evidence(
            id: EvidenceID(number), item: ItemID(item), submittedURL: url, url: url, via: .submitted, outcome: .ok,
            sha256: sha256)
    }

    /// Checks pages, given by the markup of their evidence; nil for evidence that was not read.
    private static func checked(
        _ pages: [(evidence: Evidence, markup: String?)], warnings: [String] = []
    ) throws -> Assessment {
        let assessment = Assessment(
            run: RunID("r"), toolVersion: "test", checklistDigest: "d",
            agency: AgencyProfile(name: "อบต.สมมุติ", website: "https://www.example.go.th"),
            fiscalYear: FiscalYear(2566), asOf: try #require(CivilDate(iso: "2023-05-15")), startedAt: "",
            finishedAt: "", isChecklistVerified: true, checklistNotes: [], items: [],
            evidence: pages.map(\.evidence), notChecked: [],
            warnings: warnings.map { BilingualText(th: $0, en: $0) })
        var documents: [(evidence: EvidenceID, item: ItemID, page: ReadPage)] = []
        for (evidence, markup) in pages {
            guard let markup else { continue }
            let address = try PageAddress(evidence.url)
            let document = extractedDocument(
                body: Array("<!DOCTYPE html><meta charset=utf-8>\(markup)".utf8), contentType: "text/html",
                lastModified: nil, address: address)
            documents.append(
                (evidence.id, evidence.item, ReadPage(address: address, document: document, furniture: nil)))
        }
        return personalDataChecked(assessment, documents: documents, rules: try rules())
    }

    private static func told(_ assessment: Assessment) -> [String] {
        assessment.personalData.map {
            "\($0.evidence.text) \($0.item.text) \($0.kind.rawValue) \($0.count) \($0.masked) \($0.place)"
        }
    }

    @Test("one finding for each page and kind, different numbers counted once, in the order of the evidence")
    func findings() throws {
        let checked = try Self.checked([
            (Self.evidence(1, "o1", sha256: "a"), Self.contact), (Self.evidence(2, "o2", sha256: "b"), Self.roster),
        ])
        #expect(
            Self.told(checked) == [
                "e2 o2 citizen_id 2 1-2345-xxxxx-xx-x title", "e2 o2 telephone 2 080-xxx-xxxx table",
            ])
    }

    @Test("a page that is evidence of several items counts for the first")
    func samePage() throws {
        let checked = try Self.checked([
            (Self.evidence(1, "o3", sha256: "b"), Self.roster), (Self.evidence(2, "o4", sha256: "b"), Self.roster),
        ])
        #expect(checked.personalData.map(\.evidence) == [EvidenceID(1), EvidenceID(1)])
    }

    @Test("what one page shows is hidden in every text of the run, what is official is not")
    func hidden() throws {
        let checked = try Self.checked(
            [(Self.evidence(1, "o1", sha256: "b"), Self.roster), (Self.evidence(2, "o2", sha256: "a"), Self.contact)],
            warnings: ["แถว 3: ๐๘๐-๐๐๐-๑๒๓๕ และ 3 4567 89012 34 7", "ปลัด 080-000-9999 โทร. 035-000-100"])
        #expect(
            checked.warnings.map(\.th) == [
                "แถว 3: ๐๘๐-xxx-xxxx และ 3 4567 xxxxx xx x", "ปลัด 080-000-9999 โทร. 035-000-100",
            ])
    }

    @Test("a citizen's number in the address of a file is told even when the file was not read, and the address stays")
    func address() throws {
        let url = "https://www.example.go.th/files/1-2345-67890-12-1.pdf"
        let checked = try Self.checked([(Self.evidence(1, "o1", url: url, sha256: "a"), nil)])
        #expect(Self.told(checked) == ["e1 o1 citizen_id 1 1-2345-xxxxx-xx-x address"])
        #expect(checked.evidence.map(\.url) == [url] && checked.evidence.map(\.submittedURL) == [url])
    }

    @Test("a run without personal data stays as it is")
    func nothing() throws {
        let checked = try Self.checked([(Self.evidence(1, "o1", sha256: "a"), Self.contact)], warnings: ["ปี 2566"])
        #expect(checked.personalData.isEmpty && checked.warnings.map(\.th) == ["ปี 2566"])
    }
}
