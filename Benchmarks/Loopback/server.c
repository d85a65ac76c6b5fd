// Serves the generated websites on loopback, each agency at a 127.x.y.z of its own, by libmicrohttpd with one thread.
//   site --serve|--list [--agencies N] [--addresses N] [--port P] [--latency MIN MAX] [--stall MS] [--files PERCENT]
//        [--page-bytes N] [--file-bytes N]
// --list prints a line for each submitted address: agency, kind, URL. /control/stats on 127.0.0.1 tells what was asked
// since /control/reset.
#define _GNU_SOURCE
#include "site.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static struct site_plan plan = {
    .agencies = 1, .addresses = 550, .page_bytes = 75000, .file_bytes = 1000000, .port = 18090};
static unsigned latency_least, latency_most, stall;

// MARK: Counts (touched by the serving thread alone)

static struct {
    unsigned long long requests, heads, bytes;
    unsigned long long kinds[KIND_OTHER + 1];
    unsigned most_at_once;
} stats;
enum { agencies_most = 62500 };
static unsigned short connections[agencies_most];
static unsigned char was_busy[agencies_most], was_resting[agencies_most];

// MARK: Delays

struct visit {
    struct MHD_Connection *connection;
    uint64_t due;
    int has_waited;
};
static struct visit **heap;
static size_t heap_count, heap_room;
static pthread_mutex_t heap_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t heap_changed;

static uint64_t now_us(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_nsec / 1000;
}

static void swap(size_t a, size_t b) {
    struct visit *visit = heap[a];
    heap[a] = heap[b];
    heap[b] = visit;
}

static void delay(struct visit *visit, unsigned milliseconds) {
    visit->due = now_us() + (uint64_t)milliseconds * 1000;
    visit->has_waited = 1;
    MHD_suspend_connection(visit->connection);
    pthread_mutex_lock(&heap_lock);
    if (heap_count == heap_room) {
        heap_room = heap_room ? heap_room * 2 : 256;
        heap = realloc(heap, heap_room * sizeof *heap);
        if (!heap) abort();
    }
    size_t child = heap_count++;
    heap[child] = visit;
    while (child && heap[child]->due < heap[(child - 1) / 2]->due) {
        swap(child, (child - 1) / 2);
        child = (child - 1) / 2;
    }
    if (child == 0) pthread_cond_signal(&heap_changed);
    pthread_mutex_unlock(&heap_lock);
}

static struct visit *taken(void) {
    struct visit *first = heap[0];
    heap[0] = heap[--heap_count];
    for (size_t parent = 0;;) {
        size_t least = 2 * parent + 1;
        if (least >= heap_count) break;
        if (least + 1 < heap_count && heap[least + 1]->due < heap[least]->due) least++;
        if (heap[parent]->due <= heap[least]->due) break;
        swap(parent, least);
        parent = least;
    }
    return first;
}

static void *wake(void *unused) {
    (void)unused;
    pthread_mutex_lock(&heap_lock);
    for (;;) {
        if (!heap_count) {
            pthread_cond_wait(&heap_changed, &heap_lock);
            continue;
        }
        uint64_t now = now_us(), due = heap[0]->due;
        if (due > now) {
            struct timespec time = {(time_t)(due / 1000000), (long)(due % 1000000 * 1000)};
            pthread_cond_timedwait(&heap_changed, &heap_lock, &time);
            continue;
        }
        struct visit *visit = taken();
        MHD_resume_connection(visit->connection);
    }
    return NULL;
}

// The same for an address in every run; one address of agency 3 stalls.
static unsigned latency(unsigned agency, struct resource resource) {
    if (stall && agency == 3 % plan.agencies && resource.kind == KIND_PAGE && resource.number == 20) return stall;
    if (latency_most <= latency_least) return latency_least;
    uint64_t hash = (agency * 1000003u + resource.number * 7919u + (unsigned)resource.kind) * 0x9e3779b97f4a7c15u;
    return latency_least + (unsigned)((hash >> 33) % (latency_most - latency_least + 1));
}

// MARK: Answers

static enum MHD_Result sent(
    struct MHD_Connection *connection, unsigned status, char *bytes, size_t length, const char *type,
    const char *header, const char *value) {
    struct MHD_Response *response = MHD_create_response_from_buffer(length, bytes, MHD_RESPMEM_MUST_FREE);
    if (!response) return MHD_NO;
    stats.bytes += length;
    MHD_add_response_header(response, "Content-Type", type);
    if (header) MHD_add_response_header(response, header, value);
    enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

static const char html[] = "text/html; charset=utf-8";

static enum MHD_Result short_answer(
    struct MHD_Connection *connection, unsigned status, const char *text, const char *header, const char *value) {
    return sent(connection, status, strdup(text), strlen(text), html, header, value);
}

static enum MHD_Result control(struct MHD_Connection *connection, const char *path) {
    char text[800];
    if (strcmp(path, "/control/reset") == 0) {
        memset(&stats, 0, sizeof stats);
        memset(was_busy, 0, sizeof was_busy);
        memset(was_resting, 0, sizeof was_resting);
        return short_answer(connection, 200, "{}", NULL, NULL);
    }
    int length = snprintf(text, sizeof text, "{\"requests\": %llu, \"heads\": %llu, \"bytes\": %llu, \"at_once\": %u",
                          stats.requests, stats.heads, stats.bytes, stats.most_at_once);
    for (int i = 0; i <= KIND_OTHER; i++)
        length += snprintf(text + length, sizeof text - (size_t)length, ", \"%s\": %llu", site_kind_name(i),
                           stats.kinds[i]);
    snprintf(text + length, sizeof text - (size_t)length, "}");
    return short_answer(connection, 200, text, NULL, NULL);
}

static enum MHD_Result trap(struct MHD_Connection *connection, unsigned agency, const char *path, int is_head) {
    size_t length;
    if (strcmp(path, "/trap/head") == 0 && is_head)
        return short_answer(connection, 405, "method not allowed", "Allow", "GET");
    if (strcmp(path, "/trap/busy") == 0 && !was_busy[agency]++)
        return short_answer(connection, 429, "too many requests", "Retry-After", "1");
    if (strcmp(path, "/trap/rest") == 0 && !was_resting[agency]++)
        return short_answer(connection, 503, "back soon", NULL, NULL);
    if (strcmp(path, "/trap/old.html") == 0) {
        char *page = site_old_page(&plan, agency, &length);
        return sent(connection, 200, page, length, "text/html", NULL, NULL);
    }
    uint64_t hash = 5381;
    for (const char *byte = path; *byte; byte++) hash = hash * 33 + (unsigned char)*byte;
    char *page = site_page(&plan, agency, (struct resource){KIND_TRAP, (unsigned)(hash & 0xffff)}, &length);
    return sent(connection, 200, page, length, html, NULL, NULL);
}

static enum MHD_Result moved(struct MHD_Connection *connection, const char *path) {
    if (strcmp(path, "/hop/1") == 0) return short_answer(connection, 302, "", "Location", "/hop/2");
    char target[40];
    snprintf(target, sizeof target, "/page/%c", path[strlen(path) - 1]);
    return short_answer(connection, 301, "", "Location", target);
}

static enum MHD_Result answer(
    struct MHD_Connection *connection, unsigned agency, const char *path, struct resource resource, int is_head) {
    size_t length;
    char *bytes;
    switch (resource.kind) {
        case KIND_DEAD:
            bytes = site_not_found(agency, &length);
            return sent(connection, strncmp(path, "/gone/", 6) == 0 ? 410 : 404, bytes, length, html, NULL, NULL);
        case KIND_MOVED: return moved(connection, path);
        case KIND_HOME: return short_answer(connection, 302, "", "Location", "/");
        case KIND_SPOKEN:
            bytes = site_not_found(agency, &length);
            return sent(connection, 200, bytes, length, html, NULL, NULL);
        case KIND_SILENT:
            bytes = site_greeting(agency, &length);
            return sent(connection, 200, bytes, length, html, NULL, NULL);
        case KIND_TRAP: return trap(connection, agency, path, is_head);
        case KIND_FILE:
            bytes = site_file(&plan, agency, resource.number, &length);
            return sent(connection, 200, bytes, length, "application/pdf", NULL, NULL);
        case KIND_OTHER:
            if (strcmp(path, "/hop/2") == 0) return short_answer(connection, 302, "", "Location", "/page/4");
            if (strncmp(path, "/docs/", 6) == 0) {
                bytes = site_greeting(agency, &length);
                return sent(connection, 200, bytes, length, html, NULL, NULL);
            }
            if (strcmp(path, "/") != 0) {
                bytes = site_not_found(agency, &length);
                return sent(connection, 404, bytes, length, html, NULL, NULL);
            }
            break;
        default: break;
    }
    bytes = site_page(&plan, agency, resource, &length);
    return sent(connection, 200, bytes, length, html, NULL, NULL);
}

static int local_agency(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct sockaddr_in here;
    socklen_t size = sizeof here;
    if (!info || getsockname(info->connect_fd, (struct sockaddr *)&here, &size) != 0) return -1;
    return site_agency(ntohl(here.sin_addr.s_addr));
}

static enum MHD_Result handle(
    void *context, struct MHD_Connection *connection, const char *path, const char *method, const char *version,
    const char *upload, size_t *upload_size, void **state) {
    (void)context, (void)version, (void)upload;
    if (!*state) {
        struct visit *visit = calloc(1, sizeof *visit);
        if (!visit) return MHD_NO;
        visit->connection = connection;
        *state = visit;
        return MHD_YES;
    }
    *upload_size = 0;
    struct visit *visit = *state;
    int is_head = strcmp(method, "HEAD") == 0;
    if (strncmp(path, "/control/", 9) == 0) return control(connection, path);
    int agency = local_agency(connection);
    if (agency < 0 || agency >= (int)plan.agencies || agency >= agencies_most)
        return short_answer(connection, 404, "no agency", NULL, NULL);
    struct resource resource = site_resource(&plan, path);
    if (!visit->has_waited) {
        stats.requests++;
        stats.heads += (unsigned)is_head;
        stats.kinds[resource.kind]++;
        unsigned wait = latency((unsigned)agency, resource);
        if (wait) {
            delay(visit, wait);
            return MHD_YES;
        }
    }
    return answer(connection, (unsigned)agency, path, resource, is_head);
}

static void completed(
    void *context, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code) {
    (void)context, (void)connection, (void)code;
    free(*state);
    *state = NULL;
}

static void noticed(
    void *context, struct MHD_Connection *connection, void **state, enum MHD_ConnectionNotificationCode code) {
    (void)context;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        int agency = local_agency(connection);
        *state = (void *)(intptr_t)(agency + 1);
        if (agency < 0 || agency >= agencies_most) return;
        if (++connections[agency] > stats.most_at_once) stats.most_at_once = connections[agency];
    } else {
        int agency = (int)(intptr_t)*state - 1;
        if (agency >= 0 && agency < agencies_most && connections[agency]) connections[agency]--;
    }
}

// MARK: The command

static void print_list(void) {
    char host[16], path[256];
    for (unsigned agency = 0; agency < plan.agencies; agency++) {
        site_host(agency, host);
        for (unsigned index = 0; index < plan.addresses; index++) {
            enum kind kind = site_address(&plan, index, path, sizeof path);
            printf("%u\t%s\thttp://%s:%u%s\n", agency, site_kind_name(kind), host, plan.port, path);
        }
    }
}

static int serve(void) {
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&heap_changed, &monotonic);
    pthread_t waker;
    pthread_create(&waker, NULL, wake, NULL);
    // Not by epoll: version 0.9.75 waits on when a multiple of 128 connections is ready at the same moment.
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, (uint16_t)plan.port, NULL, NULL, handle, NULL,
        MHD_OPTION_NOTIFY_COMPLETED, completed, NULL, MHD_OPTION_NOTIFY_CONNECTION, noticed, NULL,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)30000, MHD_OPTION_LISTEN_BACKLOG_SIZE, (unsigned)4096,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)120, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)16384,
        MHD_OPTION_END);
    if (!daemon) {
        fprintf(stderr, "site: port %u cannot be opened\n", plan.port);
        return 1;
    }
    printf("ready\n");
    fflush(stdout);
    char byte;
    // Ends with whoever started it.
    while (read(0, &byte, 1) > 0) continue;
    _exit(0);
}

int main(int count, char **arguments) {
    int lists = 0;
    signal(SIGPIPE, SIG_IGN);
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i];
        unsigned value = i + 1 < count ? (unsigned)strtoul(arguments[i + 1], NULL, 10) : 0;
        if (strcmp(name, "--list") == 0) { lists = 1; continue; }
        if (strcmp(name, "--serve") == 0) continue;
        if (strcmp(name, "--agencies") == 0) plan.agencies = value;
        else if (strcmp(name, "--addresses") == 0) plan.addresses = value;
        else if (strcmp(name, "--port") == 0) plan.port = value;
        else if (strcmp(name, "--files") == 0) plan.files_percent = value;
        else if (strcmp(name, "--page-bytes") == 0) plan.page_bytes = value;
        else if (strcmp(name, "--file-bytes") == 0) plan.file_bytes = value;
        else if (strcmp(name, "--stall") == 0) stall = value;
        else if (strcmp(name, "--latency") == 0 && i + 2 < count) {
            latency_least = value;
            latency_most = (unsigned)strtoul(arguments[++i + 1], NULL, 10);
        } else {
            fprintf(stderr, "site: unknown option %s\n", name);
            return 64;
        }
        i++;
    }
    if (lists) { print_list(); return 0; }
    return serve();
}
