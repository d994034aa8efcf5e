#pragma once
// What a worker process needs of Linux and Swift cannot express: variadic calls, macros over control
// messages, a filter in the language of the kernel, the place of `malloc`.
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// What a worker is confined by, as bits of the result of `winnow_worker_confine`.
enum { WINNOW_LANDLOCK = 1, WINNOW_SECCOMP = 2 };

// The exit status of a worker that the limit on memory refused more.
enum { WINNOW_EXIT_MEMORY = 91 };

// How a worker ended.
struct winnow_end {
  int is_known;           // whether the fields below are
  int signal;             // the signal that ended it, or 0
  int status;             // the exit status when no signal did
  int64_t peak_bytes;     // the most memory it had resident
};

// Starts this program again with `arguments` and `environment`, both ended by a null, and with
// `channel` as its descriptor 3, in a process group of its own. Returns 0 or an error number.
//
// The kernel ends the worker when the *thread* that called this ends, so that has to be one that lives
// as long as the process.
int winnow_worker_spawn(int channel, char *const *arguments, char *const *environment, pid_t *process);

// A descriptor that becomes readable when the process ends, or -1 (pidfd_open(2), Linux 5.3).
int winnow_process_descriptor(pid_t process);

// Takes the end of a child, without waiting for it.
struct winnow_end winnow_process_end(pid_t process);

// Sends bytes, and with them `descriptor` when it is not negative. Returns their number, or -1.
ssize_t winnow_send(int channel, const void *bytes, size_t count, int descriptor);

// Receives bytes, and into `descriptor` the first that came with them, or -1; others are closed. Returns
// their number, 0 at the end of the channel, or -1, with EPROTO when more came than two.
ssize_t winnow_receive(int channel, void *bytes, size_t count, int *descriptor);

// Ties the calling process to its parent, which has to be `parent`: when that ends, so does it.
void winnow_worker_tie(pid_t parent);

// Limits the calling process, and takes from it the file system, the network and other processes.
//
// `memory_bytes` is what it may have mapped beyond what it has now. Returns the bits of what holds.
int winnow_worker_confine(uint64_t memory_bytes);

// Grants the calling process `seconds` more of processor time, up to the hard limit.
void winnow_worker_grant_seconds(uint64_t seconds);

// Takes a connection to a listening socket, which no process that is started inherits. Returns its descriptor, or -1.
int winnow_accept(int listener);

// The most memory that the calling process had resident, in bytes.
int64_t winnow_peak_bytes(void);

// Calls of the kernel as a test tries them in a worker: 0, or the error number they gave.
int winnow_try_fork(void);
int winnow_try_open(const char *path, int is_for_writing);
int winnow_try_connect(void);
int winnow_try_execute(const char *path);
int winnow_try_kill(pid_t process);
