#pragma once
// Swift cannot call variadic functions: one typed wrapper for each kind of argument.
#include <curl/curl.h>
#include <malloc.h>
#include <unistd.h>

#pragma clang assume_nonnull begin

/// One heap for each core, and no heap for large pieces. glibc makes eight times as many, one for nearly every thread that comes, and gives what was freed
/// in one to no other.
static inline void curl_shim_bound_heaps(void) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    mallopt(M_ARENA_MAX, cores > 2 ? (int)cores : 2);
    // Bodies go back to the system as soon as they are freed; left to itself glibc raises this bound to 32 MB.
    mallopt(M_MMAP_THRESHOLD, 64 << 10);
}
/// Gives freed memory back to the system.
static inline void curl_shim_trim_heaps(void) { malloc_trim(0); }

typedef size_t (*curl_shim_bytes)(char *_Nullable, size_t, size_t, void *_Nullable);
typedef curl_socket_t (*curl_shim_open)(void *_Nullable, curlsocktype, struct curl_sockaddr *_Nullable);
typedef int (*curl_shim_close)(void *_Nullable, curl_socket_t);
typedef int (*curl_shim_prereq)(void *_Nullable, char *_Nullable, char *_Nullable, int, int);

static inline CURLcode curl_shim_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_shim_set_text(CURL *handle, CURLoption option, const char *_Nullable value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_shim_set_pointer(CURL *handle, CURLoption option, void *_Nullable value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_shim_set_list(CURL *handle, CURLoption option, struct curl_slist *_Nullable value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_shim_set_bytes(CURL *handle, CURLoption option, curl_shim_bytes _Nullable value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_shim_set_open(CURL *handle, curl_shim_open _Nullable value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}
static inline CURLcode curl_shim_set_close(CURL *handle, curl_shim_close _Nullable value) {
    return curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, value);
}
static inline CURLcode curl_shim_set_prereq(CURL *handle, curl_shim_prereq _Nullable value) {
    return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
}
static inline CURLcode curl_shim_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode curl_shim_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode curl_shim_get_pointer(CURL *handle, CURLINFO info, void *_Nullable *_Nonnull value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode curl_shim_get_list(CURL *handle, struct curl_slist *_Nullable *_Nonnull value) {
    return curl_easy_getinfo(handle, CURLINFO_COOKIELIST, value);
}
static inline CURLcode curl_shim_get_certificates(CURL *handle, struct curl_certinfo *_Nullable *_Nonnull value) {
    return curl_easy_getinfo(handle, CURLINFO_CERTINFO, value);
}
static inline CURLMcode curl_shim_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
/// The result inside the message's union.
static inline CURLcode curl_shim_result(const CURLMsg *message) { return message->data.result; }
/// The bytes of the address that a connection is about to be made to.
static inline const struct sockaddr *curl_shim_address(struct curl_sockaddr *address) { return &address->addr; }

#pragma clang assume_nonnull end
