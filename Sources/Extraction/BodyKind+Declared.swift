/// One English sentence when the declared type says something else than what the body is; nil where they agree, and
/// for types that declare nothing (none, `application/octet-stream` and its like).
public func bodyMismatch(kind: BodyKind, contentType: String?) -> String? {
    guard let declared = declaredKind(contentType), let written = typeName(contentType) else { return nil }
    if declared == kind || kind == .unknown || allowed(declared, kind) { return nil }
    return "The server declares \(written), but the body is \(kind.noun)."
}

extension BodyKind {
    /// With its article, as the end of a sentence.
    fileprivate var noun: String {
        switch self {
        case .html: "a web page"
        case .text: "plain text"
        case .pdf: "a PDF file"
        case .ooxml: "an office document (zip with XML)"
        case .ole: "an office document of the old or of an encrypted kind"
        case .image: "a picture"
        case .json: "JSON"
        case .xml: "XML"
        case .archive: "an archive"
        case .unknown: "of an unknown kind"
        case .rtf: "an RTF text"
        case .mhtml: "a web page in one file (MHTML)"
        case .flatOffice: "an office document in one XML text"
        }
    }
}

/// Names under which a kind is rightly sent besides its own.
private func allowed(_ declared: BodyKind, _ kind: BodyKind) -> Bool {
    switch (declared, kind) {
    case (.text, .json), (.text, .xml), (.text, .rtf), (.xml, .flatOffice), (.text, .mhtml), (.xml, .html),
        (.ole, .rtf), (.archive, .ooxml):
        true
    // An office document sent under the old name of its program; encrypted ones are in the old container.
    case (.ole, .ooxml), (.ooxml, .ole), (.ole, .flatOffice): true
    default: false
    }
}

/// Lower case, without parameters; nil when nothing is declared.
private func typeName(_ contentType: String?) -> String? {
    let type = (contentType ?? "").lowercased().utf8.prefix { $0 != 59 && $0 != 44 }.filter { $0 > 32 && $0 < 127 }
    let name = String(decoding: type.prefix(100), as: UTF8.self)
    let silent: Set<String> = [
        "", "application/octet-stream", "application/force-download", "application/download", "binary/octet-stream",
        "application/x-download", "application/x-force-download", "application/unknown", "unknown/unknown", "*/*",
    ]
    return silent.contains(name) ? nil : name
}

/// What the Content-Type alone says; nil when it says nothing.
func declaredKind(_ contentType: String?) -> BodyKind? {
    guard let name = typeName(contentType) else { return nil }
    switch name {
    case "text/html", "application/xhtml+xml": return .html
    case "application/pdf", "application/x-pdf": return .pdf
    case "application/json", "application/ld+json": return .json
    case "text/xml", "application/xml", "application/rss+xml", "application/atom+xml": return .xml
    case "application/rtf", "text/rtf", "application/x-rtf": return .rtf
    case "multipart/related", "message/rfc822", "application/x-mimearchive": return .mhtml
    case "application/csv", "application/x-csv", "text/comma-separated-values", "application/tsv": return .text
    case "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/excel",
        "application/x-msexcel", "application/x-msword", "application/mspowerpoint", "application/doc":
        return .ole
    case "application/zip", "application/x-zip-compressed", "application/x-zip", "application/x-rar-compressed",
        "application/vnd.rar", "application/x-rar", "application/rar", "application/gzip", "application/x-gzip",
        "application/x-7z-compressed", "application/x-tar", "application/x-bzip2", "application/x-compressed":
        return .archive
    default: break
    }
    if name.hasPrefix("image/") { return .image }
    if name.hasPrefix("application/vnd.openxmlformats") || name.hasPrefix("application/vnd.oasis") { return .ooxml }
    if name.hasPrefix("application/vnd.ms-"), name.contains("macroenabled") { return .ooxml }
    return name.hasPrefix("text/") ? .text : .unknown
}
