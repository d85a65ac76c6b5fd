import Testing
import ThaiText

@Suite struct FileNameDateTests {
    @Test(arguments: [
        ("ita-2566", ["BE 2566"]),
        ("ita2566.php", ["BE 2566"]),
        ("oit_2565_o12", ["BE 2565"]),
        ("plan66.pdf", ["BE 2566"]),
        ("แผน66.pdf", ["BE 2566"]),
        ("itafile67", ["BE 2567"]),
        ("ita-66.html", ["BE 2566"]),
        ("20230331", ["day 2023-03-31 other"]),
        ("25660331_report.pdf", ["day 2023-03-31 other"]),
        ("25630227-7", ["day 2020-02-27 other"]),
        ("Scan2023-10-16_105945.pdf", ["day 2023-10-16 other"]),
        ("20231016105945.pdf", ["day 2023-10-16 other"]),
        ("256604.pdf", ["month 2023-04"]),
        ("2023/05/wp-content", ["month 2023-05 published"]),
        ("/wp-content/uploads/2023/05/แผน-2566.pdf", ["month 2023-05 published", "BE 2566"]),
        ("รายงาน ต.ค.65-มี.ค.66.pdf", ["months 2022-10..2023-03"]),
        ("รายงานผล-มีนาคม-2566.pdf", ["month 2023-03"]),
        ("แผนพัฒนา-2566-2570", ["BE 2566..2570"]),
        ("ประจำปีงบประมาณ-พ-ศ-2567", ["BE 2567"]),
        ("รายงาน รอบ 6 เดือน ปีงบประมาณ 2566.docx", ["H1 2566"]),
        ("ปีงบ66.xlsx", ["FY 2566"]),
        ("report-2023.pdf", ["BE 2566 other"]),
        ("oit-2566-2", ["BE 2566"]),
        ("data_3976", []),
        ("slug-16", []),
        ("page-66", []),
        ("IMG_1234", []),
        ("book/66", []),
        ("99999999.pdf", []),
        ("", []),
    ])
    func readsAName(_ name: String, _ expected: [String]) {
        #expect(datesInFileName(name).map(notation) == expected)
    }
}
