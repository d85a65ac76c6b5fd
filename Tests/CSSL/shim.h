#pragma once
// TLS for the loopback server of the tests. What OpenSSL calls by macro gets a name here.
#include <openssl/err.h>
#include <openssl/ssl.h>

#pragma clang assume_nonnull begin

static inline void ssl_shim_limit_version(SSL_CTX *context, int most) {
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, most);
}
static inline int ssl_shim_use_chain(SSL_CTX *context, const char *certificates, const char *key) {
    return SSL_CTX_use_certificate_chain_file(context, certificates) == 1
        && SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) == 1;
}

/// Chooses the protocol given as argument (length byte and name) whenever the client knows it.
static inline int ssl_shim_choose_protocol(SSL *connection, const unsigned char *_Nonnull *_Nonnull chosen,
    unsigned char *length, const unsigned char *offered, unsigned int offeredLength, void *_Nullable argument) {
    (void)connection;
    const unsigned char *wanted = argument;
    unsigned char *found = NULL;
    unsigned char foundLength = 0;
    if (!wanted || SSL_select_next_proto(&found, &foundLength, wanted, wanted[0] + 1u, offered, offeredLength)
            != OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_NOACK;
    }
    *chosen = found;
    *length = foundLength;
    return SSL_TLSEXT_ERR_OK;
}
/// `wanted` must live as long as the context.
static inline void ssl_shim_offer(SSL_CTX *context, unsigned char *wanted) {
    SSL_CTX_set_alpn_select_cb(context, ssl_shim_choose_protocol, wanted);
}

#pragma clang assume_nonnull end
