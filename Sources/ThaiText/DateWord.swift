/// What a token of a date expression is.
enum DateWord: Sendable, Hashable {
    case number
    case month(Int, ThaiMonths.Form)

    // Words before a year.
    case fiscal, school, buddhist, common
    /// ประจำปี
    case yearly
    /// ปี
    case year
    /// งบประมาณ, which names a fiscal year only when a plain year follows.
    case budget

    // Joining words.
    /// เดือน, and ประจำเดือน with its like, which no day stands before.
    case monthWord, monthLabel
    case dayWord, to, and, of

    // Rounds.
    case quarter
    /// Q1 to Q4 are written with the letter.
    case quarterLetter
    case firstQuarter
    case half(Int)
    case round
    case first, last
    /// A number of months in words.
    case months(Int)

    // Numbered things.
    case sitting, term
    /// Words that look like a date word but are none, such as an office named ก.พ.
    case noise

    var isMonthWord: Bool { self == .monthWord || self == .monthLabel }

    /// Words that may stand before a year.
    var isMarker: Bool {
        switch self {
        case .fiscal, .school, .buddhist, .common, .yearly, .year: true
        default: false
        }
    }
}

/// A word or number with its place in the shadow.
struct DateToken: Sendable {
    var word: DateWord
    var start: Int
    var end: Int
    /// Of a number; capped.
    var value = 0
    /// Of a number.
    var digits = 0
}

/// What a word beside a date says about it.
enum RoleWord: Sendable, Hashable {
    case signed
    /// ลงวันที่, which also dates cited laws and letters.
    case dated
    /// ลงชื่อ, which makes a later วันที่ a date of signing.
    case signature
    case published, updated
    /// Follows a date: โพสต์โดย.
    case byline
    case law
    /// ฉบับที่, which counts laws but also plans.
    case version
    case gazette
    /// A letter or notice of another body that is cited.
    case letter
    case ordinance
    /// The agency's own plan, report or project.
    case plan
    case nationalPlan
    case session
    case copyright
    case assessmentResult
    /// The assessment itself, whose year is the shelf on which a page stands.
    case assessment
    /// What comes after is of other things: older news, related articles, the plan before.
    case elsewhere
    /// This very text: ฉบับนี้.
    case thisText
    /// The clock of a page, where nothing else stands with it; a report of the day begins so too.
    case today
    /// The state of things on a day.
    case asOf
    /// A word after which a number is no year: เลขที่, โทร.
    case notYear
    /// A word after which a number is no day: ครั้งที่, สขร.
    case notDay
    /// Takes the meaning from a shorter word inside it: ระเบียบวาระ.
    case neutral
}

/// A role word's place in the shadow.
struct RoleMark: Sendable {
    var word: RoleWord
    var start: Int
    var end: Int
}
