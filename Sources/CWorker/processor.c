// A program that is built for newer processors (`make build`) says so on an older one, where it would end with an illegal
// instruction somewhere.
#if defined(__x86_64__) && defined(__AVX2__)
#include <unistd.h>

// EX_CONFIG of sysexits.h, after which the unit tries no further.
enum { MISCONFIGURED = 78 };

// No processor has these three without the rest of its level. Before any other constructor, and without the instructions that it asks for.
__attribute__((constructor(101), target("arch=x86-64"))) static void check_processor(void) {
  static const char message[] =
      "This program is built for processors with AVX2, BMI2 and FMA; `make build CPU=` builds it for any.\n";
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma")) return;
  ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
  (void)written;
  _exit(MISCONFIGURED);
}
#endif
