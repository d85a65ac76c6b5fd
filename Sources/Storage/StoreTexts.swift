import GradingCore

// What people are told when a store cannot do what was asked: what happened, that nothing is lost, what to do.

extension BilingualText {
    static func cannotOpen(_ path: String) -> BilingualText {
        BilingualText(
            th: "เปิดคลังข้อมูลการตรวจ \(path) ไม่ได้ ให้ตรวจว่ามีโฟลเดอร์นี้ และบัญชีผู้ใช้ของท่านมีสิทธิ์อ่านและเขียน",
            en: "The store \(path) cannot be opened. Check that the folder exists and that you may read and write it.")
    }

    static func notAStore(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "ไฟล์ \(path) ไม่ใช่คลังข้อมูลการตรวจของโปรแกรมนี้ โปรแกรมไม่ได้แก้ไขไฟล์ ให้ย้ายไฟล์ไปไว้ที่อื่น หรือเลือกโฟลเดอร์อื่นเป็นที่เก็บ",
            en:
                "The file \(path) is no store of this program. It was left as it is: move it away or name another folder."
        )
    }

    static func emptyFile(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "ไฟล์ \(path) ว่างเปล่า จึงไม่ใช่คลังข้อมูลการตรวจ หากเคยมีข้อมูลให้กู้จากสำเนาสำรอง หากไม่เคยมีให้ลบไฟล์นี้แล้วสั่งใหม่",
            en:
                "The file \(path) is empty, so it is no store. Restore a backup if it held runs; if not, remove it and try again."
        )
    }

    static func newerVersion(_ path: String, found: Int, known: Int) -> BilingualText {
        BilingualText(
            th:
                "คลังข้อมูลการตรวจ \(path) เขียนโดยโปรแกรมรุ่นใหม่กว่า (รูปแบบ \(found) โปรแกรมนี้รู้จักถึง \(known)) ข้อมูลไม่เสียหาย ให้ใช้โปรแกรมรุ่นใหม่เปิด หรือเลือกโฟลเดอร์อื่น",
            en:
                "The store \(path) was written by a newer program (format \(found); this one knows up to \(known)). Nothing is lost: update the program, or name another folder."
        )
    }

    static func locked(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "คลังข้อมูลการตรวจ \(path) ถูกโปรแกรมอื่นใช้อยู่นานเกินไป ข้อมูลเดิมไม่เสียหาย ให้รอให้โปรแกรมนั้นทำงานเสร็จหรือปิดก่อน แล้วสั่งใหม่",
            en:
                "Another program holds the store \(path) for too long. What was kept is safe: let it finish or end it, then try again."
        )
    }

    static func diskFull(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "เนื้อที่ดิสก์ไม่พอสำหรับ \(path) ข้อมูลที่เก็บไว้ก่อนหน้านี้ยังอยู่ครบ ให้เพิ่มเนื้อที่ว่าง หรือสั่ง oit store prune แล้วสั่งงานเดิมต่อ",
            en:
                "There is no room left on the disk for \(path). What was kept before is safe: free some space, or use oit store prune, then continue."
        )
    }

    static func readOnly(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "เขียนลงคลังข้อมูลการตรวจ \(path) ไม่ได้ เพราะไฟล์หรือดิสก์อนุญาตให้อ่านอย่างเดียว ให้คัดลอกทั้งโฟลเดอร์ไปไว้ในที่ที่เขียนได้ หรือเลือกโฟลเดอร์อื่น",
            en:
                "The store \(path) can only be read: the file or disk is write-protected. Copy the whole folder to a place that can be written, or name another."
        )
    }

    static func damagedFile(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "คลังข้อมูลการตรวจ \(path) เสียหาย โปรแกรมไม่ได้นำข้อมูลส่วนที่เสียหายมาใช้และไม่ได้แก้ไขไฟล์ ให้สั่ง oit store check เพื่อดูส่วนที่เสียหาย แล้วกู้จากสำเนาสำรอง",
            en:
                "The store \(path) is damaged. Nothing of the damaged part was used or changed: see oit store check, then restore a backup."
        )
    }

    static func wouldReplaceStore(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "ที่ \(path) มีคลังข้อมูลการตรวจอยู่แล้ว จึงไม่เขียนสำเนาทับเพื่อไม่ให้ข้อมูลหาย ให้เลือกโฟลเดอร์หรือชื่อไฟล์อื่น",
            en: "There is a store at \(path) already, and nothing was written over it. Name another folder or file.")
    }

    static func fileExists(_ path: String) -> BilingualText {
        BilingualText(
            th: "มีไฟล์ \(path) อยู่แล้ว จึงไม่เขียนสำเนาทับ ให้ตั้งชื่อไฟล์ใหม่ หรือย้ายไฟล์เดิมออกก่อน",
            en: "The file \(path) is there already and was left as it is. Name another file, or move it away first.")
    }

    static func failed(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "อ่านหรือเขียนคลังข้อมูลการตรวจ \(path) ไม่สำเร็จ ข้อมูลที่เก็บไว้ก่อนหน้านี้ยังอยู่ ให้ลองอีกครั้ง หากยังเป็นอยู่ให้ตรวจดิสก์",
            en:
                "Reading or writing the store \(path) failed. What was kept before is safe: try again, and if it stays, check the disk."
        )
    }
}
