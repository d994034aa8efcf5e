#include <string.h>

#include "winnow_model.h"

#if defined(__x86_64__) && defined(__linux__)
#include <immintrin.h>
#define HAS_AVX2_PATH 1
#endif

// Each edge is compared with many values at once: with some twenty edges a scale that is less work than a search for
// each value. It is C because Swift has no functions of several targets.

enum { LANES = 32 };

static void code_values_one_by_one(const float *values, int32_t count, const float *edges, int32_t edge_count,
                                   uint8_t *codes) {
  for (int32_t index = 0; index < count; index++) {
    int32_t under = 0;
    for (int32_t edge = 0; edge < edge_count; edge++) under += values[index] > edges[edge];
    codes[index] = (uint8_t)under;
  }
}

/// For processors without the vectors below: with those that they have.
static void code_values_anywhere(const float *values, int32_t count, const float *edges, int32_t edge_count,
                                 uint8_t *codes) {
  typedef float value_vector __attribute__((vector_size(LANES * 4)));
  typedef int32_t count_vector __attribute__((vector_size(LANES * 4)));
  typedef uint8_t code_vector __attribute__((vector_size(LANES)));
  int32_t first = 0;
  for (; first + LANES <= count; first += LANES) {
    value_vector value;
    memcpy(&value, values + first, sizeof value);
    count_vector under = {0};
    // A comparison that holds is -1 in its lane.
    for (int32_t edge = 0; edge < edge_count; edge++) under -= value > edges[edge];
    const code_vector coded = __builtin_convertvector(under, code_vector);
    memcpy(codes + first, &coded, sizeof coded);
  }
  code_values_one_by_one(values + first, count - first, edges, edge_count, codes + first);
}

#ifdef HAS_AVX2_PATH
#define AVX2 __attribute__((target("avx2")))

/// Less one for each of eight values that is over the edge: a comparison that holds is -1 in its lane.
AVX2 static inline __attribute__((always_inline)) __m256i count_under(__m256i under, __m256 values, __m256 edge) {
  return _mm256_sub_epi32(under, _mm256_castps_si256(_mm256_cmp_ps(values, edge, _CMP_GT_OQ)));
}

/// Codes 32 values. The counts are packed once at the end: packed for each edge, which a compiler makes of vectors of
/// 32 lanes, they cost as much again.
AVX2 static inline __attribute__((always_inline)) void code_lanes(const float *values, const float *edges,
                                                                  int32_t edge_count, uint8_t *codes) {
  const __m256 first = _mm256_loadu_ps(values), second = _mm256_loadu_ps(values + 8);
  const __m256 third = _mm256_loadu_ps(values + 16), fourth = _mm256_loadu_ps(values + 24);
  __m256i counts[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(),
                       _mm256_setzero_si256()};
  for (int32_t index = 0; index < edge_count; index++) {
    const __m256 edge = _mm256_broadcast_ss(edges + index);
    counts[0] = count_under(counts[0], first, edge);
    counts[1] = count_under(counts[1], second, edge);
    counts[2] = count_under(counts[2], third, edge);
    counts[3] = count_under(counts[3], fourth, edge);
  }
  // Packing goes half by half: four values of each vector in turns, which the permutation sets in order.
  const __m256i words = _mm256_packs_epi16(_mm256_packs_epi32(counts[0], counts[1]),
                                           _mm256_packs_epi32(counts[2], counts[3]));
  const __m256i in_order = _mm256_permutevar8x32_epi32(words, _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7));
  _mm256_storeu_si256((__m256i *)codes, in_order);
}

AVX2 static void code_values_avx2(const float *values, int32_t count, const float *edges, int32_t edge_count,
                                  uint8_t *codes) {
  int32_t first = 0;
  for (; first + LANES <= count; first += LANES) code_lanes(values + first, edges, edge_count, codes + first);
  const int32_t rest = count - first;
  // Of a few values each costs less alone.
  if (rest < 4) {
    code_values_one_by_one(values + first, rest, edges, edge_count, codes + first);
    return;
  }
  float padded[LANES] = {0};
  uint8_t coded[LANES];
  memcpy(padded, values + first, sizeof(float) * (size_t)rest);
  code_lanes(padded, edges, edge_count, coded);
  memcpy(codes + first, coded, (size_t)rest);
}
#endif

void winnow_code_values(const float *values, int32_t count, const float *edges, int32_t edge_count, uint8_t *codes,
                        bool is_portable) {
#ifdef HAS_AVX2_PATH
  if (!is_portable && __builtin_cpu_supports("avx2")) {
    code_values_avx2(values, count, edges, edge_count, codes);
    return;
  }
#endif
  (void)is_portable;
  code_values_anywhere(values, count, edges, edge_count, codes);
}
