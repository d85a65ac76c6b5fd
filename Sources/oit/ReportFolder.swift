import Findings
import Reporting
import Storage

/// A folder that reports go to. What an earlier run left in it is moved aside, never overwritten.
struct ReportFolder: Sendable {
    let path: String

    /// Every file that the program writes into such a folder.
    static let ownNames = [
        "report.html", "report.json", "items.csv", "evidence.csv", FileStore.fileName, "review.html",
        "review-log.jsonl", ReportPictures.pageName,
    ]

    /// Exit 74 when the folder holds files of these names that are not ours.
    func check() throws(CommandFailure) {
        let there = ReportFolder.ownNames.filter { Files.exists("\(path)/\($0)") }
        guard !there.isEmpty, try run() == nil, !there.contains(FileStore.fileName) else { return }
        throw CommandFailure(
            .outputFailure,
            "\(path) holds \(there.joined(separator: ", ")), not written by this program; choose another --output")
    }

    /// The run whose report.json lies in the folder; nil without one.
    private func run() throws(CommandFailure) -> RunID? {
        let report = "\(path)/report.json"
        guard Files.exists(report), !Files.isFolder(report) else { return nil }
        return try Files.reportHead(report).map { RunID($0.run) }
    }

    /// Moves the files of another run to `earlier/RUN`; gives that folder, nil when there was nothing to move.
    /// Files of the same run stay and are replaced one by one.
    func makeRoom(for run: RunID) throws(CommandFailure) -> String? {
        let there = ReportFolder.ownNames.filter { Files.exists("\(path)/\($0)") }
        let earlier = try self.run()
        guard !there.isEmpty, earlier != run else { return nil }
        let name = earlier?.text ?? "unnamed"
        var folder = "\(path)/earlier/\(name)"
        var count = 1
        while Files.exists(folder) {
            count += 1
            folder = "\(path)/earlier/\(name)-\(count)"
        }
        try Files.makeFolder(folder)
        for file in there { try Files.move("\(path)/\(file)", to: "\(folder)/\(file)") }
        let pictures = ReportPictures.folderName
        if there.contains(ReportPictures.pageName), Files.isFolder("\(path)/\(pictures)") {
            try Files.move("\(path)/\(pictures)", to: "\(folder)/\(pictures)")
        }
        return folder
    }

    /// Removes the pictures of an earlier call, and nothing else that may lie beside them.
    func removePictures() throws(CommandFailure) {
        let folder = "\(path)/\(ReportPictures.folderName)"
        guard Files.isFolder(folder) else { return }
        for name in try Files.names(in: folder) {
            guard name.hasPrefix("e"), name.hasSuffix(".webp"), name.dropFirst().dropLast(5).allSatisfy(\.isNumber)
            else { continue }
            Files.removeDraft("\(folder)/\(name)")
        }
    }

    func write(_ files: [(name: String, bytes: [UInt8])]) throws(CommandFailure) {
        try Files.write(files.map { ("\(path)/\($0.name)", $0.bytes) })
    }
}
