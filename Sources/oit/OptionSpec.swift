/// One option as the parser reads it and help shows it.
struct OptionSpec: Sendable {
    /// With the two dashes.
    var name: String
    /// Placeholder of the value; nil for a switch.
    var value: String?
    var isRepeatable = false
    var help: String

    static let year = OptionSpec(
        name: "--year", value: "YEAR", help: "fiscal year of the checklist, Buddhist era, for example 2566")
    static let checklist = OptionSpec(name: "--checklist", value: "FILE", help: "a list outside the bundled ones")
    static let asOf = OptionSpec(
        name: "--as-of", value: "DATE",
        help: "the assessment date, 2023-05-15 (a year over 2400 is Buddhist era); default today")
    static let website = OptionSpec(
        name: "--website", value: "URL", help: "main website, where the submission names none")
    static let agency = OptionSpec(
        name: "--agency", value: "NAME", help: "name of the agency, where the submission names none")
    static let output = OptionSpec(
        name: "--output", value: "DIR", help: "where reports go; default reports/<agency>-<year>-<date>")
    static let format = OptionSpec(
        name: "--format", value: "LIST",
        help: "which reports: html,json,csv,xlsx,pdf,memo,docx,junit,badge; default html,json,csv")
    static let scoreFormat = OptionSpec(name: "--format", value: "text|json", help: "as --json; default text")
    static let language = OptionSpec(
        name: "--language", value: "th|en",
        help: "language of messages and reports; default from the locale, report.html Thai")
    static let resolve = OptionSpec(
        name: "--resolve", value: "HOST:PORT:ADDRESS", isRepeatable: true,
        help: "answer for a host name, as in curl; repeatable")
    static let allowNetwork = OptionSpec(
        name: "--allow-network", value: "CIDR", isRepeatable: true,
        help: "permit a private or loopback range that is refused by default; repeatable")
    static let concurrency = OptionSpec(name: "--concurrency", value: "N", help: "requests at once in all")
    static let perHost = OptionSpec(
        name: "--per-host", value: "N", help: "requests at once to one host (never over 6 to one address)")
    static let timeout = OptionSpec(name: "--timeout", value: "SECONDS", help: "longest time of one attempt")
    static let maxBytes = OptionSpec(name: "--max-bytes", value: "N", help: "largest body that is read, in bytes")
    static let retries = OptionSpec(name: "--retries", value: "N", help: "tries after the first")
    static let userAgent = OptionSpec(
        name: "--user-agent", value: "TEXT", help: "how the program names itself to servers")
    static let contact = OptionSpec(
        name: "--contact", value: "TEXT", help: "address or page for administrators who see our requests")
    static let secondPass = OptionSpec(
        name: "--second-pass", value: "SECONDS",
        help: "least wait before failures that may pass are tried once more; 0: none")
    static let failUnder = OptionSpec(
        name: "--fail-under", value: "SCORE", help: "exit 1 when the lowest possible OIT score is below")
    static let strict = OptionSpec(name: "--strict", value: nil, help: "exit 2 when items are undecided")
    static let noFail = OptionSpec(name: "--no-fail", value: nil, help: "exit 0 also when a submitted URL is dead")
    static let robots = OptionSpec(
        name: "--robots", value: "followed|strict|off",
        help: "robots.txt for pages that were not submitted (default), for all, or for none")
    static let render = OptionSpec(
        name: "--render", value: "auto|always|never",
        help: "show pages in Chromium: those that are empty without script (default), all, or none")
    static let suggest = OptionSpec(
        name: "--suggest", value: nil,
        help: "look on the website for other addresses of what is dead, wrong or missing")
    static let partial = OptionSpec(
        name: "--partial", value: nil, help: "a draft: items without a row are unknown, not absent")
    static let data = OptionSpec(
        name: "--data", value: "DIR", help: "checklists and rules; default beside the program or OIT_DATA")
    static let json = OptionSpec(name: "--json", value: nil, help: "the result on standard output as JSON")
    static let quiet = OptionSpec(name: "--quiet", value: nil, help: "no summary on standard output")
    static let noProgress = OptionSpec(name: "--no-progress", value: nil, help: "no progress on standard error")
    static let noColor = OptionSpec(name: "--no-color", value: nil, help: "no colours (also NO_COLOR)")
    static let verbose = OptionSpec(name: "--verbose", value: nil, help: "name each request on standard error")
    static let sample = OptionSpec(
        name: "--sample", value: nil, help: "audit the bundled sample agency, served on loopback by the program itself")
    static let store = OptionSpec(
        name: "--store", value: "DIR",
        help: "where runs and evidence are kept; default OIT_STORE or the platform's data folder")
    static let resume = OptionSpec(
        name: "--resume", value: nil, help: "continue a broken run of the same arguments; starts where there is none")
    static let olderThan = OptionSpec(
        name: "--older-than", value: "DAYS", help: "age from which runs may go; default 400")
    static let dryRun = OptionSpec(name: "--dry-run", value: nil, help: "tell what would go, remove nothing")
    static let summary = OptionSpec(
        name: "--summary", value: nil, help: "one overview of all the runs named instead of their reports")
    static let port = OptionSpec(name: "--port", value: "N", help: "port on 127.0.0.1; default 8566")
    static let help = OptionSpec(name: "--help", value: nil, help: "this text")
}

extension OptionSpec {
    static let now = OptionSpec(
        name: "--now", value: "TIME", help: "the time that counts, 2023-05-15T08:00:00+07:00; default the clock's")
    static let due = OptionSpec(name: "--due", value: nil, help: "run: do what is due, then end (what a timer calls)")
    static let fail = OptionSpec(name: "--fail", value: nil, help: "run: exit 1 while an alarm is open")
    static let id = OptionSpec(name: "--id", value: "KEY", help: "add: what the agency is called by; default its host")
    static let update = OptionSpec(
        name: "--update", value: nil, help: "add: replace submission and settings of a KEY that is watched already")
    static let interval = OptionSpec(
        name: "--interval", value: "1h", help: "add: time between checks of links: 30m, 1h, 1d; default 1h")
    static let contentInterval = OptionSpec(
        name: "--content-interval", value: "7d", help: "add: time between readings of the content; default 7d")
    static let auditInterval = OptionSpec(
        name: "--audit-interval", value: "30d", help: "add: time between full audits; default 30d")
    static let itemInterval = OptionSpec(
        name: "--item-interval", value: "o12=15m", isRepeatable: true,
        help: "add: time between checks of the links of one item; repeatable")
    static let confirm = OptionSpec(
        name: "--confirm", value: "3", help: "add: failed tries in a row, over ten minutes at least, that make an alarm"
    )
    static let webhook = OptionSpec(
        name: "--webhook", value: "URL", isRepeatable: true, help: "add: POST each notice there; repeatable")
    static let email = OptionSpec(
        name: "--email", value: "ADDRESS", isRepeatable: true, help: "add: mail notices there; repeatable")
    static let line = OptionSpec(
        name: "--line", value: "TO", isRepeatable: true,
        help: "add: push notices to this user or group of LINE; repeatable")
    static let quietHours = OptionSpec(
        name: "--quiet-hours", value: "22:00-06:00", help: "add: no mail and no LINE message in these hours")
    static let digestAt = OptionSpec(
        name: "--digest-at", value: "08:00", help: "add: when people get, once a day, what can wait")
    static let until = OptionSpec(
        name: "--until", value: "TIME", help: "pause: until this time or day; default for good")
    static let from = OptionSpec(name: "--from", value: "DATE", help: "certificate, history: the first day")
    static let to = OptionSpec(name: "--to", value: "DATE", help: "certificate, history: the last day")
    static let secrets = OptionSpec(
        name: "--secrets", value: "FILE",
        help: "OIT_SMTP_… and the like from a file of mode 600; default OIT_SECRETS, else the environment alone")
    static let by = OptionSpec(name: "--by", value: "NAME", help: "ack, status: who it is; default the user's name")
    static let printUnits = OptionSpec(
        name: "--print", value: nil, help: "install: print the units of systemd and the line of cron")
}

/// A command with its options: what the parser accepts and help prints.
struct CommandSpec: Sendable {
    var name: String
    /// Arguments as help shows them.
    var arguments: String
    var summary: String
    var options: [OptionSpec]
    /// Lines below the summary in the command's own help.
    var details: [String] = []
}
