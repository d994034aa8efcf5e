#define _GNU_SOURCE
#include "CWorker.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "memory.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
// Sanitizers map terabytes and look into /proc when they report.
#define WINNOW_SANITIZED
#endif
#endif

void winnow_worker_tie(pid_t parent) {
  prctl(PR_SET_NAME, "winnow-worker");
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have ended before it was asked for.
  if (getppid() != parent) _exit(0);
}

// The kernel's first victim when memory runs out is a worker, not the daemon.
static void raise_oom_score(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  ssize_t written = write(file, "500", 3);
  (void)written;
  close(file);
}

static uint64_t mapped_bytes(void) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "re");
  if (!file) return 0;
  if (fscanf(file, "%lu", &pages) != 1) pages = 0;
  fclose(file);
  return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static void limit(int resource, uint64_t value) {
  struct rlimit limits = {.rlim_cur = value, .rlim_max = value};
  setrlimit(resource, &limits);
}

static void set_limits(uint64_t memory_bytes) {
  uint64_t mapped = mapped_bytes();
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  // Three standard ones, the channel, the page, and some to spare.
  limit(RLIMIT_NOFILE, 16);
  limit(RLIMIT_NPROC, 0);
  limit(RLIMIT_MEMLOCK, 0);
  limit(RLIMIT_MSGQUEUE, 0);
#ifndef WINNOW_SANITIZED
  limit(RLIMIT_AS, mapped + memory_bytes);
#else
  (void)mapped;
  (void)memory_bytes;
#endif
  // A message to a log that is a file is dropped, and does not end the worker.
  signal(SIGXFSZ, SIG_IGN);
}

void winnow_worker_grant_seconds(uint64_t seconds) {
  struct rusage usage;
  struct rlimit limits;
  if (getrusage(RUSAGE_SELF, &usage) || getrlimit(RLIMIT_CPU, &limits)) return;
  limits.rlim_cur = (rlim_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 2) + seconds;
  setrlimit(RLIMIT_CPU, &limits);
}

int64_t winnow_peak_bytes(void) {
  struct rusage usage;
  return getrusage(RUSAGE_SELF, &usage) ? 0 : (int64_t)usage.ru_maxrss * 1024;
}

// MARK: Landlock (landlock(7)): all that it handles is refused, for no rule allows any of it.

struct ruleset {
  uint64_t file_access;
  uint64_t network_access;
  uint64_t scoped;
};

enum { CREATE_RULESET = 444, RESTRICT_SELF = 446, CREATE_RULESET_VERSION = 1 };

static int enter_landlock(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, CREATE_RULESET_VERSION);
  if (version < 1) return 0;
  // Rights by version: 13 in the first, then refer, truncate, and from the fifth on ioctl.
  int file_bits = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
  struct ruleset rules = {.file_access = (1u << file_bits) - 1};
  size_t size = sizeof rules.file_access;
  if (version >= 4) {
    rules.network_access = 3;
    size += sizeof rules.network_access;
  }
  if (version >= 6) {
    rules.scoped = 3;
    size += sizeof rules.scoped;
  }
  int file = (int)syscall(CREATE_RULESET, &rules, size, 0);
  if (file < 0) return 0;
  long result = syscall(RESTRICT_SELF, file, 0);
  close(file);
  return result == 0;
}

// MARK: seccomp (seccomp(2)): only what is listed is done, all else gives EPERM.

#define ARGUMENT(index) (offsetof(struct seccomp_data, args) + 8 * (index))
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (offset))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define ALLOW RETURN(SECCOMP_RET_ALLOW)
#define REFUSE RETURN(SECCOMP_RET_ERRNO | EPERM)
#define CALL(name) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1), ALLOW
// The call is done when the lower half of that argument is `value`.
#define CALL_WITH(name, index, value)                                                          \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 4), LOAD(ARGUMENT(index)),                 \
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, 1), ALLOW, REFUSE
// The call is done when none of `bits` is in that argument.
#define CALL_WITHOUT(name, index, bits)                                                        \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 4), LOAD(ARGUMENT(index)),                 \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 1, 0), ALLOW, REFUSE

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
// Numbers from here on are of the other interface of the processor.
#define FIRST_FOREIGN_CALL 0x40000000u
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#define FIRST_FOREIGN_CALL 0xFFFFFFFFu
#endif

static int enter_seccomp(void) {
#if defined(MACHINE) && !defined(WINNOW_SANITIZED)
  struct sock_filter filter[] = {
      LOAD(offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
      RETURN(SECCOMP_RET_KILL_PROCESS),
      LOAD(offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FIRST_FOREIGN_CALL, 0, 1),
      RETURN(SECCOMP_RET_KILL_PROCESS),
      // The page and the channel.
      CALL(read), CALL(recvmsg), CALL(sendmsg), CALL(close), CALL(write), CALL(writev),
      // Memory that holds no code.
      CALL_WITHOUT(mmap, 2, PROT_EXEC), CALL_WITHOUT(mprotect, 2, PROT_EXEC), CALL(munmap),
      CALL(mremap), CALL(brk), CALL(madvise),
      // Locks, clocks, chance.
      CALL(futex), CALL(clock_gettime), CALL(clock_nanosleep), CALL(nanosleep), CALL(gettimeofday),
      CALL(sched_yield), CALL(getrandom),
      // Its own signals and its end.
      CALL(rt_sigaction), CALL(rt_sigprocmask), CALL(rt_sigreturn), CALL(sigaltstack),
      CALL(restart_syscall), CALL(getpid), CALL(gettid),
      CALL_WITH(tgkill, 0, (uint32_t)getpid()), CALL(exit), CALL(exit_group),
      // Its own use of the processor; process 0 is the caller.
      CALL(getrusage), CALL_WITH(prlimit64, 0, 0),
      REFUSE,
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
  return 0;
#endif
}

int winnow_worker_confine(uint64_t memory_bytes) {
  int result = 0;
  raise_oom_score();
#ifdef SYS_close_range
  syscall(SYS_close_range, 4, ~0u, 0);
#endif
  set_limits(memory_bytes);
  winnow_memory_end_when_refused();
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return 0;
  if (enter_landlock()) result |= WINNOW_LANDLOCK;
  if (enter_seccomp()) result |= WINNOW_SECCOMP;
  return result;
}
