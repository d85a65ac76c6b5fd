/// The relationships of one part (Open Packaging Conventions, ISO 29500-2 section 9.3): id to target.
struct PackageRelationships {
    struct Target {
        /// Last component of the relationship type, for example `worksheet`.
        var kind: String
        /// A part name, or an outside address as written.
        var target: String
        var isExternal: Bool
    }

    private(set) var targets: [String: Target] = [:]

    /// No relationships.
    init() {}

    /// Reads a `.rels` part of the part `source` (empty for the package).
    init(
        _ bytes: [UInt8], of source: String, limits: OfficeFileLimits
    ) throws(OfficeFileError) {
        let visitor = RelationshipVisitor()
        try XMLPart.parse(bytes, part: PackageRelationships.part(of: source), limits: limits, visitor)
        for (id, var target) in visitor.targets {
            if !target.isExternal { target.target = PackageRelationships.resolved(target.target, from: source) }
            targets[id] = target
        }
    }

    /// The target of the first relationship of a kind, by id order.
    func first(_ kind: String) -> String? {
        targets.filter { $0.value.kind == kind && !$0.value.isExternal }.min { $0.key < $1.key }?.value.target
    }

    /// The parts of a kind, in the order of their ids.
    func all(_ kind: String) -> [String] {
        targets.filter { $0.value.kind == kind && !$0.value.isExternal }
            .sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }.map(\.value.target)
    }

    /// `xl/workbook.xml` -> `xl/_rels/workbook.xml.rels`.
    static func part(of source: String) -> String {
        let parts = source.split(separator: "/")
        guard let last = parts.last else { return "_rels/.rels" }
        return (parts.dropLast().map(String.init) + ["_rels", last + ".rels"]).joined(separator: "/")
    }

    private static func resolved(_ target: String, from source: String) -> String {
        var parts = target.utf8.first == 47 ? [] : source.split(separator: "/").dropLast().map(String.init)
        for piece in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where piece != "." {
            if piece == ".." { _ = parts.popLast() } else { parts.append(String(piece)) }
        }
        return parts.joined(separator: "/")
    }
}

private final class RelationshipVisitor: XMLPartVisitor {
    var targets: [String: PackageRelationships.Target] = [:]

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        targets[id] = .init(kind: kind, target: target, isExternal: attributes["TargetMode"] == "External")
    }
    func closed(_ name: String) throws(OfficeFileError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {}
}
