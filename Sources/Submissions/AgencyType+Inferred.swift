public import GradingCore

extension AgencyType {
    /// The kind that a name suggests, `other` when none does; nil for an empty name.
    public init?(inferredFrom name: String) {
        let folded = Label.folded(name)
        guard !folded.isEmpty else { return nil }
        self =
            AgencyType.signs.first { sign in
                sign.beginnings.contains { folded.starts(with: Array($0.utf8)) }
                    || sign.parts.contains { Label.contains(folded, $0) }
            }?.type ?? .other
    }

    private struct Sign {
        var type: AgencyType
        /// Folded beginnings of names.
        var beginnings: [String] = []
        /// Folded parts anywhere in names.
        var parts: [String] = []
    }

    /// First match wins, so the more telling signs come first.
    private static let signs: [Sign] = [
        Sign(
            type: .sao, beginnings: ["อบต"],
            parts: ["องค์การบริหารส่วนตำบล", "subdistrictadministrativeorgani"]),
        Sign(
            type: .pao, beginnings: ["อบจ"],
            parts: ["องค์การบริหารส่วนจังหวัด", "provincialadministrativeorgani"]),
        Sign(
            type: .municipality, beginnings: ["ทต.", "ทม.", "ทน."], parts: ["เทศบาล", "municipality"]),
        Sign(
            type: .specialLocal, beginnings: ["กรุงเทพมหานคร", "เมืองพัทยา", "สำนักงานเมืองพัทยา", "กทม", "pattayacity"]),
        Sign(type: .publicOrganisation, parts: ["องค์การมหาชน", "publicorgani"]),
        Sign(
            type: .stateEnterprise,
            beginnings: [
                "การไฟฟ้า", "การประปา", "การรถไฟ", "การท่าเรือ", "การทางพิเศษ", "การเคหะ", "การยาง", "การนิคม", "การท่องเที่ยว",
                "การกีฬา", "ธนาคาร", "โรงงานยาสูบ", "องค์การขนส่ง", "องค์การเภสัช", "องค์การสะพานปลา", "องค์การคลังสินค้า",
                "องค์การสวนสัตว์", "องค์การส่งเสริมกิจการโคนม", "องค์การอุตสาหกรรมป่าไม้", "องค์การตลาด", "สำนักงานสลากกินแบ่ง",
            ],
            parts: ["รัฐวิสาหกิจ", "จำกัด(มหาชน)", "stateenterprise"]),
        Sign(
            type: .university,
            beginnings: ["มหาวิทยาลัย", "สถาบัน", "จุฬาลงกรณ์", "วิทยาลัย", "ราชวิทยาลัย"],
            parts: ["university"]),
        Sign(type: .province, beginnings: ["จังหวัด", "สำนักงานจังหวัด", "ที่ทำการปกครองจังหวัด"], parts: ["provincialoffice"]),
        Sign(
            type: .department, beginnings: ["กรม", "สำนักงาน", "กระทรวง", "สำนัก", "กองบัญชาการ", "กองทัพ"],
            parts: ["department"]),
    ]
}
