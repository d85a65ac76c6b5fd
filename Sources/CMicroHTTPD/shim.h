#pragma once
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>

/// Starts a daemon with its own threads on the loopback interface only; port 0 takes a free one.
/// `target` is called with the request target as sent; what it returns is the request's `*req_cls` from the start.
static inline struct MHD_Daemon *oit_start_loopback_daemon(
    uint16_t port, MHD_AccessHandlerCallback answer, void *(*target)(void *, const char *, struct MHD_Connection *),
    void *context, unsigned int threads, unsigned int timeout_seconds) {
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return MHD_start_daemon(
      MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD, port, NULL, NULL, answer, context, MHD_OPTION_SOCK_ADDR,
      (struct sockaddr *)&address, MHD_OPTION_URI_LOG_CALLBACK, target, context, MHD_OPTION_THREAD_POOL_SIZE, threads,
      MHD_OPTION_CONNECTION_TIMEOUT, timeout_seconds, MHD_OPTION_END);
}

/// The port on which a daemon listens; 0 when it is not known.
static inline uint16_t oit_daemon_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}
