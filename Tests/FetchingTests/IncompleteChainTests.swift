import TestSupport
import Testing
import WebEvidence

@testable import Fetching

/// RFC 5280 section 4.2.2.1: a certificate names where its issuer's certificate is.
@Suite(.enabled(if: CertificateWorkshop.isAvailable, "needs the openssl program"))
struct IncompleteChainTests {
    /// Serves a leaf without its intermediate; `issuers` answers where the leaf says that the intermediate is.
    private func record(
        issuers script: @escaping @Sendable (CertificateWorkshop) throws -> LoopbackServer.Script,
        issuerHost: String = "127.0.0.1", leaf change: (inout CertificateWorkshop.Leaf) -> Void = { _ in },
        pages: Int = 1
    ) async throws -> (record: FetchRecord, requests: [ServedRequest], connections: Int) {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            return try await withLoopbackServer(script: try script(workshop)) { issuers in
                var leaf = CertificateWorkshop.Leaf(names: ["x.example.th"])
                leaf.chain = []
                leaf.issuerAddress = "http://\(issuerHost):\(issuers.port)/middle.der"
                change(&leaf)
                let identity = try workshop.identity("leaf", leaf)
                return try await withLoopbackServer(tls: identity, script: { _ in .page("x") }) { server in
                    try await withFetcher(secureSettings(workshop, port: server.port)) { fetcher in
                        var last: FetchRecord?
                        for number in 0..<pages {
                            last = await fetcher.fetch(
                                try PageAddress("https://x.example.th:\(server.port)/\(number)"))
                        }
                        return (try #require(last), issuers.requests, issuers.connectionCount)
                    }
                }
            }
        }
    }

    @Test(arguments: ["der", "pem", "pkcs7"])
    func aChainThatItsIssuersCompleteIsIncomplete(_ form: String) async throws {
        let (record, requests, _) = try await record(issuers: { workshop in
            let bytes =
                switch form {
                case "der": try workshop.der(.middle)
                case "pem": try workshop.pem(.middle)
                default: try workshop.pkcs7(.middle)
                }
            return { _ in .page(bytes, type: "application/pkix-cert") }
        })
        #expect(record.outcome == .tlsIncompleteChain, "\(record.detail)")
        #expect(record.relaxed?.content == .ok)
        #expect(record.detail.contains("/middle.der"))
        #expect(requests.map(\.target) == ["/middle.der"])
        #expect(requests.first?.header("Cookie") == nil)
    }

    @Test func aSiteIsProvedOnce() async throws {
        let (record, requests, _) = try await record(
            issuers: { workshop in
                let bytes = try workshop.der(.middle)
                return { _ in .page(bytes, type: nil) }
            }, pages: 4)
        #expect(record.outcome == .tlsIncompleteChain)
        #expect(requests.count == 1)
    }

    @Test func theIssuerMayBeFoundAfterARedirect() async throws {
        let (record, _, _) = try await record(issuers: { workshop in
            let bytes = try workshop.der(.middle)
            return { request in request.path == "/moved" ? .page(bytes, type: nil) : .redirect("/moved") }
        })
        #expect(record.outcome == .tlsIncompleteChain, "\(record.detail)")
    }

    @Test(arguments: [
        ("nothing there", ServedReply.page("", status: 404)), ("no certificate", .page("<html>")),
        ("an empty answer", .page("")), ("an answer without end", .endless), ("a reset", .reset),
        ("a redirect to a secure address", .redirect("https://127.0.0.1:1/middle.der")),
        ("a redirect into a private network", .redirect("http://10.0.0.1/middle.der")),
    ]) func aChainThatCannotBeCompletedIsUntrusted(_ name: String, _ reply: ServedReply) async throws {
        let (record, requests, _) = try await record(issuers: { _ in { _ in reply } })
        #expect(record.outcome == .tlsUntrusted, "\(record.detail)")
        #expect(record.relaxed?.content == .ok)
        #expect(requests.count == 1)
    }

    @Test func anIssuerThatNobodyTrustsCompletesNothing() async throws {
        let (record, _, _) = try await record(
            issuers: { workshop in
                let bytes = try workshop.der(.stranger)
                return { _ in .page(bytes, type: nil) }
            }, leaf: { $0.issuer = .stranger })
        #expect(record.outcome == .tlsUntrusted, "\(record.detail)")
    }

    @Test func issuersWithoutEndAreNotFollowed() async throws {
        // The root that is fetched names nothing, and a leaf that names itself leads nowhere.
        let (record, requests, _) = try await record(issuers: { workshop in
            let bytes = try workshop.der(.root)
            return { _ in .page(bytes, type: nil) }
        })
        #expect(record.outcome == .tlsUntrusted)
        #expect(requests.count == 1)
    }

    @Test(arguments: [
        ("https://127.0.0.1:1/x", "secure"), ("ldap://127.0.0.1/x", "another scheme"), ("file:///etc/passwd", "a file"),
    ]) func issuersAreFetchedOverPlainHTTPOnly(_ address: String, _ name: String) async throws {
        let (record, requests, _) = try await record(
            issuers: { _ in { _ in .page("x") } }, leaf: { $0.issuerAddress = address })
        #expect(record.outcome == .tlsUntrusted)
        #expect(requests.isEmpty)
    }

    @Test func theAddressGuardHoldsForIssuers() async throws {
        // 127/8 is permitted by the tests; the mapped form of another private address is not.
        for host in ["[::ffff:10.0.0.1]", "169.254.169.254", "192.168.0.1"] {
            let (record, _, connections) = try await record(
                issuers: { _ in { _ in .page("x") } }, issuerHost: host)
            #expect(record.outcome == .tlsUntrusted)
            #expect(connections == 0)
        }
    }

    @Test(arguments: [
        ("expired", Outcome.tlsExpired), ("of another host", .tlsHostname), ("weak", .tlsWeak),
    ]) func aFurtherFaultOfTheCompletedChainIsTheFinding(_ fault: String, _ outcome: Outcome) async throws {
        let (record, _, _) = try await record(
            issuers: { workshop in
                let bytes = try workshop.der(.middle)
                return { _ in .page(bytes, type: nil) }
            },
            leaf: { leaf in
                switch fault {
                case "expired": leaf.to = "20260101"
                case "weak": leaf.key = "rsa:1024"
                default: leaf.names = ["y.example.th"]
                }
            })
        #expect(record.outcome == outcome, "\(record.detail)")
    }
}
