import FoundationEssentials
import Notifying
import Proofs

/// What the operator set once for every command: variables of the environment and of a file of secrets, and the key
/// beside the store.
struct OperatorSettings {
    let variables: [String: String]

    /// - Throws: a failure that names the file, where it cannot be read or is open to others.
    init(_ arguments: Arguments) throws(CommandFailure) {
        var variables = ProcessInfo.processInfo.environment
        do throws(SettingsFault) {
            if let file = arguments.text(.secrets) ?? variables["OIT_SECRETS"], !file.isEmpty {
                // What stands in the environment of this very call counts more.
                variables = try ChannelSettings.variables(file: file).merging(variables) { $1.isEmpty ? $0 : $1 }
            }
        } catch { throw CommandFailure(.wrongCommandLine, "\(error)") }
        self.variables = variables
    }

    /// Nil for a variable that is not set or empty.
    subscript(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Certificates by which time-stamps are trusted; nil: those of the system.
    var authorityTrust: String? { self["OIT_TSA_CA"] }

    /// Who stamps what is sealed; nil where nobody was configured.
    var authority: TimeStampAuthority? {
        self["OIT_TSA_URL"].map { TimeStampAuthority(url: $0, caFile: authorityTrust, version: OIT.version) }
    }

    /// The key of whoever runs the program, beside the store; made at first use.
    static func key(in folder: String) throws(CommandFailure) -> OperatorKey {
        do { return try OperatorKey(file: "\(folder)/operator-key.pem") } catch {
            throw CommandFailure(.outputFailure, "\(error)")
        }
    }
}
