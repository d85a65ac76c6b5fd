import GradingCore

/// Guesses what a date is there for from the words around it.
struct DateRoles {
    let parser: DateParser

    private var text: NormalisedText { parser.text }

    /// How far back words speak for a date, in bytes of the shadow (three for a Thai letter).
    private enum Reach {
        static let law = 400
        static let shortLaw = 160
        static let listed = 12
        static let cited = 260
        static let signature = 240
        static let session = 200
        static let copyright = 90
        static let national = 150
        static let result = 400
        static let adjacent = 48
        static let byline = 120
        static let assessment = 60
        static let elsewhere = 300
        static let thisText = 400
    }

    /// All dates of the text with their roles, ascending by place.
    func dates() -> [TextDate] {
        var result: [TextDate] = []
        result.reserveCapacity(parser.found.count)
        var floor = 0
        var previous: (end: Int, role: TextDate.Role)?
        for found in parser.found {
            // The days of one list share their place: words before the list speak for each of them.
            if let previous, previous.end <= found.range.lowerBound { floor = previous.end }
            let role = role(of: found, after: floor, previous?.role)
            result.append(
                TextDate(
                    range: found.range, text: text.words(found.range), kind: found.kind, role: role,
                    subject: subject(of: found, role, after: floor),
                    isAsOf: role == .covers && found.kind.isDay && isAsOf(found, after: floor),
                    isOfThisText: role == .covers && isOfThisText(found, after: floor)))
            previous = (found.range.upperBound, role)
        }
        return result
    }

    private func role(of found: DateParser.Found, after floor: Int, _ previous: TextDate.Role?) -> TextDate.Role {
        if found.naming == .school { return .school }
        if found.naming == .numbered { return .session }
        if let role = adjacentRole(found, after: floor) { return role }
        guard found.kind.isYears else { return .covers }
        return roleOfYear(found, after: floor, previous)
    }

    private func roleOfYear(
        _ found: DateParser.Found, after floor: Int, _ previous: TextDate.Role?
    ) -> TextDate.Role {
        if isCopyright(found, after: floor) { return .other }
        if isSession(found, after: floor) { return .session }
        if case .yearSpan = found.kind {
            return nearest(.nationalPlan, found, within: Reach.national, after: floor) == nil ? .covers : .other
        }
        if isLaw(found, after: floor, previous) { return .law }
        return found.naming == .bare ? .other : .covers
    }

    /// Is it the year of a council's session, and not of the plan that the council talks about?
    private func isSession(_ found: DateParser.Found, after floor: Int) -> Bool {
        guard case .calendarYear = found.kind,
            let session = nearest(.session, found, within: Reach.session, after: floor)
        else { return false }
        return nearest(.plan, found, within: Reach.session, after: session.end) == nil
    }

    /// The role said directly before (or, for bylines, after) the date.
    private func adjacentRole(_ found: DateParser.Found, after floor: Int) -> TextDate.Role? {
        guard found.naming != .fiscal, found.naming != .bare else { return nil }
        let start = found.range.lowerBound
        var best: RoleMark?
        for mark in parser.marks(endingIn: max(floor, start - Reach.adjacent)..<(start + 1)).reversed() {
            guard mark.start >= floor, isFiller(mark.end..<start) else { continue }
            if best.map({ mark.end == $0.end ? mark.start < $0.start : mark.end > $0.end }) ?? true,
                DateRoles.adjacentWords[mark.word] != nil
            {
                best = mark
            }
        }
        if let best, let role = DateRoles.adjacentWords[best.word] {
            return best.word == .dated && isCited(best, after: floor) ? .law : role
        }
        if isClock(found) { return .updated }
        if isSignedBelow(found, after: floor) { return .signed }
        return isByline(found, after: floor) ? .published : nil
    }

    private static let adjacentWords: [RoleWord: TextDate.Role] = [
        .signed: .signed, .dated: .signed, .published: .published, .updated: .updated, .gazette: .law,
    ]

    /// The whole text is วันนี้ and the day.
    private func isClock(_ found: DateParser.Found) -> Bool {
        guard found.range.upperBound == text.bytes.count, let mark = parser.roles.first, mark.word == .today,
            mark.start == 0
        else { return false }
        return isFiller(mark.end..<found.range.lowerBound)
    }

    /// A date of signing that belongs to a law or to another body's letter.
    private func isCited(_ mark: RoleMark, after floor: Int) -> Bool {
        let range = max(floor, mark.start - Reach.cited)..<(mark.start + 1)
        return parser.marks(endingIn: range).contains { ($0.word == .letter || $0.word == .law) && $0.start >= floor }
    }

    /// ลงชื่อ … วันที่ 5 มกราคม 2566
    private func isSignedBelow(_ found: DateParser.Found, after floor: Int) -> Bool {
        guard nearest(.signature, found, within: Reach.signature, after: floor) != nil else { return false }
        return parser.word(found.first - 1) == .dayWord && parser.isNear(after: found.first - 1)
    }

    private func isByline(_ found: DateParser.Found, after floor: Int) -> Bool {
        let start = found.range.lowerBound
        if let mark = nearest(.byline, found, within: Reach.byline, after: floor),
            DateRoles.when.contains(where: { start - $0.count >= mark.end && isText($0, at: start - $0.count) })
        {
            return true
        }
        let end = found.range.upperBound
        return parser.marks(endingIn: end..<(end + Reach.adjacent)).contains { mark in
            mark.word == .byline && mark.start >= end && isFiller(end..<mark.start)
        }
    }

    /// © 2566
    private func isCopyright(_ found: DateParser.Found, after floor: Int) -> Bool {
        nearest(.copyright, found, within: Reach.copyright, after: floor) != nil || isCopyrightAfter(found)
    }

    private func isCopyrightAfter(_ found: DateParser.Found) -> Bool {
        let end = found.range.upperBound
        return found.naming == .bare
            && parser.marks(endingIn: end..<(end + 8)).contains { $0.word == .copyright && $0.start <= end + 2 }
    }

    private func subject(
        of found: DateParser.Found, _ role: TextDate.Role, after floor: Int
    ) -> TextDate.Subject? {
        let start = found.range.lowerBound
        // One word speaks for a whole list: ข่าวเก่า ปี 2565 | ปี 2564.
        if parser.marks(endingIn: max(0, start - Reach.elsewhere)..<(start + 1)).contains(where: {
            $0.word == .elsewhere
        }) {
            return .elsewhere
        }
        guard found.kind.isYears else { return nil }
        if role == .other, isCopyright(found, after: floor) { return .copyright }
        if nearest(.assessmentResult, found, within: Reach.result, after: floor) != nil { return .assessmentResult }
        guard role == .covers || role == .other,
            let mark = nearest(.assessment, found, within: Reach.assessment, after: floor), isFiller(mark.end..<start)
        else { return nil }
        return .assessment
    }

    /// แผนฉบับนี้ … พ.ศ. 2566, or แผน … พ.ศ. 2566 ฉบับนี้.
    private func isOfThisText(_ found: DateParser.Found, after floor: Int) -> Bool {
        if nearest(.thisText, found, within: Reach.thisText, after: floor) != nil { return true }
        let end = found.range.upperBound
        return parser.marks(endingIn: end..<(end + Reach.adjacent)).contains { mark in
            mark.word == .thisText && mark.start >= end && isFiller(end..<mark.start)
        }
    }

    /// ณ วันที่ 31 มีนาคม 2566. The sign also ends many words.
    private func isAsOf(_ found: DateParser.Found, after floor: Int) -> Bool {
        guard let mark = nearest(.asOf, found, within: Reach.adjacent, after: floor) else { return false }
        let isWord = mark.start == 0 || text.spaceBefore(mark.start) || text.bytes[mark.start - 1] < 0x80
        return isWord && isFiller(mark.end..<found.range.lowerBound)
    }

    /// Is the year part of the name of a law?
    private func isLaw(_ found: DateParser.Found, after floor: Int, _ previous: TextDate.Role?) -> Bool {
        guard case .calendarYear = found.kind, found.naming != .yearly else { return false }
        let reach = found.naming == .buddhist ? Reach.law : Reach.shortLaw
        if nearest(.law, found, within: reach, after: floor) != nil { return true }
        if previous == .law, found.range.lowerBound - floor <= Reach.listed { return true }
        if let version = nearest(.version, found, within: 36, after: floor) {
            if previous == .law, found.range.lowerBound - floor <= Reach.shortLaw { return true }
            return found.naming == .buddhist && text.bytes[max(0, version.start - 1)] == 0x28
                && nearest(.plan, found, within: Reach.cited, after: floor) == nil
        }
        guard found.naming == .buddhist, let ordinance = nearest(.ordinance, found, within: Reach.law, after: floor)
        else { return false }
        return !hasBudget(ordinance.end..<found.range.lowerBound)
    }

    /// A budget ordinance is named by the year that it covers.
    private func hasBudget(_ range: Range<Int>) -> Bool {
        parser.tokens[parser.firstToken(from: range.lowerBound)...].prefix { $0.start < range.upperBound }.contains {
            $0.word == .budget || $0.word == .fiscal
        }
    }

    /// The last word of a role before a date and after the date before.
    private func nearest(
        _ word: RoleWord, _ found: DateParser.Found, within reach: Int, after floor: Int
    ) -> RoleMark? {
        let start = found.range.lowerBound
        return parser.marks(endingIn: max(floor, start - reach)..<(start + 1)).last {
            $0.word == word && $0.start >= floor
        }
    }

    /// True when nothing but punctuation, blanks to fill in, clock times and words like วันที่ stands in a range.
    private func isFiller(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if let word = DateRoles.fillers.first(where: { isText($0, at: index) }) {
                index += word.count
            } else if text.bytes[index] < 0x80, !Latin.isLetter(text.bytes[index]) {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    /// What joins the writer and the day: เผยแพร่โดย admin เมื่อ 5 มกราคม 2566.
    private static let when = ["เมื่อ", "วันที่", "on"].map(NormalisedText.key)

    private static let fillers: [[UInt8]] = [
        "วันที่", "เมื่อ", "ณ", "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์", "ที่", "วัน", "เดือน",
        "เวลา", "น.", "โดย", "on", "date", "at", "ล่าสุด", "ข้อมูล", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday",
        "sunday", "am", "pm",
    ].map(NormalisedText.key)

    private func isText(_ words: [UInt8], at index: Int) -> Bool {
        guard index + words.count <= text.bytes.count else { return false }
        for step in 0..<words.count where text.bytes[index + step] != words[step] { return false }
        return true
    }
}

/// Every date, span and year in a text, ascending by place; readings never overlap except several days of one list.
public func datesFound(in text: NormalisedText) -> [TextDate] {
    var parser = DateParser(text)
    parser.parse()
    return DateRoles(parser: parser).dates()
}
