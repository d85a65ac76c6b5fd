import FoundationEssentials

/// A page of ours around a picture, with boxes and bars over it, of which the picture is then taken: what is covered is gone
/// from the bytes.
struct PictureSheet: Sendable {
    enum Kind: String, Sendable { case quote, date, cover }

    /// In shares of the picture's width and height.
    struct Area: Sendable, Hashable {
        var kind: Kind
        var left: Double
        var top: Double
        var width: Double
        var height: Double
    }

    var picture: [UInt8]
    var contentType: String
    /// CSS pixels; the height follows from the picture.
    var width: Int
    var areas: [Area]

    /// UTF-8 HTML without script.
    var html: [UInt8] {
        func share(_ value: Double) -> String {
            "\(Int((max(-0.01, min(1.01, value)) * 100_000).rounded()))e-3%"
        }
        var text = """
            <!DOCTYPE html><meta charset="utf-8"><style>
            html, body { margin: 0; background: #fff; } div { position: relative; width: \(width)px; }
            img { display: block; width: 100%; height: auto; } i { position: absolute; box-sizing: border-box; }
            .quote { border: 3px solid #c4001a; background: rgba(255,214,0,.28); border-radius: 3px; }
            .date { border: 3px solid #0b3fb0; background: rgba(40,120,255,.16); border-radius: 3px; }
            .cover { background: #000; }
            </style><div><img alt="" src="data:\(contentType);base64,
            """
        text = text.trimmingSuffix("\n") + Data(picture).base64EncodedString() + "\">"
        for area in areas {
            text += "<i class=\"\(area.kind.rawValue)\" style=\"left:\(share(area.left));top:\(share(area.top));"
            text += "width:\(share(area.width));height:\(share(area.height))\"></i>"
        }
        return Array((text + "</div>").utf8)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ end: String) -> String { hasSuffix(end) ? String(dropLast(end.count)) : self }
}
