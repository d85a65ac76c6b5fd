import Fetching
import GradingCore
import Serving

/// The bundled fictional agency: its website, submission and date.
struct SampleAgency: Sendable {
    private let folder: String
    /// The assessment date for which the sample was written.
    let asOf = CivilDate(iso: "2023-05-15")

    init(data: DataFolder) { folder = "\(data.path)/samples/thungfasai" }

    var submissionPath: String { "\(folder)/submission.json" }

    /// Serves the website on 127.0.0.1 while the work goes on; port 0 takes any free one.
    func served<Value: Sendable>(port: UInt16, _ work: (SampleServer) async throws -> Value) async throws -> Value {
        do {
            return try await withSampleServer(folder: folder, port: port, work)
        } catch let error as ServingError {
            throw CommandFailure(.missingInput, "the sample agency cannot be served: \(error)")
        }
    }

    /// The sample's host names lead to the program's own server and nowhere else.
    func mapped(_ settings: FetchSettings, to server: SampleServer) -> FetchSettings {
        var settings = settings
        settings.redirections += server.hosts.compactMap { host in
            FetchSettings.Redirection(host: host, port: 80, address: "127.0.0.1", addressPort: Int(server.port))
        }
        settings.allowedNetworks += [NetworkRange("127.0.0.0/8")].compactMap { $0 }
        return settings
    }
}
