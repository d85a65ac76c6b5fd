import FoundationEssentials
import WebEvidence

/// Traces of an application that builds its page by script.
struct ScriptSigns {
    var scripts = 0
    /// An element into which an application draws itself.
    var hasRoot = false
    var hasNoScript = false
}

extension DocumentBuilder {
    mutating func readTitle(_ node: HTMLNode) {
        if document.title.isEmpty { document.title = foldedText(node.directText) }
    }

    mutating func readBase(_ attributes: HTMLAttributes) {
        guard !hasBase, let href = attributes.text(.href), let address = resolvedAddress(href, against: baseAddress)
        else { return }
        hasBase = true
        baseAddress = address
    }

    mutating func readMeta(_ attributes: HTMLAttributes) {
        guard let content = attributes.text(.content) else { return }
        if attributes.withBytes(.httpEquiv, { containsFolded($0, "refresh") }) == true { readRefresh(content) }
        let name = attributes.text(.property) ?? attributes.text(.name) ?? attributes.text(.itemprop) ?? ""
        if let role = MachineDateVocabulary.roleOfMeta[name.lowercased()] {
            noteDate(content, role, source: "meta \(name.lowercased())")
        }
    }

    /// `5; url=next.html`: the target when the wait is at most 30 seconds.
    private mutating func readRefresh(_ content: String) {
        let bytes = Array(content.utf8)
        guard document.refreshTarget == nil, (leadingNumber(bytes[...]) ?? 0) <= 30,
            let mark = firstOffset(of: "url", in: bytes, from: 0)
        else { return }
        let reference = bytes[(mark + 3)...].drop { $0 <= 32 }
        guard reference.first == 61 else { return }
        let target = reference.dropFirst().filter { $0 > 32 && $0 != 34 && $0 != 39 }
        guard !target.isEmpty else { return }
        document.refreshTarget = resolvedAddress(String(decoding: target, as: UTF8.self), against: baseAddress)
    }

    mutating func readScript(_ node: HTMLNode, _ attributes: HTMLAttributes) {
        guard attributes.withBytes(.type, { containsFolded($0, "ld+json") }) == true else {
            scriptSigns.scripts += 1
            if !attributes.has(.src) { readSettings(ofScript: node.directText) }
            return
        }
        let bytes = node.directText
        guard bytes.count < 1_000_000 else { return }
        do {
            let value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
            for (text, role, key) in MachineDateVocabulary.dates(in: value) {
                noteDate(text, role, source: "json-ld \(key)")
            }
        } catch {
            // Broken structured data says nothing; the page itself is read all the same.
            return
        }
    }

    mutating func noteDate(_ text: String, _ role: MachineDate.Role, source: String) {
        let folded = foldedText(text)
        guard !folded.isEmpty, folded.utf8.count <= 100, document.machineDates.count < Limits.media else { return }
        let date = MachineDate(text: folded, role: role, source: source)
        if document.machineDates.last != date { document.machineDates.append(date) }
    }

    /// The empty element into which React, Vue and their like draw the page.
    mutating func noteApplicationRoot(_ tag: Tag, _ attributes: HTMLAttributes) {
        guard tag == .div, !scriptSigns.hasRoot, let id = attributes.text(.id) else { return }
        scriptSigns.hasRoot = ["root", "app", "__next", "__nuxt", "q-app", "react-root", "svelte"].contains(id)
    }

    /// `time[datetime]` and microdata.
    mutating func readInlineDate(_ tag: Tag, _ attributes: HTMLAttributes) {
        guard tag == .time || attributes.has(.itemprop) else { return }
        let property = attributes.text(.itemprop)?.lowercased() ?? ""
        let known = MachineDateVocabulary.roleOfMeta[property]
        if tag == .time, let text = attributes.text(.datetime) {
            let words = attributes.text(.class)?.lowercased() ?? ""
            let isPublished =
                words.utf8.count < 200 && (words.contains("publish") || attributes.named("pubdate") != nil)
            let role = known ?? (isPublished ? .published : words.contains("updated") ? .updated : .other)
            noteDate(text, role, source: "time")
        } else if let known {
            if let text = attributes.text(.content) ?? attributes.text(.datetime) {
                noteDate(text, known, source: "itemprop \(property)")
            }
        }
    }
}
