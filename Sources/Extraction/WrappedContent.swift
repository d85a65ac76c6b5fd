import WebEvidence

/// The names that rules look for in scripts and attributes, by the hash of their lower-case bytes.
struct InsideIndex: Sendable {
    struct Use: Sendable {
        var rule: Int
        var isCall: Bool
    }

    let rules: [WrapperRules.InsideRule]
    private var names: [UInt64: [Use]] = [:]
    private var attributes: [UInt64: [Int]] = [:]

    init(_ rules: [WrapperRules.InsideRule]) {
        self.rules = rules
        for (number, rule) in rules.enumerated() {
            for key in rule.keys { names[stableHash(key), default: []].append(Use(rule: number, isCall: false)) }
            for call in rule.calls { names[stableHash(call), default: []].append(Use(rule: number, isCall: true)) }
            for name in rule.attributes { attributes[stableHash(name.utf8), default: []].append(number) }
        }
    }

    var isEmpty: Bool { rules.isEmpty }

    func rules(ofAttribute name: UnsafeBufferPointer<UInt8>) -> [Int] { attributes[stableHash(name)] ?? [] }

    /// Settings with a quoted value: `PDFFile: 'a.pdf'`, `"pdfUrl":"https:\/\/…"`, `var url = "a.pdf"`, and calls such
    /// as `getDocument('a.pdf')`. One pass, whatever the script is.
    func findings(in script: [UInt8]) -> [(rule: Int, reference: String)] {
        var found: [(Int, String)] = []
        var isNear: [Int: Bool] = [:]
        var scanner = SettingScanner(script)
        while found.count < Limits.wrappedContent, let setting = scanner.next() {
            for use in setting.hashes.flatMap({ names[$0] ?? [] }) where use.isCall == setting.isCall {
                let rule = rules[use.rule]
                guard rule.endings.isEmpty || isFile(setting.value, rule.endings) else { continue }
                let isAmong = isNear[use.rule] ?? (rule.near.isEmpty || rule.near.contains { scanner.holds($0) })
                isNear[use.rule] = isAmong
                guard isAmong else { continue }
                found.append((use.rule, setting.value))
            }
        }
        return found
    }
}

extension DocumentBuilder {
    /// A viewer's settings in a script.
    mutating func readSettings(ofScript script: [UInt8]) {
        guard !inside.isEmpty, script.count < 1_000_000 else { return }
        for (rule, reference) in inside.findings(in: script) { noteContent(reference, rule, title: nil) }
    }

    /// A viewer's settings in the attributes of its element. A button's are left alone: what it opens is a link.
    mutating func readSettings(_ attributes: HTMLAttributes) {
        guard !inside.isEmpty, openLinks.isEmpty, !attributes.has(.href), !attributes.has(.onclick) else { return }
        var found: [(Int, String)] = []
        attributes.forEachUncommon { name, value in
            if value.first == 123 || value.first == 91 {
                found += inside.findings(in: Array(value))
            } else {
                for rule in inside.rules(ofAttribute: name) {
                    let reference = String(decoding: value, as: UTF8.self)
                    let endings = inside.rules[rule].endings
                    if endings.isEmpty || isFile(reference, endings) { found.append((rule, reference)) }
                }
            }
        }
        let title = found.isEmpty ? nil : attributes.text(.title)
        for (rule, reference) in found { noteContent(reference, rule, title: title) }
    }

    private mutating func noteContent(_ reference: String, _ rule: Int, title: String?) {
        guard contentCount < Limits.wrappedContent, reference.utf8.count <= 4_000,
            let address = resolved(reference), address.withoutFragment != baseAddress.withoutFragment,
            !document.embeds.contains(where: { $0.address == address })
        else { return }
        contentCount += 1
        let own = title.map(foldedText) ?? ""
        document.embeds.append(
            PageEmbed(
                kind: .embed, address: address, title: own.isEmpty ? inside.rules[rule].title : own,
                headings: context.region == .main ? headings.texts : []))
        contentPlaces.insert(document.embeds.count - 1)
    }

    /// A file that the page also links to or frames is better told by the link or frame and what stands around it;
    /// one that several settings name is one.
    mutating func dropLinkedContent() {
        guard !contentPlaces.isEmpty else { return }
        let others = document.embeds.enumerated().filter { !contentPlaces.contains($0.offset) }.map(\.element.address)
        var known = Set((document.links.map(\.address) + others).compactMap { $0.map(opened) })
        document.embeds = document.embeds.enumerated().filter { place, embed in
            guard contentPlaces.contains(place), let address = embed.address else { return true }
            return known.insert(opened(address)).inserted
        }.map(\.element)
    }

    /// What an address leads to, so that two ways to one file compare as one.
    private func opened(_ address: PageAddress) -> PageAddress {
        let way = wrappers.contentAddress(of: address) ?? wrappers.contentAddress(behindPageAt: address)
        return (way?.target ?? address).withoutFragment
    }
}
