import WebEvidence

/// Writes one document; see `DocumentCodec`.
struct DocumentWriter {
    private let base: PageAddress
    private let beginnings: AddressBeginnings
    private(set) var numbers = ByteWriter()
    private var texts: [UInt8] = []
    /// The place of each text that was written.
    private var places: [ExactText: Int] = [:]
    private var lastPlace = -1

    init(base: PageAddress) {
        self.base = base
        beginnings = AddressBeginnings(base)
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.count(DocumentCodec.version)
        writer.block(numbers.bytes)
        writer.raw(texts)
        return writer.bytes
    }

    mutating func write(_ document: ExtractedDocument) {
        text(document.title)
        count(document.links.count)
        write(document.blocks, linkCount: document.links.count)
        list(document.tables) { $0.write($1) }
        write(document.links, document.blocks)
        list(document.forms) { $0.write($1) }
        list(document.images) { $0.write($1) }
        list(document.machineDates) { writer, date in
            writer.text(date.text)
            writer.count(DocumentCodes.code(date.role))
            writer.text(date.source)
        }
        list(document.embeds) { writer, embed in
            writer.count(DocumentCodes.code(embed.kind))
            writer.address(embed.address)
            writer.text(embed.title)
            writer.list(embed.headings) { $0.text($1) }
        }
        address(document.refreshTarget)
        text(document.encoding)
        numbers.flag(document.hasDamagedText)
        numbers.flag(document.needsScript)
        flag(document.isRendered)
        count(DocumentCodes.code(document.form))
        list(document.parts) { writer, part in
            writer.count(DocumentCodes.code(part.kind))
            writer.int(part.number)
            writer.text(part.name)
            writer.int(part.firstBlock)
            writer.flag(part.isRecognised)
        }
        int(document.partCount ?? -1)
        count(document.fault.map { DocumentCodes.code($0) + 1 } ?? 0)
        text(document.faultDetail)
    }

    // MARK: Values

    mutating func count(_ value: Int) { numbers.count(value) }
    mutating func int(_ value: Int) { numbers.int(value) }
    mutating func flag(_ value: Bool) { numbers.flag(value) }

    /// 0 nothing, 1 a new text, 2 the text after the one before, else the place of a text that was written.
    mutating func text(_ value: String) {
        guard !value.isEmpty else { return numbers.count(0) }
        if let place = places[ExactText(value)] {
            numbers.count(place == lastPlace + 1 ? 2 : place + 3)
            lastPlace = place
            return
        }
        numbers.count(1)
        numbers.count(value.utf8.count)
        texts += value.utf8
        lastPlace = places.count
        places[ExactText(value)] = lastPlace
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout DocumentWriter, Value) -> Void) {
        numbers.count(values.count)
        for value in values { write(&self, value) }
    }

    mutating func region(_ region: TextBlock.Region) {
        count(DocumentCodes.code(region))
    }

    /// - Parameter target: a text that is written before and may give the address.
    mutating func address(_ address: PageAddress?, target: String? = nil) {
        guard let address else { return count(AddressForm.none.rawValue) }
        if let target {
            for form in AddressForm.ofTarget {
                if beginnings.mayGive(address.text, form, target: target),
                    let made = beginnings.address(form, target: target), AddressCodec.areSame(made, address)
                {
                    return count(form.rawValue)
                }
            }
        }
        if let rest = beginnings.rest(of: address) {
            count(AddressForm.originAndText.rawValue)
            text(rest)
        } else if let made = AddressCodec.address(address.text), AddressCodec.areSame(made, address) {
            count(AddressForm.text.rawValue)
            text(address.text)
        } else {
            count(AddressForm.parts.rawValue)
            AddressCodec.parts(address, &numbers)
        }
    }
}
