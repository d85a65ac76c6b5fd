import GradingCore

/// The sentences of what `SubmissionCheck` finds.
extension Message {
    static func noWebsite(_ place: InputPlace, _ written: String) -> InputProblem {
        problem(
            .noWebsite, place,
            th: written.isEmpty ? "ไม่ได้ระบุเว็บไซต์หลักของหน่วยงาน" : "เว็บไซต์หลัก \(quoted(written)) ไม่ใช่ที่อยู่เว็บ",
            en: written.isEmpty
                ? "The main website of the agency is not named." : "The main website \(quoted(written)) is no address.",
            fixTh: "ระบุเว็บไซต์หลักในไฟล์ หรือใช้ --website เพื่อให้ตรวจได้ว่าลิงก์อยู่บนเว็บไซต์หลัก",
            fixEn: "Name it in the file or with --website, so that links to other websites can be told.")
    }

    static func noAddress(_ place: InputPlace, item: String, _ url: String) -> InputProblem {
        problem(
            .malformedURL, place, th: "ข้อ \(item): \(quoted(url)) ไม่ใช่ลิงก์ http หรือ https ที่ถูกต้อง",
            en: "Item \(item): \(quoted(url)) is no http or https address.",
            fixTh: "คัดลอกลิงก์ทั้งหมดจากแถบที่อยู่ของเบราว์เซอร์", fixEn: "Copy the whole address from the browser.")
    }

    static func sharedURL(_ place: InputPlace, item: String, other: String) -> InputProblem {
        problem(
            .sharedURL, place, th: "ข้อ \(item) ใช้ลิงก์เดียวกับข้อ \(other)",
            en: "Item \(item) has the same address as item \(other).",
            fixTh: "ตรวจสอบว่าหน้านี้มีข้อมูลครบทั้งสองข้อ หรือใส่ลิงก์ที่ตรงของแต่ละข้อ",
            fixEn: "Make sure that the page holds what both items ask, or give each its own address.")
    }

    static func plainHTTP(_ place: InputPlace, item: String, _ url: String) -> InputProblem {
        problem(
            .plainHTTP, place, th: "ข้อ \(item): ลิงก์ใช้ http ที่ไม่เข้ารหัส \(quoted(url))",
            en: "Item \(item): the address is plain http: \(quoted(url)).",
            fixTh: "ถ้าเว็บไซต์รองรับ https ให้เปลี่ยนลิงก์เป็น https", fixEn: "Use https where the website offers it.")
    }

    static func frontPage(_ place: InputPlace, item: String, _ url: String) -> InputProblem {
        problem(
            .frontPage, place, th: "ข้อ \(item): ลิงก์เป็นหน้าแรกของเว็บไซต์ \(quoted(url))",
            en: "Item \(item): the address is a home page: \(quoted(url)).",
            fixTh: "ใส่ลิงก์ของหน้าที่มีข้อมูลของข้อนี้โดยตรง", fixEn: "Give the address of the page that holds the information.")
    }

    static func otherHost(_ place: InputPlace, item: String, _ host: String, website: String) -> InputProblem {
        problem(
            .otherHost, place, th: "ข้อ \(item): ลิงก์อยู่ที่ \(quoted(host)) ไม่ใช่เว็บไซต์หลัก \(quoted(website))",
            en: "Item \(item): the address is on \(quoted(host)), not on the main website \(quoted(website)).",
            fixTh: "เผยแพร่บนเว็บไซต์หลัก หรือทำลิงก์จากเว็บไซต์หลักไปยังหน้านี้ และเปิดให้ทุกคนเข้าถึงได้",
            fixEn: "Publish it on the main website, or link to it from there, open to everybody.")
    }

    static func privateAddress(_ place: InputPlace, item: String, _ host: String) -> InputProblem {
        problem(
            .privateAddress, place, th: "ข้อ \(item): \(quoted(host)) เปิดได้เฉพาะภายในเครื่องหรือเครือข่ายของหน่วยงาน",
            en: "Item \(item): \(quoted(host)) opens only inside the agency's own network.",
            fixTh: "ใส่ลิงก์ที่บุคคลภายนอกเปิดได้", fixEn: "Give an address that opens from outside.")
    }

    static func onlySocial(_ place: InputPlace, item: String) -> InputProblem {
        problem(
            .onlySocial, place, th: "ข้อ \(item) มีแต่ลิงก์สื่อสังคมออนไลน์",
            en: "Item \(item) has addresses of social networks only.",
            fixTh: "เผยแพร่ข้อมูลบนเว็บไซต์หลักและใส่ลิงก์ของหน้านั้น เว้นแต่ข้อนี้ถามถึงสื่อสังคมออนไลน์",
            fixEn: "Publish it on the website and give that address, unless the item asks for social networks.")
    }

    static func yesWithoutURL(_ place: InputPlace, item: String) -> InputProblem {
        problem(
            .noURL, place, th: "ข้อ \(item) ตอบ “มี” แต่ไม่ได้ใส่ลิงก์", en: "Item \(item) is answered yes but has no address.",
            fixTh: "ใส่ลิงก์ มิฉะนั้นข้อนี้ได้ 0 คะแนน", fixEn: "Add the address, or the item gets 0 points.")
    }

    static func rowWithoutURL(_ place: InputPlace, item: String) -> InputProblem {
        problem(
            .noURL, place, th: "ข้อ \(item) ไม่มีทั้งคำตอบและลิงก์", en: "Item \(item) has neither answer nor address.",
            fixTh: "ตอบ “มี” และใส่ลิงก์ มิฉะนั้นข้อนี้ได้ 0 คะแนน", fixEn: "Answer it and add the address, or it gets 0 points.")
    }

    static func answeredNo(_ place: InputPlace, item: String) -> InputProblem {
        problem(
            .answeredNo, place, th: "ข้อ \(item) ตอบ “ไม่มี”", en: "Item \(item) is answered no.",
            fixTh: "ข้อนี้จะได้ 0 คะแนน หากมีข้อมูลแล้วให้ตอบ “มี” และใส่ลิงก์",
            fixEn: "It gets 0 points; where there is something, answer yes and add the address.")
    }

    static func itemWithoutRow(_ place: InputPlace, item: String) -> InputProblem {
        problem(
            .itemWithoutRow, place, th: "ไม่มีแถวของข้อ \(item)", en: "There is no row for item \(item).",
            fixTh: "เพิ่มแถวของข้อนี้ มิฉะนั้นข้อนี้ได้ 0 คะแนน", fixEn: "Add the row, or the item gets 0 points.")
    }
}
