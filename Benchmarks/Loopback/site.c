#include "site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Planted in every agency: 4 dead, 4 redirects and 1 to the front page, 2 + 2 soft 404s, 2 real ones beside them, 6 traps.
static const struct { enum kind kind; const char *path; } planted[] = {
    {KIND_DEAD, "/dead/plan-2566.html"}, {KIND_DEAD, "/dead/budget"}, {KIND_DEAD, "/dead/staff.php?id=41"},
    {KIND_DEAD, "/gone/report.html"},
    {KIND_MOVED, "/moved/1"}, {KIND_MOVED, "/moved/2"}, {KIND_MOVED, "/moved/3"}, {KIND_MOVED, "/hop/1"},
    {KIND_HOME, "/closed/office"},
    {KIND_SPOKEN, "/news/lost-1"}, {KIND_SPOKEN, "/news/lost-2"},
    {KIND_SILENT, "/docs/gone-1.php"}, {KIND_SILENT, "/docs/gone-2.php"},
    {KIND_REAL, "/docs/real-1.php"}, {KIND_REAL, "/docs/real-2.php"},
    {KIND_TRAP, "/trap/head"}, {KIND_TRAP, "/trap/\xe0\xb9\x81\xe0\xb8\x9c\xe0\xb8\x99.html"},
    {KIND_TRAP, "/trap/annual report.html"}, {KIND_TRAP, "/trap/old.html"}, {KIND_TRAP, "/trap/busy"},
    {KIND_TRAP, "/trap/rest"},
};
enum { planted_count = sizeof planted / sizeof *planted };

const char *site_kind_name(enum kind kind) {
    static const char *names[] = {"page", "file", "real", "dead", "moved", "home", "spoken", "silent", "trap", "other"};
    return names[kind];
}

void site_host(unsigned agency, char text[16]) {
    snprintf(text, 16, "127.%u.%u.%u", 16 + agency / 62500 % 200, agency / 250 % 250, agency % 250 + 1);
}

int site_agency(uint32_t address) {
    unsigned high = address >> 16 & 255, middle = address >> 8 & 255, low = address & 255;
    if (address >> 24 != 127 || high < 16 || low == 0) return -1;
    return (int)((high - 16) * 62500 + middle * 250 + low - 1);
}

enum kind site_address(const struct site_plan *plan, unsigned index, char *path, size_t size) {
    if (index < planted_count) {
        snprintf(path, size, "%s", planted[index].path);
        return planted[index].kind;
    }
    unsigned number = index - planted_count + 1;
    if (number % 100 < plan->files_percent) {
        snprintf(path, size, "/files/%u.pdf", number);
        return KIND_FILE;
    }
    snprintf(path, size, "/page/%u", number);
    return KIND_PAGE;
}

struct resource site_resource(const struct site_plan *plan, const char *path) {
    unsigned number;
    int used = 0;
    for (unsigned i = 0; i < planted_count; i++) {
        const char *query = strchr(planted[i].path, '?');
        size_t length = query ? (size_t)(query - planted[i].path) : strlen(planted[i].path);
        if (strlen(path) == length && memcmp(path, planted[i].path, length) == 0)
            return (struct resource){planted[i].kind, i};
    }
    if (sscanf(path, "/page/%u%n", &number, &used) == 1 && !path[used] && number <= plan->addresses)
        return (struct resource){KIND_PAGE, number};
    if (sscanf(path, "/files/%u.pdf%n", &number, &used) == 1 && !path[used] && number <= plan->addresses)
        return (struct resource){KIND_FILE, number};
    return (struct resource){KIND_OTHER, 0};
}

// MARK: Words

static uint64_t next(uint64_t *state) {
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static const char *words[] = {
    "การ", "ประชาชน", "โครงการ", "งบประมาณ", "แผน", "รายงาน", "ผล", "ดำเนินงาน", "ประจำปี", "องค์การ", "บริหาร", "ส่วน",
    "ตำบล", "เทศบาล", "อำเภอ", "จังหวัด", "ถนน", "สายทาง", "หมู่ที่", "บ้าน", "จัดซื้อ", "จัดจ้าง", "พัสดุ", "ประกาศ",
    "คำสั่ง", "แต่งตั้ง", "คณะกรรมการ", "ตรวจรับ", "ราคา", "กลาง", "สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา",
    "สาธารณสุข", "ผู้สูงอายุ", "เด็ก", "เยาวชน", "สตรี", "กีฬา", "ประเพณี", "สงกรานต์", "ลอยกระทง", "น้ำประปา", "ไฟฟ้า",
    "สาธารณะ", "ขยะ", "สิ่งแวดล้อม", "ป่าไม้", "เกษตร", "ข้าว", "มันสำปะหลัง", "ตลาด", "ร้านค้า", "ท่องเที่ยว", "วัด",
    "โรงเรียน", "ศูนย์", "พัฒนา", "เล็ก", "ซ่อมแซม", "ก่อสร้าง", "ปรับปรุง", "ขยาย", "เขต", "ควบคุม", "ภายใน", "ตรวจสอบ",
    "ประเมิน", "คุณธรรม", "ความโปร่งใส", "เจตจำนง", "สุจริต", "บริการ", "คู่มือ", "มาตรฐาน", "ขั้นตอน", "ระยะเวลา",
    "ค่าธรรมเนียม", "ภาษี", "ที่ดิน", "สิ่งปลูกสร้าง", "ร้องเรียน", "ทุจริต", "ช่องทาง", "สถิติ", "ข้อมูล", "รับฟัง",
};
enum { word_count = sizeof words / sizeof *words };

struct text {
    char *bytes;
    size_t length, room;
};

static void add_bytes(struct text *text, const char *bytes, size_t length) {
    if (text->length + length + 1 > text->room) {
        text->room = (text->length + length + 1) * 2;
        text->bytes = realloc(text->bytes, text->room);
        if (!text->bytes) abort();
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = 0;
}
static void add(struct text *text, const char *bytes) { add_bytes(text, bytes, strlen(bytes)); }
static void add_words(struct text *text, uint64_t *state, unsigned count) {
    while (count--) {
        add(text, words[next(state) % word_count]);
        if (next(state) % 9 == 0) add(text, " ");
    }
}

// MARK: Pages

// Middles are made once and shared: a server must be cheaper than what is measured with it.
enum { middle_count = 64 };
static struct text middles[middle_count];

static const struct text *middle(const struct site_plan *plan, uint64_t choice) {
    struct text *text = &middles[choice % middle_count];
    if (text->bytes) return text;
    uint64_t state = 77 + choice % middle_count;
    // Sizes from 0.27 to 1.73 of the mean, evenly.
    size_t size = (size_t)plan->page_bytes * (20 + 110 * (choice % middle_count) / (middle_count - 1)) / 75;
    while (text->length < size) {
        unsigned form = (unsigned)(next(&state) % 5);
        if (form == 0) add(text, "<div class=\"elementor-widget-wrap\"><h3 class=\"elementor-heading-title\">");
        if (form == 1) add(text, "<table class=\"table table-striped\"><tr><td style=\"width:12%\">");
        if (form > 1) add(text, "<div class=\"elementor-element elementor-widget elementor-widget-text-editor\"><p>");
        add_words(text, &state, form == 0 ? 6 : 30);
        if (form == 0) add(text, "</h3></div>\n");
        if (form == 1) {
            add(text, "</td><td>");
            add_words(text, &state, 12);
            add(text, "</td></tr></table>\n");
        }
        if (form > 1) {
            char link[96];
            snprintf(link, sizeof link, " <a class=\"btn\" href=\"/page/%u\">", (unsigned)(next(&state) % 60 + 1));
            add(text, link);
            add_words(text, &state, 4);
            add(text, "</a></p></div>\n");
        }
    }
    return text;
}

static void begin(struct text *text, unsigned agency, const char *title, int declares) {
    char line[400];
    snprintf(
        line, sizeof line,
        "<!DOCTYPE html>\n<html lang=\"th\"><head>%s<title>%s - องค์การบริหารส่วนตำบลทดสอบ %u</title>\n"
        "<link rel=\"stylesheet\" href=\"/style.css\"></head>\n<body><nav class=\"main-menu\"><ul>",
        declares ? "<meta charset=\"utf-8\">" : "", title, agency + 1);
    add(text, line);
    for (unsigned i = 1; i <= 24; i++) {
        snprintf(line, sizeof line, "<li class=\"menu-item\"><a href=\"/page/%u\">%s%s</a></li>", i,
                 words[(i * 7) % word_count], words[(i * 13 + 5) % word_count]);
        add(text, line);
    }
    add(text, "</ul></nav>\n<main>");
}
static char *finished(struct text *text, size_t *length) {
    add(text, "</main><footer>ที่อยู่ สำนักงานองค์การบริหารส่วนตำบลทดสอบ โทรศัพท์ 0 2000 0000</footer></body></html>\n");
    *length = text->length;
    return text->bytes;
}

char *site_page(const struct site_plan *plan, unsigned agency, struct resource resource, size_t *length) {
    uint64_t state = ((uint64_t)agency << 32) + ((uint64_t)resource.kind << 24) + resource.number;
    struct text text = {0}, title = {0};
    add_words(&title, &state, 6);
    begin(&text, agency, resource.kind == KIND_OTHER ? "หน้าหลัก" : title.bytes, 1);
    add(&text, "<h1>");
    add(&text, title.bytes);
    add(&text, "</h1>");
    for (unsigned i = 0; i < 6; i++) {
        add(&text, "<p>");
        add_words(&text, &state, 40);
        add(&text, "</p>\n");
    }
    const struct text *shared = middle(plan, next(&state));
    add_bytes(&text, shared->bytes, shared->length);
    free(title.bytes);
    return finished(&text, length);
}

char *site_greeting(unsigned agency, size_t *length) {
    struct text text = {0};
    begin(&text, agency, "ยินดีต้อนรับ", 1);
    add(&text, "<h1>ยินดีต้อนรับสู่เว็บไซต์</h1>");
    uint64_t state = agency + 5;
    for (unsigned i = 0; i < 5; i++) {
        add(&text, "<p>");
        add_words(&text, &state, 25);
        add(&text, "</p>");
    }
    return finished(&text, length);
}

char *site_not_found(unsigned agency, size_t *length) {
    struct text text = {0};
    begin(&text, agency, "404 ไม่พบหน้าที่ต้องการ", 1);
    add(&text, "<h1>404 ไม่พบหน้าที่ต้องการ</h1><p>ขออภัย ไม่พบหน้าเว็บที่ท่านต้องการ</p>");
    return finished(&text, length);
}

char *site_old_page(const struct site_plan *plan, unsigned agency, size_t *length) {
    size_t size = 0, out = 0;
    char *utf8 = site_page(plan, agency, (struct resource){KIND_TRAP, 3}, &size);
    char *mark = strstr(utf8, "<meta charset=\"utf-8\">");
    if (mark) memset(mark, ' ', strlen("<meta charset=\"utf-8\">"));
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)utf8[i];
        if (byte == 0xe0 && i + 2 < size) {  // Thai: U+0E00 and up stand from 0xA0 on
            utf8[out++] = (char)(0xa0 + (((utf8[i + 1] & 0x3f) << 6 | (utf8[i + 2] & 0x3f)) & 0x7f));
            i += 2;
        } else {
            utf8[out++] = (char)byte;
        }
    }
    *length = out;
    return utf8;
}

char *site_file(const struct site_plan *plan, unsigned agency, unsigned number, size_t *length) {
    struct text text = {0};
    char stream[120], line[200];
    size_t offsets[6];
    add(&text, "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
    int stream_length =
        snprintf(stream, sizeof stream, "BT /F1 14 Tf 72 720 Td (Report %u of agency %u) Tj ET", number, agency + 1);
    offsets[1] = text.length;
    add(&text, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    offsets[2] = text.length;
    add(&text, "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
    offsets[3] = text.length;
    add(&text, "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
               "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n");
    offsets[4] = text.length;
    snprintf(line, sizeof line, "4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n", stream_length, stream);
    add(&text, line);
    offsets[5] = text.length;
    size_t padding = plan->file_bytes > text.length + 600 ? plan->file_bytes - text.length - 600 : 0;
    snprintf(line, sizeof line, "5 0 obj\n<< /Length %zu >>\nstream\n", padding);
    add(&text, line);
    char *pad = malloc(padding + 1);
    if (!pad) abort();
    memset(pad, 'x', padding);
    add_bytes(&text, pad, padding);
    free(pad);
    add(&text, "\nendstream\nendobj\n");
    size_t table = text.length;
    add(&text, "xref\n0 6\n0000000000 65535 f \n");
    for (unsigned i = 1; i < 6; i++) {
        snprintf(line, sizeof line, "%010zu 00000 n \n", offsets[i]);
        add(&text, line);
    }
    snprintf(line, sizeof line, "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", table);
    add(&text, line);
    *length = text.length;
    return text.bytes;
}
