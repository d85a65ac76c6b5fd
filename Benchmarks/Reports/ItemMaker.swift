import Checklists
import Findings
import GradingCore
import WebEvidence

/// Pages and finding of one item, in the lengths of real ones.
struct ItemMaker {
    let item: ChecklistItem
    let number: Int
    let list: YearList
    let topic: Topic?

    private static let prose =
        "องค์การบริหารส่วนตำบลทุ่งตัวอย่างได้จัดทำข้อมูลนี้ขึ้นเพื่อให้ประชาชนรับทราบการดำเนินงานอย่างโปร่งใส โดยมีรายละเอียดโครงการ "
        + "งบประมาณ ระยะเวลา และผู้รับผิดชอบครบถ้วนตามแบบที่กำหนด ทั้งนี้สามารถสอบถามเพิ่มเติมได้ในวันและเวลาราชการ "

    private static let failures: [(ReasonCode, Outcome, Int?)] = [
        (.unreachable, .http404, 404), (.outdated, .ok, 200), (.missingElement, .ok, 200),
        (.wrongPage, .redirectedHome, 200),
        (.notSubmitted, .ok, 200), (.emptyShell, .empty, 200), (.outdated, .ok, 200),
    ]
    private static let doubts: [(ReasonCode, Outcome, Int?)] = [
        (.blocked, .blocked, 403), (.unreachable, .connectTimeout, nil), (.unreadable, .scannedWithoutText, 200),
        (.unreachable, .tlsIncompleteChain, nil), (.lowConfidence, .ok, 200),
    ]

    private func cause(_ verdict: Verdict) -> (ReasonCode, Outcome, Int?) {
        switch verdict {
        case .unsatisfied: Self.failures[number % Self.failures.count]
        case .undecided: Self.doubts[number % Self.doubts.count]
        case .satisfied, .notApplicable: (.satisfied, .ok, 200)
        }
    }

    func pages(_ count: Int, from first: Int, _ verdict: Verdict) -> [Evidence] {
        let (code, outcome, status) = cause(verdict)
        guard code != .notSubmitted else { return [] }
        let host = outcome == .connectTimeout ? "old.thungtuayang.example" : "www.thungtuayang.example"
        let submitted = "https://\(host)/ita2566/\(item.topic.text)/ข้อมูล-\(number + 1)?page=\(number)"
        let failures = outcome == .ok ? 1 : 2
        return (0..<count).map { place in
            let isRoot = place == 0
            let address =
                isRoot ? submitted : "https://\(host)/files/com_networknews/2023-03_\(first + place)_เอกสารแนบ.pdf"
            let shown = (try? PageAddress(address))?.text ?? address
            return Evidence(
                id: EvidenceID(first + place), item: item.id, submittedURL: submitted, url: shown,
                via: isRoot ? .submitted : .link, from: isRoot ? nil : EvidenceID(first),
                linkText: isRoot ? "" : "ดาวน์โหลดเอกสาร \(item.title.th) ฉบับที่ \(place)", status: isRoot ? status : 200,
                outcome: isRoot ? outcome : .ok, contentType: isRoot ? "text/html; charset=UTF-8" : "application/pdf",
                bytes: 12_000 + 977 * (first + place), sha256: Self.digest(first + place),
                fetchedAt: "2023-05-15T01:00:01Z",
                redirects: outcome == .redirectedHome
                    ? [RedirectHop(address: shown, status: 302, location: "https://\(host)/")] : [],
                attempts: (0..<(isRoot ? failures : 1)).map {
                    FetchAttempt(
                        startedAt: "2023-05-15T01:0\($0):01Z", outcome: isRoot ? outcome : .ok,
                        status: isRoot ? status : 200, milliseconds: 120 + place)
                }, title: "\(item.title.th) – องค์การบริหารส่วนตำบลทุ่งตัวอย่าง",
                quotes: outcome == .ok ? quotes(place) : [], detail: outcome == .ok ? "" : "seen in both passes")
        }
    }

    private static func digest(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0123456789abcdef", count: 4).dropLast(digits.utf8.count) + digits
    }

    private func quotes(_ place: Int) -> [Evidence.Quote] {
        var quotes = elements(place).filter { !$0.quote.isEmpty }.map {
            Evidence.Quote(text: $0.quote, place: $0.place, surroundings: $0.surroundings)
        }
        quotes.append(Evidence.Quote(text: item.title.th, place: "title"))
        quotes += ["ประจำปีงบประมาณ พ.ศ. 2566", "ต.ค. 65 – มี.ค. 66", "๓๑ มีนาคม ๒๕๖๖"].map {
            Evidence.Quote(text: $0, place: "date")
        }
        return quotes
    }

    /// The elements that were found on one page: they are spread over the first two.
    private func elements(_ place: Int) -> [ElementMatch] {
        let owed = topic.map { topic in item.elements.compactMap { topic.element($0) } } ?? []
        return owed.enumerated().filter { place < 2 && $0.offset % 2 == place }.map { offset, element in
            let words = "\(element.title.th) \(offset + 1)"
            return ElementMatch(
                id: element.id, title: element.title, verdict: .satisfied, confidence: .high,
                quote: "ที่ | โครงการ/กิจกรรม | \(words) | งบประมาณที่ตั้งไว้ (บาท) | เบิกจ่ายแล้ว → 1 | ก่อสร้างถนน คสล. | 498,000",
                place: "table",
                surroundings: QuoteSurroundings(
                    words: words, before: String(Self.prose.prefix(160)), after: String(Self.prose.suffix(160))))
        }
    }

    func finding(_ verdict: Verdict, _ pages: [Evidence]) -> ItemFinding {
        let (code, outcome, _) = cause(verdict)
        var matches: [ElementMatch] = []
        if outcome == .ok {
            for (place, page) in pages.prefix(2).enumerated() {
                matches += elements(place).map { element in
                    var match = element
                    match.evidence = page.id
                    return match
                }
            }
        }
        if verdict == .unsatisfied, code == .missingElement, !matches.isEmpty {
            matches[0].verdict = .unsatisfied
            (matches[0].quote, matches[0].place, matches[0].evidence) = ("", "", nil)
            matches[0].surroundings = QuoteSurroundings()
        }
        let fix = outcome == .ok ? topic?.advice : outcome.advice.fix
        let message =
            outcome == .ok
            ? BilingualText(th: "ข้อมูลของ \(item.title.th)", en: "The information of \(item.title.en)")
            : outcome.advice.message
        return ItemFinding(
            item: item.id, topic: item.topic, title: item.title, subIndicator: list.subIndicator(of: item.id) ?? "",
            verdict: verdict,
            reasons: [
                Reason(
                    code: code, message: message, fix: verdict == .satisfied ? nil : fix, evidence: pages.first?.id)
            ], elements: matches, hints: number % 9 == 0 ? [hint] : [], currency: currency(verdict, code, pages),
            evidence: pages.map(\.id), confidence: code == .lowConfidence ? .low : .high)
    }

    private var hint: Hint {
        Hint(
            code: "tls",
            message: BilingualText(
                th: "ใบรับรองความปลอดภัย (TLS) ของเว็บไซต์มีปัญหา", en: "The website's certificate has a problem."))
    }

    private func currency(_ verdict: Verdict, _ code: ReasonCode, _ pages: [Evidence]) -> CurrencyVerdict {
        guard let page = pages.first, page.outcome == .ok else {
            return CurrencyVerdict(verdict: nil, required: "current-fy")
        }
        let year = FiscalYear(code == .outdated ? 2565 : 2566)
        let found = pages.flatMap { page in
            [
                ("ประจำปีงบประมาณ พ.ศ. \(year.year)", true), ("ต.ค. 65 – มี.ค. 66", true), ("๓๑ มีนาคม ๒๕๖๖", false),
                ("17 มี.ค. 66", false),
            ]
            .map { text, decides in
                CurrencyVerdict.FoundDate(
                    text: text, role: decides ? .covers : .published, fiscalYears: [year], period: year.period,
                    decides: decides, evidence: page.id)
            }
        }
        return CurrencyVerdict(
            verdict: code == .outdated ? .outdated : .current, required: "current-fy+signed-by-current-head",
            found: found,
            missing: code == .outdated ? ["2566"] : [])
    }
}
