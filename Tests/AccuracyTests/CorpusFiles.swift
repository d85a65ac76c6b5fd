import Accuracy
import Checklists
import Extraction
import Foundation
import ThaiText

/// The corpus and the rules of the source tree.
enum CorpusFiles {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: root.appending(path: path))) }

    static func rules() throws -> CorpusRules {
        var files: [String: [UInt8]] = [:]
        for folder in ["years", "topics"] {
            for path in try paths(below: "checklists/\(folder)") where path.hasSuffix(".json") {
                files["\(folder)/\(path)"] = try bytes("checklists/\(folder)/\(path)")
            }
        }
        files["synonyms.json"] = try bytes("checklists/synonyms.json")
        return CorpusRules(
            library: try ChecklistLibrary(files: files),
            signatures: try PageSignatures(json: try bytes("rules/page-signatures.json")),
            personalData: try PersonalDataRules(json: try bytes("rules/personal-data.json")),
            wrappers: try WrapperRules(json: try bytes("rules/wrappers.json")))
    }

    static func part(_ name: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in try paths(below: "corpus/\(name)") { files[path] = try bytes("corpus/\(name)/\(path)") }
        return files
    }

    private static func paths(below folder: String) throws -> [String] {
        let path = root.appending(path: folder).path
        return try FileManager.default.subpathsOfDirectory(atPath: path).sorted().filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\($0)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}
