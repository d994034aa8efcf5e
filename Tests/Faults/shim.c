// Stands between a program and libc (LD_PRELOAD), counts the calls that touch one folder, and lets one of
// them go wrong: the process is killed before it, it fails with an error, it writes less than asked, or the
// clock has jumped. It can also log what was changed, for the power-loss model.
//
// The environment says what happens:
//   FAULT_ROOT   absolute path; only calls on files below it, and those of inotify, count
//   FAULT_STATE  file of two 64-bit numbers shared by all processes: calls counted, faults made
//   FAULT_ACTION kill | stop | short | overflow | an error number; none when absent
//   FAULT_AT     the number of the first call that goes wrong; the first counted is 1
//   FAULT_COUNT  how many calls go wrong from there on; -1 is all
//   FAULT_CALLS  the calls that count, separated by commas; all when absent
//   FAULT_PATH   a pattern of fnmatch(3) that the path has to match, so that the call counts
//   FAULT_GATE   a file; calls go wrong only while it exists
//   FAULT_LOG    file to log changes to
//   FAULT_CLOCK  file of one 64-bit number, added to CLOCK_REALTIME in nanoseconds

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define MAX_DESCRIPTORS 4096

static _Atomic int64_t *state;
static int64_t *clock_offset;
static const char *root, *calls, *path_part, *gate;
static long fault_at, fault_count = 1;
static enum { NOTHING, KILL, STOP, SHORT, OVERFLOW, ERROR } action = NOTHING;
static int error_number, log_descriptor = -1;
static char *_Atomic paths[MAX_DESCRIPTORS];
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;

static void *shared(const char *path, size_t size) {
  int number = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
  if (number < 0) return NULL;
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, number, 0);
  syscall(SYS_close, number);
  return memory == MAP_FAILED ? NULL : memory;
}

__attribute__((constructor)) static void start(void) {
  root = getenv("FAULT_ROOT");
  calls = getenv("FAULT_CALLS");
  path_part = getenv("FAULT_PATH");
  gate = getenv("FAULT_GATE");
  if (getenv("FAULT_STATE")) state = shared(getenv("FAULT_STATE"), 16);
  if (getenv("FAULT_CLOCK")) clock_offset = shared(getenv("FAULT_CLOCK"), 8);
  if (getenv("FAULT_AT")) fault_at = atol(getenv("FAULT_AT"));
  if (getenv("FAULT_COUNT")) fault_count = atol(getenv("FAULT_COUNT"));
  const char *name = getenv("FAULT_ACTION");
  if (name && !strcmp(name, "kill")) action = KILL;
  else if (name && !strcmp(name, "stop")) action = STOP;
  else if (name && !strcmp(name, "short")) action = SHORT;
  else if (name && !strcmp(name, "overflow")) action = OVERFLOW;
  else if (name) { action = ERROR; error_number = atoi(name); }
  if (getenv("FAULT_LOG"))
    log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, getenv("FAULT_LOG"),
                                  O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
}

static int is_listed(const char *call) {
  if (!calls) return 1;
  size_t length = strlen(call);
  for (const char *at = calls; (at = strstr(at, call)); at += length)
    if ((at == calls || at[-1] == ',') && (at[length] == ',' || !at[length])) return 1;
  return 0;
}

// The path of a name in a folder, when it lies below the root; the result is to be freed.
static char *full_path(int folder, const char *name) {
  char *path = NULL;
  if (!root) return NULL;
  if (name[0] == '/') path = strdup(name);
  else if (folder >= 0 && folder < MAX_DESCRIPTORS && paths[folder] &&
           asprintf(&path, "%s/%s", paths[folder], name) < 0) return NULL;
  if (path && strncmp(path, root, strlen(root))) { free(path); return NULL; }
  return path;
}

static const char *path_of(int number) {
  return number >= 0 && number < MAX_DESCRIPTORS ? paths[number] : NULL;
}

static void remember(int number, char *path) {
  if (number >= 0 && number < MAX_DESCRIPTORS) paths[number] = path;
}

// Counts a call and says whether it goes wrong; does not return when the process is to be killed.
static int goes_wrong(const char *call, const char *path) {
  if (!path || !is_listed(call)) return 0;
  if (path_part && fnmatch(path_part, path, 0)) return 0;
  int64_t number = state ? atomic_fetch_add(&state[0], 1) + 1 : 0;
  if (action == NOTHING || number < fault_at) return 0;
  if (fault_count >= 0 && number >= fault_at + fault_count) return 0;
  if (gate && syscall(SYS_faccessat, AT_FDCWD, gate, F_OK)) return 0;
  if (state) atomic_fetch_add(&state[1], 1);
  if (action == KILL) {
    syscall(SYS_kill, getpid(), SIGKILL);
    __builtin_trap();
  }
  if (action == STOP) {
    syscall(SYS_kill, getpid(), SIGSTOP);
    return 0;
  }
  return 1;
}

#define FAIL_IF_TOLD(call, path, value)                    \
  if (goes_wrong(call, path) && action == ERROR) {         \
    errno = error_number;                                  \
    return value;                                          \
  }

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

// MARK: - The log of changes: one line each, fields in hexadecimal after the name of the call

static void log_field(char **line, size_t *length, const void *bytes, size_t count) {
  *line = realloc(*line, *length + 2 * count + 2);
  (*line)[(*length)++] = '\t';
  for (size_t index = 0; index < count; index++)
    *length += (size_t)sprintf(*line + *length, "%02x", ((const unsigned char *)bytes)[index]);
}

static void log_change(const char *call, const char *first, const char *second, const void *data,
                       size_t count) {
  if (log_descriptor < 0) return;
  char *line = strdup(call);
  size_t length = strlen(call);
  log_field(&line, &length, first, strlen(first));
  if (second) log_field(&line, &length, second, strlen(second));
  if (data) log_field(&line, &length, data, count);
  line[length++] = '\n';
  syscall(SYS_write, log_descriptor, line, length);
  free(line);
}

// A change and its line in the log are one step, so that the log has the order of the changes.
#define LOGGED(statement)                                  \
  do {                                                     \
    if (log_descriptor >= 0) pthread_mutex_lock(&log_lock);\
    int kept;                                              \
    statement;                                             \
    kept = errno;                                          \
    if (log_descriptor >= 0) pthread_mutex_unlock(&log_lock);\
    errno = kept;                                          \
  } while (0)

// MARK: - Opening and closing

static int open_in(const char *call, int folder, const char *name, int flags, mode_t mode) {
  char *path = full_path(folder, name);
  if (goes_wrong(call, path) && action == ERROR) {
    free(path);
    errno = error_number;
    return -1;
  }
  int result;
  LOGGED({
    result = (int)syscall(SYS_openat, folder, name, flags, mode);
    if (result >= 0 && path && flags & O_CREAT) log_change("create", path, NULL, NULL, 0);
  });
  remember(result, path);
  return result;
}

#define MODE(flags, last) \
  mode_t mode = 0; \
  if (flags & O_CREAT) { va_list list; va_start(list, last); mode = va_arg(list, mode_t); va_end(list); }

int openat(int folder, const char *name, int flags, ...) {
  MODE(flags, flags)
  return open_in("openat", folder, name, flags, mode);
}
int openat64(int folder, const char *name, int flags, ...) {
  MODE(flags, flags)
  return open_in("openat", folder, name, flags, mode);
}
int open(const char *name, int flags, ...) {
  MODE(flags, flags)
  return open_in("openat", AT_FDCWD, name, flags, mode);
}
int open64(const char *name, int flags, ...) {
  MODE(flags, flags)
  return open_in("openat", AT_FDCWD, name, flags, mode);
}

int close(int number) {
  const char *path = path_of(number);
  int wrong = goes_wrong("close", path);
  remember(number, NULL);
  int result = (int)syscall(SYS_close, number);
  // Linux frees the descriptor whatever close says.
  if (wrong && action == ERROR) { errno = error_number; return -1; }
  return result;
}

int dup(int number) {
  const char *path = path_of(number);
  FAIL_IF_TOLD("dup", path, -1)
  int result = (int)syscall(SYS_dup, number);
  if (result >= 0 && path) remember(result, strdup(path));
  return result;
}

// MARK: - Content

ssize_t read(int number, void *buffer, size_t count) {
  const char *path = path_of(number);
  if (goes_wrong("read", path)) {
    if (action == ERROR) { errno = error_number; return -1; }
    if (action == SHORT && count > 1) count = 1;
    if (action == OVERFLOW && !strcmp(path, "inotify")) {
      ssize_t dropped = syscall(SYS_read, number, buffer, count);
      if (dropped <= 0) return dropped;
      struct inotify_event event = {.wd = -1, .mask = IN_Q_OVERFLOW};
      memcpy(buffer, &event, sizeof event);
      return sizeof event;
    }
  }
  return syscall(SYS_read, number, buffer, count);
}

ssize_t write(int number, const void *buffer, size_t count) {
  const char *path = path_of(number);
  if (goes_wrong("write", path)) {
    if (action == ERROR) { errno = error_number; return -1; }
    if (action == SHORT && count > 1) count /= 2;
  }
  ssize_t result;
  LOGGED({
    result = syscall(SYS_write, number, buffer, count);
    if (result > 0 && path) log_change("write", path, NULL, buffer, (size_t)result);
  });
  return result;
}

int fsync(int number) {
  const char *path = path_of(number);
  FAIL_IF_TOLD("fsync", path, -1)
  int result;
  LOGGED({
    result = (int)syscall(SYS_fsync, number);
    if (!result && path) log_change("fsync", path, NULL, NULL, 0);
  });
  return result;
}

static int truncate_open(int number, off_t length) {
  const char *path = path_of(number);
  FAIL_IF_TOLD("ftruncate", path, -1)
  return (int)syscall(SYS_ftruncate, number, length);
}

int ftruncate(int number, off_t length) { return truncate_open(number, length); }
int ftruncate64(int number, off64_t length) { return truncate_open(number, length); }

// MARK: - Names

static int rename_in(int from, const char *name, int to, const char *new_name, unsigned flags) {
  char *path = full_path(from, name), *new_path = full_path(to, new_name);
  int result = -1;
  if (goes_wrong("renameat2", new_path && (!path || (path_part && !fnmatch(path_part, new_path, 0)))
                                  ? new_path : path) && action == ERROR) {
    errno = error_number;
  } else {
    LOGGED({
      result = (int)syscall(SYS_renameat2, from, name, to, new_name, flags);
      if (!result && path && new_path) log_change("rename", path, new_path, NULL, 0);
    });
  }
  int kept = errno;
  free(path);
  free(new_path);
  errno = kept;
  return result;
}

int renameat2(int from, const char *name, int to, const char *new_name, unsigned flags) {
  return rename_in(from, name, to, new_name, flags);
}

#define WITH_PATH(call, change, system_call)                        \
  char *path = full_path(folder, name);                             \
  int result = -1;                                                  \
  if (goes_wrong(call, path) && action == ERROR) errno = error_number; \
  else LOGGED({                                                     \
    result = (int)system_call;                                      \
    if (!result && path && change) log_change(change, path, NULL, NULL, 0); \
  });                                                               \
  int kept = errno;                                                 \
  free(path);                                                       \
  errno = kept;                                                     \
  return result;

int unlinkat(int folder, const char *name, int flags) {
  WITH_PATH("unlinkat", "unlink", syscall(SYS_unlinkat, folder, name, flags))
}

int rename(const char *name, const char *new_name) {
  return rename_in(AT_FDCWD, name, AT_FDCWD, new_name, 0);
}

int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

int mkdirat(int folder, const char *name, mode_t mode) {
  WITH_PATH("mkdirat", "mkdir", syscall(SYS_mkdirat, folder, name, mode))
}

int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

int linkat(int from, const char *old_name, int folder, const char *name, int flags) {
  WITH_PATH("linkat", NULL, syscall(SYS_linkat, from, old_name, folder, name, flags))
}

int fstatat(int folder, const char *restrict name, struct stat *restrict status, int flags) {
  WITH_PATH("fstatat", NULL, syscall(SYS_newfstatat, folder, name, status, flags))
}

int stat(const char *restrict name, struct stat *restrict status) {
  int folder = AT_FDCWD;
  WITH_PATH("stat", NULL, syscall(SYS_newfstatat, folder, name, status, 0))
}

int fstat(int number, struct stat *status) {
  FAIL_IF_TOLD("fstat", path_of(number), -1)
  return (int)syscall(SYS_newfstatat, number, "", status, AT_EMPTY_PATH);
}

int flock(int number, int operation) {
  FAIL_IF_TOLD("flock", path_of(number), -1)
  return (int)syscall(SYS_flock, number, operation);
}

// MARK: - Folders

DIR *fdopendir(int number) {
  FAIL_IF_TOLD("fdopendir", path_of(number), NULL)
  return REAL(fdopendir)(number);
}

struct dirent *readdir(DIR *stream) {
  FAIL_IF_TOLD("readdir", path_of(dirfd(stream)), NULL)
  return REAL(readdir)(stream);
}

struct dirent64 *readdir64(DIR *stream) {
  FAIL_IF_TOLD("readdir", path_of(dirfd(stream)), NULL)
  return REAL(readdir64)(stream);
}

int closedir(DIR *stream) {
  // Its descriptor is closed behind the back of `close`, and its number given to another file.
  remember(dirfd(stream), NULL);
  return REAL(closedir)(stream);
}

// MARK: - Events and time

int inotify_init1(int flags) {
  FAIL_IF_TOLD("inotify_init1", root ? "inotify" : NULL, -1)
  int result = (int)syscall(SYS_inotify_init1, flags);
  if (root) remember(result, strdup("inotify"));
  return result;
}

int inotify_add_watch(int number, const char *name, uint32_t mask) {
  FAIL_IF_TOLD("inotify_add_watch", root ? "inotify" : NULL, -1)
  return (int)syscall(SYS_inotify_add_watch, number, name, mask);
}

int clock_gettime(clockid_t id, struct timespec *time) {
  int result = (int)syscall(SYS_clock_gettime, id, time);
  if (!result && id == CLOCK_REALTIME && clock_offset && *clock_offset) {
    int64_t nanoseconds = time->tv_nsec + *clock_offset % 1000000000;
    time->tv_sec += *clock_offset / 1000000000;
    if (nanoseconds < 0) { nanoseconds += 1000000000; time->tv_sec--; }
    if (nanoseconds >= 1000000000) { nanoseconds -= 1000000000; time->tv_sec++; }
    time->tv_nsec = nanoseconds;
  }
  return result;
}
