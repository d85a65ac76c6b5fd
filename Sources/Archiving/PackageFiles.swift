import Digests
import FoundationEssentials

/// Names of the members of a WACZ (version 1.1.1 of its specification).
enum PackageName {
    static let archive = "archive/data.warc.gz"
    static let index = "indexes/index.cdxj"
    static let records = "indexes/records.jsonl"
    static let pages = "pages/pages.jsonl"
    static let package = "datapackage.json"
    static let packageDigest = "datapackage-digest.json"
}

/// `datapackage.json`: every member with its digest.
struct DataPackage: Codable {
    struct Resource: Codable {
        var name: String
        var path: String
        /// `sha256:` and 64 digits.
        var hash: String
        var bytes: Int
    }
    var profile = "data-package"
    var waczVersion = "1.1.1"
    var title: String
    var description: String
    var created: String
    var software: String
    var resources: [Resource]

    private enum CodingKeys: String, CodingKey {
        case profile, title, description, created, software, resources
        case waczVersion = "wacz_version"
    }
}

/// `datapackage-digest.json`.
struct PackageDigest: Codable {
    var path = PackageName.package
    var hash: String
}

/// A line of `pages/pages.jsonl`: a page that a player offers first.
struct PageLine: Encodable {
    var id: String
    var url: String
    var ts: String
    var title: String

    struct Head: Encodable {
        var format = "json-pages-1.0"
        var id = "pages"
        var title: String
    }
}

/// A line of `indexes/records.jsonl`: a record of the WARC and the digest of its packed bytes, so that a changed one can be
/// named without unpacking anything.
struct RecordLine: Codable {
    var type: String
    var url: String
    var offset: Int
    var length: Int
    var sha256: String
}
