#pragma once
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Declared here: _GNU_SOURCE would give this module other types than Swift's Glibc has.
int pipe2(int ends[2], int flags);

/// A pipe that no child inherits by accident, with both ends above the standard streams; 0, or -1 with errno.
static inline int oit_pipe(int ends[2]) {
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    for (int index = 0; index < 2; index++) {
        if (ends[index] > 2) continue;
        int lifted = fcntl(ends[index], F_DUPFD_CLOEXEC, 3);
        int cause = errno;
        close(ends[index]);
        if (lifted < 0) {
            close(ends[1 - index]);
            errno = cause;
            return -1;
        }
        ends[index] = lifted;
    }
    return 0;
}

/// As `oit_pipe`, with both ends at `lowest` or above, so that making other descriptors in a child overwrites neither.
static inline int oit_pipe_above(int ends[2], int lowest) {
    if (oit_pipe(ends) != 0) return -1;
    for (int index = 0; index < 2; index++) {
        if (ends[index] >= lowest) continue;
        int lifted = fcntl(ends[index], F_DUPFD_CLOEXEC, lowest);
        int cause = errno;
        close(ends[index]);
        if (lifted < 0) {
            close(ends[1 - index]);
            errno = cause;
            return -1;
        }
        ends[index] = lifted;
    }
    return 0;
}

/// A descriptor that becomes readable when the process ends; -1 where the kernel has none.
static inline int oit_process_descriptor(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

/// Waits until a child has ended, but leaves it to be reaped, so that its id stays taken.
/// 1 when it has ended, 0 when not (only without `blocks`), -1 with errno.
static inline int oit_has_ended(pid_t pid, int blocks) {
    siginfo_t info = {0};
    int result;
    do {
        result = waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT | (blocks ? 0 : WNOHANG));
    } while (result != 0 && errno == EINTR);
    return result != 0 ? -1 : info.si_pid != 0;
}

/// Working folder and open descriptors of the child: GNU extensions that Swift's Glibc module does not show.
static inline int oit_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *folder) {
    return posix_spawn_file_actions_addchdir_np(actions, folder);
}
static inline int oit_spawn_closing_from(posix_spawn_file_actions_t *actions, int descriptor) {
    return posix_spawn_file_actions_addclosefrom_np(actions, descriptor);
}

/// Opens a folder for `*at` calls without following a link.
static inline int oit_open_folder(int parent, const char *name) {
    return openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}
