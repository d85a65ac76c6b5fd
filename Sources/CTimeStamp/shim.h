#pragma once
// Time-stamps (RFC 3161) by OpenSSL's libcrypto, the code behind `openssl ts`. Its stacks are macros and its contexts own
// what they are given, so each step is one function here.
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>
#include <string.h>
#include <time.h>

#pragma clang assume_nonnull begin

/// A request for a time-stamp of a SHA-256, with the authority's certificate in the answer (RFC 3161 section 2.4.1), in
/// DER; gives its length, 0 when it cannot be made or does not fit.
static inline int ts_shim_query(const unsigned char *digest, const unsigned char *nonce, int nonce_length,
                                unsigned char *buffer, int capacity) {
    TS_REQ *request = TS_REQ_new();
    TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new();
    X509_ALGOR *method = X509_ALGOR_new();
    BIGNUM *number = BN_bin2bn(nonce, nonce_length, NULL);
    ASN1_INTEGER *once = number ? BN_to_ASN1_INTEGER(number, NULL) : NULL;
    int length = 0;
    if (request && imprint && method && once &&
        X509_ALGOR_set0(method, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, NULL) == 1 &&
        TS_MSG_IMPRINT_set_algo(imprint, method) == 1 &&
        TS_MSG_IMPRINT_set_msg(imprint, (unsigned char *)digest, 32) == 1 && TS_REQ_set_version(request, 1) == 1 &&
        TS_REQ_set_msg_imprint(request, imprint) == 1 && TS_REQ_set_nonce(request, once) == 1 &&
        TS_REQ_set_cert_req(request, 1) == 1) {
        int size = i2d_TS_REQ(request, NULL);
        unsigned char *end = buffer;
        if (size > 0 && size <= capacity) length = i2d_TS_REQ(request, &end);
    }
    ASN1_INTEGER_free(once);
    BN_free(number);
    X509_ALGOR_free(method);
    TS_MSG_IMPRINT_free(imprint);
    TS_REQ_free(request);
    ERR_clear_error();
    return length;
}

/// What `ts_shim_check` found.
enum {
    /// It covers the digest and comes from a trusted authority.
    ts_shim_trusted = 0,
    /// It covers the digest, its authority is not trusted here.
    ts_shim_untrusted = 1,
    /// It covers something else.
    ts_shim_other = 2,
    /// The authority refused.
    ts_shim_refused = 3,
    /// No answer of an authority.
    ts_shim_unreadable = 4,
};

/// A context that checks for this digest; where a store is given, the authority's certificate and signature too.
static inline TS_VERIFY_CTX *_Nullable ts_shim_context(const unsigned char *digest, X509_STORE *_Nullable trusted) {
    TS_VERIFY_CTX *context = TS_VERIFY_CTX_new();
    unsigned char *copy = OPENSSL_memdup(digest, 32);
    if (!context || !copy) {
        TS_VERIFY_CTX_free(context);
        OPENSSL_free(copy);
        return NULL;
    }
    TS_VERIFY_CTX_set_flags(context, TS_VFY_VERSION | TS_VFY_IMPRINT | (trusted ? TS_VFY_SIGNATURE : 0));
    TS_VERIFY_CTX_set_imprint(context, copy, 32);
    if (trusted && X509_STORE_up_ref(trusted) == 1) TS_VERIFY_CTX_set_store(context, trusted);
    return context;
}

/// Checks an answer in DER: does it cover the digest, and is its authority trusted by the issuers of `file` or `folder` (the
/// system's folder)? Certificates count as they were at the time in the stamp. With `nonce`, the answer must
/// repeat it. `seconds` becomes the time of the stamp since 1970, `name` the authority's name with a zero at its end.
static inline int ts_shim_check(const void *answer, long length, const unsigned char *digest,
                                const unsigned char *_Nullable nonce, int nonce_length, const char *_Nullable file,
                                const char *_Nullable folder, long long *seconds, char *name, int capacity) {
    const unsigned char *start = answer;
    TS_RESP *response = d2i_TS_RESP(NULL, &start, length);
    int result = ts_shim_unreadable;
    *seconds = 0;
    name[0] = 0;
    if (!response || start != (const unsigned char *)answer + length) goto end;
    long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response)));
    TS_TST_INFO *content = TS_RESP_get_tst_info(response);
    if (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) {
        result = ts_shim_refused;
        goto end;
    }
    struct tm parts;
    if (!content || !TS_RESP_get_token(response)) goto end;
    if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(content), &parts) != 1) goto end;
    *seconds = (long long)timegm(&parts);

    result = ts_shim_other;
    if (nonce) {
        BIGNUM *sent = BN_bin2bn(nonce, nonce_length, NULL);
        const ASN1_INTEGER *repeated = TS_TST_INFO_get_nonce(content);
        BIGNUM *got = repeated ? ASN1_INTEGER_to_BN(repeated, NULL) : NULL;
        int same = sent && got && BN_cmp(sent, got) == 0;
        BN_free(sent);
        BN_free(got);
        if (!same) goto end;
    }
    TS_VERIFY_CTX *plain = ts_shim_context(digest, NULL);
    int covers = plain && TS_RESP_verify_response(plain, response) == 1;
    TS_VERIFY_CTX_free(plain);
    if (!covers) goto end;

    result = ts_shim_untrusted;
    STACK_OF(X509) *signers = PKCS7_get0_signers(TS_RESP_get_token(response), NULL, 0);
    if (signers && sk_X509_num(signers) > 0)
        X509_NAME_get_text_by_NID(X509_get_subject_name(sk_X509_value(signers, 0)), NID_commonName, name, capacity);
    sk_X509_free(signers);
    X509_STORE *trusted = X509_STORE_new();
    if (!trusted) goto end;
    if (file) X509_STORE_load_file(trusted, file);
    if (folder) X509_STORE_load_path(trusted, folder);
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(trusted), (time_t)*seconds);
    TS_VERIFY_CTX *whole = ts_shim_context(digest, trusted);
    if (whole && TS_RESP_verify_response(whole, response) == 1) result = ts_shim_trusted;
    TS_VERIFY_CTX_free(whole);
    X509_STORE_free(trusted);
end:
    TS_RESP_free(response);
    ERR_clear_error();
    return result;
}

#pragma clang assume_nonnull end
