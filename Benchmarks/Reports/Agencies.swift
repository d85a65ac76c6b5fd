import Checklists
import Findings
import Foundation
import GradingCore
import Reporting
import Reviewing
import WebEvidence

/// Invented agencies over the bundled list of 2566: the shapes that a report must carry.
struct Agencies {
    enum Kind: String, CaseIterable {
        /// 43 items with every verdict, and 300 pages that were opened.
        case large
        /// The same with 90 pages, as most agencies have.
        case usual
        /// Two items of each sub-indicator: everything that a page can hold, quickly looked through.
        case brief
        /// Everything met, nothing met, and what can hardly be shown.
        case green, red, undecided, none, one, hostile, long

        static let measured: [Kind] = [.large, .usual, .green, .red]
    }

    private let whole: YearList
    private let short: YearList
    private let topics: [TopicID: Topic]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "checklists")
        var files: [String: [UInt8]] = [:]
        for folder in ["years", "topics"] {
            guard let walker = FileManager.default.enumerator(atPath: root.appending(path: folder).path) else {
                continue
            }
            for case let path as String in walker where path.hasSuffix(".json") {
                files["\(folder)/\(path)"] = [UInt8](try Data(contentsOf: root.appending(path: "\(folder)/\(path)")))
            }
        }
        files["synonyms.json"] = [UInt8](try Data(contentsOf: root.appending(path: "synonyms.json")))
        let library = try ChecklistLibrary(files: files)
        guard let list = library.year(2566) else { throw CocoaError(.fileNoSuchFile) }
        whole = list
        short = Agencies.shortened(list)
        topics = library.topics.reduce(into: [:]) { $0[$1.id] = $1 }
    }

    func frame(_ kind: Kind) -> ReportFrame { ReportFrame(list(kind)) }

    private func list(_ kind: Kind) -> YearList {
        switch kind {
        case .brief, .hostile, .long: short
        default: whole
        }
    }

    func assessment(_ kind: Kind) -> Assessment {
        let list = list(kind)
        var assessment =
            switch kind {
            case .large: assessment(of: list, pagesPerItem: 7, first: 13) { Self.mixed[$0 % Self.mixed.count] }
            case .green: assessment(of: list, pagesPerItem: 2) { _ in .satisfied }
            case .red: assessment(of: list, pagesPerItem: 2) { _ in .unsatisfied }
            case .undecided: assessment(of: list, pagesPerItem: 1) { _ in .undecided }
            case .none, .one: assessment(of: list, pagesPerItem: 2) { Self.mixed[($0 + 2) % Self.mixed.count] }
            case .brief: assessment(of: list, pagesPerItem: 2) { Self.troubled[$0 % Self.troubled.count] }
            case .usual, .hostile, .long:
                assessment(of: list, pagesPerItem: 2) { Self.mixed[$0 % Self.mixed.count] }
            }
        switch kind {
        case .none: (assessment.items, assessment.evidence, assessment.personalData) = ([], [], [])
        case .one:
            assessment.items = Array(assessment.items.prefix(1))
            assessment.evidence = assessment.evidence.filter { $0.item == assessment.items[0].item }
            assessment.personalData = []
            assessment.isPartial = true
        case .hostile: assessment = HostileTexts.put(into: assessment)
        case .long: assessment = LongTexts.put(into: assessment)
        case .large, .usual, .brief: assessment.isChecklistVerified = false
        case .green, .red, .undecided: break
        }
        return assessment
    }

    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for kind in Kind.allCases {
            guard let report = Report(assessment(kind), frame: frame(kind)) else { continue }
            for language in ReportLanguage.allCases {
                let file = folder.appending(path: "\(kind.rawValue).\(language.rawValue).html")
                try Data(report.html(language: language)).write(to: file)
            }
            try writeReview(of: kind, to: folder)
        }
    }

    /// One folder with a `report.json` for each of many agencies, every tenth with an earlier run. No two are alike.
    func writeRuns(_ count: Int, to folder: URL) throws {
        for number in 0..<count {
            var assessment = assessment(.usual)
            let name = "องค์การบริหารส่วนตำบลสมมติ \(number + 1)"
            assessment.agency = AgencyProfile(name: name, website: "https://www.a\(number).example", type: "sao")
            for (place, item) in assessment.items.enumerated() where (place * 7 + number * 13) % 11 > number % 9 {
                assessment.items[place].verdict = .satisfied
                assessment.items[place].reasons = [
                    Reason(code: .satisfied, message: item.title, fix: nil, evidence: item.evidence.first)
                ]
            }
            try writeRun(assessment, to: folder.appending(path: "a\(number)"))
            guard number.isMultiple(of: 10) else { continue }
            assessment.run = RunID("2566-2023-04-15-0123456789")
            assessment.asOf = CivilDate(year: 2023, month: 4, day: 15) ?? assessment.asOf
            assessment.items[number % 43].verdict = .undecided
            try writeRun(assessment, to: folder.appending(path: "a\(number)-before"))
        }
    }

    private func writeRun(_ assessment: Assessment, to folder: URL) throws {
        guard let report = Report(assessment, frame: frame(.usual)) else { return }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(report.json()).write(to: folder.appending(path: "report.json"))
    }

    /// The pages on which people read a run: open in Thai, blind in English.
    private func writeReview(of kind: Kind, to folder: URL) throws {
        guard let instrument = frame(kind).framework.inspected else { return }
        for (language, isBlind) in [(ReportLanguage.thai, false), (.english, true)] {
            let assessment = assessment(kind)
            let page = ReviewPage(
                assessment, report: [], instrument: instrument, isBlind: isBlind, language: language,
                pictures: SamplePictures.of(assessment), history: SamplePictures.history(of: assessment))
            let file = folder.appending(path: "review-\(kind.rawValue).\(language.rawValue).html")
            try Data(page.bytes).write(to: file)
        }
    }

    /// Two thirds in trouble, so that causes are shared.
    private static let troubled: [Verdict] = [
        .satisfied, .undecided, .unsatisfied, .unsatisfied, .undecided, .unsatisfied, .undecided, .unsatisfied,
        .unsatisfied, .satisfied, .unsatisfied, .undecided, .notApplicable, .unsatisfied,
    ]
    private static let mixed: [Verdict] = [
        .satisfied, .satisfied, .unsatisfied, .satisfied, .undecided, .satisfied, .unsatisfied, .satisfied,
    ]

    /// The first two items of each sub-indicator.
    private static func shortened(_ list: YearList) -> YearList {
        var list = list
        for indicator in list.indicators.indices {
            for part in list.indicators[indicator].subIndicators.indices {
                let items = list.indicators[indicator].subIndicators[part].items.prefix(2)
                list.indicators[indicator].subIndicators[part].items = Array(items)
            }
        }
        for instrument in list.framework.instruments.indices {
            for indicator in list.framework.instruments[instrument].indicators.indices {
                let parts = list.framework.instruments[instrument].indicators[indicator].subIndicators
                list.framework.instruments[instrument].indicators[indicator].subIndicators = parts.map {
                    SubIndicatorFrame(id: $0.id, items: Array($0.items.prefix(2)))
                }
            }
        }
        return list
    }

    private func assessment(
        of list: YearList, pagesPerItem: Int, first: Int? = nil, verdict: (Int) -> Verdict
    ) -> Assessment {
        var evidence: [Evidence] = []
        var items: [ItemFinding] = []
        for (number, item) in list.items.enumerated() {
            let maker = ItemMaker(item: item, number: number, list: list, topic: topics[item.topic])
            let count = number == 0 ? first ?? pagesPerItem : pagesPerItem
            let pages = maker.pages(count, from: evidence.count + 1, verdict(number))
            evidence += pages
            items.append(maker.finding(verdict(number), pages))
        }
        let personal = PersonalDataFinding(
            kind: .citizenID, evidence: evidence[min(3, evidence.count - 1)].id, item: items[1].item, count: 12,
            masked: "1-2345-xxxxx-xx-x", place: "table")
        return Assessment(
            run: RunID("2566-2023-05-15-0123456789"), toolVersion: "0.1.0",
            checklistDigest: String(repeating: "0123456789abcdef", count: 4),
            agency: AgencyProfile(
                name: "องค์การบริหารส่วนตำบลทุ่งตัวอย่าง", website: "https://www.thungtuayang.example", type: "sao",
                province: "สมมติบุรี"), fiscalYear: FiscalYear(2566),
            asOf: CivilDate(year: 2023, month: 5, day: 15) ?? list.framework.fiscalYear.period!.to,
            startedAt: "2023-05-15T01:00:00Z", finishedAt: "2023-05-15T01:12:03Z", isChecklistVerified: true,
            checklistNotes: [], items: items, evidence: evidence,
            notChecked: items.prefix(3).map {
                NotChecked(
                    item: $0.item, url: "https://drive.example/folders/1AbC",
                    why: BilingualText(th: "โฟลเดอร์มีไฟล์เกินจำนวนที่กำหนด", en: "The folder holds more files than the limit.")
                )
            }, warnings: [BilingualText(th: "คอลัมน์ “ผู้รับผิดชอบ” ไม่ได้ใช้", en: "Column “ผู้รับผิดชอบ” was not used.")],
            personalData: verdict(0) == .undecided ? [] : [personal])
    }
}
