import GradingCore

/// The sentences of problems that concern a whole file or its form.
enum Message {
    static func problem(
        _ code: InputProblem.Code, _ place: InputPlace, th: String, en: String, fixTh: String, fixEn: String
    ) -> InputProblem {
        InputProblem(
            code, place, message: BilingualText(th: th, en: en), fix: BilingualText(th: fixTh, en: fixEn))
    }

    /// At most 80 characters of a cell, in quotes.
    static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { Label.isBlank($0) || $0.value < 32 ? " " : Character($0) }
        return "“" + String(scalars.prefix(80)) + (scalars.count > 80 ? "…" : "") + "”"
    }

    static func emptyFile(_ place: InputPlace) -> InputProblem {
        problem(
            .emptyFile, place, th: "ไฟล์ว่าง ไม่มีข้อมูล", en: "The file is empty.",
            fixTh: "ตรวจสอบว่าเลือกไฟล์ถูกต้อง และบันทึกข้อมูลลงไฟล์แล้ว",
            fixEn: "Check that it is the right file and that it was saved.")
    }

    static func notATable(_ place: InputPlace) -> InputProblem {
        problem(
            .notATable, place, th: "ไฟล์นี้ไม่ใช่ตารางหรือ JSON", en: "The file is neither a table nor JSON.",
            fixTh: "เปิดไฟล์ในโปรแกรมตารางคำนวณ แล้วบันทึกเป็น .xlsx หรือ CSV (UTF-8)",
            fixEn: "Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8).")
    }

    static func unsupported(_ place: InputPlace, kind: String) -> InputProblem {
        problem(
            .unsupportedFile, place, th: "ไม่รองรับไฟล์ชนิดนี้ (\(kind))", en: "Files of this kind (\(kind)) are not read.",
            fixTh: "บันทึกเป็น .xlsx ที่ไม่มีรหัสผ่าน หรือ CSV (UTF-8) หรือ JSON",
            fixEn: "Save it as .xlsx without a password, as CSV (UTF-8) or as JSON.")
    }

    static func damagedFile(_ place: InputPlace, _ detail: String) -> InputProblem {
        problem(
            .damagedFile, place, th: "ไฟล์ชำรุด อ่านไม่ได้ (\(detail))", en: "The file is damaged: \(detail)",
            fixTh: "เปิดไฟล์ในโปรแกรมตารางคำนวณ แล้วบันทึกเป็นไฟล์ใหม่",
            fixEn: "Open it in a spreadsheet program and save it anew.")
    }

    static func tooLarge(_ place: InputPlace, _ detail: String) -> InputProblem {
        problem(
            .tooLarge, place, th: "ไฟล์ใหญ่เกินไป (\(detail))", en: "The file is too large: \(detail)",
            fixTh: "เหลือไว้เฉพาะตารางคำตอบ แล้วบันทึกเป็นไฟล์ใหม่",
            fixEn: "Keep only the table of answers and save it as a new file.")
    }

    static func damagedText(_ place: InputPlace, encoding: String) -> InputProblem {
        problem(
            .damagedText, place, th: "อักขระบางตัวในไฟล์อ่านไม่ได้ (\(encoding))",
            en: "Some characters of the file could not be read (\(encoding)).",
            fixTh: "บันทึกไฟล์เป็น CSV แบบ UTF-8 แล้วตรวจอีกครั้ง", fixEn: "Save the file as CSV (UTF-8) and check again.")
    }

    static func unclosedQuote(_ place: InputPlace) -> InputProblem {
        problem(
            .unclosedQuote, place, th: "มีเครื่องหมายคำพูด (\") เปิดแต่ไม่มีปิด",
            en: "A quotation mark (\") is opened but never closed.",
            fixTh: "ปิดเครื่องหมายคำพูดในแถวนี้ หรือลบออก", fixEn: "Close the quotation mark of this row, or delete it.")
    }

    static func noItemColumn(_ place: InputPlace) -> InputProblem {
        problem(
            .noItemColumn, place, th: "ไม่พบคอลัมน์รหัสข้อ", en: "There is no column for the items.",
            fixTh: "ตั้งหัวคอลัมน์ของรหัสข้อเป็น “item” หรือ “ข้อ” ภายใน 20 แถวแรก",
            fixEn: "Name the column of the item ids “item” or “ข้อ”, within the first 20 rows.")
    }

    static func noURLColumn(_ place: InputPlace) -> InputProblem {
        problem(
            .noURLColumn, place, th: "ไม่พบคอลัมน์ลิงก์", en: "There is no column for the addresses.",
            fixTh: "ตั้งหัวคอลัมน์ของลิงก์เป็น “url” หรือ “ลิงก์” ภายใน 20 แถวแรก",
            fixEn: "Name the column of the addresses “url” or “ลิงก์”, within the first 20 rows.")
    }

    static func noRows(_ place: InputPlace) -> InputProblem {
        problem(
            .noRows, place, th: "ไม่มีแถวคำตอบ", en: "There are no rows of answers.",
            fixTh: "ใส่หนึ่งแถวต่อหนึ่งข้อ ใต้หัวคอลัมน์", fixEn: "Add one row for each item below the heads.")
    }

    static func skippedSheet(_ place: InputPlace) -> InputProblem {
        problem(
            .skippedSheet, place, th: "ไม่ได้อ่านแผ่นงานนี้ เพราะไม่มีหัวคอลัมน์รหัสข้อและลิงก์",
            en: "The sheet was not read: it has no heads for items and addresses.",
            fixTh: "ถ้าแผ่นงานนี้มีคำตอบ ให้ใส่หัวคอลัมน์ “ข้อ” และ “ลิงก์”",
            fixEn: "If it holds answers, add the heads “item” and “url”.")
    }

    static func unknownColumn(_ place: InputPlace, head: String) -> InputProblem {
        problem(
            .unknownColumn, place, th: "ไม่ได้ใช้คอลัมน์ \(quoted(head))", en: "The column \(quoted(head)) was not used.",
            fixTh: "ไม่ต้องแก้ไข ถ้าคอลัมน์นี้ไม่ใช่รหัสข้อ คำตอบ ลิงก์ หรือคำอธิบาย",
            fixEn: "Nothing to do, unless it holds items, answers, addresses or explanations: then rename it.")
    }
}
