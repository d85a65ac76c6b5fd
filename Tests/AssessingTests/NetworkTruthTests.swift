import Assessing
import Checklists
import Extraction
import Findings
import GradingCore
import Planning
import Submissions
import TestSupport
import Testing
import ThaiText
import WebEvidence

@testable import Fetching

/// What an audit makes of the network's troubles: told, and booked on whom they belong to.
@Suite struct NetworkTruthTests {
    private static let contact = """
        <title>ข้อมูลการติดต่อ</title><h1>ข้อมูลการติดต่อ</h1><p>ที่อยู่ 1 หมู่ 1 ตำบลตัวอย่าง อำเภอตัวอย่าง 10000</p>
        <p>โทรศัพท์ 0 2000 0000 โทรสาร 0 2000 0001 อีเมล saraban@sample.example</p>
        <p>แผนที่ตั้งหน่วยงาน <iframe src="https://maps.example/embed"></iframe></p>
        """

    @Test("a page behind an expired certificate is judged, and the certificate told as a hint")
    func unverified() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            var leaf = CertificateWorkshop.Leaf(names: ["x.example.th"])
            leaf.to = "20260101"
            let identity = try workshop.identity("expired", leaf)
            try await withLoopbackServer(tls: identity, script: { _ in .page(NetworkTruthTests.contact) }) { server in
                var settings = loopbackSettings
                settings.resolutions = ["x.example.th:\(server.port):127.0.0.1"].compactMap {
                    FetchSettings.Resolution($0)
                }
                settings.caBundle = workshop.rootFile
                let request = try auditRequest([("o5", "https://x.example.th:\(server.port)/contact")])
                let assessment = try await withFetcher(settings) { await audited(request, fetcher: $0) }
                let row = try #require(assessment.evidence.first)
                #expect(row.outcome == .tlsExpired && row.isUnverified && row.title == "ข้อมูลการติดต่อ")
                let finding = try #require(assessment.items.first { $0.item == ItemID("o5") })
                #expect(finding.hints.map(\.code).contains("tls_expired"))
                #expect(!finding.reasons.contains { $0.code == .unreachable }, "\(finding.reasons)")
            }
        }
    }

    @Test("while our own network is down nothing is judged, and the run says so")
    func cutOff() async throws {
        let hosts = ["one.go.th", "two.ac.th", "three.or.th", "four.example"]
        let items = ["o1", "o2", "o3", "o4"]
        let request = try auditRequest(zip(items, hosts).map { ($0, "http://\($1)/page.php?id=1") })
        let lookup = NameLookup { _ in .unanswered("Temporary failure") }
        let fetcher = try Fetcher(settings: loopbackSettings, lookup: lookup)
        let assessment = await audited(request, fetcher: fetcher)
        let links = await checkedLinks(
            [
                LinkCheckRequest(
                    agency: "", website: nil,
                    addresses: CrawlPlan(submission: request.submission, list: request.list).addresses)
            ], fetcher: fetcher, signatures: request.signatures, secondPass: .milliseconds(1))
        await fetcher.shutDown()
        #expect(assessment.evidence.map(\.outcome) == [.internal, .internal, .internal, .internal])
        #expect(assessment.evidence.allSatisfy { $0.attempts.last?.outcome == .dnsTimeout })
        let asked = assessment.items.filter { items.contains($0.item.text) }
        #expect(asked.allSatisfy { $0.verdict == .undecided })
        #expect(assessment.warnings.first?.en.contains("network of this computer was down") == true)
        #expect(assessment.notChecked.count == 4)
        #expect(links[0].map(\.outcome) == [.internal, .internal, .internal, .internal])
        #expect(links[0].allSatisfy { !$0.isDead && $0.wasCutOff })
    }

    @Test("a server that is only slow is read in the second pass, and both tries stay in evidence")
    func patience() async throws {
        let server = try LoopbackServer { _ in
            var reply = ServedReply.page(NetworkTruthTests.contact)
            reply.steps.insert(.wait(milliseconds: 1_600), at: 0)
            return reply
        }
        defer { server.stop() }
        var settings = loopbackSettings
        settings.limits.timeout = .seconds(1)
        settings.limits.documentTimeout = .seconds(1)
        settings.limits.retries = 0
        let address = "http://127.0.0.1:\(server.port)/contact"
        let request = try auditRequest([("o5", address)], secondPass: .milliseconds(1))
        let assessment = try await withFetcher(settings) { await audited(request, fetcher: $0) }
        let row = try #require(assessment.evidence.first)
        #expect(row.outcome == .ok)
        #expect(row.attempts.map(\.outcome) == [.readTimeout, .ok])
    }

    @Test("a link that leads into what robots.txt closes ends there")
    func redirectedIntoTheClosed() async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt":
                .page(Array("User-agent: *\nDisallow: /closed/\n".utf8), type: "text/plain; charset=utf-8")
            case "/contact": .page("<h1>ข้อมูล</h1><p><a href=\"/go\">ข้อมูลการติดต่อ แผนที่ตั้งหน่วยงาน</a></p>")
            case "/go": .redirect("/closed/map")
            default: .page(NetworkTruthTests.contact)
            }
        }
        defer { server.stop() }
        let request = try auditRequest([("o5", "http://127.0.0.1:\(server.port)/contact")])
        let assessment = try await withFetcher(loopbackSettings) { await audited(request, fetcher: $0) }
        #expect(assessment.evidence.map(\.outcome) == [.ok, .robotsRefused])
        #expect(assessment.evidence.last?.redirects.count == 1)
        #expect(!server.targets.contains("/closed/map"))
    }

    @Test("every submitted address has a row, whatever becomes of it")
    func everyAddressHasARow() async throws {
        let server = try LoopbackServer { _ in .page(NetworkTruthTests.contact) }
        defer { server.stop() }
        let base = "http://127.0.0.1:\(server.port)"
        let urls = [
            "\(base)/1", "\(base)/1", "ftp://127.0.0.1/x", "http://", "javascript:alert(1)", "http://10.0.0.1/", "???",
        ]
        let request = try auditRequest(urls.enumerated().map { ("o\($0.offset + 1)", $0.element) })
        let assessment = try await withFetcher(loopbackSettings) { await audited(request, fetcher: $0) }
        #expect(assessment.evidence.filter { $0.via == .submitted }.map(\.submittedURL) == urls)
    }
}
