import FoundationEssentials

/// The `site.json` of a sample website as written: a table of request targets and the files that answer them.
struct SiteDescription: Decodable {
    struct Answer: Decodable {
        /// Inside the site's folder; nil for an empty body.
        var file: String?
        /// 200 where it is not given; 302 for an answer with a location.
        var status: Int?
        var headers: [String: String]?
        /// Value of the Location header.
        var location: String?
    }
    struct Route: Decodable {
        /// The request target exactly as sent: path and query, percent-encoded.
        var path: String
        var answer: Answer

        private enum Keys: String, CodingKey { case path }

        init(from decoder: any Decoder) throws {
            path = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .path)
            answer = try Answer(from: decoder)
        }
    }

    var hosts: [String]?
    var routes: [Route]
    var fallback: Answer?
}

/// One thing that is wrong in a `site.json` or its folder.
public struct SiteProblem: Sendable, Hashable, CustomStringConvertible {
    /// Path of the JSON value, for example `routes[3].file`; empty for the file as a whole.
    public let path: String
    /// One English sentence that tells what to mend.
    public let message: String

    /// A problem at a JSON path.
    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    /// `site.json: routes[3].file: ...`.
    public var description: String { "site.json: " + (path.isEmpty ? "" : path + ": ") + message }
}

/// Why a sample website cannot be served.
public enum ServingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The folder holds no readable `site.json`.
    case unreadableFolder(String)
    /// Everything that is wrong in the description, in its order.
    case invalidSite([SiteProblem])
    /// No socket could be opened on the port.
    case cannotListen(port: UInt16)

    /// One line a problem.
    public var description: String {
        switch self {
        case .unreadableFolder(let folder): "There is no readable site.json in \(folder)."
        case .invalidSite(let problems): problems.map(\.description).joined(separator: "\n")
        case .cannotListen(let port): "Port \(port) of the loopback interface cannot be used; choose another."
        }
    }
}
