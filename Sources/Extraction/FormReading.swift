import WebEvidence

/// What one look at a form's inside finds.
struct FormReading {
    private(set) var fields: [String] = []
    private(set) var hasTextArea = false
    private(set) var hasFileField = false
    private(set) var submitLabel = ""
    private var hasPassword = false
    private var openFields = 0
    private var choices = 0
    private var fieldNames: [String] = []
    private var labels: [String: String] = [:]
    /// Text since the last field: names a field that has no label.
    private var before = TextBuffer()
    private var words = ""
    private var visited = 0

    init(of form: HTMLNode, attributes: HTMLAttributes) {
        for name in [HTMLAttributes.Name.id, .class, .action, .role, .name] {
            words += (attributes.text(name) ?? "").lowercased() + " "
        }
        form.forEachDescendant { node in
            if node.isElement, node.tag == .label { noteLabel(node) }
            visited += 1
            return visited < Limits.formNodes
        }
        visited = 0
        form.forEachDescendant { node in
            visited += 1
            note(node)
            return visited < Limits.formNodes
        }
    }

    private mutating func noteLabel(_ node: HTMLNode) {
        guard let target = node.attributes.named("for") else { return }
        labels[target] = text(of: node)
    }

    private func text(of node: HTMLNode) -> String {
        var text = TextBuffer()
        node.forEachDescendant { inner in
            if inner.isText { inner.withText { text.append($0) } }
            return text.count < 300
        }
        return text.text
    }

    private mutating func note(_ node: HTMLNode) {
        if node.isText {
            if before.count < 2_000 {
                before.appendSpace()
                node.withText { before.append($0) }
            }
            return
        }
        switch node.tag {
        case .input: noteInput(node.attributes)
        case .textarea:
            let attributes = node.attributes
            if attributes.text(.name)?.hasPrefix("g-recaptcha") == true { return }
            hasTextArea = true
            noteField(attributes)
        case .select:
            choices += 1
            noteField(node.attributes)
        case .button:
            let type = node.attributes.text(.type)?.lowercased() ?? "submit"
            if type == "submit", submitLabel.isEmpty { submitLabel = text(of: node) }
        default: break
        }
    }

    private mutating func noteInput(_ attributes: HTMLAttributes) {
        switch attributes.text(.type)?.lowercased() ?? "text" {
        case "hidden", "reset", "button": return
        case "submit", "image":
            if submitLabel.isEmpty { submitLabel = foldedText(attributes.text(.value) ?? attributes.text(.alt) ?? "") }
        case "password":
            hasPassword = true
            noteField(attributes)
        case "file":
            hasFileField = true
            noteField(attributes)
        case "radio", "checkbox":
            choices += 1
            noteField(attributes)
        default:
            openFields += 1
            noteField(attributes)
        }
    }

    private mutating func noteField(_ attributes: HTMLAttributes) {
        let name = attributes.text(.name) ?? ""
        fieldNames.append(name.lowercased())
        var parts: [String] = []
        if let id = attributes.text(.id), let label = labels[id] {
            parts.append(label)
        } else if attributes.named("placeholder") == nil, !before.isEmpty, before.count <= 300 {
            parts.append(before.text)
        }
        parts.append(foldedText(attributes.named("placeholder") ?? attributes.named("aria-label") ?? ""))
        parts.append(name)
        before.removeAll()
        guard fields.count < Limits.formFields else { return }
        let field = parts.filter { !$0.isEmpty }.joined(separator: " ")
        if !field.isEmpty { fields.append(field) }
    }

    /// A form is a channel only when a visitor can send free text or several facts with it.
    func purpose(method: String, action: String) -> PageForm.Purpose {
        let isMail = action.lowercased().hasPrefix("mailto:")
        if !isMail, isSearch(method: method) { return .search }
        if hasPassword { return hasTextArea ? .message : .login }
        if isComment || isNewsletter { return .other }
        if hasTextArea { return .message }
        if isMail { return .message }
        let isSent = method == "post"
        return isSent && openFields >= 3 && !isPoll ? .message : .other
    }

    private func isSearch(method: String) -> Bool {
        if hasTextArea || hasPassword || hasFileField { return false }
        let isNamed = words.contains("search") || words.contains("ค้นหา")
        let asks = submitLabel.lowercased().contains("search") || submitLabel.contains("ค้นหา")
        let names: Set<String> = ["q", "s", "search", "keyword", "keywords", "query", "searchword", "txtsearch", "key"]
        let isAsked = fieldNames.contains { names.contains($0) }
        if asks || (isNamed && openFields <= 2) { return true }
        return openFields >= 1 && openFields <= 2 && (isAsked || method == "get" && openFields == 1 && choices == 0)
    }

    private var isPoll: Bool { choices > 0 && openFields == 0 }

    /// The comment box under a post of a blog.
    private var isComment: Bool { words.contains("commentform") || words.contains("wp-comments-post") }

    private var isNewsletter: Bool {
        !hasTextArea && openFields <= 2
            && ["newsletter", "subscribe", "mailchimp", "mc4wp", "mailing"].contains { words.contains($0) }
    }
}

extension DocumentBuilder {
    mutating func readForm(_ node: HTMLNode, _ attributes: HTMLAttributes) {
        guard document.forms.count < Limits.forms else { return }
        let reading = FormReading(of: node, attributes: attributes)
        let method = (attributes.text(.method) ?? "get").lowercased()
        let action = attributes.text(.action) ?? ""
        document.forms.append(
            PageForm(
                purpose: reading.purpose(method: method, action: action), action: resolved(action), method: method,
                fields: reading.fields, hasTextArea: reading.hasTextArea, hasFileField: reading.hasFileField,
                submitLabel: reading.submitLabel, headings: headings.texts, region: context.region))
    }
}
