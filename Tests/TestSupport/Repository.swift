public import Checklists
public import Foundation

/// The files of this repository, for tests that read what is shipped.
public enum Repository {
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// - Parameter path: relative to the root of the repository.
    public static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    /// The bundled years, topics and synonyms.
    public static func checklists() throws -> ChecklistLibrary {
        var files: [String: [UInt8]] = [:]
        for folder in ["years", "topics"] {
            let walker = FileManager.default.enumerator(atPath: root.appending(path: "checklists/\(folder)").path)
            while let path = walker?.nextObject() as? String {
                if path.hasSuffix(".json") { files["\(folder)/\(path)"] = try bytes("checklists/\(folder)/\(path)") }
            }
        }
        files["synonyms.json"] = try bytes("checklists/synonyms.json")
        return try ChecklistLibrary(files: files)
    }
}
