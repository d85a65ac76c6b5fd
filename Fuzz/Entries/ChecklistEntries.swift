#if DEBUG || FUZZING
    @testable import Checklists
    import GradingCore

    extension FuzzTarget {
        static let checklistYear = FuzzTarget("checklist-year") { bytes in
            let year: YearList
            do throws(ChecklistProblems) {
                year = try FuzzData.library.reading(list: bytes, file: "years/fuzz.json")
            } catch {
                return try law("a refusal has a reason", !error.problems.isEmpty)
            }
            try law("every item has its topic", year.items.allSatisfy { FuzzData.library.topic($0.topic) != nil })
        }

        static let checklistTopic = FuzzTarget("checklist-topic") { bytes in
            var problems: [ChecklistProblem] = []
            guard let topic = TopicReading.topic(bytes, file: "topics/fuzz/topic.json", problems: &problems) else {
                return try law("a refusal has a reason", !problems.isEmpty)
            }
            _ = ChecklistValidation.problems(topics: [topic], years: [])
        }

        static let synonyms = FuzzTarget("synonyms") { bytes in
            var problems: [ChecklistProblem] = []
            _ = Synonyms.read(bytes, file: "synonyms.json", problems: &problems)
        }
    }
#endif
