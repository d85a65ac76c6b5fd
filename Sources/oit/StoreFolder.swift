import FoundationEssentials
import GradingCore
import Storage

/// Which store: `--store`, `OIT_STORE`, else the platform's data folder.
struct StoreFolder: Sendable {
    let path: String
    /// True for a folder that somebody named: then nothing else will do.
    let isChosen: Bool

    init(_ arguments: Arguments) {
        let environment = ProcessInfo.processInfo.environment
        if let chosen = arguments.text(.store) ?? environment["OIT_STORE"], !chosen.isEmpty {
            path = chosen
            isChosen = true
            return
        }
        isChosen = false
        if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
            path = "\(folder)/oit"
        } else {
            path = "\(environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? ".")/.local/share/oit"
        }
    }

    /// True when a store lies there.
    var holdsStore: Bool { Files.exists("\(path)/\(FileStore.fileName)") }

    /// For writing; made when it is not there yet. Exit 74 when it cannot be had.
    func opened(_ language: ReportLanguage) async throws(CommandFailure) -> FileStore {
        do throws(StoreError) { return try await FileStore.open(path, mode: .writing) } catch {
            throw CommandFailure(error, language)
        }
    }

    /// For reading; exit 66 when there is none.
    func read(_ language: ReportLanguage) async throws(CommandFailure) -> FileStore {
        try await StoreFolder.read(path, language)
    }

    static func read(_ folder: String, _ language: ReportLanguage) async throws(CommandFailure) -> FileStore {
        guard Files.exists("\(folder)/\(FileStore.fileName)") else {
            throw CommandFailure(
                .missingInput,
                language == .thai
                    ? "ไม่พบคลังข้อมูลการตรวจที่ \(folder) (กำหนดที่เก็บด้วย --store หรือ OIT_STORE)"
                    : "there is no store in \(folder); name one with --store or OIT_STORE")
        }
        do throws(StoreError) { return try await FileStore.open(folder, mode: .reading) } catch {
            throw CommandFailure(error, language)
        }
    }
}

extension CommandFailure {
    /// What a store could not do ends the program with 74.
    init(_ error: StoreError, _ language: ReportLanguage) {
        let cause = error.cause.isEmpty ? "" : " [\(error.cause)]"
        self.init(.outputFailure, "\(error.message.text(language))\(cause)")
    }
}
