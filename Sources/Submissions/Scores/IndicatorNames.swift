/// The names of the ten indicators of the national assessment, in the spellings that published tables use.
enum IndicatorNames {
    /// By number from 1; the official name first.
    private static let spellings: [[String]] = [
        ["การปฏิบัติหน้าที่", "การปฏิบัติหน้าที่ของเจ้าหน้าที่", "performance of duties", "duty performance"],
        ["การใช้งบประมาณ", "การใช้จ่ายงบประมาณ", "use of budget", "budget utilization", "budget utilisation"],
        ["การใช้อำนาจ", "use of power", "exercise of power"],
        [
            "การใช้ทรัพย์สินของราชการ", "การใช้ทรัพย์สินราชการ", "การใช้ทรัพย์สินของทางราชการ", "การใช้ทรัพย์สินทางราชการ",
            "use of state property", "use of government assets", "use of public assets",
        ],
        [
            "การแก้ไขปัญหาการทุจริต", "การแก้ปัญหาการทุจริต", "การแก้ไขปัญหาทุจริต", "solving corruption problems",
            "anti-corruption improvement", "resolution of corruption problems",
        ],
        ["คุณภาพการดำเนินงาน", "คุณภาพการดำเนินการ", "คุณภาพของการดำเนินงาน", "quality of operations", "operational quality"],
        [
            "ประสิทธิภาพการสื่อสาร", "ประสิทธิภาพในการสื่อสาร", "effectiveness of communication",
            "communication efficiency", "efficiency of communication",
        ],
        [
            "การปรับปรุงการทำงาน", "การปรับปรุงระบบการทำงาน", "การปรับปรุงระบบงาน", "การปรับปรุงการดำเนินงาน",
            "improvement of work", "system improvement", "improvement of work systems",
        ],
        [
            "การเปิดเผยข้อมูล", "การเปิดเผยข้อมูลสาธารณะ", "disclosure of information", "data disclosure",
            "information disclosure",
        ],
        ["การป้องกันการทุจริต", "การป้องกันทุจริต", "prevention of corruption", "corruption prevention"],
    ]

    /// A spelling as scalar values, in order and sorted.
    private struct Spelling {
        var id: Int
        var scalars: [UInt32]
        var sorted: [UInt32]
    }

    private static let folded: [Spelling] = spellings.enumerated().flatMap { index, names in
        names.map { name in
            let scalars = scalars(name)
            return Spelling(id: index + 1, scalars: scalars, sorted: scalars.sorted())
        }
    }

    static let count = spellings.count
    /// The official name of an indicator by number from 1.
    static func name(_ number: Int) -> String { spellings[number - 1][0] }

    /// The number of the indicator that a name means: the same name, else the only one that few slips turn into it.
    static func number(ofName name: String) -> Int? {
        let wanted = scalars(name)
        guard wanted.count >= 6, wanted.count <= 80 else { return nil }
        if let exact = folded.first(where: { $0.scalars == wanted }) { return exact.id }
        let sorted = wanted.sorted()
        var nearest: [Int: Int] = [:]
        for spelling in folded {
            let limit = max(1, spelling.scalars.count / 5)
            // Letters that the two do not share bound the distance from below, at little cost.
            let longer = max(spelling.sorted.count, sorted.count)
            guard longer - shared(spelling.sorted, sorted) <= limit else { continue }
            let distance = distance(spelling.scalars, wanted)
            if distance <= limit { nearest[spelling.id] = min(nearest[spelling.id] ?? .max, distance) }
        }
        let ranked = nearest.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let best = ranked.first else { return nil }
        return ranked.count == 1 || ranked[1].value > best.value + 1 ? best.key : nil
    }

    private static func scalars(_ name: String) -> [UInt32] {
        String(decoding: Label.folded(name), as: UTF8.self).unicodeScalars.map(\.value)
    }

    /// Number of elements that two sorted lists have in common, repetitions counted.
    private static func shared(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var (i, j, count) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                count += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return count
    }

    /// Levenshtein distance.
    private static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var row = Array(0...right.count)
        for i in left.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let above = row[j + 1]
                row[j + 1] = left[i] == right[j] ? diagonal : min(diagonal, min(above, row[j])) + 1
                diagonal = above
            }
        }
        return row[right.count]
    }
}
