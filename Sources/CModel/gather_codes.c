#include "winnow_model.h"

// It is C because these loops run for some hundred columns of each block, and Swift keeps looking whether the arrays that
// they go over are shared.

static inline int32_t tile_end(int32_t first, int32_t row_count) {
  return row_count - first < WINNOW_TILE_ROWS ? row_count - first : WINNOW_TILE_ROWS;
}

void winnow_gather_codes(const uint8_t *codes, const uint16_t *numbers, int32_t row_count, uint8_t *target,
                         int32_t tile_size) {
  for (int32_t first = 0; first < row_count; first += WINNOW_TILE_ROWS, target += tile_size) {
    const int32_t end = tile_end(first, row_count);
    for (int32_t row = 0; row < end; row++) target[row] = codes[numbers[first + row]];
  }
}

void winnow_gather_distances(const uint64_t *words, int32_t word_count, int32_t mark, uint8_t none,
                             const uint32_t *elements, int32_t row_count, uint8_t *target, int32_t tile_size) {
  const uint64_t *of_mark = words + mark / 8;
  const int32_t shift = mark % 8 * 8;
  for (int32_t first = 0; first < row_count; first += WINNOW_TILE_ROWS, target += tile_size) {
    const int32_t end = tile_end(first, row_count);
    for (int32_t row = 0; row < end; row++) {
      target[row] = none - (uint8_t)(of_mark[(int64_t)elements[first + row] * word_count] >> shift);
    }
  }
}
