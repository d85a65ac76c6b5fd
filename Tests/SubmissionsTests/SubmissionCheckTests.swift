import GradingCore
import Testing
import WebEvidence

@testable import Submissions

@Suite struct SubmissionCheckTests {
    private func warnings(_ rows: String, website: String = "https://www.a.go.th/", items: Int = 3) throws
        -> [InputProblem]
    {
        var submission = try read("ข้อ,คำตอบ,ลิงก์\n" + rows)
        submission.agency.website = website
        return SubmissionCheck(
            file: "in.csv", items: Array(Fixture.list.prefix(items)), socialHosts: ["facebook.com", "line.me"]
        ).warnings(submission)
    }

    @Test(arguments: [
        ("o1,มี,https://a.go.th/1\no2,มี,https://a.go.th/1#x\no3,มี,https://WWW.a.go.th/2\n", [] as [InputProblem.Code]),
        ("o1,มี,https://a.go.th/1\no2,มี,https://A.go.th:443/%31\no3,มี,https://a.go.th/3\n", [.sharedURL]),
        ("o1,มี,https://a.go.th/1 https://a.go.th/2\no2,มี,https://a.go.th/3\no3,มี,http://a.go.th/4\n", [.plainHTTP]),
        (
            "o1,มี,https://a.go.th/index.php\no2,มี,https://sub.a.go.th/2\no3,มี,https://ba.go.th/3\n",
            [.frontPage, .otherHost]
        ),
        (
            "o1,มี,https://m.facebook.com/a\no2,มี,https://facebook.com/b https://a.go.th/2\no3,ไม่มี,\n",
            [.onlySocial, .answeredNo]
        ),
        ("o1,มี,\no2,,\no3,มี,https://192.168.1.5/x\n", [.privateAddress, .noURL, .noURL]),
        ("o1,มี,C:\\งาน\\แผน.pdf\no2,มี,javascript:alert(1)\no3,มี,https://a.go.th/3\n", [.malformedURL, .malformedURL]),
        ("o1,มี,https://a.go.th/1\n", [.itemWithoutRow, .itemWithoutRow]),
    ])
    func `what may cost points is told once, with its place`(rows: String, codes: [InputProblem.Code]) throws {
        let found = try warnings(rows)
        #expect(found.map(\.code) == codes)
        for warning in found where warning.code != .itemWithoutRow {
            #expect(warning.place.file == "in.csv" && (warning.place.row ?? 0) >= 2)
            #expect(!warning.fix.th.isEmpty && !warning.fix.en.isEmpty)
        }
    }

    @Test(arguments: ["", "ไม่ทราบ"])
    func `without a website no host is another one, and that is said`(website: String) throws {
        let found = try warnings(
            "o1,มี,https://b.go.th/1\no2,มี,https://c.go.th/1\no3,มี,https://d.go.th/1\n", website: website)
        #expect(found.map(\.code) == [.noWebsite])
    }

    @Test func `the place names the cell of the second address`() throws {
        let found = try warnings(
            "o1,มี,https://a.go.th/1\no2,มี,\"https://a.go.th/2\nhttps://a.go.th/1\"\no3,มี,https://a.go.th/3\n")
        #expect(found.map(\.place) == [InputPlace(file: "in.csv", row: 3, column: "C")])
        #expect(found[0].message.en.contains("o2") && found[0].message.en.contains("o1"))
    }
}

@Suite struct SubmissionDifferenceTests {
    @Test func `additions, removals, changes and order are told apart`() throws {
        let old = try read(
            "ข้อ,คำตอบ,ลิงก์,หมายเหตุ\no1,มี,https://a/1 https://a/2,ก\no2,มี,https://a/3,\no3,มี,https://a/4,\no4,มี,https://a/5,\n"
        )
        let new = try read(
            "ข้อ,คำตอบ,ลิงก์,หมายเหตุ\no1,มี,https://a/2 https://a/1,ก\no2,ไม่มี,,ข\no4,มี,https://a/5,\no5,มี,https://a/6,\n")
        let difference = SubmissionDifference(from: old, to: new) { $0 }
        #expect(difference.unchanged == 1)
        #expect(difference.entries.map(\.change) == [.changed, .changed, .added, .removed])
        #expect(difference.entries[0].isReordered && !difference.entries[0].changesExplanation)
        #expect(difference.entries[1].removedURLs == ["https://a/3"] && difference.entries[1].changesAnswer)
        #expect(difference.entries[1].changesExplanation)
        #expect(difference.entries[2].after?.item.text == "o5" && difference.entries[3].before?.item.text == "o3")
    }

    @Test func `an answer that only moved to another number is renumbered`() throws {
        let old = try read("ข้อ,ลิงก์\no1,https://a/1\no2,https://a/2\n")
        let new = try read("ข้อ,ลิงก์\no5,https://a/1\no2,https://a/2\n")
        let difference = SubmissionDifference(from: old, to: new) { $0 == ItemID("o1") ? ItemID("o5") : nil }
        #expect(difference.entries.map(\.change) == [.renumbered, .added, .removed])
    }
}
