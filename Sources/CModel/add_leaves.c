#include "winnow_model.h"

// Every split of a tree is tried on all rows of a tile, without branches: a row over the threshold loses the
// leaves on the split's left, and the first leaf that it still has is the one it ends in (QuickScorer: Lucchese
// et al., SIGIR 2015). It is C because Swift has no functions of several targets: the loop is compiled for the
// vectors of AVX2 and for those that every x86-64 has, and the loader takes what the processor can.

#define LANES 8
#define VECTORS (WINNOW_TILE_ROWS / LANES)

typedef float value_vector __attribute__((vector_size(LANES * 4), aligned(4)));
typedef int32_t leaf_vector __attribute__((vector_size(LANES * 4), aligned(4)));

#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx2", "default")))
#endif
void winnow_add_leaves(const winnow_ensemble *ensemble, const float *tile, int32_t row_count, int32_t classes,
                       float *sums) {
  int32_t split_index = 0;
  int32_t class = 0;
  for (int32_t tree = 0; tree < ensemble->tree_count; tree++) {
    leaf_vector reached[VECTORS];
    for (int vector = 0; vector < VECTORS; vector++) reached[vector] = (leaf_vector){0} - 1;
    for (; split_index < ensemble->ends[tree]; split_index++) {
      const winnow_split split = ensemble->splits[split_index];
      const value_vector *values = (const value_vector *)(tile + (int32_t)split.slot * WINNOW_TILE_ROWS);
      for (int vector = 0; vector < VECTORS; vector++) {
        reached[vector] &= (values[vector] <= split.threshold) | (int32_t)split.kept_leaves;
      }
    }
    const float *leaves = ensemble->leaves + tree * 16;
    const uint32_t *bits = (const uint32_t *)reached;
    float *sum = sums + class;
    for (int32_t row = 0; row < row_count; row++) {
      *sum += leaves[__builtin_ctz(bits[row] | 0x8000u)];
      sum += classes;
    }
    class = class + 1 == classes ? 0 : class + 1;
  }
}
