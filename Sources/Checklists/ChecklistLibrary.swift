public import GradingCore

/// All topics and years of a checklists folder, read and checked.
public struct ChecklistLibrary: Sendable {
    /// Sorted by id.
    public let topics: [Topic]
    /// Sorted by year.
    public let years: [YearList]
    /// Words that agencies use for one another in the names of topics (`synonyms.json`); empty without the file.
    public let synonyms: [[String]]
    /// Groups of words by name, of which the wordings of topics are made.
    public let wordGroups: [String: [String]]
    /// Words after which a name is only referred to: "the results according to the plan" are no plan.
    public let referringWords: [String]
    /// What stands before the name of a local body, and words that may follow such a form without being a name.
    public let agencyForms: [String]
    public let agencyStops: [String]
    /// What a page says whose content a reader of its text does not see: "please enable JavaScript".
    public let unseenSigns: [String]
    /// What begins a line that names other pages: "key words:", "see also".
    public let pointingWords: [String]
    /// What stands before the title of an official notice: "subject:".
    public let titleMarks: [String]
    /// What stands before the name of an agency that is no local body.
    public let otherAgencyForms: [String]
    /// Words by which a page shows that what is asked for does not stand on it.
    public let signs: PageSigns
    /// Which topics hold others (`lineage.json`); no relation without the file.
    public let lineage: Lineage
    /// The days of the assessment (`calendars/*.json`); nothing is known without the files.
    public let calendars: AssessmentCalendars
    /// The bytes that were read, by path below the folder; for digests.
    public let files: [String: [UInt8]]
    private let topicIndex: [TopicID: Int]

    /// Reads every `topics/*/topic.json` and `years/*.json` of `files` (keys are paths below the checklists folder).
    /// Throws all problems together.
    /// - Parameter readsTopics: false for the lists of items alone, which are then not checked against topics.
    public init(files: [String: [UInt8]], readsTopics: Bool = true) throws(ChecklistProblems) {
        var problems: [ChecklistProblem] = []
        var topics: [Topic] = []
        var years: [YearList] = []
        for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
            if readsTopics, file.hasPrefix("topics/"), file.hasSuffix("/topic.json") {
                guard let topic = TopicReading.topic(bytes, file: file, problems: &problems) else { continue }
                if file != "topics/\(topic.id.text)/topic.json" {
                    problems.append(
                        ChecklistProblem(file: file, path: "$.topic", message: "must equal the name of the folder"))
                }
                topics.append(topic)
            } else if file.hasPrefix("years/"), file.hasSuffix(".json"),
                let year = YearReading.year(bytes, file: file, problems: &problems)
            {
                years.append(year)
            }
        }
        if readsTopics { problems += ChecklistValidation.problems(topics: topics, years: years) }
        let words = files["synonyms.json"].map { Synonyms.read($0, file: "synonyms.json", problems: &problems) }
        synonyms = words?.groups ?? []
        wordGroups = words?.wordGroups ?? [:]
        problems += ChecklistValidation.unknownGroups(in: topics, known: words.map { Set($0.wordGroups.keys) })
        referringWords = words?.referring ?? []
        agencyForms = words?.agencyForms ?? []
        agencyStops = words?.agencyStops ?? []
        titleMarks = words?.titleMarks ?? []
        pointingWords = words?.pointing ?? []
        unseenSigns = words?.unseenSigns ?? []
        otherAgencyForms = words?.otherAgencyForms ?? []
        signs = words?.signs ?? PageSigns()
        lineage =
            files["lineage.json"].map {
                Lineage($0, file: "lineage.json", topics: topics, problems: &problems)
            } ?? Lineage()
        calendars = AssessmentCalendars(files: files, problems: &problems)
        guard problems.isEmpty else { throw ChecklistProblems(problems) }
        self.topics = topics.sorted { $0.id < $1.id }
        self.years = years.sorted { ($0.year, $0.file) < ($1.year, $1.file) }
        self.files = files
        topicIndex = Dictionary(uniqueKeysWithValues: self.topics.enumerated().map { ($1.id, $0) })
    }

    /// The same topics with one more list, read from a file outside the folder (`--checklist`).
    public func reading(list bytes: [UInt8], file: String) throws(ChecklistProblems) -> YearList {
        var problems: [ChecklistProblem] = []
        let year = YearReading.year(bytes, file: file, problems: &problems)
        if let year { problems += ChecklistValidation.problems(topics: topics, years: [year]) }
        guard let year, problems.isEmpty else { throw ChecklistProblems(problems) }
        return year
    }

    /// The topic of an id. Every item of a checked list has one.
    public func topic(_ id: TopicID) -> Topic? { topicIndex[id].map { topics[$0] } }

    /// The list of a fiscal year; nil when there is none.
    public func year(_ year: Int) -> YearList? { years.first { $0.year == year } }

    /// The files on which the judgement of a list rests, sorted by path: what its digest is made of.
    public func sources(of list: YearList) -> [(path: String, bytes: [UInt8])] {
        let paths = Set(list.items.map { "topics/\($0.topic.text)/topic.json" } + [list.file, "synonyms.json"])
        return paths.sorted().compactMap { path in files[path].map { (path, $0) } }
    }
}
