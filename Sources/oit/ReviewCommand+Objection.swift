import Archiving
import Assessing
import Fetching
import Findings
import FoundationEssentials
import GradingCore
import Planning
import Proofs
import Reporting
import Reviewing
import Storage
import Submissions
import ThaiText
import WebEvidence

extension ReviewCommand {
    /// Collects what an objection is judged on: the sealed evidence, what was said, today's state, proof of the time between.
    func objection(_ word: String) async throws -> ExitCode {
        guard let folder = arguments.text(.outputReview), !folder.isEmpty else {
            throw CommandFailure(.wrongCommandLine, "name the folder for the objection: --output DIR")
        }
        let run = try await read(word)
        let outcome = try outcome(run, try log(at: logPath(word, run), of: run))
        let disputed = try disputed(outcome)
        let certificates = try certificates()
        try Files.makeFolder(folder)
        let archive = "evidence.wacz"
        let (_, sealed) = try await DossierCommand(arguments).sealed(word, to: "\(folder)/\(archive)")
        let (links, askedAt) = try await linksToday(word, run, disputed)
        // Addresses of each item as they were submitted: an item of the same number is another one elsewhere.
        var submitted = run.located.assessment.evidence.reduce(into: [ItemID: Set<String>]()) {
            if $1.via == .submitted { $0[$1.item, default: []].formUnion([$1.submittedURL, $1.url]) }
        }
        for link in links { submitted[link.item, default: []].insert(link.url) }
        // A certificate names addresses as they are asked.
        submitted = submitted.mapValues { $0.union($0.compactMap { Addresses.address($0)?.text }) }
        let items = run.located.assessment.items.compactMap { finding -> ObjectionCase.Item? in
            guard let review = outcome.items.first(where: { $0.item == finding.item }), disputed.contains(finding.item)
            else { return nil }
            return ObjectionCase.Item(
                finding: finding, review: review,
                evidence: run.located.assessment.evidence.filter { finding.evidence.contains($0.id) },
                today: links.filter { $0.item == finding.item }.map {
                    ObjectionCase.Today(
                        url: $0.url, outcome: $0.outcome.rawValue, status: $0.status, isDead: $0.isDead)
                },
                uptimes: certificates.flatMap { $0.uptimes(of: finding.item, submitted: submitted[finding.item] ?? []) }
            )
        }
        let used = Set(items.flatMap(\.uptimes).filter(\.isIntact).map(\.file))
        let file = ObjectionCase(
            assessment: run.located.assessment, items: items,
            certificates: certificates.map { given in
                ObjectionCase.Certificate(
                    file: given.name,
                    standing: !given.verification.isIntact
                        ? .worthless : used.contains(given.name) ? .counts : .elsewhere)
            }, archive: archive, fingerprint: sealed.fingerprint,
            askedAt: askedAt)
        try write(file, certificates, to: folder)
        return .finished
    }

    private func write(
        _ file: ObjectionCase, _ certificates: [GivenCertificate], to folder: String
    ) throws(CommandFailure) {
        let json = try JSONOutput.text(ObjectionDocument(file))
        try Files.write(
            [
                ("\(folder)/objection.html", file.page(arguments.has(.language) ? language : .thai)),
                ("\(folder)/objection.json", Array(json.utf8)),
            ] + certificates.map { ("\(folder)/\($0.name)", $0.bytes) })
        if arguments.has(.json) {
            Console.result(json)
        } else if !arguments.has(.quiet) {
            Console.result(
                ReviewCommandTexts.collected(folder, file.items.map(\.finding.item.text)).text(language) + "\n")
        }
    }

    /// `--items`, else every item that is not met after reading.
    private func disputed(_ outcome: ReviewOutcome) throws(CommandFailure) -> Set<ItemID> {
        guard let list = arguments.text(.items) else {
            return Set(outcome.items.filter { $0.final == .unsatisfied || $0.final == .undecided }.map(\.item))
        }
        let known = Dictionary(outcome.items.map { ($0.item.number ?? -1, $0.item) }) { first, _ in first }
        var items: Set<ItemID> = []
        for word in ThaiDigits.arabic(list).split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let number = Int(word.drop { !$0.isNumber }), let item = known[number] else {
                throw CommandFailure(.wrongCommandLine, "--items: the run has no item \(CleanText.line(String(word)))")
            }
            items.insert(item)
        }
        return items
    }

    /// The submitted addresses of the disputed items, asked now; nothing with `--offline`.
    private func linksToday(
        _ word: String, _ run: ReadRun, _ disputed: Set<ItemID>
    ) async throws -> ([CheckedLink], Moment?) {
        guard !arguments.has(.offline) else { return ([], nil) }
        let (store, kept) = try run.located.evidence(word)
        let request = try await RunJudging(arguments, language: language).request(for: kept, in: store)
        let plan = CrawlPlan(submission: request.submission, list: request.list)
        let website = request.submission.agency.website
        let check = LinkCheckRequest(
            agency: request.submission.agency.name, website: Addresses.address(website),
            addresses: (plan.addresses + plan.unasked).filter { disputed.contains($0.item) })
        let secondPass = try arguments.number(.secondPass, in: 0...86_400) ?? 60
        let settings = try NetworkOptions.settings(arguments)
        let links = try await withFetcher(settings) { fetcher in
            await checkedLinks(
                [check], fetcher: fetcher, signatures: request.signatures, wrappers: request.wrappers,
                secondPass: .seconds(secondPass))
        }
        return (links.flatMap { $0 }, Moment(iso: AuditClock.now()))
    }

    // MARK: Certificates

    /// A certificate of checks that was handed in.
    struct GivenCertificate {
        /// Safe as the name of a file in our folder.
        var name: String
        var bytes: [UInt8]
        var verification: CertificateVerification

        /// Only of the item's own addresses: a certificate of another agency has items of the same numbers.
        func uptimes(of item: ItemID, submitted: Set<String>) -> [ObjectionCase.Uptime] {
            (verification.certificate?.uptimes ?? []).filter { $0.item == item && submitted.contains($0.url) }.map {
                uptime in
                ObjectionCase.Uptime(
                    url: uptime.url, checks: uptime.open + uptime.closed + uptime.unclear, open: uptime.open,
                    file: name,
                    isIntact: verification.isIntact)
            }
        }
    }

    private func certificates() throws(CommandFailure) -> [GivenCertificate] {
        var given: [GivenCertificate] = []
        for (number, path) in arguments.texts(.certificate).enumerated() {
            let bytes = try Files.bytes(path)
            given.append(
                GivenCertificate(
                    name: "certificate-\(number + 1).html", bytes: bytes,
                    verification: CertificateVerification(of: bytes)))
        }
        return given
    }
}

/// `objection.json`.
private struct ObjectionDocument: Encodable {
    struct Today: Encodable {
        var url: String
        var outcome: String
        var status: Int?
        var dead: Bool
    }
    struct Uptime: Encodable {
        var url: String
        var checks: Int
        var open: Int
        var file: String
        var intact: Bool
    }
    struct Page: Encodable {
        var id: String
        var url: String
        var outcome: String
        var sha256: String
        var fetchedAt: String

        private enum CodingKeys: String, CodingKey {
            case id, url, outcome, sha256
            case fetchedAt = "fetched_at"
        }
    }
    struct Item: Encodable {
        var id: String
        var machine: String
        var preliminary: String
        var final: String
        var readings: [ReviewResult.Reading]
        var evidence: [Page]
        var today: [Today]
        var uptimes: [Uptime]
    }

    struct Certificate: Encodable {
        var file: String
        var standing: String
    }

    var schema = "oit-objection/1"
    var run: String
    var archive: String
    var fingerprint: String
    var askedAt: String?
    var certificates: [Certificate]
    var items: [Item]

    private enum CodingKeys: String, CodingKey {
        case schema, run, archive, fingerprint, certificates, items
        case askedAt = "asked_at"
    }

    init(_ file: ObjectionCase) {
        run = file.assessment.run.text
        archive = file.archive
        fingerprint = file.fingerprint
        askedAt = file.askedAt?.utc
        certificates = file.certificates.map { Certificate(file: $0.file, standing: $0.standing.rawValue) }
        items = file.items.map { item in
            Item(
                id: item.finding.item.text, machine: item.finding.verdict.rawValue,
                preliminary: item.review.preliminary.rawValue, final: item.review.final.rawValue,
                readings: item.review.readings.map(ReviewResult.Reading.init),
                evidence: item.evidence.map {
                    Page(
                        id: $0.id.text, url: $0.url, outcome: $0.outcome.rawValue, sha256: $0.sha256,
                        fetchedAt: $0.fetchedAt)
                },
                today: item.today.map {
                    Today(url: $0.url, outcome: $0.outcome, status: $0.status, dead: $0.isDead)
                },
                uptimes: item.uptimes.map {
                    Uptime(url: $0.url, checks: $0.checks, open: $0.open, file: $0.file, intact: $0.isIntact)
                })
        }
    }
}

extension OptionSpec {
    static let items = OptionSpec(
        name: "--items", value: "LIST", help: "objection: the disputed items, o1,o12; default all that are not met")
    static let certificate = OptionSpec(
        name: "--certificate", value: "FILE", isRepeatable: true,
        help: "objection: a certificate of oit watch to lay beside; repeatable")
    static let offline = OptionSpec(name: "--offline", value: nil, help: "objection: do not ask the addresses today")
}
