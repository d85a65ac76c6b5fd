import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// A sample website in memory: every file was read and every route checked when it was made.
public struct SampleSite: Sendable {
    /// One prepared answer.
    struct Answer: Sendable {
        var status: Int
        /// In the order in which they are sent.
        var headers: [(name: String, value: String)]
        var body: [UInt8]
    }

    /// The host names under which the site is meant to be reached.
    public let hosts: [String]
    /// The fallback comes first.
    let answers: [Answer]
    /// Index into `answers` by exact request target, and by target with escapes in upper case.
    private let exact: [String: Int]
    private let unified: [String: Int]

    /// Reads the folder's `site.json` and every file that it names.
    public init(folder: String) throws(ServingError) {
        let path = folder.hasSuffix("/") ? folder + "site.json" : folder + "/site.json"
        guard let bytes = FileManager.default.contents(atPath: path), let root = SampleSite.resolved(folder) else {
            throw .unreadableFolder(folder)
        }
        let description = try SampleSite.decoded(bytes)
        var builder = SiteBuilder(root: root)
        builder.addFallback(description.fallback)
        for (index, route) in description.routes.enumerated() { builder.add(route, at: "routes[\(index)]") }
        builder.check(hosts: description.hosts ?? [])
        guard builder.problems.isEmpty else { throw .invalidSite(builder.problems) }
        hosts = description.hosts ?? []
        answers = builder.answers
        exact = builder.exact
        unified = builder.unified
    }

    /// Index of the answer to a request target; 0 (the fallback) for an unknown one.
    func answerIndex(for target: String) -> Int {
        exact[target] ?? unified[SampleSite.withUnifiedEscapes(target)] ?? 0
    }

    private static func decoded(_ bytes: Data) throws(ServingError) -> SiteDescription {
        do {
            return try JSONDecoder().decode(SiteDescription.self, from: bytes)
        } catch let error as DecodingError {
            throw .invalidSite([problem(error)])
        } catch {
            throw .invalidSite([SiteProblem(path: "", message: "The file is not JSON.")])
        }
    }

    private static func problem(_ error: DecodingError) -> SiteProblem {
        func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
            let keys = context.codingPath + (key.map { [$0] } ?? [])
            return keys.map { $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue }.joined().drop { $0 == "." }
                .description
        }
        switch error {
        case .keyNotFound(let key, let context):
            return SiteProblem(path: path(context, key), message: "The member is missing.")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return SiteProblem(path: path(context), message: "The value has the wrong type.")
        case .dataCorrupted(let context): return SiteProblem(path: path(context), message: "The file is not JSON.")
        @unknown default: return SiteProblem(path: "", message: "The file is not JSON.")
        }
    }

    /// The path with every symbolic link followed; nil when it does not exist.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// Percent escapes in upper case, as RFC 3986 section 6.2.2.1 compares them.
    static func withUnifiedEscapes(_ target: String) -> String {
        var bytes = Array(target.utf8)
        var index = 0
        while index + 2 < bytes.count {
            if bytes[index] == 37 {
                for place in (index + 1)...(index + 2) where (97...102).contains(bytes[place]) { bytes[place] -= 32 }
                index += 2
            }
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
