import Fetching
import Findings
import GradingCore
import WebEvidence

/// What a check of links holds until its end: of each submitted address little more than what is told of it. Addresses
/// are read again when their site's turn comes, and only of failures a record is kept.
struct LinkLedger {
    /// A question and the row that asks it.
    struct Asked: Sendable {
        let row: Int32
        let question: LinkCheck.Question
    }

    /// A question that is asked once more, and how it failed.
    struct Retry: Sendable {
        let row: Int32
        let question: LinkCheck.Question
        let record: FetchRecord
    }

    /// One submitted address.
    private struct Row {
        let submitted: LinkCheckRequest.Submitted
        let request: Int32
        /// The row that asks for the same; itself where nobody did before.
        var asker: Int32
        var told: Told?
    }

    private let requests: [LinkCheckRequest]
    private var rows: [Row] = []
    /// The rows of each site, in the order of the requests.
    let sites: [[Int32]]
    /// Different addresses that can be asked, spelling by spelling.
    let questionCount: Int
    /// By row: what had no answer from its server, or is tried again.
    private var unsettled: [Int32: LinkCheck.Answer] = [:]
    private var tries = UplinkTries()
    /// Rows of addresses to be tried again in the second pass.
    private(set) var failed: [Int32] = []

    init(_ requests: [LinkCheckRequest]) {
        self.requests = requests
        rows.reserveCapacity(requests.reduce(0) { $0 + $1.addresses.count })
        var numbers: [HostKey: Int] = [:]
        var sites: [[Int32]] = []
        var count = 0
        for (number, request) in requests.enumerated() {
            count += Set(request.addresses.lazy.filter { $0.host >= 0 }.map(\.verbatim)).count
            let places = request.hosts.map { host in
                let place = numbers[host] ?? sites.count
                numbers[host] = place
                if place == sites.count { sites.append([]) }
                return place
            }
            for submitted in request.addresses {
                let row = Int32(rows.count)
                if submitted.host >= 0 { sites[places[Int(submitted.host)]].append(row) }
                rows.append(Row(submitted: submitted, request: Int32(number), asker: row))
            }
        }
        self.sites = sites
        questionCount = count
    }

    /// The different questions of a site.
    mutating func begin(_ site: [Int32]) -> [Asked] {
        var askers: [LinkCheck.Question: Int32] = [:]
        return site.compactMap { row in
            guard let question = question(row) else { return nil }
            if let asker = askers[question] {
                rows[Int(row)].asker = asker
                return nil
            }
            askers[question] = row
            return Asked(row: row, question: question)
        }
    }

    func retry(of row: Int32) -> Retry? {
        guard let question = question(row), let answer = unsettled[row] else { return nil }
        return Retry(row: row, question: question, record: answer.record)
    }

    private func question(_ row: Int32) -> LinkCheck.Question? {
        let row = rows[Int(row)]
        do {
            return LinkCheck.Question(
                address: try PageAddress(submitted: row.submitted.verbatim).withoutFragment,
                website: requests[Int(row.request)].website)
        } catch { return nil }
    }

    /// Takes the answer to a row's question; a later one replaces it.
    mutating func enter(_ answer: LinkCheck.Answer, at row: Int32) {
        let isFirst = rows[Int(row)].told == nil
        rows[Int(row)].told = Told(answer, verbatim: rows[Int(row)].submitted.verbatim)
        let isTriedAgain = isFirst && answer.outcome.rule.isTriedInSecondPass && !answer.wasStopped
        if isTriedAgain { failed.append(row) }
        if isTriedAgain || answer.record.status == nil {
            unsettled[row] = answer
        } else {
            unsettled[row] = nil
            tries.note(answer.record)
        }
    }

    /// One list for each request, in its order. What was lost while our own network was down is booked on us.
    mutating func finished() -> [[CheckedLink]] {
        for answer in unsettled.values { tries.note(answer.record) }
        let uplink = UplinkVerdict(of: tries, facts: .present())
        if !uplink.outages.isEmpty {
            for (row, answer) in unsettled where uplink.covers(answer.record) {
                var answer = answer
                answer.record = answer.record.cutOff
                answer.outcome = .internal
                rows[Int(row)].told = Told(answer, verbatim: rows[Int(row)].submitted.verbatim)
            }
        }
        var next = rows.startIndex
        return requests.map { request in
            defer { next += request.addresses.count }
            return rows[next..<next + request.addresses.count].map { row in
                let asker = rows[Int(row.asker)]
                return CheckedLink(row.submitted, asker.told, asked: asker.submitted.verbatim)
            }
        }
    }
}

/// What is told of an answer, without what the submitted address says already.
struct Told: Sendable {
    let outcome: Outcome
    let status: Int16?
    let redirects: UInt8
    let attempts: UInt8
    let isDead: Bool
    let wasStopped: Bool
    let wasCutOff: Bool
    let milliseconds: Int32
    let bytes: Int
    /// Nil where it is the address as it was written in the row that asked.
    let finalURL: String?
    let server: String

    init(_ answer: LinkCheck.Answer, verbatim: String) {
        let record = answer.record
        let rule = answer.outcome.rule
        // A certificate fault whose page was read all the same is told, not counted.
        let isReadDespiteTLS = answer.outcome.isTLS && record.relaxed?.content == .ok
        outcome = answer.outcome
        status = record.status.map { Int16(clamping: $0) }
        redirects = UInt8(clamping: record.redirects.count { $0.status > 0 })
        attempts = UInt8(clamping: record.attempts.count)
        isDead = !isReadDespiteTLS && (rule.isDead || (answer.isConfirmed && rule.isDeadAfterSecondPass))
        wasStopped = answer.wasStopped
        wasCutOff = record.wasCutOff
        milliseconds = Int32(clamping: record.milliseconds)
        bytes = answer.bytes
        finalURL = record.final.text == verbatim ? nil : record.final.text
        server = record.server
    }
}

extension CheckedLink {
    /// - Parameter asked: as the address was written in the row that asked for it.
    fileprivate init(_ submitted: LinkCheckRequest.Submitted, _ told: Told?, asked: String) {
        guard let told else {
            // Never asked: it cannot be, or the check was ended before.
            let outcome = submitted.fault ?? .internal
            self.init(
                item: submitted.item, url: submitted.verbatim,
                finalURL: submitted.host < 0 ? "" : CheckedLink.address(submitted.verbatim), outcome: outcome,
                isDead: outcome.rule.isDead)
            return
        }
        self.init(
            item: submitted.item, url: submitted.verbatim, finalURL: told.finalURL ?? asked,
            outcome: told.outcome, status: told.status.map { Int($0) }, redirects: Int(told.redirects),
            milliseconds: Int(told.milliseconds), bytes: told.bytes, attempts: Int(told.attempts),
            server: told.server, isDead: told.isDead, wasStopped: told.wasStopped, wasCutOff: told.wasCutOff)
    }

    private static func address(_ verbatim: String) -> String {
        do { return try PageAddress(submitted: verbatim).text } catch { return "" }
    }
}
