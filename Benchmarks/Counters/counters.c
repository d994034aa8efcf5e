// Counts what `winnow` asks of the C library's allocator and how many bytes it has copied, when loaded before it
// (LD_PRELOAD); neither depends on how busy the machine is. At the end one line of JSON goes to the file that
// WINNOW_COUNTERS names. Scripts/bench-counts.py builds it and says what the counts may be.
//
// The program has an allocator of its own in front of the C library's (Sources/CWorker/memory.c), so that the
// functions behind both are the ones to stand in for.
//
// Bytes copied are those of memcpy, memmove and mempcpy, and of realloc where a block had to move. A copy of
// constant size becomes instructions in the program, and loops that look at what they copy (text in words of
// eight bytes, JSON) call nothing: the count of instructions holds those.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static _Atomic uint64_t allocations;
static _Atomic uint64_t allocated;
static _Atomic uint64_t copied;

static void note_allocation(size_t size) {
  atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed);
  atomic_fetch_add_explicit(&allocated, size, memory_order_relaxed);
}

static void note_copy(size_t size) { atomic_fetch_add_explicit(&copied, size, memory_order_relaxed); }

// The C library's own function of the name, found once.
static void *next_of(_Atomic(void *) *known, const char *name) {
  void *found = atomic_load_explicit(known, memory_order_relaxed);
  if (!found) {
    found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    atomic_store_explicit(known, found, memory_order_relaxed);
  }
  return found;
}

#define NEXT(name, ...) \
  static _Atomic(void *) known; \
  void *(*next)(__VA_ARGS__) = (void *(*)(__VA_ARGS__))next_of(&known, #name)

void *__libc_malloc(size_t size) {
  NEXT(__libc_malloc, size_t);
  note_allocation(size);
  return next(size);
}

void *__libc_calloc(size_t number, size_t size) {
  NEXT(__libc_calloc, size_t, size_t);
  note_allocation(number * size);
  return next(number, size);
}

void *__libc_memalign(size_t alignment, size_t size) {
  NEXT(__libc_memalign, size_t, size_t);
  note_allocation(size);
  return next(alignment, size);
}

void *__libc_realloc(void *old, size_t size) {
  NEXT(__libc_realloc, void *, size_t);
  size_t held = old ? malloc_usable_size(old) : 0;
  uintptr_t before = (uintptr_t)old;
  note_allocation(size);
  void *result = next(old, size);
  if (result && before && (uintptr_t)result != before) note_copy(held < size ? held : size);
  return result;
}

#define COUNTED(name, checked) \
  void *name(void *target, const void *source, size_t size) { \
    NEXT(name, void *, const void *, size_t); \
    note_copy(size); \
    return next(target, source, size); \
  } \
  void *checked(void *target, const void *source, size_t size, size_t room) { \
    if (size > room) abort(); \
    return name(target, source, size); \
  }

COUNTED(memcpy, __memcpy_chk)
COUNTED(memmove, __memmove_chk)
COUNTED(mempcpy, __mempcpy_chk)

__attribute__((destructor)) static void report(void) {
  uint64_t counts[] = {allocations, allocated, copied};
  const char *path = getenv("WINNOW_COUNTERS");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "{\"allocations\": %ju, \"allocated\": %ju, \"copied\": %ju}\n", (uintmax_t)counts[0],
          (uintmax_t)counts[1], (uintmax_t)counts[2]);
  fclose(file);
}
