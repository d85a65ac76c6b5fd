// The floor under every fetcher that is built on libcurl: a plain loop over one multi handle that hashes and sniffs each
// body, and with --dom parses it by libxml2 and walks the tree for links and text. It knows no politeness, keeps nothing
// and judges nothing.
//   floor FILE [--connections N] [--per-host N] [--dom]        FILE: one URL a line, asked in this order
#define _GNU_SOURCE
#include <curl/curl.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct transfer {
    CURL *easy;
    char *body;
    size_t length, room;
};

static struct { unsigned long ok, failed, redirected, links, declared; unsigned long long bytes, text; } total;
static int parses;

static size_t received(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    size_t length = size * count;
    if (transfer->length + length > transfer->room) {
        transfer->room = (transfer->length + length) * 2;
        transfer->body = realloc(transfer->body, transfer->room);
        if (!transfer->body) abort();
    }
    memcpy(transfer->body + transfer->length, bytes, length);
    transfer->length += length;
    return length;
}

static void walk(xmlNode *node) {
    for (; node; node = node->next) {
        if (node->type == XML_TEXT_NODE && node->content) total.text += strlen((const char *)node->content);
        if (node->type != XML_ELEMENT_NODE) continue;
        if (strcmp((const char *)node->name, "script") == 0 || strcmp((const char *)node->name, "style") == 0) continue;
        if (strcmp((const char *)node->name, "a") == 0) {
            xmlChar *target = xmlGetProp(node, (const xmlChar *)"href");
            if (target) total.links++;
            xmlFree(target);
        }
        walk(node->children);
    }
}

static void read_body(struct transfer *transfer) {
    static EVP_MD_CTX *digest;
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned hash_length;
    if (!digest) digest = EVP_MD_CTX_new();
    EVP_DigestInit_ex(digest, EVP_sha256(), NULL);
    EVP_DigestUpdate(digest, transfer->body, transfer->length);
    EVP_DigestFinal_ex(digest, hash, &hash_length);
    // What kind of body it is, and which charset it names, as the first kilobytes tell.
    size_t seen = transfer->length < 4096 ? transfer->length : 4096;
    if (memmem(transfer->body, seen, "charset", 7)) total.declared++;
    int is_page = transfer->length > 4 && memcmp(transfer->body, "%PDF", 4) != 0;
    if (!parses || !is_page) return;
    htmlDocPtr document = htmlReadMemory(
        transfer->body, (int)transfer->length, NULL, "utf-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT | 1 << 19);
    if (!document) return;
    walk(xmlDocGetRootElement(document));
    xmlFreeDoc(document);
}

static char **lines;
static size_t line_count, next_line;

static void read_lines(const char *path) {
    FILE *file = fopen(path, "r");
    size_t room = 0, size = 0;
    char *line = NULL;
    ssize_t length;
    if (!file) {
        perror(path);
        exit(66);
    }
    while ((length = getline(&line, &size, file)) > 0) {
        if (line[length - 1] == '\n') line[length - 1] = 0;
        if (line_count == room) lines = realloc(lines, (room = room * 2 + 64) * sizeof *lines);
        if (!lines) abort();
        lines[line_count++] = strdup(line);
    }
    free(line);
    fclose(file);
}

static int start(CURLM *multi, struct transfer *transfer) {
    if (next_line == line_count) return 0;
    CURLU *url = curl_url();
    transfer->length = 0;
    if (curl_url_set(url, CURLUPART_URL, lines[next_line], CURLU_URLENCODE) != CURLUE_OK) total.failed++;
    next_line++;
    char *text = NULL;
    curl_url_get(url, CURLUPART_URL, &text, 0);
    curl_easy_setopt(transfer->easy, CURLOPT_URL, text ? text : "");
    curl_free(text);
    curl_url_cleanup(url);
    curl_multi_add_handle(multi, transfer->easy);
    return 1;
}

int main(int count, char **arguments) {
    long connections = 256, per_host = 6;
    for (int i = 2; i < count; i++) {
        if (strcmp(arguments[i], "--dom") == 0) parses = 1;
        else if (strcmp(arguments[i], "--connections") == 0 && i + 1 < count) connections = atol(arguments[++i]);
        else if (strcmp(arguments[i], "--per-host") == 0 && i + 1 < count) per_host = atol(arguments[++i]);
    }
    if (count < 2 || connections < 1) return 64;
    read_lines(arguments[1]);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, per_host);
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, connections * 2);
    struct transfer *transfers = calloc((size_t)connections, sizeof *transfers);
    long running_total = 0;
    for (long i = 0; i < connections; i++) {
        CURL *easy = transfers[i].easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, received);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfers[i]);
        curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfers[i]);
        curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
        curl_easy_setopt(easy, CURLOPT_TIMEOUT, 30L);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        running_total += start(multi, &transfers[i]);
    }
    while (running_total) {
        int running, waiting;
        curl_multi_perform(multi, &running);
        for (CURLMsg *message; (message = curl_multi_info_read(multi, &waiting));) {
            if (message->msg != CURLMSG_DONE) continue;
            CURL *easy = message->easy_handle;
            CURLcode code = message->data.result;
            struct transfer *transfer;
            long status = 0, redirects = 0;
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            curl_easy_getinfo(easy, CURLINFO_REDIRECT_COUNT, &redirects);
            if (code == CURLE_OK && status < 400) total.ok++;
            else total.failed++;
            total.redirected += redirects > 0;
            total.bytes += transfer->length;
            read_body(transfer);
            curl_multi_remove_handle(multi, easy);
            running_total += start(multi, transfer) - 1;
        }
        if (running_total) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    printf("{\"ok\": %lu, \"failed\": %lu, \"redirected\": %lu, \"bytes\": %llu, \"links\": %lu, \"text\": %llu}\n",
           total.ok, total.failed, total.redirected, total.bytes, total.links, total.text);
    return 0;
}
