#if DEBUG || FUZZING
    import Foundation
    import FuzzEntries

    /// What lies in `Fuzz/` for one target.
    struct FuzzFiles {
        private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fuzz", isDirectory: true)

        /// Small files of ours, with those that code makes.
        let seeds: [(name: String, bytes: [UInt8])]
        /// What once broke a law.
        let cases: [(name: String, bytes: [UInt8])]

        init(_ target: FuzzTarget) throws {
            let made = target.madeSeeds().enumerated().map { ("made-\($0.offset)", $0.element) }
            seeds = try FuzzFiles.files(in: "seeds", of: target) + made
            cases = try FuzzFiles.files(in: "cases", of: target)
        }

        /// Sorted by name; none where there is no folder.
        private static func files(in kind: String, of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
            let folder = top.appendingPathComponent(kind).appendingPathComponent(target.name)
            guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
                (name, [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))
            }
        }

        /// Folders under `Fuzz/seeds` and `Fuzz/cases` that belong to no target.
        static func strayFolders() throws -> [String] {
            let names = Set(FuzzTarget.all.map(\.name))
            return try ["seeds", "cases"].flatMap { kind -> [String] in
                let folder = top.appendingPathComponent(kind)
                guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
                return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !names.contains($0) }
                    .map { "\(kind)/\($0)" }
            }
        }
    }
#endif
