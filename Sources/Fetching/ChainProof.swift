import Synchronization
import WebEvidence

/// What completing a chain has shown, by server name and certificate: a site of fifty pages is proved once.
final class ChainProofs: Sendable {
    private let findings = Mutex<[String: TransportOutcome]>([:])

    func finding(for key: String) -> TransportOutcome? { findings.withLock { $0[key] } }

    func keep(_ finding: TransportOutcome, for key: String) { findings.withLock { $0[key] = finding } }
}

extension Fetcher {
    /// Says more exactly what is wrong with a chain whose issuer is unknown, by completing it with the issuers that its
    /// certificates name (RFC 5280 section 4.2.2.1), as browsers do: when it is good then, the server leaves out an
    /// intermediate; else the fault that the whole chain has.
    /// - Parameters:
    ///   - served: PEM texts as the server sent them; empty where none is known.
    ///   - host: ASCII name or address.
    ///   - strict: what the strict try found.
    func chainFinding(of served: [String], host: String, strict: TransportOutcome) async -> TransportOutcome {
        let key = ([host] + served).joined(separator: "\n")
        if let known = proofs.finding(for: key) { return known }
        guard let chain = CertificateChain(served: served) else {
            return TransportOutcome(.tlsUntrusted, "The issuer is unknown and the chain could not be read.")
        }
        let (finding, isComplete) = await completed(chain, host: host)
        if isComplete { proofs.keep(finding, for: key) }
        return finding
    }

    /// The finding, and whether it would be the same the next time: a failed fetch of an issuer may pass.
    private func completed(_ chain: CertificateChain, host: String) async -> (TransportOutcome, Bool) {
        var fetched: [String] = []
        while true {
            let verdict = chain.verdict(
                host: host, trustedBy: TrustStore.bundles(of: settings), folder: TrustStore.systemFolder)
            switch verdict {
            case .good:
                let words = fetched.isEmpty ? "" : " It is \(fetched.joined(separator: " and "))."
                return (TransportOutcome(.tlsIncompleteChain, "The server leaves an intermediate out.\(words)"), true)
            case .bad(let code, let address) where TransportOutcome.lacksIssuer(code):
                guard let address, fetched.count < settings.limits.maximumIssuers, !fetched.contains(address) else {
                    let words = address == nil ? "names no place where its issuer is" : "leads to no trusted issuer"
                    return (TransportOutcome(.tlsUntrusted, "The chain \(words)."), true)
                }
                guard let issuer = await issuer(at: address), chain.add(issuer) else {
                    return (TransportOutcome(.tlsUntrusted, "No issuer could be fetched from \(address)."), false)
                }
                fetched.append(address)
            case .bad(let code, _):
                return (TransportOutcome(.outcome(ofVerification: code), "The completed chain: error \(code)."), true)
            case nil: return (TransportOutcome(.tlsUntrusted, "The chain could not be verified again."), false)
            }
        }
    }

    /// The bytes under an address that a certificate names: http only, through the same guard, small, without retries.
    private func issuer(at text: String) async -> [UInt8]? {
        guard let address = PageAddress.issuer(text) else { return nil }
        let record = await shared(address, purpose: .issuer, limits: ofIssuers)
        return record.outcome == .ok && !record.body.isEmpty ? record.body : nil
    }
}

extension PageAddress {
    /// An address that a certificate names; nil where it is none over http.
    fileprivate static func issuer(_ text: String) -> PageAddress? {
        do {
            let address = try PageAddress(text)
            return address.scheme == "http" ? address : nil
        } catch {
            return nil  // a certificate may say anything
        }
    }
}
