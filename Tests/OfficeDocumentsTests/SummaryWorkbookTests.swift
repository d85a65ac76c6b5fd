import Findings
import GradingCore
import OfficeDocuments
import OfficeFiles
import Reporting
import Testing

@Suite struct SummaryWorkbookTests {
    private func run(_ name: String, day: String = "2023-05-15", _ change: (inout Assessment) -> Void = { _ in })
        -> ReportedRun
    {
        Sample.report {
            $0.agency.name = name
            $0.agency.website = "https://\(name).example"
            $0.asOf = CivilDate(iso: day)!
            $0.run = RunID("2566-\(day)-\(name)")
            change(&$0)
        }.reported
    }

    private func sheets(_ runs: [ReportedRun]) throws -> [Sheet] {
        try OfficeFile.spreadsheet(try RunsSummary(runs).workbook(of: runs, language: .english)).sheets
    }

    @Test("agencies stand by name with both ends, what is to be won by points")
    func agencies() throws {
        let runs = [
            run("ข"), run("ก") { $0.items[1].verdict = .satisfied }, run("=ค") { $0.items[2].verdict = .satisfied },
        ]
        let sheets = try sheets(runs)
        #expect(
            sheets.map(\.name) == [
                "Agencies", "Points to win", "Failing items", "Causes", "Shared hosts", "Changes",
            ])
        #expect((2...4).map { sheets[0].texts($0)[0] } == ["=ค", "ก", "ข"])
        #expect(sheets[0].texts(3)[5...6] == ["50", "100"], "an undecided item widens the interval")
        #expect(sheets[1].texts(2).prefix(4) == ["50", "ก", "2566", "o12"])
        let gains = sheets[1].rows.dropFirst().compactMap { Double($0[column: 0]?.text ?? "") }
        #expect(gains == gains.sorted(by: >) && gains.count == 4)
    }

    @Test("what moved between two runs of one agency is told, and between agencies never")
    func changes() throws {
        let runs = [
            run("ก", day: "2023-06-15") { $0.items[1].verdict = .satisfied }, run("ก"),
            run("ข") { $0.items[0].verdict = .unsatisfied },
        ]
        let changes = try #require(try sheets(runs).last)
        #expect(changes.rows.count == 2)
        #expect(
            changes.texts(2) == [
                "ก", "2566", "o2", "title o2", "15 May 2023", "Not met", "15 June 2023", "Met", "25",
            ])
    }

    @Test("no run, and three hundred, are a workbook")
    func sizes() throws {
        #expect(try sheets([]).count == 6)
        let many = (0..<300).map { run("อบต-\($0)") }
        #expect(try sheets(many)[0].rows.count == 301)
    }
}
