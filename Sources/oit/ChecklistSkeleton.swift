/// What `oit checklist new` writes: a list that is valid JSON, with its explanations in `notes`.
enum ChecklistSkeleton {
    static let text = """
        {
         "year": 2566,
         "title": {"th": "ชื่อแบบตรวจของท่าน", "en": "Title of your list"},
         "provenance": "provisional",
         "notes": [
          {"th": "แก้ไขไฟล์นี้แล้วตรวจด้วยคำสั่ง oit checklist validate --checklist ไฟล์นี้ ข้อความใน notes จะแสดงในรายงานทุกฉบับ",
           "en": "Edit this file, then run: oit checklist validate --checklist THIS_FILE. Notes are shown in every report."},
          {"th": "topic คือรหัสเรื่องจาก oit checklist show --year 2566 --json และ elements คือรหัสองค์ประกอบของเรื่องนั้น",
           "en": "topic is an id from: oit checklist show --year 2566 --json; elements are ids of that topic's elements."},
          {"th": "currency คือรหัสความเป็นปัจจุบัน เช่น current-fy-plan, six-months-current-fy, previous-fy-report, no-date",
           "en": "currency is a code such as current-fy-plan, six-months-current-fy, previous-fy-report, no-date; + joins codes."}
         ],
         "scoring": {
          "rounding": "half-up-cascade",
          "pass_mark": "85.00",
          "instruments": [{"id": "OIT", "weight_percent": 100, "indicators": ["1"]}],
          "levels": {"kind": "bands", "bands": [{"name": "ผ่าน", "from": "85.00"}, {"name": "ไม่ผ่าน", "from": "0.00"}]}
         },
         "survey_indicators": [],
         "indicators": [
          {
           "id": "1",
           "title": {"th": "ตัวชี้วัดที่ 1", "en": "Indicator 1"},
           "sub_indicators": [
            {
             "id": "1.1",
             "title": {"th": "ตัวชี้วัดย่อยที่ 1.1", "en": "Sub-indicator 1.1"},
             "items": [
              {
               "id": "o1",
               "topic": "structure",
               "title": {"th": "โครงสร้าง", "en": "Organisation structure"},
               "currency": "current-state",
               "currency_note": "",
               "elements": ["chart"],
               "confidence": "medium",
               "element_confidence": "medium",
               "evidence": ["web page on the agency's main website"],
               "sources": ["name of the circular or manual that asks for it"]
              }
             ]
            }
           ]
          }
         ]
        }

        """
}
