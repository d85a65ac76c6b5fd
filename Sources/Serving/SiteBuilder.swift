import FoundationEssentials

/// Checks a description, reads its files once each, and gathers every problem.
struct SiteBuilder {
    private let root: String
    private(set) var problems: [SiteProblem] = []
    private(set) var answers: [SampleSite.Answer] = []
    private(set) var exact: [String: Int] = [:]
    private(set) var unified: [String: Int] = [:]
    private var files: [String: [UInt8]] = [:]

    /// `root` has its symbolic links followed.
    init(root: String) { self.root = root }

    /// Where nothing is described, an empty 404.
    mutating func addFallback(_ fallback: SiteDescription.Answer?) {
        guard let fallback else {
            answers.append(SampleSite.Answer(status: 404, headers: [("Content-Type", "text/html")], body: []))
            return
        }
        answers.append(prepared(fallback, at: "fallback", standardStatus: 404))
    }

    mutating func add(_ route: SiteDescription.Route, at path: String) {
        if !isTarget(route.path) {
            note(path + ".path", "A path begins with / and holds only percent-encoded ASCII, without fragment.")
        }
        let answer = prepared(route.answer, at: path, standardStatus: route.answer.location == nil ? 200 : 302)
        guard exact[route.path] == nil else {
            note(path + ".path", "The path stands twice.")
            return
        }
        exact[route.path] = answers.count
        let target = SampleSite.withUnifiedEscapes(route.path)
        if unified[target] == nil { unified[target] = answers.count }
        answers.append(answer)
    }

    mutating func check(hosts: [String]) {
        for (index, host) in hosts.enumerated() {
            let isName = !host.isEmpty && host.unicodeScalars.allSatisfy { $0.value > 32 && $0 != "/" && $0 != ":" }
            if !isName { note("hosts[\(index)]", "A host is a name without scheme, port and path.") }
        }
    }

    private mutating func note(_ path: String, _ message: String) {
        problems.append(SiteProblem(path: path, message: message))
    }

    private func isTarget(_ path: String) -> Bool {
        path.utf8.first == 47 && path.utf8.allSatisfy { (33...126).contains($0) && $0 != 35 }
    }

    private mutating func prepared(
        _ answer: SiteDescription.Answer, at path: String, standardStatus: Int
    ) -> SampleSite.Answer {
        let status = answer.status ?? standardStatus
        if !(200...599).contains(status) { note(path + ".status", "A status lies between 200 and 599.") }
        var headers: [(name: String, value: String)] = []
        for (name, value) in (answer.headers ?? [:]).sorted(by: { $0.key < $1.key }) {
            if isHeader(name, value) {
                headers.append((name, value))
            } else {
                note(path + ".headers.\(name)", "A header has a name of letters and a value without line breaks.")
            }
        }
        if let location = answer.location {
            if (300...399).contains(status), isHeader("Location", location) {
                headers.append(("Location", location))
            } else {
                note(path + ".location", "A location needs a status of 300 to 399 and no line breaks.")
            }
        }
        if !headers.contains(where: { $0.name.lowercased() == "content-type" }), answer.file != nil {
            headers.append(("Content-Type", "text/html"))
        }
        return SampleSite.Answer(status: status, headers: headers, body: body(answer.file, at: path + ".file"))
    }

    private func isHeader(_ name: String, _ value: String) -> Bool {
        let isToken = { (byte: UInt8) in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 95
        }
        let computed: Set<String> = ["content-length", "transfer-encoding", "connection"]
        return !name.isEmpty && name.utf8.allSatisfy(isToken) && !computed.contains(name.lowercased())
            && value.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
    }

    /// The bytes of a file that lies inside the folder, symbolic links followed.
    private mutating func body(_ file: String?, at path: String) -> [UInt8] {
        guard let file else { return [] }
        if let known = files[file] { return known }
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        guard !file.isEmpty, !parts.contains(where: { $0 == ".." || $0.isEmpty }), !file.utf8.contains(0) else {
            note(path, "A file is named by its path inside the folder, without “..”.")
            return []
        }
        guard let resolved = SampleSite.resolved(root + "/" + file) else {
            note(path, "The file \(file) does not exist.")
            return []
        }
        guard resolved.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
            note(path, "The file \(file) lies outside the folder.")
            return []
        }
        guard let contents = FileManager.default.contents(atPath: resolved) else {
            note(path, "The file \(file) cannot be read.")
            return []
        }
        files[file] = Array(contents)
        return Array(contents)
    }
}
