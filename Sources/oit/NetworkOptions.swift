import Assessing
import Fetching

/// The options that limit and direct requests, as settings of the fetcher.
enum NetworkOptions {
    static func robots(_ arguments: Arguments) throws(CommandFailure) -> RobotsMode {
        guard let text = arguments.text(.robots) else { return .followed }
        guard let mode = RobotsMode(rawValue: text) else {
            throw CommandFailure(.wrongCommandLine, "--robots is followed, strict or off, not \"\(text)\"")
        }
        return mode
    }

    static func render(_ arguments: Arguments) throws(CommandFailure) -> RenderMode {
        guard let text = arguments.text(.render) else { return .auto }
        guard let mode = RenderMode(rawValue: text) else {
            throw CommandFailure(.wrongCommandLine, "--render is auto, always or never, not \"\(text)\"")
        }
        return mode
    }

    static func settings(_ arguments: Arguments) throws(CommandFailure) -> FetchSettings {
        var limits = FetchLimits()
        if let number = try arguments.number(.concurrency, in: 1...1000) { limits.concurrency = number }
        if let number = try arguments.number(.perHost, in: 1...6) { limits.perHost = number }
        if let number = try arguments.number(.timeout, in: 1...3600) {
            limits.timeout = .seconds(number)
            limits.documentTimeout = max(limits.documentTimeout, limits.timeout)
        }
        if let number = try arguments.number(.maxBytes, in: 1024...2_000_000_000) { limits.maximumBodyBytes = number }
        if let number = try arguments.number(.retries, in: 0...20) { limits.retries = number }
        var settings = FetchSettings(version: OIT.version)
        settings.limits = limits
        settings.contact = arguments.text(.contact) ?? ""
        settings.userAgent = arguments.text(.userAgent)
        var problems: [String] = []
        for text in arguments.texts(.resolve) {
            if let resolution = FetchSettings.Resolution(text) {
                settings.resolutions.append(resolution)
            } else {
                problems.append("--resolve is HOST:PORT:ADDRESS, not \"\(text)\"")
            }
        }
        for text in arguments.texts(.allowNetwork) {
            if let range = NetworkRange(text) {
                settings.allowedNetworks.append(range)
            } else {
                problems.append("--allow-network is a range such as 127.0.0.0/8, not \"\(text)\"")
            }
        }
        guard problems.isEmpty else { throw CommandFailure(.wrongCommandLine, problems.joined(separator: "; ")) }
        return settings
    }
}
