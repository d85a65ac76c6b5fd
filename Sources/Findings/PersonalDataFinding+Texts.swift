public import GradingCore

extension PersonalDataFinding {
    /// Head of the part of a report that lists these findings.
    public static let heading = BilingualText(
        th: "ข้อมูลส่วนบุคคลที่เปิดเผยต่อสาธารณะ ควรแก้ไขทันที",
        en: "Personal data open to the public: act at once")

    /// Why it matters, for the beginning of that part. Source: Personal Data Protection Act B.E. 2562, sections 22, 26, 27
    /// and 37; Official Information Act B.E. 2540, sections 15 and 24.
    public static let whyItMatters = BilingualText(
        th: """
            หน้าเว็บหรือไฟล์ต่อไปนี้แสดงข้อมูลที่ระบุตัวประชาชนได้ ผู้อื่นอาจนำไปแอบอ้างหรือหลอกลวงเจ้าของข้อมูล \
            พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ให้หน่วยงานเปิดเผยเท่าที่จำเป็นและดูแลความปลอดภัยของข้อมูล \
            การประเมิน OIT ไม่ได้กำหนดให้เปิดเผยข้อมูลเหล่านี้ และการปกปิดไม่ทำให้เสียคะแนน \
            รายงานนี้แสดงข้อมูลเพียงบางส่วน เพื่อให้หาตำแหน่งได้เท่านั้น
            """,
        en: """
            The pages or files below show data by which citizens can be identified and which others may use to impersonate \
            or deceive them. Under the Personal Data Protection Act B.E. 2562 the agency discloses only what is necessary \
            and keeps data safe. The OIT assessment asks for none of it, and hiding it costs no points. This report shows \
            only a part of each, so that the place can be found.
            """)

    /// What every leak needs besides mending the page.
    public static let afterwards = BilingualText(
        th: """
            เมื่อแก้ไขแล้ว ให้แจ้ง Google และ Bing ลบผลการค้นหาและสำเนาหน้าเดิม ตรวจหน้าอื่นและไฟล์ชุดเดียวกันของปีก่อน ๆ \
            และแจ้งเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล (DPO) ของหน่วยงาน ซึ่งจะพิจารณาว่าต้องแจ้งสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคล \
            ภายใน 72 ชั่วโมงหรือไม่ หากเปลี่ยนที่อยู่ไฟล์ ให้แก้ลิงก์ในหน้า OIT ให้ตรงกัน
            """,
        en: """
            Afterwards ask Google and Bing to remove results and copies of the old page, look through the same kind of \
            file of earlier years, and tell the agency's data protection officer, who decides whether the Personal Data \
            Protection Committee must be notified within 72 hours. Where a file's address changes, correct the links on \
            the OIT page.
            """)

    static let rename = BilingualText(
        th: """
            เลขนี้อยู่ในชื่อไฟล์หรือที่อยู่เว็บ (URL) ให้ตั้งชื่อไฟล์ใหม่ที่ไม่มีเลขนี้ แล้วแก้ลิงก์ทุกแห่ง \
            รายงานแสดง URL ตามจริง ก่อนแก้ไขเสร็จจึงควรใช้รายงานนี้ภายในหน่วยงานเท่านั้น
            """,
        en: """
            The number is part of a file's name or address: give the file a name without it and correct every link. The \
            report repeats addresses as they are, so keep it inside the agency until then.
            """)
}

extension PersonalDataFinding.Kind {
    /// What was found, as a short title.
    public var title: BilingualText {
        switch self {
        case .citizenID: BilingualText(th: "เลขประจำตัวประชาชน 13 หลัก", en: "Citizen's 13-digit number")
        case .bankAccount: BilingualText(th: "เลขที่บัญชีธนาคารของบุคคล", en: "Bank account of a person")
        case .telephone: BilingualText(th: "หมายเลขโทรศัพท์ส่วนตัว", en: "Private telephone number")
        case .homeAddress: BilingualText(th: "ที่อยู่บ้านของบุคคล", en: "Home address of a person")
        }
    }

    /// What to do now, in the order of doing.
    public var advice: BilingualText {
        switch self {
        case .citizenID:
            BilingualText(
                th: """
                    นำหน้าหรือไฟล์นี้ลงจากเว็บไซต์ก่อน แล้วปกปิดเลขในต้นฉบับ เช่น 1-2345-xxxxx-xx-x หรือตัดคอลัมน์นี้ออก \
                    จากนั้นส่งออกเป็นไฟล์ใหม่และเผยแพร่อีกครั้ง (การใช้แถบสีทับในไฟล์ PDF ยังคัดลอกเลขได้)
                    """,
                en: """
                    Take the page or file down first. Mask the number in the original, such as 1-2345-xxxxx-xx-x, or leave \
                    the column out; then export a new file and publish it again (a bar drawn over a PDF still lets the \
                    number be copied).
                    """)
        case .bankAccount:
            BilingualText(
                th: """
                    นำหน้าหรือไฟล์นี้ลงจากเว็บไซต์ก่อน ตัดเลขที่บัญชีออกหรือแสดงเพียงบางหลัก แล้วเผยแพร่ใหม่ \
                    หากใช้รับชำระเงินของทางราชการ ให้ใช้บัญชีในชื่อหน่วยงานแทนบัญชีบุคคล
                    """,
                en: """
                    Take the page or file down first, leave the account number out or show a few digits only, and publish \
                    again. For payments to the agency use an account in the agency's name instead of a person's.
                    """)
        case .telephone:
            BilingualText(
                th: """
                    ปกปิดหรือลบหมายเลขของประชาชน แล้วเผยแพร่ใหม่ ส่วนหมายเลขติดต่อของหน่วยงานและเจ้าหน้าที่ตามตำแหน่ง \
                    ให้คงไว้ตามที่แบบตรวจกำหนด
                    """,
                en: """
                    Mask or remove the citizens' numbers and publish again. Keep the contact numbers of the agency and its \
                    officers, which the assessment asks for.
                    """)
        case .homeAddress:
            BilingualText(
                th: """
                    ปกปิดบ้านเลขที่และหมู่ที่ของประชาชน หรือแสดงเพียงระดับตำบล แล้วเผยแพร่ใหม่ \
                    ส่วนที่ตั้งของหน่วยงานให้คงไว้
                    """,
                en: """
                    Mask house and village numbers of citizens, or show the sub-district only, and publish again. Keep the \
                    agency's own address.
                    """)
        }
    }
}
