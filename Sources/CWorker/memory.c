// The worker's `malloc`.
//
// Swift, libxml2, zlib and zstd each do something else when memory is refused: one traps, another drops a
// page's text without a word. In a confined worker the first refusal ends the process with a status of its
// own, so that the daemon knows for sure that it was the limit on memory. Elsewhere nothing changes.
#define _GNU_SOURCE
#include "CWorker.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "memory.h"

static int ends_when_refused = 0;

void winnow_memory_end_when_refused(void) { ends_when_refused = 1; }

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define WINNOW_FOREIGN_MALLOC
#endif
#endif

#if defined(__GLIBC__) && !defined(WINNOW_FOREIGN_MALLOC)
// The functions of glibc behind its own `malloc`; `free` stays glibc's.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static inline void *checked(void *memory, size_t count) {
  if (__builtin_expect(!memory && ends_when_refused && count, 0)) _exit(WINNOW_EXIT_MEMORY);
  return memory;
}

void *malloc(size_t count) { return checked(__libc_malloc(count), count); }

void *calloc(size_t number, size_t size) {
  return checked(__libc_calloc(number, size), number && size);
}

void *realloc(void *memory, size_t count) { return checked(__libc_realloc(memory, count), count); }

void *memalign(size_t alignment, size_t count) {
  return checked(__libc_memalign(alignment, count), count);
}

void *aligned_alloc(size_t alignment, size_t count) { return memalign(alignment, count); }

int posix_memalign(void **result, size_t alignment, size_t count) {
  if (alignment < sizeof(void *) || alignment & (alignment - 1)) return EINVAL;
  void *memory = memalign(alignment, count);
  if (!memory) return ENOMEM;
  *result = memory;
  return 0;
}
#endif
