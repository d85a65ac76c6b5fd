import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

/// Nothing inside may be reached, however it is written: a listener on every address of this machine counts.
@Suite struct RefusedAddressTests {
    /// Hosts that are this machine, as browsers and resolvers read them; `P` stands for the listener's port.
    static let spellings = [
        "127.0.0.1:P", "127.0.0.1.:P", "127.1:P", "127.0.1:P", "2130706433:P", "0x7f000001:P", "0x7F.0x0.0x0.0x1:P",
        "0177.0.0.1:P", "017700000001:P", "0x7f.1:P", "127.0.0x0.01:P", "00000177.0.0.1:P", "127.255.255.254:P",
        "127.0.0.2:P", "0.0.0.0:P", "0:P", "0x0:P", "0.0:P", "[::1]:P", "[::]:P", "[0:0:0:0:0:0:0:1]:P",
        "[0000:0000:0000:0000:0000:0000:0000:0001]:P", "[::ffff:127.0.0.1]:P", "[::ffff:7f00:1]:P",
        "[::FFFF:7F00:0001]:P",
        "[0:0:0:0:0:ffff:127.0.0.1]:P", "[::127.0.0.1]:P", "[::ffff:0:127.0.0.1]:P", "[64:ff9b::127.0.0.1]:P",
        "[2002:7f00:1::]:P", "[::ffff:0.0.0.0]:P", "localhost:P", "LOCALHOST:P", "localhost.:P", "LocalHost.:P",
        "a.localhost:P", "a.b.localhost.:P", "%6c%6f%63%61%6c%68%6f%73%74:P", "%31%32%37.0.0.1:P", "127%2e0%2e0%2e1:P",
        "１２７.０.０.１:P", "①②⑦.⓪.⓪.①:P", "127。0。0。1:P", "127．0．0．1:P", "２１３０７０６４３３:P",
        "１２７。１:P", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:P", "ｌｏｃａｌｈｏｓｔ:P", "loc\u{AD}alhost:P", "127.0.0\u{200B}.1:P",
        "www.example.th@127.0.0.1:P", "www.example.th:80@127.0.0.1:P", "user:word@localhost:P",
        "www.example.th%2f@[::1]:P",
    ]

    /// The system's resolver for numbers in disguise; no name is ever looked up for real.
    private let lookup = NameLookup { host in
        host.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 || $0 == 120 }
            ? NameLookup.system.answer(host) : .unknown
    }

    private func refusedRecords(_ hosts: [String]) async throws -> [(host: String, record: FetchRecord?)] {
        try await withLoopbackServer(host: "::", script: { _ in .page("inside") }) { server in
            let fetcher = try Fetcher(settings: loopbackSettings { $0.allowedNetworks = [] }, lookup: lookup)
            var records: [(String, FetchRecord?)] = []
            for host in hosts {
                let text = "http://\(host.replacing("P", with: "\(server.port)"))/"
                records.append((host, await record(of: text, fetcher)))
            }
            await fetcher.shutDown()
            #expect(server.connectionCount == 0)
            return records
        }
    }

    /// Nil for what is no address at all: then nothing is asked either.
    private func record(of text: String, _ fetcher: Fetcher) async -> FetchRecord? {
        do { return await fetcher.fetch(try PageAddress(submitted: text)) } catch { return nil }
    }

    @Test func noSpellingOfThisMachineIsReached() async throws {
        for (host, record) in try await refusedRecords(RefusedAddressTests.spellings) {
            guard let record else { continue }
            #expect(
                [.addressRefused, .dnsFailure, .malformedURL].contains(record.outcome), "\(host): \(record.outcome)")
        }
    }

    @Test func noSpecialAddressIsReached() async throws {
        #expect(AddressGuardTests.refused.count > 100)
        let hosts = AddressGuardTests.refused.map { ($0.contains(":") ? "[\($0)]" : $0) + ":P" }
        for (host, record) in try await refusedRecords(hosts) {
            #expect(record?.outcome == .addressRefused, "\(host)")
        }
    }

    /// The same spellings do reach the listener where they are permitted: the count above is not zero by accident.
    @Test func theSpellingsAreThoseOfThisMachine() async throws {
        try await withLoopbackServer(host: "::", script: { _ in .page("inside") }) { server in
            let settings = loopbackSettings { settings in
                settings.allowedNetworks = ["127.0.0.0/8", "0.0.0.0/8", "::/96", "::ffff:0:0/96"].compactMap {
                    NetworkRange($0)
                }
            }
            let fetcher = try Fetcher(settings: settings, lookup: lookup)
            var reached: [String] = []
            // Those that a translator on the way would turn into this machine are left out: they would leave it.
            for host in RefusedAddressTests.spellings
            where !["[64:ff9b", "[2002:", "[::127", "[::ffff:0:"].contains(where: host.hasPrefix) {
                let text = "http://\(host.replacing("P", with: "\(server.port)"))/"
                if await record(of: text, fetcher)?.outcome == .ok { reached.append(host) }
            }
            await fetcher.shutDown()
            #expect(reached.count > 40)
            #expect(server.connectionCount > 0)
        }
    }

    @Test func noNameThatLeadsInsideIsReached() async throws {
        try await withLoopbackServer(host: "::", script: { _ in .page("inside") }) { server in
            let names = AddressGuardTests.refused.enumerated().map { ("n\($0).example.th", $1) }
            let known = Dictionary(uniqueKeysWithValues: names)
            let lookup = NameLookup { host in
                .addresses([known[host] ?? ""].compactMap { NetworkAddress($0) })
            }
            let fetcher = try Fetcher(settings: loopbackSettings { $0.allowedNetworks = [] }, lookup: lookup)
            for (name, address) in names {
                let record = await fetcher.fetch(try PageAddress("http://\(name):\(server.port)/"))
                #expect(record.outcome == .addressRefused, "\(address)")
                #expect(!record.server.isEmpty)
            }
            await fetcher.shutDown()
            #expect(server.connectionCount == 0)
        }
    }

    @Test func aNameThatMovesInsideBetweenHopsAndLookupsIsRefused() async throws {
        // 127.0.0.2 is permitted and stands for the internet; 127.0.0.1 is inside.
        try await withLoopbackServer(host: "127.0.0.1", script: { _ in .page("inside") }) { inside in
            let count = Atomic(0)
            let outside = try #require(NetworkAddress("127.0.0.2"))
            let within = try #require(NetworkAddress("127.0.0.1"))
            let lookup = NameLookup { _ in
                .addresses([count.add(1, ordering: .relaxed).newValue == 1 ? outside : within])
            }
            let script: LoopbackServer.Script = { _ in .redirect("http://moving.example.th:\(inside.port)/") }
            try await withLoopbackServer(host: "127.0.0.2", script: script) { first in
                let settings = loopbackSettings {
                    $0.allowedNetworks = [NetworkRange("127.0.0.2")].compactMap { $0 }
                    $0.limits.lookupLifetime = .zero
                    $0.limits.timeout = .seconds(60)
                }
                let fetcher = try Fetcher(settings: settings, lookup: lookup)
                let record = await fetcher.fetch(try PageAddress("http://moving.example.th:\(first.port)/"))
                await fetcher.shutDown()
                #expect(record.outcome == .addressRefused)
                #expect(record.redirects.count == 1)
                #expect(first.requests.count == 1)
                #expect(inside.connectionCount == 0)
            }
        }
    }

    @Test func ofSeveralAddressesOnlyThoseOutsideAreTried() async throws {
        try await withLoopbackServer(host: "127.0.0.1", script: { _ in .page("inside") }) { inside in
            let addresses = ["127.0.0.1", "10.0.0.1", "127.0.0.2", "::1"].compactMap { NetworkAddress($0) }
            let settings = loopbackSettings { $0.allowedNetworks = [NetworkRange("127.0.0.2")].compactMap { $0 } }
            let fetcher = try Fetcher(settings: settings, lookup: NameLookup { _ in .addresses(addresses) })
            let record = await fetcher.fetch(try PageAddress("http://both.example.th:\(inside.port)/"))
            await fetcher.shutDown()
            #expect(record.outcome == .connectRefused)
            #expect(record.server == "127.0.0.2")
            #expect(inside.connectionCount == 0)
        }
    }

    @Test func redirectsLeadNowhereInside() async throws {
        try await withLoopbackServer(host: "::", script: { _ in .page("inside") }) { inside in
            let hosts = RefusedAddressTests.spellings.map { $0.replacing("P", with: "\(inside.port)") }
            let script: LoopbackServer.Script = { request in
                .redirect("http://\(hosts[Int(request.path.dropFirst()) ?? 0])/")
            }
            try await withLoopbackServer(host: "127.0.0.2", script: script) { server in
                let settings = loopbackSettings { $0.allowedNetworks = [NetworkRange("127.0.0.2")].compactMap { $0 } }
                try await withFetcher(settings) { fetcher in
                    for (index, host) in hosts.enumerated() where !host.hasPrefix("127.0.0.2") {
                        let record = await fetcher.fetch(
                            try PageAddress(server.address("/\(index)", host: "127.0.0.2")))
                        #expect(record.outcome != .ok, "\(host)")
                    }
                }
            }
            #expect(inside.connectionCount == 0)
        }
    }
}
