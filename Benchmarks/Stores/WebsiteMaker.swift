/// Makes the pages of an agency's website that never was: one frame with menus around texts, tables and lists of files
/// of made-up Thai-like words, of which a few are frequent and most are rare.
struct WebsiteMaker {
    let host: String
    private var random: SeededGenerator
    /// Groups of the menu, each with seven entries.
    private let menuGroups: Int
    private var words: [String] = []
    private var head = ""
    private var menu = ""
    private var foot = ""

    init(host: String, seed: UInt64, menuGroups: Int = 8) {
        self.host = host
        self.menuGroups = menuGroups
        random = SeededGenerator(seed: seed)
        for _ in 0..<4000 { words.append(word()) }
        makeFrame()
    }

    // MARK: Words

    private mutating func word() -> String {
        let consonants = Array("กขคงจชซดตถทนบปผพฟมยรลวสหอ")
        let before = ["", "", "", "", "เ", "แ", "โ", "ไ"]
        let after = ["", "า", "ี", "ิ", "ุ", "ู", "ะ", "ั", "ำ", "่", "้"]
        var word = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            word += before.randomElement(using: &random) ?? ""
            word.append(consonants.randomElement(using: &random) ?? "ก")
            word += after.randomElement(using: &random) ?? ""
            if Bool.random(using: &random) { word.append(consonants.randomElement(using: &random) ?? "น") }
        }
        return word
    }

    private mutating func text(_ count: Int) -> String {
        var text = ""
        for _ in 0..<count {
            // The square of an even number gives the first words often and the last ones seldom.
            let place = Double.random(in: 0..<1, using: &random)
            text += words[Int(place * place * place * Double(words.count))]
            if Int.random(in: 0..<6, using: &random) == 0 { text += " " }
        }
        return text
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    // MARK: Frame

    private mutating func makeFrame() {
        head = "<!DOCTYPE html>\n<html lang=\"th\">\n<head>\n<meta charset=\"utf-8\">\n"
        for name in ["bootstrap.min", "font-awesome", "owl.carousel", "animate", "style", "responsive", "color-theme"] {
            head += "<link rel=\"stylesheet\" href=\"/assets/css/\(name).css?v=\(number(9000))\">\n"
        }
        for name in ["jquery-3.6.0.min", "bootstrap.bundle.min", "slick.min", "main", "counter"] {
            head += "<script src=\"/assets/js/\(name).js?v=\(number(9000))\"></script>\n"
        }
        menu = "<div class=\"header\"><a href=\"/\"><img src=\"/images/logo.png\" alt=\"\(text(6))\"></a></div>\n"
        menu += "<nav class=\"navbar navbar-expand-lg\"><ul class=\"navbar-nav mr-auto\">\n"
        for group in 0..<menuGroups {
            menu += "<li class=\"nav-item dropdown\"><a class=\"nav-link dropdown-toggle\" href=\"#\">\(text(3))</a>"
            menu += "<ul class=\"dropdown-menu\" aria-labelledby=\"menu\(group)\">\n"
            for entry in 0..<7 {
                menu += "<li><a class=\"dropdown-item\" href=\"/page.php?menu=\(group)&amp;id=\(entry + number(90))\">"
                menu += "\(text(5))</a></li>\n"
            }
            menu += "</ul></li>\n"
        }
        menu += "</ul></nav>\n"
        foot = "<footer class=\"footer\"><div class=\"container\"><div class=\"row\">\n"
        for _ in 0..<(menuGroups * 3 / 2) {
            foot += "<div class=\"col-md-4\"><a href=\"https://\(host)/link/\(number(900))\">\(text(4))</a></div>\n"
        }
        foot += "<p>\(text(40))</p><p>โทรศัพท์ 0-2000-\(number(9000) + 1000)</p></div></div></footer>\n</body></html>\n"
    }

    // MARK: Pages

    /// One page; it grows until it has so many bytes.
    mutating func page(_ number: Int, bytes: Int) -> [UInt8] {
        let title = text(8)
        var page = head + "<title>\(title)</title>\n</head>\n<body class=\"page page-\(number)\">\n" + menu
        page += "<main><div class=\"container\"><h1 class=\"title\">\(title)</h1>\n"
        while page.utf8.count + foot.utf8.count < bytes {
            switch self.number(3) {
            case 0: page += section()
            case 1: page += table()
            default: page += files()
            }
        }
        page += "<p class=\"views\">เข้าชม \(self.number(99_999)) ครั้ง</p></div></main>\n" + foot
        return Array(page.utf8)
    }

    private mutating func section() -> String {
        var section = "<h2>\(text(6))</h2>\n"
        for _ in 0..<(2 + number(4)) { section += "<p style=\"text-align: justify;\">\(text(30 + number(60)))</p>\n" }
        return section
    }

    private mutating func table() -> String {
        var table = "<table class=\"table table-bordered table-striped\"><thead><tr>"
        for _ in 0..<4 { table += "<th scope=\"col\">\(text(2))</th>" }
        table += "</tr></thead><tbody>\n"
        for row in 0..<(4 + number(12)) {
            table += "<tr><td class=\"text-center\">\(row + 1)</td><td>\(text(9))</td>"
            table += "<td class=\"text-right\">\(number(9_000_000)).00</td><td>\(text(3))</td></tr>\n"
        }
        return table + "</tbody></table>\n"
    }

    private mutating func files() -> String {
        var list = "<h3>\(text(5))</h3>\n<ul class=\"list-group list-group-flush\">\n"
        for _ in 0..<(3 + number(9)) {
            list += "<li class=\"list-group-item\"><span>\(text(7))</span> <a class=\"btn btn-primary btn-sm\" "
            list += "href=\"/uploads/files/2566/\(number(12) + 1)/\(number(1 << 30))_\(number(1 << 20)).pdf\" "
            list += "target=\"_blank\"><i class=\"fa fa-download\"></i> ดาวน์โหลด</a></li>\n"
        }
        return list + "</ul>\n"
    }
}
