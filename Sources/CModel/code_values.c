#include "winnow_model.h"

// Each edge is compared with many values at once: with some twenty edges a scale that is less work than a search for
// each value. It is C because Swift has no functions of several targets.

#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx2", "default")))
#endif
void winnow_code_values(const float *values, int32_t count, const float *edges, int32_t edge_count, uint8_t *codes) {
  enum { LANES = 32 };
  typedef float value_vector __attribute__((vector_size(LANES * 4), aligned(4)));
  typedef int32_t count_vector __attribute__((vector_size(LANES * 4)));
  int32_t first = 0;
  for (; first + LANES <= count; first += LANES) {
    const value_vector value = *(const value_vector *)(values + first);
    count_vector under = {0};
    // A comparison that holds is -1 in its lane.
    for (int32_t edge = 0; edge < edge_count; edge++) under -= value > edges[edge];
    for (int32_t lane = 0; lane < LANES; lane++) codes[first + lane] = (uint8_t)under[lane];
  }
  for (; first < count; first++) {
    int32_t under = 0;
    for (int32_t edge = 0; edge < edge_count; edge++) under += values[first] > edges[edge];
    codes[first] = (uint8_t)under;
  }
}
