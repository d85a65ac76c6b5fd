/// What a browser lets the page do: nothing is loaded, nothing is sent, and of style and script only the two elements
/// with these SHA-256 hashes count. Text from a website that became markup by some defect could still neither run nor
/// look like anything.
enum ReportPolicy {
    static let styleHash = "YKiPAgtQndkdZZuHfyrEgbyKUs+oBaT8bZYcbT6iwKE="
    static let scriptHash = "pz8l4Q4k14CmuRJvoHqG4WAb6r6xVYlR509f7LDVJ20="

    static let policy =
        "default-src 'none'; style-src 'sha256-\(styleHash)'; script-src 'sha256-\(scriptHash)'; "
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
}
