import Checklists
import Foundation

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: root.appending(path: path))) }

func library() throws -> ChecklistLibrary {
    var files: [String: [UInt8]] = [:]
    for folder in ["years", "topics"] {
        guard let walker = FileManager.default.enumerator(atPath: root.appending(path: "checklists/\(folder)").path)
        else { continue }
        for case let path as String in walker where path.hasSuffix(".json") {
            files["\(folder)/\(path)"] = try bytes("checklists/\(folder)/\(path)")
        }
    }
    files["synonyms.json"] = try bytes("checklists/synonyms.json")
    return try ChecklistLibrary(files: files)
}
