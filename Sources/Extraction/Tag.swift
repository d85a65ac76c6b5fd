/// The elements that mean something to the walk; everything else is `other` and inline.
enum Tag: UInt8 {
    case other
    case html, head, body, title, base, meta, link, script, style, noscript, template
    case div, p, section, article, main, header, footer, nav, aside, address, blockquote, center, pre, hr, br
    case h1, h2, h3, h4, h5, h6
    case ul, ol, dl, li, dt, dd
    case table, thead, tbody, tfoot, tr, td, th, caption
    case a, area, img, b, strong, font, span
    case form, fieldset, legend, label, input, textarea, select, option, button
    case figure, figcaption, details, summary, dialog
    case iframe, frame, frameset, noframes, embed, object, video, audio, source, svg, canvas, time, applet
    case marquee

    init(packedName: UInt64) {
        self = Tag.byName[packedName] ?? .other
    }

    /// Begins and ends a run of text.
    var isBlock: Bool { Tag.blocks.contains(self) }

    /// Never holds text for readers.
    var isSkipped: Bool { Tag.skipped.contains(self) }

    /// 1...6.
    var headingLevel: Int? {
        (Tag.h1.rawValue...Tag.h6.rawValue).contains(rawValue) ? Int(rawValue - Tag.h1.rawValue) + 1 : nil
    }

    private static let blocks: Set<Tag> = [
        .html, .head, .body, .div, .p, .section, .article, .main, .header, .footer, .nav, .aside, .address, .blockquote,
        .center, .pre, .hr, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .dl, .li, .dt, .dd, .table, .thead, .tbody, .tfoot,
        .tr, .td, .th, .caption, .form, .fieldset, .legend, .label, .button, .figure, .figcaption, .details, .summary,
        .dialog, .frameset, .object, .marquee,
    ]

    private static let skipped: Set<Tag> = [
        .style, .template, .textarea, .svg, .canvas, .audio, .applet, .noframes,
    ]

    private static let byName: [UInt64: Tag] = {
        let spelled: [(String, Tag)] = [
            ("html", .html), ("head", .head), ("body", .body), ("title", .title), ("base", .base), ("meta", .meta),
            ("link", .link), ("script", .script), ("style", .style), ("noscript", .noscript), ("template", .template),
            ("div", .div), ("p", .p), ("section", .section), ("article", .article), ("main", .main),
            ("header", .header), ("footer", .footer), ("nav", .nav), ("aside", .aside), ("address", .address),
            ("blockquote", .blockquote), ("center", .center), ("pre", .pre), ("hr", .hr), ("br", .br), ("h1", .h1),
            ("h2", .h2), ("h3", .h3), ("h4", .h4), ("h5", .h5), ("h6", .h6), ("ul", .ul), ("ol", .ol), ("dl", .dl),
            ("menu", .ul), ("li", .li), ("dt", .dt), ("dd", .dd), ("table", .table), ("thead", .thead),
            ("tbody", .tbody), ("tfoot", .tfoot), ("tr", .tr), ("td", .td), ("th", .th), ("caption", .caption),
            ("a", .a), ("area", .area), ("img", .img), ("b", .b), ("strong", .strong), ("font", .font),
            ("span", .span), ("form", .form), ("fieldset", .fieldset), ("legend", .legend), ("label", .label),
            ("input", .input), ("textarea", .textarea), ("select", .select), ("option", .option),
            ("button", .button), ("figure", .figure), ("figcaption", .figcaption), ("details", .details),
            ("summary", .summary), ("dialog", .dialog), ("iframe", .iframe), ("frame", .frame),
            ("frameset", .frameset), ("noframes", .noframes), ("embed", .embed), ("object", .object),
            ("video", .video), ("audio", .audio), ("source", .source), ("svg", .svg), ("canvas", .canvas),
            ("time", .time), ("applet", .applet), ("marquee", .marquee),
        ]
        return Dictionary(spelled.map { (packedName($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
    }()
}
