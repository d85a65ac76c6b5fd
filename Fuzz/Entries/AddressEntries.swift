#if DEBUG || FUZZING
    @testable import Fetching
    import WebEvidence

    extension FuzzTarget {
        private static let base = PageAddress(
            scheme: "http", host: "a.example", port: 80, path: "/ก/b/c.php", query: "x=1", fragment: nil)

        static let address = FuzzTarget("address") { bytes in
            let written = text(bytes)
            let read = [try? PageAddress(written), try? PageAddress(submitted: written)]
            for address in read + [try? PageAddress(written, relativeTo: base)] {
                guard let address else { continue }
                try law("only the web", address.scheme == "http" || address.scheme == "https")
                try law("a port", (1...65_535).contains(address.port) || address.port == 0)
                try law("a host", !address.host.isEmpty)
                try law("a path", address.path.hasPrefix("/"))
                let rest = address.path + (address.query ?? "") + (address.fragment ?? "")
                try law("no raw characters", rest.utf8.allSatisfy { $0 > 32 && $0 < 127 })
                guard let again = try? PageAddress(address.text) else {
                    throw BrokenLaw(description: "an address is an address: \(address.text)")
                }
                try law("an address reads as itself: \(address.text) \(again.text)", again == address)
                try law("a page is itself", address.isSamePage(as: address))
                _ = (RobotsPath(address), address.fileName, address.isFrontPage)
                if let ascii = asciiHost(address.host) {
                    try law("ASCII is ASCII", ascii.utf8.allSatisfy { $0 < 128 })
                }
            }
            _ = (NetworkAddress(written), NetworkRange(written))
        }

        static let headerLines = FuzzTarget("header-lines") { bytes in
            let lines = bytes.split(separator: 10).prefix(200).map { Array($0) }
            for line in lines {
                if let field = HeaderLine.field(line) { try law("a name ends", !field.name.utf8.contains(58)) }
                if let length = HeaderLine.contentLength(line) { try law("a length is none below zero", length >= 0) }
                _ = (HeaderLine.setsCookie(line), HeaderLine.announcesDocument(line))
                _ = FetchSettings.Resolution(text(line))
            }
            guard let location = HeaderLine.location(in: lines) else { return }
            var chain = RedirectChain(from: base, maximum: 3)
            _ = chain.step(status: 302, location: location, cookies: [])
        }

        static let robots = FuzzTarget("robots") { bytes in
            let rules = RobotsRules(bytes)
            let lines = bytes.reduce(1) { $0 + ($1 == 10 || $1 == 13 ? 1 : 0) }
            for path in ["/robots.txt", "/", "/ก?a=/b", "/a*$b%2F", "/private/x.php"] {
                guard let page = try? PageAddress("http://a.example" + path) else { continue }
                guard let refusal = rules.refusal(of: page) else { continue }
                try law("robots.txt is always allowed", path != "/robots.txt")
                try law("the line is one of the file", (1...lines).contains(refusal.number))
                try law("the line is short", refusal.text.unicodeScalars.count <= 200)
            }
            if let delay = rules.crawlDelay { try law("a delay is none below zero", delay >= .zero) }
        }

        /// A pattern, a line end, a path: the quick way must find what the plain one finds.
        static let robotsMatching = FuzzTarget("robots-matching") { bytes in
            let lines = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
            guard lines.count == 2, lines[0].count <= 64, lines[1].count <= 200 else { return }
            let (written, path) = (Array(lines[0]), Array(lines[1]))
            guard written.allSatisfy({ plain.contains($0) || $0 == 42 || $0 == 36 }), path.allSatisfy(plain.contains)
            else { return }
            let isAnchored = written.last == 36
            let pattern = isAnchored ? Array(written.dropLast()) : written
            guard !pattern.contains(36) else { return }
            // Places of the path up to which the pattern so far may reach.
            var places: Set<Int> = [0]
            for byte in pattern {
                if byte == 42 {
                    places = places.min().map { Set($0...path.count) } ?? []
                } else {
                    places = Set(places.filter { $0 < path.count && path[$0] == byte }.map { $0 + 1 })
                }
            }
            let expected = isAnchored ? places.contains(path.count) : !places.isEmpty
            try law("both ways agree", RobotsPattern(written, in: .escaped).matches(path) == expected)
        }

        private static let plain = Set("/abAB01.-?=&".utf8)
    }
#endif
