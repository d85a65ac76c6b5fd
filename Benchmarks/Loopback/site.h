// The generated websites of the benchmarks: which addresses an agency has, what stands there, and what is planted.
#ifndef OIT_BENCHMARK_SITE_H
#define OIT_BENCHMARK_SITE_H

#include <stddef.h>
#include <stdint.h>

enum kind {
    KIND_PAGE,      // an ordinary page of its own words
    KIND_FILE,      // a PDF
    KIND_REAL,      // an ordinary page where made-up neighbours answer 200
    KIND_DEAD,      // 404 or 410
    KIND_MOVED,     // redirects to a page
    KIND_HOME,      // redirects to the front page
    KIND_SPOKEN,    // soft 404 that says so
    KIND_SILENT,    // soft 404 that looks like the site's greeting
    KIND_TRAP,      // alive, but easily called dead
    KIND_OTHER      // nothing of the list: front page, made-up addresses, robots.txt
};

struct site_plan {
    unsigned agencies;
    unsigned addresses;      // of each agency
    unsigned files_percent;  // of the ordinary addresses
    unsigned page_bytes;     // mean size of a page
    unsigned file_bytes;     // size of a file
    unsigned port;
};

struct resource {
    enum kind kind;
    unsigned number;
};

// The address of an agency as host of a URL: 127.16.0.1 and up.
void site_host(unsigned agency, char text[16]);
// The agency of an IPv4 address in host order; -1 where it is none.
int site_agency(uint32_t address);
// What a path (decoded) is. Paths that belong to nothing are KIND_OTHER.
struct resource site_resource(const struct site_plan *plan, const char *path);
// The n-th address of every agency as it stands in a submission, from 0; its kind.
enum kind site_address(const struct site_plan *plan, unsigned index, char *path, size_t size);
// A name for a kind, as the lists print it.
const char *site_kind_name(enum kind kind);
// Fresh bytes (malloc) of a page. KIND_OTHER gives the front page.
char *site_page(const struct site_plan *plan, unsigned agency, struct resource resource, size_t *length);
// Fresh bytes (malloc) of a PDF with one line of text on each of a few pages, padded to its size.
char *site_file(const struct site_plan *plan, unsigned agency, unsigned number, size_t *length);
// The greeting that silent soft 404s give; the page that says "not found".
char *site_greeting(unsigned agency, size_t *length);
char *site_not_found(unsigned agency, size_t *length);
// A page in windows-874 that declares no charset.
char *site_old_page(const struct site_plan *plan, unsigned agency, size_t *length);

#endif
