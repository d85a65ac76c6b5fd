#if DEBUG || FUZZING
    @testable import Extraction
    import WebEvidence

    extension FuzzTarget {
        static let wrapperAddresses = FuzzTarget("wrapper-addresses") { bytes in
            let rules = FuzzData.wrappers
            guard let address = try? PageAddress(submitted: text(bytes)) else { return }
            for way in [rules.contentAddress(of: address), rules.contentAddress(behindPageAt: address)] {
                guard let way else { continue }
                try law("it leads somewhere", !way.steps.isEmpty && way.steps.last?.to == way.target)
                try law("it begins where it was asked", way.steps.first?.from == address)
                try law("it is not deep", way.steps.count <= WrapperRules.deepest)
                try law("it never stands still", way.steps.allSatisfy { !$0.to.isSamePage(as: $0.from) })
                try law("only the web", way.target.scheme == "http" || way.target.scheme == "https")
                try law("a page: \(way.target.text)", (try? PageAddress(way.target.text)) == way.target)
                try law("the end is the end", rules.contentAddress(of: way.target) == nil)
            }
            _ = rules.service(of: address)
        }

        static let wrappers = FuzzTarget("wrappers") { bytes in
            let rules: WrapperRules
            do throws(WrapperRulesError) {
                rules = try WrapperRules(json: bytes)
            } catch {
                try law("a refusal has a reason", !error.problems.isEmpty)
                return
            }
            try law("a rule has an id", rules.ids.allSatisfy { !$0.isEmpty })
        }

        static let wordPress = FuzzTarget("wordpress") { bytes in
            let address = PageAddress(
                scheme: "https", host: "www.a.example", port: 443, path: "/wp-json/wp/v2/pages/1", query: nil,
                fragment: nil)
            let document = wordPressDocument(json: bytes, address: address, wrappers: FuzzData.wrappers)
            try law(
                "it is read as before",
                document == wordPressDocument(json: bytes, address: address, wrappers: FuzzData.wrappers))
        }
    }
#endif
