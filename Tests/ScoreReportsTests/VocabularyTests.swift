import Foundation
import TestSupport
import Testing

@testable import ScoreReports

@Suite("words of reports are data")
struct VocabularyTests {
    private func problems(_ change: (inout [String: Any]) -> Void) throws -> [String] {
        let bytes = try Repository.bytes("rules/score-reports.json")
        var file = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        change(&file)
        let json = [UInt8](try JSONSerialization.data(withJSONObject: file))
        do throws(ReportVocabularyError) {
            _ = try ReportVocabulary(json: json, lists: Reports.lists)
            return []
        } catch {
            return error.problems
        }
    }

    @Test("the file holds") func holds() throws { #expect(try problems { _ in }.isEmpty) }

    @Test("every problem is named with its place, all at once")
    func named() throws {
        let found = try problems { file in
            file["schema"] = "other"
            file["levels"] = ["AAA": ["AAA"]]
            file["total"] = [String]()
            file["instruments"] = ["IIT": ["การใช้อำนาจ"], "XIT": ["x"]]
        }
        for part in ["$.schema", "$.levels.AAA", "$.total", "$.instruments.XIT", "also names"] {
            #expect(found.contains { $0.contains(part) }, "\(part): \(found)")
        }
    }

    @Test("a missing list is named") func missing() throws {
        #expect(try problems { $0["overall"] = nil }.contains { $0.contains("overall") })
    }

    @Test(
        "misspelt and damaged names are known, others are not",
        arguments: [
            ("กำรปฏบิตัหินำ้ท ่ี", "1"), ("การใช้ทรัพสินของราชการ", "4"), ("การป้องกนั การทจุ ริต", "10"),
            ("การแกไ้ ขปญั หาการทจุ รติ", "5"),
            ("ก❑ร❑❑ง❑❑", nil), ("การประชุมสภาท้องถิ่น", nil), ("การทุจริต", nil),
        ] as [(String, String?)])
    func names(written: String, id: String?) {
        #expect(Reports.vocabulary.names.indicator(in: written) == id)
    }
}
