import Assessing
import Checklists
import Discovering
import Documents
import Extraction
import Fetching
import Foundation
import GradingCore
import TestSupport
import Testing
import ThaiText
import WebEvidence

/// The library is read once for all tests.
let sharedLibrary = Result { try Repository.checklists() }

/// A search of a website by the list of a year, judged in May of that year.
func search(_ website: String, year: Int = 2566, limits: DiscoveryLimits = DiscoveryLimits()) throws -> DiscoveryRequest
{
    let library = try sharedLibrary.get()
    let list = try #require(library.year(year))
    return DiscoveryRequest(
        website: try PageAddress(submitted: website), list: list, library: library,
        rules: try DiscoveryRules(json: try Repository.bytes("rules/vendors.json")),
        signatures: try PageSignatures(json: try Repository.bytes("rules/page-signatures.json")),
        wrappers: try WrapperRules(json: try Repository.bytes("rules/wrappers.json")),
        personalDataRules: try PersonalDataRules(json: try Repository.bytes("rules/personal-data.json")),
        asOf: try #require(CivilDate(iso: "\(year - 543)-05-15")), limits: limits)
}

/// Settings that may reach this computer; further names lead here too.
func loopback(names: [String] = [], port: Int = 0) -> FetchSettings {
    var settings = FetchSettings(version: "test")
    settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
    settings.resolutions = names.compactMap { FetchSettings.Resolution("\($0):\(port):127.0.0.1") }
    settings.limits.retries = 0
    return settings
}

func discover(
    _ website: String, year: Int = 2566, limits: DiscoveryLimits = DiscoveryLimits(),
    settings: FetchSettings = loopback()
) async throws -> Discovery {
    let request = try search(website, year: year, limits: limits)
    return try await withFetcher(settings) { await discovered(request, fetcher: $0) }
}

/// A page of a made-up site.
func page(_ title: String, _ body: String) -> String {
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title)</title></head><body><h1>\(title)</h1>\(body)</body></html>"
}

/// Serves pages by path; everything else is not found. Session ids are dropped.
func site(_ pages: [String: String]) throws -> LoopbackServer {
    try LoopbackServer { request in
        if let text = pages[request.target] ?? pages[request.path] { return .page(text) }
        return .page(page("404", "<p>404 Not Found</p>"), status: 404)
    }
}

extension Discovery {
    /// Path and query of the submitted addresses of an item.
    func paths(_ item: String) -> [String] {
        (items.first { $0.item.text == item }?.urls ?? []).map(\.pathAndQuery)
    }

    func candidatePaths(_ item: String) -> [String] {
        (items.first { $0.item.text == item }?.candidates ?? []).map(\.address.pathAndQuery)
    }
}

extension PageAddress {
    var pathAndQuery: String { PercentEncoding.decoded(path) + (query.map { "?" + PercentEncoding.decoded($0) } ?? "") }
}
