import Findings
import GradingCore

extension FindingCodec {
    static func write(_ writer: inout ByteWriter, _ currency: CurrencyVerdict) {
        writer.optional(currency.verdict) { $0.choice($1) }
        writer.text(currency.required)
        writer.list(currency.found, write)
        writer.list(currency.missing) { $0.text($1) }
        writer.optional(currency.staleFrom, write)
    }

    static func currency(_ reader: inout ByteReader) -> CurrencyVerdict {
        let verdict = reader.optional { $0.choice(or: CurrencyVerdict.Kind.undated) }
        let required = reader.text()
        let found = reader.list(foundDate)
        let missing = reader.list { $0.text() }
        // Whether there is a date, and the date, may each be missing.
        let staleFrom = reader.optional(date) ?? nil
        return CurrencyVerdict(
            verdict: verdict, required: required, found: found, missing: missing, staleFrom: staleFrom)
    }

    private static func write(_ writer: inout ByteWriter, _ found: CurrencyVerdict.FoundDate) {
        writer.text(found.text)
        writer.choice(found.role)
        writer.list(found.fiscalYears) { $0.int($1.year) }
        writer.optional(found.period) { writer, period in
            write(&writer, period.from)
            write(&writer, period.to)
        }
        writer.flag(found.decides)
        writer.int(found.evidence.number)
    }

    private static func foundDate(_ reader: inout ByteReader) -> CurrencyVerdict.FoundDate {
        let text = reader.text()
        let role = reader.choice(or: CurrencyVerdict.Role.other)
        let years = reader.list { FiscalYear($0.int()) }
        let period = reader.optional(period) ?? nil
        let decides = reader.flag()
        return CurrencyVerdict.FoundDate(
            text: text, role: role, fiscalYears: years, period: period, decides: decides,
            evidence: EvidenceID(reader.int()))
    }

    private static func period(_ reader: inout ByteReader) -> CivilPeriod? {
        let from = date(&reader)
        guard let from, let to = date(&reader), let period = CivilPeriod(from: from, to: to) else {
            reader.fail()
            return nil
        }
        return period
    }

    private static func write(_ writer: inout ByteWriter, _ date: CivilDate) { writer.int(RunRow.number(date)) }

    private static func date(_ reader: inout ByteReader) -> CivilDate? {
        guard let date = RunRow.date(reader.int()) else {
            reader.fail()
            return nil
        }
        return date
    }
}
