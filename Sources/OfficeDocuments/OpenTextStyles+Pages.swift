// `styles.xml`: fonts, paragraphs, pages.

extension OpenTextStyles {
    /// The font of official papers first; then what stands in for it where it is not installed.
    static let fontFaces =
        "<office:font-face-decls><style:font-face style:name=\"\(font)\" svg:font-family=\"'TH Sarabun New', "
        + "'TH SarabunPSK', Laksaman, Norasi, 'Noto Sans Thai'\"/></office:font-face-decls>"
    private static let font = "Memo"
    private static let points = 16

    static func xml(hasThaiDigits: Bool) -> String {
        declaration + "<office:document-styles \(namespaces) office:version=\"1.3\">\(fontFaces)<office:styles>"
            + "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
            + "fo:hyphenation-ladder-count=\"no-limit\" style:tab-stop-distance=\"12.5mm\"/>"
            + letters(points, isBold: false) + "</style:default-style>"
            + TextStyle.allCases.map(paragraph).joined() + header + "</office:styles>"
            + "<office:automatic-styles>"
            + page("Portrait", width: 210, height: 297, "portrait", left: 30, right: 20, top: 15, bottom: 20)
            + page("Turned", width: 297, height: 210, "landscape", left: 15, right: 15, top: 15, bottom: 15)
            + "</office:automatic-styles><office:master-styles>"
            + master("Standard", "Portrait", next: "Following", number: nil)
            + master("Following", "Portrait", next: nil, number: hasThaiDigits)
            + master("Measures", "Turned", next: nil, number: hasThaiDigits)
            + "</office:master-styles></office:document-styles>"
    }

    /// Size and weight for Thai and Latin letters alike.
    private static func letters(_ size: Int, isBold: Bool) -> String {
        let weight = isBold ? "bold" : "normal"
        let named = ["", "-complex", "-asian"].map { script in
            let prefix = script.isEmpty ? "fo" : "style"
            return "style:font-name\(script)=\"\(font)\" \(prefix):font-size\(script)=\"\(size)pt\" "
                + "\(prefix):font-weight\(script)=\"\(weight)\""
        }
        return "<style:text-properties \(named.joined(separator: " ")) fo:language=\"en\" fo:country=\"GB\" "
            + "style:language-complex=\"th\" style:country-complex=\"TH\"/>"
    }

    private static func paragraph(_ style: TextStyle) -> String {
        OpenTextStyles.style(style.rawValue, family: "paragraph", properties(of: style))
    }

    private static func properties(of style: TextStyle) -> String {
        switch style {
        case .title: layOut("fo:text-align=\"center\"") + letters(29, isBold: true)
        case .emblem: layOut("fo:text-align=\"left\"") + letters(12, isBold: false)
        case .field: layOut("", stops: [1600]) + letters(points, isBold: false)
        case .halves: layOut("", stops: [780, 1600]) + letters(points, isBold: false)
        case .lastField:
            layOut("fo:border-bottom=\"0.75pt solid #000000\" fo:padding-bottom=\"1.5mm\" ", stops: [1600])
                + letters(points, isBold: false)
        case .heading:
            layOut("fo:margin-top=\"3mm\" fo:keep-with-next=\"always\"") + letters(points, isBold: true)
        case .subheading:
            layOut("fo:margin-left=\"12.5mm\" fo:margin-top=\"1.5mm\" fo:keep-with-next=\"always\"")
                + letters(points, isBold: true)
        case .body:
            layOut("fo:text-indent=\"25mm\" fo:orphans=\"2\" fo:widows=\"2\"", stops: [1600])
                + letters(points, isBold: false)
        case .point:
            layOut(
                "fo:margin-left=\"25mm\" fo:text-indent=\"-5mm\" fo:orphans=\"2\" fo:widows=\"2\"", stops: [1300])
                + letters(points, isBold: false)
        case .note: layOut("fo:margin-top=\"2mm\" fo:text-align=\"left\"", stops: [1600]) + letters(14, isBold: false)
        case .keptNote:
            layOut("fo:margin-top=\"1mm\" fo:keep-with-next=\"always\"", stops: [1600]) + letters(14, isBold: false)
        case .signature:
            layOut(
                "fo:margin-left=\"75mm\" fo:keep-together=\"always\" fo:keep-with-next=\"always\"", stops: [700, 850])
                + letters(points, isBold: false)
        case .signatureEnd:
            layOut("fo:margin-left=\"75mm\" fo:keep-together=\"always\"") + letters(points, isBold: false)
        case .opinion:
            layOut("fo:margin-top=\"3mm\" fo:keep-with-next=\"always\"", stops: [1600])
                + letters(points, isBold: false)
        case .cellHead: layOut("fo:text-align=\"center\"") + letters(14, isBold: true)
        case .cell: layOut("") + letters(14, isBold: false)
        case .cellNumber: layOut("fo:text-align=\"end\"") + letters(14, isBold: false)
        // A cell is of any width: a stop far to the right ends at its edge.
        case .cellBlank: layOut("", stops: [200]) + letters(14, isBold: false)
        case .annexTitle:
            layOut("fo:text-align=\"center\" fo:keep-with-next=\"always\"") + letters(points, isBold: true)
        }
    }

    /// `stops` in tenths of a millimetre from the paragraph's left edge, each drawn as a dotted line.
    private static func layOut(_ attributes: String, stops: [Int] = []) -> String {
        let marks = stops.map {
            "<style:tab-stop style:position=\"\($0 / 10)mm\" style:type=\"left\" style:leader-style=\"dotted\" "
                + "style:leader-text=\".\"/>"
        }
        let list = marks.isEmpty ? "" : "<style:tab-stops>\(marks.joined())</style:tab-stops>"
        return "<style:paragraph-properties \(attributes)>\(list)</style:paragraph-properties>"
    }

    private static let header = style(
        "MemoPageNumber", family: "paragraph",
        layOut("fo:text-align=\"center\"") + letters(points, isBold: false))

    private static func page(
        _ name: String, width: Int, height: Int, _ orientation: String, left: Int, right: Int, top: Int, bottom: Int
    ) -> String {
        "<style:page-layout style:name=\"\(name)\"><style:page-layout-properties fo:page-width=\"\(width)mm\" "
            + "fo:page-height=\"\(height)mm\" style:print-orientation=\"\(orientation)\" fo:margin-left=\"\(left)mm\" "
            + "fo:margin-right=\"\(right)mm\" fo:margin-top=\"\(top)mm\" fo:margin-bottom=\"\(bottom)mm\"/>"
            + "<style:header-style><style:header-footer-properties fo:min-height=\"8mm\" fo:margin-bottom=\"3mm\"/>"
            + "</style:header-style></style:page-layout>"
    }

    /// `number`: with Thai digits or not; nil for pages without number.
    private static func master(_ name: String, _ layout: String, next: String?, number: Bool?) -> String {
        let following = next.map { " style:next-style-name=\"\($0)\"" } ?? ""
        let shown = number.map { isThai in
            let form = isThai ? "Native Numbering" : "1"
            return "<style:header><text:p text:style-name=\"MemoPageNumber\">– <text:page-number "
                + "style:num-format=\"\(form)\" text:select-page=\"current\">2</text:page-number> –</text:p>"
                + "</style:header>"
        }
        return "<style:master-page style:name=\"\(name)\" style:page-layout-name=\"\(layout)\"\(following)>"
            + "\(shown ?? "")</style:master-page>"
    }
}
