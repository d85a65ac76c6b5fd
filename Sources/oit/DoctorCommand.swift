import FoundationEssentials
import GradingCore
import Programs

/// `oit doctor`: which optional programs are there, and what is lost without them.
struct DoctorCommand {
    static let spec = CommandSpec(
        name: "doctor", arguments: "",
        summary: "which optional programs are there, and what is lost without them",
        options: [.language, .json])

    private let arguments: Arguments
    private let language: ReportLanguage

    init(_ arguments: Arguments) throws(CommandFailure) {
        self.arguments = arguments
        language = try Language.chosen(arguments)
        guard arguments.positional.isEmpty else {
            throw CommandFailure(.wrongCommandLine, "doctor takes no argument\nSee: oit doctor --help")
        }
    }

    /// What was found of one program.
    private struct Finding: Encodable {
        var name: String
        var found: Bool
        var version: String
        var package: String
        var purpose: String
        var lost: String
        var path: String

        private enum CodingKeys: String, CodingKey {
            case name, found, version, package, lost, path
            case purpose = "for"
        }
    }

    func run() async throws -> ExitCode {
        let spawner = ProgramSpawner()
        var findings: [Finding] = []
        for program in OptionalProgram.all { findings.append(await finding(program, spawner)) }
        if arguments.has(.json) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Console.result(String(decoding: try encoder.encode(findings), as: UTF8.self) + "\n")
            return .finished
        }
        for finding in findings { Console.result(text(finding)) }
        Console.result(await sandbox(spawner).text(language) + "\n")
        let packages = findings.filter { !$0.found }.flatMap { $0.package.split(separator: " ") }
        guard !packages.isEmpty else { return .finished }
        var seen: Set<Substring> = []
        let names = packages.filter { seen.insert($0).inserted }.joined(separator: " ")
        Console.result(
            BilingualText(th: "ติดตั้งที่ขาดด้วย:", en: "What is missing is installed with:").text(language)
                + "\n  sudo apt-get install --no-install-recommends \(names)\n")
        return .finished
    }

    private func finding(_ program: OptionalProgram, _ spawner: ProgramSpawner) async -> Finding {
        var finding = Finding(
            name: program.name, found: false, version: "", package: program.package,
            purpose: program.purpose.text(language), lost: program.loss.text(language), path: "")
        for name in [program.name] + program.otherNames {
            do throws(ProgramError) {
                let found = try Program(name)
                finding.found = true
                finding.path = found.path
                finding.version = try await spawner.version(of: found, arguments: program.versionArguments)?.text ?? ""
                return finding
            } catch {
                // Not under this name, or it cannot be run: then its version is not known.
                if finding.found { return finding }
            }
        }
        return finding
    }

    private func text(_ finding: Finding) -> String {
        let sign = finding.found ? "✓" : "✗"
        let words =
            finding.found
            ? finding.version
            : BilingualText(
                th: "ไม่พบ (แพ็กเกจ \(finding.package)): \(finding.lost)",
                en: "not there (package \(finding.package)): \(finding.lost)"
            ).text(language)
        return "\(sign) \(HelpText.padded(finding.name, 10)) \(finding.purpose)\n    \(words)\n"
    }

    /// Whether programs are really locked up here, found out by running one.
    private func sandbox(_ spawner: ProgramSpawner) async -> BilingualText {
        do throws(ProgramError) {
            return try await spawner.isSandboxed()
                ? BilingualText(
                    th: "✓ โปรแกรมภายนอกทำงานโดยไม่มีเครือข่ายและเห็นระบบแบบอ่านอย่างเดียว",
                    en: "✓ outside programs run without network and with a read-only view of the system")
                : BilingualText(
                    th: "✗ กั้นโปรแกรมภายนอกไม่ได้บนเครื่องนี้ จำกัดได้เฉพาะเวลา หน่วยความจำ และขนาดแฟ้ม",
                    en: "✗ outside programs cannot be locked up here; only time, memory and size of files are limited")
        } catch {
            return BilingualText(
                th: "✗ ไม่พบ setpriv และ prlimit (แพ็กเกจ util-linux) จึงใช้โปรแกรมภายนอกไม่ได้",
                en: "✗ setpriv and prlimit are missing (package util-linux): no outside program can be used")
        }
    }
}
