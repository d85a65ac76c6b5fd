import Accuracy
import Checklists
import Extraction
import Foundation
import TestSupport
import ThaiText

/// The corpus and the rules of the source tree.
enum CorpusFiles {
    static func rules() throws -> CorpusRules {
        CorpusRules(
            library: try Repository.checklists(),
            signatures: try PageSignatures(json: try Repository.bytes("rules/page-signatures.json")),
            personalData: try PersonalDataRules(json: try Repository.bytes("rules/personal-data.json")),
            wrappers: try WrapperRules(json: try Repository.bytes("rules/wrappers.json")))
    }

    static func part(_ name: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in try paths(below: "corpus/\(name)") { files[path] = try Repository.bytes("corpus/\(name)/\(path)") }
        return files
    }

    private static func paths(below folder: String) throws -> [String] {
        let path = Repository.root.appending(path: folder).path
        return try FileManager.default.subpathsOfDirectory(atPath: path).sorted().filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\($0)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}
