/// One thing that is wrong in a checklist file. Loading reports all of them together.
public struct ChecklistProblem: Error, Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Path below the checklists folder, for example `topics/contact/topic.json`.
    public let file: String
    /// JSON path inside the file, for example `$.elements[2].match`; `$` is the whole file.
    public let path: String
    /// What is wrong and how to mend it.
    public let message: String

    public init(file: String, path: String, message: String) {
        self.file = file
        self.path = path
        self.message = message
    }

    public var description: String { "\(file): \(path): \(message)" }

    public static func < (left: ChecklistProblem, right: ChecklistProblem) -> Bool {
        (left.file, left.path, left.message) < (right.file, right.path, right.message)
    }
}

/// Thrown when checklist files hold problems; never empty, sorted by file and path.
public struct ChecklistProblems: Error, Sendable {
    public let problems: [ChecklistProblem]

    public init(_ problems: [ChecklistProblem]) { self.problems = problems.sorted() }
}
