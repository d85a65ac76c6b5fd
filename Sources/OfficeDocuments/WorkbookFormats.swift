import CXlsxWriter
import GradingCore

/// The looks of a workbook's cells. Made once for a book, which owns them.
struct WorkbookFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let head: Format?
    let text: Format?
    let link: Format?
    let figure: Format?
    let count: Format?
    private let verdicts: [Verdict: Format]

    /// The font of Thai official papers; a computer without it shows its own in its place.
    private static let font = "TH Sarabun New"
    private static let size = 14.0

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ change: (Format) -> Void = { _ in }) -> Format? {
            guard let format = workbook_add_format(book) else { return nil }
            format_set_font_name(format, WorkbookFormats.font)
            format_set_font_size(format, WorkbookFormats.size)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
            change(format)
            return format
        }
        /// Cells of the format "text": what somebody edits there later stays text too.
        func textual(_ format: Format) {
            format_set_num_format(format, "@")
            format_set_text_wrap(format)
        }
        head = format {
            textual($0)
            format_set_bold($0)
            format_set_bg_color($0, 0xDCE6F1)
            format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        }
        text = format(textual)
        link = format {
            textual($0)
            format_set_font_color($0, 0x0B4A8F)
            format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        }
        figure = format { format_set_num_format($0, "0.00") }
        count = format { format_set_num_format($0, "0") }
        // The word tells it; the colour only helps to find it.
        let colours: [(Verdict, lxw_color_t)] = [
            (.satisfied, 0xE2F0D9), (.unsatisfied, 0xFBE1DD), (.undecided, 0xFFF2CC), (.notApplicable, 0xEDEDED),
        ]
        verdicts = colours.reduce(into: [:]) { verdicts, entry in
            verdicts[entry.0] = format {
                textual($0)
                format_set_bold($0)
                format_set_bg_color($0, entry.1)
            }
        }
    }

    func verdict(_ verdict: Verdict) -> Format? { verdicts[verdict] ?? text }
}
