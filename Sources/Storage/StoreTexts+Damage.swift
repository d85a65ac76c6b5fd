import GradingCore

// What people are told of damage to one page or run, and of a run that is not there.

extension StoreError {
    /// What a store keeps of one address does not match its digest.
    static func damagedPage(_ address: String, _ path: String, cause: String = "") -> StoreError {
        StoreError(
            .damaged,
            BilingualText(
                th:
                    "ข้อมูลของหน้า \(address) ในคลัง \(path) เสียหาย จึงไม่ได้นำมาใช้ ให้กู้คลังจากสำเนาสำรอง หรือตรวจหน่วยงานนี้ใหม่",
                en:
                    "What the store \(path) keeps of \(address) is damaged and was not used. Restore a backup, or audit the agency again."
            ), path: path, cause: cause, subject: address)
    }

    /// What a store keeps of one run does not match its digest, or something of it is gone.
    static func damagedRun(_ name: String, _ path: String, cause: String = "") -> StoreError {
        StoreError(
            .damaged,
            BilingualText(
                th:
                    "ข้อมูลการตรวจ \(name) ในคลัง \(path) เสียหายหรือไม่ครบ จึงไม่ได้นำมาใช้ ให้กู้คลังจากสำเนาสำรอง หรือตรวจหน่วยงานนี้ใหม่",
                en:
                    "What the store \(path) keeps of the run \(name) is damaged or incomplete and was not used. Restore a backup, or audit the agency again."
            ), path: path, cause: cause, subject: name)
    }

    /// The store's list of runs is not whole.
    static func damagedStore(_ path: String, cause: String) -> StoreError {
        StoreError(.damaged, .damagedFile(path), path: path, cause: cause)
    }

    /// A key of another store, or of a run that was removed meanwhile.
    static func unknownRun(_ key: RunKey, _ path: String) -> StoreError {
        StoreError(
            .failed,
            BilingualText(
                th: "ไม่มีการตรวจหมายเลข \(key.number) ในคลัง \(path) อาจถูกลบไปแล้ว ให้ดูรายการด้วย oit store list",
                en: "The store \(path) has no run of key \(key.number); it may have been removed: see oit store list."),
            path: path, subject: String(key.number))
    }

    /// A defect of the caller: the digest of a page is not that of its bytes.
    static func wrongDigest(_ address: String, _ path: String) -> StoreError {
        StoreError(
            .failed,
            BilingualText(
                th: "หน้า \(address) ไม่ถูกเก็บ เพราะรหัสตรวจสอบไม่ตรงกับเนื้อหา โปรดแจ้งผู้พัฒนาโปรแกรม",
                en: "The page \(address) was not kept: its digest is not that of its bytes. Please tell the developers."
            ),
            path: path, subject: address)
    }

    /// The same failure, told of the page or run in whose place the library met it.
    func named(_ name: (String, String, String) -> StoreError, _ subject: String) -> StoreError {
        code == .damaged && self.subject.isEmpty ? name(subject, path, cause) : self
    }
}
