/// One change to a cell of a workbook.
public struct SheetEdit: Sendable, Hashable {
    /// What is changed.
    public enum Change: Sendable, Hashable {
        /// The cell shows this text; its formula goes.
        case text(String)
        /// The target of its link, that of its list of hyperlinks or of its formula, changes from one to the other.
        case link(from: String, to: String)
    }
    /// Name on the tab.
    public var sheet: String
    /// From 1.
    public var row: Int
    /// 0 is column A.
    public var column: Int
    /// What is changed.
    public var change: Change

    /// A change at a place.
    public init(sheet: String, row: Int, column: Int, change: Change) {
        self.sheet = sheet
        self.row = row
        self.column = column
        self.change = change
    }
}

extension OfficeFile {
    /// The workbook with some cells changed. Every other part of the archive keeps its bytes; the parts of the sheets
    /// keep what they hold besides (widths, colours, notes). Throws when a sheet or a link is not there.
    public static func edited(
        _ bytes: [UInt8], _ edits: [SheetEdit], limits: OfficeFileLimits = OfficeFileLimits()
    ) throws(OfficeFileError) -> [UInt8] {
        let package = try ZipPackage(bytes, limits: limits)
        let parts = try sheetParts(of: package, limits)
        var members = try package.allMembers()
        for (sheet, changes) in Dictionary(grouping: edits, by: \.sheet).sorted(by: { $0.key < $1.key }) {
            guard let part = parts.first(where: { $0.name == sheet })?.part else {
                throw OfficeFileError(.missingPart, detail: "The workbook has no sheet of that name.")
            }
            try edit(&members, part, changes, limits)
        }
        return try ZipWriting.bytes(of: members)
    }

    private static func edit(
        _ members: inout [ZipWriting.Member], _ part: String, _ edits: [SheetEdit], _ limits: OfficeFileLimits
    ) throws(OfficeFileError) {
        let relationshipName = PackageRelationships.part(of: part)
        guard let index = members.firstIndex(where: { ZipPackage.folded($0.name) == ZipPackage.folded(part) }) else {
            throw OfficeFileError(.missingPart, part: part, detail: "The workbook lists a sheet that is not there.")
        }
        let relationshipIndex = members.firstIndex {
            ZipPackage.folded($0.name) == ZipPackage.folded(relationshipName)
        }
        let tree = try EditedSheet(members[index].contents, part: part)
        let links = try relationshipIndex.map { (index) throws(OfficeFileError) in
            try EditedRelationships(members[index].contents, part: relationshipName)
        }
        for edit in edits {
            switch edit.change {
            case .text(let text): try tree.show(text, row: edit.row, column: edit.column)
            case .link(let old, let new):
                if try tree.retarget(row: edit.row, column: edit.column, from: old, to: new) { continue }
                guard let id = tree.linkID(row: edit.row, column: edit.column),
                    let links, links.retarget(id, from: old, to: new)
                else { throw OfficeFileError(.missingPart, part: part, detail: "The cell has no such link.") }
            }
        }
        members[index].contents = try tree.bytes()
        if let links, let relationshipIndex { members[relationshipIndex].contents = try links.bytes() }
    }
}
