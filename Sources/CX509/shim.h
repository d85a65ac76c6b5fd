#pragma once
// Certificates of OpenSSL's libcrypto. Its stacks are macros, which Swift cannot call.
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#pragma clang assume_nonnull begin

typedef STACK_OF(X509) x509_shim_stack;

static inline x509_shim_stack *_Nullable x509_shim_stack_new(void) { return sk_X509_new_null(); }
/// The stack owns the certificate from here on; false when there is no memory.
static inline int x509_shim_stack_push(x509_shim_stack *stack, X509 *certificate) {
    return sk_X509_push(stack, certificate) > 0;
}
static inline int x509_shim_stack_count(const x509_shim_stack *stack) { return sk_X509_num(stack); }
static inline X509 *_Nullable x509_shim_stack_at(const x509_shim_stack *stack, int index) {
    return sk_X509_value(stack, index);
}
static inline void x509_shim_stack_free(x509_shim_stack *stack) { sk_X509_pop_free(stack, X509_free); }

/// The certificate of a DER or PEM text; the caller owns it.
static inline X509 *_Nullable x509_shim_read(const void *bytes, long length) {
    const unsigned char *start = bytes;
    X509 *found = d2i_X509(NULL, &start, length);
    if (!found) {
        BIO *source = BIO_new_mem_buf(bytes, (int)length);
        if (source) {
            found = PEM_read_bio_X509(source, NULL, NULL, NULL);
            BIO_free(source);
        }
    }
    ERR_clear_error();
    return found;
}

/// When a certificate ends (notAfter), UTC seconds since 1970; 0 when it does not say.
static inline long x509_shim_end(const X509 *certificate) {
    struct tm parts;
    memset(&parts, 0, sizeof parts);
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) != 1) return 0;
    return (long)timegm(&parts);
}

/// Adds the certificates of a "certs-only" PKCS #7 message in DER (RFC 5280 section 4.2.2.1), at most `most`.
static inline int x509_shim_read_pkcs7(x509_shim_stack *stack, const void *bytes, long length, int most) {
    const unsigned char *start = bytes;
    int count = 0;
    PKCS7 *message = d2i_PKCS7(NULL, &start, length);
    if (message && PKCS7_type_is_signed(message) && message->d.sign && message->d.sign->cert) {
        x509_shim_stack *held = message->d.sign->cert;
        for (int index = 0; index < sk_X509_num(held) && count < most; index++) {
            X509 *copy = X509_dup(sk_X509_value(held, index));
            if (copy && sk_X509_push(stack, copy) > 0) count++;
            else X509_free(copy);
        }
    }
    PKCS7_free(message);
    ERR_clear_error();
    return count;
}

/// Copies the first http address under which a certificate's issuer can be fetched (authority information access,
/// RFC 5280 section 4.2.2.1); gives its length, 0 where there is none or it does not fit.
static inline int x509_shim_issuer_address(X509 *certificate, char *buffer, int capacity) {
    AUTHORITY_INFO_ACCESS *list = X509_get_ext_d2i(certificate, NID_info_access, NULL, NULL);
    int length = 0;
    for (int index = 0; list && length == 0 && index < sk_ACCESS_DESCRIPTION_num(list); index++) {
        ACCESS_DESCRIPTION *entry = sk_ACCESS_DESCRIPTION_value(list, index);
        if (OBJ_obj2nid(entry->method) != NID_ad_ca_issuers || entry->location->type != GEN_URI) continue;
        const ASN1_IA5STRING *text = entry->location->d.uniformResourceIdentifier;
        int size = ASN1_STRING_length(text);
        if (size <= 7 || size > capacity || strncasecmp((const char *)ASN1_STRING_get0_data(text), "http://", 7)) continue;
        memcpy(buffer, ASN1_STRING_get0_data(text), (size_t)size);
        length = size;
    }
    AUTHORITY_INFO_ACCESS_free(list);
    ERR_clear_error();
    return length;
}

#pragma clang assume_nonnull end
