/// Keeps spreadsheet programs from computing what a cell of a CSV file begins with, and takes the guard away again.
///
/// The guard is an apostrophe. A hyphen before a space or a letter that is no digit of a formula begins a list entry
/// in many explanations and stays bare; a program shows it as text.
enum FormulaGuard {
    /// The text as it stands in a cell.
    static func guarded(_ text: String) -> String { needsGuard(text) ? "'" + text : text }

    /// The text that a cell means.
    static func bare(_ cell: String) -> String {
        guard cell.hasPrefix("'") else { return cell }
        let rest = String(cell.dropFirst())
        return needsGuard(rest) ? rest : cell
    }

    /// True for what begins a formula, and for what looks as if it were guarded already.
    private static func needsGuard(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.drop { $0 == "'" }
        guard let first = scalars.first else { return false }
        switch first {
        case "=", "+", "@", "＝", "＋", "＠": return true
        case "-", "－":
            guard let second = scalars.dropFirst().first else { return false }
            return second.value < 128 && second != " " && second != "-"
        default: return false
        }
    }
}
