import Discovering
import Foundation
import GradingCore
import TestSupport
import Testing
import WebEvidence

/// Index pages of many shapes, each a small site with known pairs (`Fixtures/<set>/<shape>`). All sets but
/// the first were written before the reader had seen them.
@Suite struct IndexPageTests {
    struct Shape: CustomStringConvertible, Sendable {
        var set: String
        var name: String
        var description: String { "\(set)/\(name)" }
        var folder: URL { Repository.root.appending(path: "Tests/DiscoveringTests/Fixtures/\(set)/\(name)") }
    }

    private struct Known: Decodable {
        var year: Int
        var pairs: [String: [String]]
        /// Addresses whose page is a file of another name.
        var paths: [String: String]?
    }

    static let shapes: [Shape] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"].flatMap { set in
        let folder = Repository.root.appending(path: "Tests/DiscoveringTests/Fixtures/\(set)").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { Shape(set: set, name: $0) }
    }

    @Test("at least forty shapes are there")
    func thereAreShapes() { #expect(IndexPageTests.shapes.count >= 40) }

    @Test("of each index page nearly all pairs are read and none is given to a wrong item", arguments: shapes)
    func pairs(of shape: Shape) async throws {
        let known = try JSONDecoder().decode(
            Known.self, from: try Data(contentsOf: shape.folder.appending(path: "pairs.json")))
        let server = try IndexPageTests.served(shape.folder, paths: known.paths ?? [:])
        defer { server.stop() }
        var limits = DiscoveryLimits()
        limits.pages = 80
        let found = try await discover(server.address(), year: known.year, limits: limits)
        var wanted: Set<String> = []
        for (item, addresses) in known.pairs {
            for address in addresses { wanted.insert("\(item) \(PercentEncoding.decoded(address))") }
        }
        let own = "http://127.0.0.1:\(server.port)"
        let read = Set(
            found.items.flatMap { item in
                item.urls.map { "\(item.item.text) \(PercentEncoding.decoded($0.text.replacing(own, with: "")))" }
            })
        let right = read.intersection(wanted).count
        print("pairs \(shape): \(right) of \(wanted.count), wrong \(read.subtracting(wanted).count)")
        #expect(read.subtracting(wanted).isEmpty)
        #expect(right * 100 >= wanted.count * 97, "missing: \(wanted.subtracting(read).sorted().prefix(5))")
        #expect(found.indexes.isEmpty == known.pairs.isEmpty)
        #expect(Set(server.targets).count == server.targets.count, "no page is asked twice")
    }

    /// `/` is index.html, `/oit` is oit.html, a folder is its listing; other addresses are told beside the pairs.
    private static func served(_ folder: URL, paths: [String: String]) throws -> LoopbackServer {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".html") {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let stem = String(name.dropLast(5))
            if name == "index.html" { files["/"] = bytes }
            files["/\(name)"] = bytes
            files["/\(stem)"] = bytes
            if stem.hasSuffix("_index") { files["/\(stem.dropLast(6))/"] = bytes }
        }
        for (path, name) in paths { files[path] = files["/\(name)"] }
        let served = files
        return try LoopbackServer { request in
            // The encoding is told by the pages themselves, if at all.
            if let body = served[request.target] ?? served[request.path] { return .page(body, type: "text/html") }
            return .page("<html><body><h1>404 Not Found</h1></body></html>", status: 404)
        }
    }
}
