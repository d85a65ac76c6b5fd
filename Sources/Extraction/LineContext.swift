/// For each link of a run, the text on its own line without the links' texts.
///
/// One link on a line gets the whole line; of several each gets the text before it, or after it where the line begins
/// with a link; a link without any gets the line's leading text, else the nearest line before that holds no link.
func lineContexts(_ bytes: [UInt8], _ spans: [TextRun.Span], _ lineStarts: [Int]) -> [String] {
    let starts = [0] + lineStarts.filter { $0 > 0 && $0 < bytes.count }
    var contexts = [String](repeating: "", count: spans.count)
    var order = Array(spans.indices)
    order.sort { (spans[$0].start, $0) < (spans[$1].start, $1) }
    var next = 0
    var lastPlainLine = ""
    for (line, start) in starts.enumerated() {
        let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        let isLast = line + 1 == starts.count
        var members: [Int] = []
        while next < order.count, spans[order[next]].start < end || isLast {
            members.append(order[next])
            next += 1
        }
        if members.isEmpty {
            lastPlainLine = segment(bytes, start, end)
            continue
        }
        let texts = contextsOfLine(bytes, members.map { spans[$0] }, start, end)
        for (member, text) in zip(members, texts) { contexts[member] = text.isEmpty ? lastPlainLine : text }
    }
    return contexts
}

private func contextsOfLine(_ bytes: [UInt8], _ spans: [TextRun.Span], _ start: Int, _ end: Int) -> [String] {
    var gaps: [String] = []
    var position = start
    for span in spans {
        gaps.append(segment(bytes, position, span.start))
        position = max(position, min(span.end, end))
    }
    let tail = segment(bytes, position, end)
    if spans.count == 1 {
        return [clipped([gaps[0], tail].filter { !$0.isEmpty }.joined(separator: " "), to: Limits.rowContext)]
    }
    if gaps[0].isEmpty {
        let after = Array(gaps.dropFirst()) + [tail]
        return after.map { clipped($0, to: Limits.rowContext) }
    }
    var current = ""
    return gaps.map { gap in
        if !gap.isEmpty { current = clipped(gap, to: Limits.rowContext) }
        return current
    }
}

private func segment(_ bytes: [UInt8], _ start: Int, _ end: Int) -> String {
    guard start < end else { return "" }
    return withoutOuterPunctuation(String(decoding: bytes[start..<end], as: UTF8.self))
}
