import Findings
import GradingCore

/// Findings of items in one block. A field that is new in a finding needs the next version here; a test compares the
/// fields of each type with what is written.
enum FindingCodec {
    static let version = 2
    /// Quotes of version 1 had no location.
    static let firstVersion = 1

    static func bytes(_ items: [ItemFinding]) -> [UInt8] {
        var writer = ByteWriter()
        writer.count(version)
        writer.list(items, write)
        return writer.bytes
    }

    /// Nil for anything that `bytes` never gives.
    static func items(_ bytes: [UInt8]) -> [ItemFinding]? {
        var reader = ByteReader(bytes)
        let version = reader.index(below: version + 1)
        guard version >= firstVersion else { return nil }
        let items = reader.list { item(&$0, version: version) }
        return reader.isComplete ? items : nil
    }

    // MARK: Item

    private static func write(_ writer: inout ByteWriter, _ item: ItemFinding) {
        writer.text(item.item.text)
        writer.text(item.topic.text)
        writer.text(item.title)
        writer.text(item.subIndicator)
        writer.choice(item.verdict)
        writer.list(item.reasons, write)
        writer.list(item.elements, write)
        writer.list(item.hints) { writer, hint in
            writer.text(hint.code)
            writer.text(hint.message)
        }
        write(&writer, item.currency)
        writer.list(item.evidence) { $0.int($1.number) }
        writer.choice(item.confidence)
    }

    private static func item(_ reader: inout ByteReader, version: Int) -> ItemFinding {
        let id = ItemID(reader.text())
        let topic = TopicID(reader.text())
        let title = reader.bilingual()
        let subIndicator = reader.text()
        let verdict = reader.choice(or: Verdict.undecided)
        let reasons = reader.list(reason)
        let elements = reader.list { element(&$0, version: version) }
        let hints = reader.list { reader in
            let code = reader.text()
            return Hint(code: code, message: reader.bilingual())
        }
        let currency = currency(&reader)
        let evidence = reader.list { EvidenceID($0.int()) }
        return ItemFinding(
            item: id, topic: topic, title: title, subIndicator: subIndicator, verdict: verdict, reasons: reasons,
            elements: elements, hints: hints, currency: currency, evidence: evidence,
            confidence: reader.choice(or: .low))
    }

    // MARK: Reasons and elements

    private static func write(_ writer: inout ByteWriter, _ reason: Reason) {
        writer.choice(reason.code)
        writer.text(reason.message)
        writer.optional(reason.fix) { $0.text($1) }
        writer.optional(reason.evidence) { $0.int($1.number) }
    }

    private static func reason(_ reader: inout ByteReader) -> Reason {
        let code = reader.choice(or: ReasonCode.unreadable)
        let message = reader.bilingual()
        let fix = reader.optional { $0.bilingual() }
        return Reason(
            code: code, message: message, fix: fix, evidence: reader.optional { EvidenceID($0.int()) })
    }

    private static func write(_ writer: inout ByteWriter, _ element: ElementMatch) {
        writer.text(element.id)
        writer.text(element.title)
        writer.choice(element.verdict)
        writer.choice(element.confidence)
        writer.optional(element.evidence) { $0.int($1.number) }
        writer.text(element.quote)
        writer.text(element.place)
        writer.text(element.surroundings.words)
        writer.text(element.surroundings.before)
        writer.text(element.surroundings.after)
        writer.optional(element.surroundings.location) { writer, location in
            writer.choice(location.kind)
            writer.int(location.number)
            writer.text(location.name)
            writer.text(location.cell)
            writer.flag(location.isRecognised)
        }
    }

    private static func location(_ reader: inout ByteReader) -> QuoteLocation {
        let kind = reader.choice(or: QuoteLocation.Kind.page)
        let number = reader.int()
        let name = reader.text()
        let cell = reader.text()
        return QuoteLocation(kind: kind, number: number, name: name, cell: cell, isRecognised: reader.flag())
    }

    private static func element(_ reader: inout ByteReader, version: Int) -> ElementMatch {
        let id = reader.text()
        let title = reader.bilingual()
        let verdict = reader.choice(or: Verdict.undecided)
        let confidence = reader.choice(or: Confidence.low)
        let evidence = reader.optional { EvidenceID($0.int()) }
        let quote = reader.text()
        let place = reader.text()
        let words = reader.text()
        let before = reader.text()
        let after = reader.text()
        let location = version > 1 ? reader.optional(location) : nil
        return ElementMatch(
            id: id, title: title, verdict: verdict, confidence: confidence, evidence: evidence, quote: quote,
            place: place,
            surroundings: QuoteSurroundings(words: words, before: before, after: after, location: location))
    }
}
