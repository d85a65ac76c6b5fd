import WebEvidence

/// Reads one document; see `DocumentCodec`.
struct DocumentReader {
    private let version: Int
    private let base: PageAddress
    private let beginnings: AddressBeginnings
    private var numbers: ByteReader
    private var texts: ByteReader
    private var read: [String] = []
    private var lastPlace = -1

    /// Nil for another version.
    init?(_ bytes: [UInt8], base: PageAddress) {
        var head = ByteReader(bytes)
        version = head.index(below: DocumentCodec.version + 1)
        guard version >= DocumentCodec.firstVersion else { return nil }
        let count = head.count()
        let start = bytes.count - head.remaining
        guard !head.hasFailed else { return nil }
        self.base = base
        beginnings = AddressBeginnings(base)
        numbers = ByteReader(bytes, start..<(start + count))
        texts = ByteReader(bytes, (start + count)..<bytes.count)
    }

    var isComplete: Bool { numbers.isComplete && texts.isComplete }
    var hasFailed: Bool { numbers.hasFailed }

    mutating func document() -> ExtractedDocument {
        var document = ExtractedDocument(title: text())
        let linkCount = count()
        document.blocks = blocks(linkCount: linkCount)
        document.tables = list { $0.table() }
        document.links = links(linkCount, document.blocks)
        document.forms = list { $0.form() }
        document.images = list { $0.image() }
        document.machineDates = list { reader in
            let text = reader.text()
            let role = reader.choice(DocumentCodes.roles, or: .other)
            return MachineDate(text: text, role: role, source: reader.text())
        }
        document.embeds = list { reader in
            let kind = reader.choice(DocumentCodes.embeds, or: .frame)
            let address = reader.address()
            let title = reader.text()
            return PageEmbed(kind: kind, address: address, title: title, headings: reader.list { $0.text() })
        }
        document.refreshTarget = address()
        document.encoding = text()
        document.hasDamagedText = flag()
        document.needsScript = flag()
        if version > 1 { readParts(&document) }
        return document
    }

    private mutating func readParts(_ document: inout ExtractedDocument) {
        document.isRendered = flag()
        document.form = choice(DocumentCodes.forms, or: .page)
        document.parts = list { reader in
            let kind = reader.choice(DocumentCodes.parts, or: .page)
            let number = reader.int()
            let name = reader.text()
            let firstBlock = reader.int()
            return DocumentPart(
                kind: kind, number: number, name: name, firstBlock: firstBlock, isRecognised: reader.flag())
        }
        let partCount = int()
        document.partCount = partCount < 0 ? nil : partCount
        let fault = index(below: DocumentCodes.faults.count + 1)
        document.fault = fault == 0 ? nil : DocumentCodes.faults[fault - 1]
        document.faultDetail = text()
    }

    // MARK: Values

    mutating func fail() { numbers.fail() }
    mutating func count() -> Int { numbers.count() }
    mutating func index(below limit: Int) -> Int { numbers.index(below: limit) }
    mutating func int() -> Int { numbers.int() }
    mutating func flag() -> Bool { numbers.flag() }

    mutating func text() -> String {
        let code = numbers.index(below: .max)
        switch code {
        case 0: return ""
        case 1:
            let text = texts.text(numbers.index(below: .max))
            // An empty text is written as none.
            if texts.hasFailed || text.isEmpty { fail() }
            lastPlace = read.count
            read.append(text)
            return text
        default:
            let place = code == 2 ? lastPlace + 1 : code - 3
            guard read.indices.contains(place) else {
                fail()
                return ""
            }
            lastPlace = place
            return read[place]
        }
    }

    mutating func list<Value>(_ value: (inout DocumentReader) -> Value) -> [Value] {
        var values: [Value] = []
        for _ in 0..<count() {
            if hasFailed { break }
            values.append(value(&self))
        }
        return values
    }

    mutating func choice<Value>(_ values: [Value], or other: Value) -> Value {
        let index = index(below: values.count)
        return values.indices.contains(index) ? values[index] : other
    }

    mutating func region() -> TextBlock.Region { choice(DocumentCodes.regions, or: .main) }

    mutating func address(target: String? = nil) -> PageAddress? {
        guard let form = AddressForm(rawValue: numbers.index(below: AddressForm.allCases.count)) else { return nil }
        let address: PageAddress?
        switch form {
        case .none: return nil
        case .originAndText: address = beginnings.address(form, target: text())
        case .text: address = AddressCodec.address(text())
        case .parts: address = AddressCodec.parts(&numbers)
        default: address = target.flatMap { beginnings.address(form, target: $0) }
        }
        if address == nil { fail() }
        return address
    }
}
