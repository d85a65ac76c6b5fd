import Findings
import GradingCore
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

    /// What it writes there only where asked; moved aside with the rest of another run.
    static let chosenNames = ReportFormat.allCases.flatMap(\.fileNames).filter { !ownNames.contains($0) }

    /// Exit 74 when the folder holds files of these names that are not ours.
    func check() throws(CommandFailure) {
        try sweep()
        let there = ReportFolder.ownNames.filter { Files.exists("\(path)/\($0)") }
        guard !there.isEmpty, try run() == nil, !there.contains(FileStore.fileName) else { return }
        throw CommandFailure(
            .outputFailure,
            "\(path) holds \(there.joined(separator: ", ")), not written by this program; choose another --output")
    }

    /// True when every report of a run, and the run itself, lies in the folder.
    func holds(_ run: RunID, _ formats: [ReportFormat]) throws(CommandFailure) -> Bool {
        let names = formats.flatMap(\.fileNames) + [FileStore.fileName]
        guard names.allSatisfy({ Files.exists("\(path)/\($0)") }) else { return false }
        return try self.run() == run
    }

    /// Takes away what programs that were killed have left half made: their drafts carry the number of the process.
    private func sweep() throws(CommandFailure) {
        let names = ReportFolder.ownNames + ReportFolder.chosenNames + [CommandMark.name]
        for file in try Files.names(in: path) {
            let draft =
                names.first { file.hasPrefix("\($0).new-") || file.hasPrefix("\($0).writing-") }
                .map { file.dropFirst($0.utf8.count + 1).drop { $0 != "-" }.dropFirst() }
                ?? (file.hasPrefix(".oit-") ? file.dropFirst(5) : nil)
            let digits = draft?.prefix { $0.isASCII && $0.isNumber } ?? ""
            guard let process = Int32(digits), !Files.isRunning(process), !Files.isFolder("\(path)/\(file)")
            else { continue }
            Files.removeDraft("\(path)/\(file)")
        }
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
        let earlier = try self.run()
        let names = ReportFolder.ownNames + (earlier == nil ? [] : ReportFolder.chosenNames)
        let there = names.filter { Files.exists("\(path)/\($0)") }
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

    /// Writes them all or none. A memo that is there, other than the new one, is kept under another name.
    func write(_ files: [ReportWriting.File], _ language: ReportLanguage) throws(CommandFailure) {
        for file in files where ReportFormat.allCases.contains(where: { $0.isFilledIn && $0.fileNames == [file.name] })
        {
            try ReportFolder.keepFilledIn("\(path)/\(file.name)", against: file.bytes, language)
        }
        try write(files)
    }

    /// Writes them all or none.
    func write(_ files: [ReportWriting.File]) throws(CommandFailure) {
        try Files.write(files.map { ("\(path)/\($0.name)", $0.bytes) })
    }

    /// Writes the reports; exit 74 afterwards where one of them could not be made.
    func write(_ report: Report, _ formats: [ReportFormat], _ writing: ReportWriting) async throws(CommandFailure) {
        let made = await writing.files(report, formats)
        try write(made.files, writing.language)
        try ReportFolder.fail(made.failures)
    }

    static func fail(_ failures: [String]) throws(CommandFailure) {
        guard failures.isEmpty else { throw CommandFailure(.outputFailure, failures.joined(separator: "\n")) }
    }

    /// Moves a file that differs from what is to be written to the next free name: `memo-1.odt`.
    static func keepFilledIn(
        _ path: String, against bytes: [UInt8], _ language: ReportLanguage
    ) throws(CommandFailure) {
        guard Files.exists(path), !Files.isSpecial(path), try Files.bytes(path) != bytes else { return }
        let end = path.lastIndex(of: ".") ?? path.endIndex
        var number = 1
        while Files.exists("\(path[..<end])-\(number)\(path[end...])") { number += 1 }
        let kept = "\(path[..<end])-\(number)\(path[end...])"
        try Files.move(path, to: kept)
        Console.note("oit: \(ReportWritingTexts.keptMemo(path, kept).text(language))")
    }
}
