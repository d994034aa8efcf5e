#include <string.h>

#include "winnow_model.h"

#if defined(__x86_64__) && defined(__linux__)
#include <immintrin.h>
#define HAS_AVX2_PATH 1
#endif

// Every split of a tree is tried on all rows of a tile, without branches: a row whose code is not under the bound loses
// the leaves on the split's left, and the first leaf that it still has is the one it ends in (QuickScorer: Lucchese et
// al., SIGIR 2015). Codes and sets of leaves are bytes, so that one vector holds 32 rows; leaves are looked up by a
// byte shuffle and added in 16 bits.

void winnow_reach_leaves(const winnow_ensemble *ensemble, const uint8_t *page_codes, uint8_t (*reached)[2]) {
  memset(reached, 0xff, (size_t)ensemble->tree_count * 2);
  for (int32_t index = 0; index < ensemble->page_split_count; index++) {
    const winnow_page_split *entry = &ensemble->page_splits[index];
    const uint8_t under = page_codes[entry->split.slot] < entry->split.bound ? 0xff : 0;
    reached[entry->tree][0] &= under | entry->split.kept_low;
    reached[entry->tree][1] &= under | entry->split.kept_high;
  }
}

void winnow_add_row(const winnow_forest *forest, const float *row, float *sums) {
  // Trees go down together, since each step waits for memory, and by an index in place of a branch, which nobody could
  // foresee. The leaves are added in the order of the trees, for sums of floats depend on it.
  enum { TOGETHER = 8 };
  for (int32_t first = 0; first < forest->tree_count; first += TOGETHER) {
    const int32_t count = forest->tree_count - first < TOGETHER ? forest->tree_count - first : TOGETHER;
    int32_t places[TOGETHER];
    for (int32_t tree = 0; tree < count; tree++) places[tree] = forest->roots[first + tree];
    for (bool is_on_its_way = true; is_on_its_way;) {
      is_on_its_way = false;
      for (int32_t tree = 0; tree < count; tree++) {
        const winnow_node *node = &forest->nodes[places[tree] < 0 ? 0 : places[tree]];
        const int32_t child = node->children[!(row[node->column] <= node->threshold)];
        places[tree] = places[tree] < 0 ? places[tree] : child;
        is_on_its_way |= places[tree] >= 0;
      }
    }
    for (int32_t tree = 0; tree < count; tree++) {
      sums[(first + tree) % forest->class_count] += forest->leaves[~places[tree]];
    }
  }
}

/// Adds the leaves of one tree in whole units; returns the split after its last.
static const winnow_split *add_tree_anywhere(const winnow_ensemble *ensemble, int32_t tree, const winnow_split *split,
                                             const uint8_t *tile, const uint8_t reached[2], int32_t *units) {
  uint8_t low[WINNOW_TILE_ROWS], high[WINNOW_TILE_ROWS];
  memset(low, reached[0], sizeof low);
  memset(high, reached[1], sizeof high);
  const winnow_split_counts counts = ensemble->counts[tree];
  for (int32_t left = counts.low + counts.high + counts.both; left > 0; left--, split++) {
    const uint8_t *codes = tile + (int32_t)split->slot * WINNOW_TILE_ROWS;
    for (int32_t row = 0; row < WINNOW_TILE_ROWS; row++) {
      const uint8_t under = codes[row] < split->bound ? 0xff : 0;
      low[row] &= under | split->kept_low;
      high[row] &= under | split->kept_high;
    }
  }
  const uint8_t *leaves = ensemble->leaves[tree];
  for (int32_t row = 0; row < WINNOW_TILE_ROWS; row++) {
    const int32_t leaf = __builtin_ctz(low[row] | (uint32_t)high[row] << 8 | 0x8000u);
    units[row] += (int16_t)(leaves[leaf] | leaves[16 + leaf] << 8);
  }
  return split;
}

/// For processors without the vectors below. Sums are rounded after the same trees, so that all give the same.
static void add_leaves_anywhere(const winnow_ensemble *ensemble, const uint8_t *tile, const uint8_t (*reached)[2],
                                float *sums) {
  const winnow_split *split = ensemble->splits;
  const int32_t trees_of_class = ensemble->tree_count / ensemble->class_count;
  memset(sums, 0, sizeof(float) * WINNOW_TILE_ROWS * (size_t)ensemble->class_count);
  int32_t tree = 0;
  for (int32_t class = 0; class < ensemble->class_count; class ++) {
    const int32_t class_end = tree + trees_of_class;
    while (tree < class_end) {
      const int32_t end = tree + ensemble->run < class_end ? tree + ensemble->run : class_end;
      int32_t units[WINNOW_TILE_ROWS] = {0};
      for (; tree < end; tree++) split = add_tree_anywhere(ensemble, tree, split, tile, reached[tree], units);
      for (int32_t row = 0; row < WINNOW_TILE_ROWS; row++) {
        sums[class * WINNOW_TILE_ROWS + row] += (float)units[row] * ensemble->unit;
      }
    }
  }
}

#ifdef HAS_AVX2_PATH
#define AVX2 __attribute__((target("avx2")))

typedef struct {
  __m256i low[2];
  __m256i high[2];
} leaf_sets;

AVX2 static inline __attribute__((always_inline)) __m256i kept(const uint8_t *codes, int half, __m256i bound,
                                                               __m256i leaves) {
  const __m256i code = _mm256_loadu_si256((const __m256i *)codes + half);
  return _mm256_or_si256(_mm256_cmpgt_epi8(bound, code), leaves);
}

/// Takes from the sets what a tree's splits bar; returns the split after its last.
AVX2 static inline __attribute__((always_inline)) const winnow_split *bar(const winnow_split *split,
                                                                          winnow_split_counts counts,
                                                                          const uint8_t *tile, int halves,
                                                                          leaf_sets *sets) {
  for (int32_t left = counts.low; left > 0; left--, split++) {
    const uint8_t *codes = tile + (int32_t)split->slot * WINNOW_TILE_ROWS;
    const __m256i bound = _mm256_set1_epi8((char)split->bound), low = _mm256_set1_epi8((char)split->kept_low);
    for (int half = 0; half < halves; half++) {
      sets->low[half] = _mm256_and_si256(sets->low[half], kept(codes, half, bound, low));
    }
  }
  for (int32_t left = counts.high; left > 0; left--, split++) {
    const uint8_t *codes = tile + (int32_t)split->slot * WINNOW_TILE_ROWS;
    const __m256i bound = _mm256_set1_epi8((char)split->bound), high = _mm256_set1_epi8((char)split->kept_high);
    for (int half = 0; half < halves; half++) {
      sets->high[half] = _mm256_and_si256(sets->high[half], kept(codes, half, bound, high));
    }
  }
  for (int32_t left = counts.both; left > 0; left--, split++) {
    const uint8_t *codes = tile + (int32_t)split->slot * WINNOW_TILE_ROWS;
    const __m256i bound = _mm256_set1_epi8((char)split->bound), low = _mm256_set1_epi8((char)split->kept_low),
                  high = _mm256_set1_epi8((char)split->kept_high);
    for (int half = 0; half < halves; half++) {
      sets->low[half] = _mm256_and_si256(sets->low[half], kept(codes, half, bound, low));
      sets->high[half] = _mm256_and_si256(sets->high[half], kept(codes, half, bound, high));
    }
  }
  return split;
}

/// The index of the first leaf of each set.
AVX2 static inline __attribute__((always_inline)) __m256i first_leaf(__m256i low, __m256i high) {
  const __m256i nibble = _mm256_set1_epi8(15);
  // The first bit of a nibble; an empty one has none.
  const __m256i first = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(-128, 0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0, 1, 0));
  const __m256i four = _mm256_set1_epi8(4), eight = _mm256_set1_epi8(8);
  const __m256i low_index = _mm256_min_epu8(
      _mm256_shuffle_epi8(first, _mm256_and_si256(low, nibble)),
      _mm256_add_epi8(_mm256_shuffle_epi8(first, _mm256_and_si256(_mm256_srli_epi16(low, 4), nibble)), four));
  const __m256i high_index = _mm256_min_epu8(
      _mm256_shuffle_epi8(first, _mm256_and_si256(high, nibble)),
      _mm256_add_epi8(_mm256_shuffle_epi8(first, _mm256_and_si256(_mm256_srli_epi16(high, 4), nibble)), four));
  return _mm256_min_epu8(low_index, _mm256_add_epi8(high_index, eight));
}

/// Adds sums of 16 bits, in the order in which bytes unpack, to those of their rows.
AVX2 static inline __attribute__((always_inline)) void widen(const __m256i *parts, int halves, float unit,
                                                             float *sums) {
  for (int half = 0; half < halves; half++) {
    const __m256i first = _mm256_permute2x128_si256(parts[half * 2], parts[half * 2 + 1], 0x20);
    const __m256i second = _mm256_permute2x128_si256(parts[half * 2], parts[half * 2 + 1], 0x31);
    const __m128i quarters[4] = {_mm256_castsi256_si128(first), _mm256_extracti128_si256(first, 1),
                                 _mm256_castsi256_si128(second), _mm256_extracti128_si256(second, 1)};
    for (int quarter = 0; quarter < 4; quarter++) {
      float *sum = sums + half * 32 + quarter * 8;
      const __m256 value = _mm256_cvtepi32_ps(_mm256_cvtepi16_epi32(quarters[quarter]));
      _mm256_storeu_ps(sum, _mm256_add_ps(_mm256_loadu_ps(sum), _mm256_mul_ps(value, _mm256_set1_ps(unit))));
    }
  }
}

AVX2 static inline __attribute__((always_inline)) void add_halves(const winnow_ensemble *ensemble,
                                                                  const uint8_t *tile, const uint8_t (*reached)[2],
                                                                  int halves, float *sums) {
  const winnow_split *split = ensemble->splits;
  const int32_t trees_of_class = ensemble->tree_count / ensemble->class_count;
  memset(sums, 0, sizeof(float) * WINNOW_TILE_ROWS * (size_t)ensemble->class_count);
  int32_t tree = 0;
  for (int32_t class = 0; class < ensemble->class_count; class ++) {
    const int32_t class_end = tree + trees_of_class;
    while (tree < class_end) {
      const int32_t end = tree + ensemble->run < class_end ? tree + ensemble->run : class_end;
      __m256i parts[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(),
                          _mm256_setzero_si256()};
      for (; tree < end; tree++) {
        const __m256i low = _mm256_set1_epi8((char)reached[tree][0]), high = _mm256_set1_epi8((char)reached[tree][1]);
        leaf_sets sets = {{low, low}, {high, high}};
        split = bar(split, ensemble->counts[tree], tile, halves, &sets);
        const __m128i *leaves = (const __m128i *)ensemble->leaves[tree];
        const __m256i low_bytes = _mm256_broadcastsi128_si256(_mm_loadu_si128(leaves));
        const __m256i high_bytes = _mm256_broadcastsi128_si256(_mm_loadu_si128(leaves + 1));
        for (int half = 0; half < halves; half++) {
          const __m256i leaf = first_leaf(sets.low[half], sets.high[half]);
          const __m256i low_byte = _mm256_shuffle_epi8(low_bytes, leaf);
          const __m256i high_byte = _mm256_shuffle_epi8(high_bytes, leaf);
          parts[half * 2] = _mm256_add_epi16(parts[half * 2], _mm256_unpacklo_epi8(low_byte, high_byte));
          parts[half * 2 + 1] = _mm256_add_epi16(parts[half * 2 + 1], _mm256_unpackhi_epi8(low_byte, high_byte));
        }
      }
      widen(parts, halves, ensemble->unit, sums + class * WINNOW_TILE_ROWS);
    }
  }
}

AVX2 static void add_leaves_avx2(const winnow_ensemble *ensemble, const uint8_t *tile, const uint8_t (*reached)[2],
                                 float *sums, int32_t row_count) {
  // The last tile of every second page is no more than half full.
  if (row_count <= WINNOW_TILE_ROWS / 2) {
    add_halves(ensemble, tile, reached, 1, sums);
  } else {
    add_halves(ensemble, tile, reached, 2, sums);
  }
}
#endif

void winnow_add_leaves(const winnow_ensemble *ensemble, const uint8_t *tile, const uint8_t (*reached)[2], float *sums,
                       int32_t row_count, bool is_portable) {
#ifdef HAS_AVX2_PATH
  if (!is_portable && __builtin_cpu_supports("avx2")) {
    add_leaves_avx2(ensemble, tile, reached, sums, row_count);
    return;
  }
#endif
  (void)is_portable;
  (void)row_count;
  add_leaves_anywhere(ensemble, tile, reached, sums);
}
