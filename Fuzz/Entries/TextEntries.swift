#if DEBUG || FUZZING
    import GradingCore
    @testable import ThaiText

    extension FuzzTarget {
        private static let labels = [
            [], ["utf-8"], ["tis-620"], ["windows-874", "utf-8"], ["iso-8859-1"], ["utf-16"], ["x-mac-cyrillic"],
        ]

        /// The first byte chooses what is declared.
        static let decoding = FuzzTarget("decoding") { bytes in
            let declared = labels[Int(bytes.first ?? 0) % labels.count]
            let body = Array(bytes.dropFirst())
            let decoded = decodedText(body, declared: declared)
            try law("an encoding is named", !decoded.encoding.isEmpty)
            try law("damage is visible", !decoded.isDamaged || decoded.text.unicodeScalars.contains("\u{FFFD}"))
            try law("no byte becomes more than three", decoded.text.utf8.count <= body.count * 3)
        }

        static let normalisation = FuzzTarget("normalisation") { bytes in
            let original = text(bytes)
            let shadow = NormalisedText(original)
            try law("the shadow is UTF-8", String(validating: shadow.bytes, as: UTF8.self) != nil)
            let starts = Set(
                original.unicodeScalars.indices.map { original.utf8.distance(from: original.startIndex, to: $0) }
            )
            .union([original.utf8.count])
            var last = 0
            for index in stride(from: 0, to: shadow.bytes.count, by: 1 + shadow.bytes.count / 200) {
                let range = shadow.originalRange(index..<(index + 1))
                try law("a place lies in the text", range.upperBound <= original.utf8.count && !range.isEmpty)
                try law(
                    "a place is whole scalars", starts.contains(range.lowerBound) && starts.contains(range.upperBound))
                try law("a quote is not empty", !shadow.quote(index..<(index + 1), context: 3).isEmpty)
                last = max(last, range.upperBound)
            }
            let all = 0..<shadow.bytes.count
            _ = (shadow.quote(all, context: 0), shadow.surroundings(of: all, context: 5), shadow.words(all))
            let again = NormalisedText(text(shadow.bytes))
            try law("the shadow of a shadow is itself", again.bytes == shadow.bytes)
        }

        static let dates = FuzzTarget("dates") { bytes in
            let shadow = NormalisedText(text(bytes))
            let found = datesFound(in: shadow)
            try law("dates are in order", found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted())
            for date in found + datesInFileName(shadow.original) {
                if let period = date.period { try law("a period goes forward", period.from <= period.to) }
                try law("years are in order", date.fiscalYears == date.fiscalYears.sorted { $0.year < $1.year })
                try law("a date has words", !date.range.isEmpty)
                for year in [1, 2566, 9999] { _ = date.kind.resolved(in: FiscalYear(year)).period }
            }
            for date in found {
                try law("a date lies in the text", date.range.upperBound <= shadow.bytes.count)
                try law("a date is quoted", !date.text.isEmpty)
            }
            _ = TextPattern.allCases.map { ranges(of: $0, in: shadow) }
        }

        /// Lines of phrases, the last line is the text.
        static let phrases = FuzzTarget("phrases") { bytes in
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).prefix(40).map { text($0) }
            let table = Array(lines.dropLast())
            let shadow = NormalisedText(lines.last ?? "")
            let hits = PhraseAutomaton(phrases: table).hits(in: shadow)
            for hit in hits {
                try law("a hit is a phrase", table.indices.contains(hit.phrase))
                let key = NormalisedText.key(table[hit.phrase])
                try law("a hit is its phrase", Array(shadow.bytes[hit.range]) == key)
            }
            let found = Set(hits.map { "\($0.phrase) \($0.range)" })
            try law("a hit is told once", found.count == hits.count)
            let longest = PhraseAutomaton.longest(hits)
            try law("the longest are among all", longest.allSatisfy(Set(hits).contains))
        }

        static let personalData = FuzzTarget("personal-data") { bytes in
            let written = text(bytes)
            let shadow = NormalisedText(written)
            let rules = FuzzData.personalDataRules
            let found = ThaiText.personalData(in: shadow, rules: rules)
            if !mayHoldPersonalData(written) { try law("the quick look misses nothing", found.isEmpty) }
            for datum in found {
                try law("a datum lies in its text", datum.range.upperBound <= shadow.bytes.count)
                try law("a datum has words", !datum.range.isEmpty)
                try law("a datum is masked", !datum.masked.isEmpty)
            }
            let mask = PersonalDataMask(found)
            let masked = mask.masked(written)
            try law("a mask hides what it masks", mask.masked(masked) == masked)
        }
    }
#endif
