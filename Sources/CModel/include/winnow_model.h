#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Rows that pass the trees together.
#define WINNOW_TILE_ROWS 64

/// A split of a tree. A row whose code is not under `bound` can only reach the leaves whose bits are kept:
/// those of the first eight leaves in `kept_low`, of the others in `kept_high`.
typedef struct {
  uint16_t slot;
  uint8_t bound;
  uint8_t kept_low;
  uint8_t kept_high;
} winnow_split;

/// A split on what is the same for all rows of a page.
typedef struct {
  uint16_t tree;
  winnow_split split;
} winnow_page_split;

/// How many splits of a tree bar only low leaves, only high ones, and both.
typedef struct {
  uint8_t low;
  uint8_t high;
  uint8_t both;
} winnow_split_counts;

/// Trees of at most sixteen leaves that add up. The trees of a class stand together, class after class.
typedef struct {
  /// The splits of all trees, tree after tree, each tree's in the order of its counts; a split's slot is an index into
  /// `winnow_columns`.
  const winnow_split *splits;
  const winnow_split_counts *counts;
  /// The splits of all trees whose slot is an index into `winnow_page_columns`.
  const winnow_page_split *page_splits;
  /// Sixteen leaves a tree, from left to right, in units of `unit`; first their low bytes, then their high ones.
  const uint8_t (*leaves)[32];
  /// What one unit of the leaves is worth.
  float unit;
  /// No run of so many trees of a class, counted from its first, leaves 16 bits with its sum.
  int32_t run;
  int32_t tree_count;
  int32_t class_count;
  int32_t page_split_count;
} winnow_ensemble;

/// A split of a tree on numbers themselves: up to `threshold` goes to the first child, over it to the second. A child
/// under zero is a leaf: the index of its value's bits complemented.
typedef struct {
  float threshold;
  uint16_t column;
  int16_t children[2];
} winnow_node;

/// Trees of one row, on numbers: tree i adds to class i modulo `class_count`.
typedef struct {
  const winnow_node *nodes;
  /// For each tree the index of its root.
  const int32_t *roots;
  const float *leaves;
  int32_t tree_count;
  int32_t class_count;
} winnow_forest;

/// Probability of main content (sigmoid of the sum).
extern const winnow_ensemble winnow_main_ensemble;
/// Probabilities of the ten roles (softmax of ten sums).
extern const winnow_ensemble winnow_role_ensemble;
/// Probabilities of the seven page types (softmax of seven sums).
extern const winnow_forest winnow_type_forest;

/// The columns of rows that some split looks at, in rising order.
extern const uint16_t winnow_columns[];
extern const int32_t winnow_column_count;
/// The columns of pages that some split looks at, in rising order.
extern const uint16_t winnow_page_columns[];
extern const int32_t winnow_page_column_count;
// Swift sees arrays of unknown length as single elements.
static inline int32_t winnow_column(int32_t slot) { return winnow_columns[slot]; }
static inline int32_t winnow_page_column(int32_t slot) { return winnow_page_columns[slot]; }
/// The edges that the values of each scale are coded by, scale after scale; a code is the number of edges under a value.
extern const float winnow_edges[];
/// For each scale the index after its last edge.
extern const int32_t winnow_edge_ends[];
extern const int32_t winnow_scale_count;
static inline int32_t winnow_edge_end(int32_t scale) { return winnow_edge_ends[scale]; }
static inline const float *winnow_scale(int32_t scale) {
  return winnow_edges + (scale == 0 ? 0 : winnow_edge_ends[scale - 1]);
}
/// The number of columns that the trees were fitted on, and of columns that the types were fitted on.
extern const int32_t winnow_feature_count;
extern const int32_t winnow_type_feature_count;
/// The model's name, as records give it.
extern const char *const winnow_model_name;

/// Codes values: for each the number of edges under it, at most 127.
///
/// is_portable: do without the vectors of AVX2 even where the processor has them.
void winnow_code_values(const float *values, int32_t count, const float *edges, int32_t edge_count, uint8_t *codes,
                        bool is_portable);

/// Writes `codes[numbers[row]]` to the rows of a slot.
///
/// target: the slot's first row in the first tile; tile_size: codes of a tile.
void winnow_gather_codes(const uint8_t *codes, const uint16_t *numbers, int32_t row_count, uint8_t *target,
                         int32_t tile_size);

/// Writes to the rows of a slot how far above each row's element the nearest one with a mark is.
///
/// words: for each element `word_count` words of eight marks, a byte a mark: `none` less the distance.
/// elements: the element of each row.
void winnow_gather_distances(const uint64_t *words, int32_t word_count, int32_t mark, uint8_t none,
                             const uint32_t *elements, int32_t row_count, uint8_t *target, int32_t tile_size);

/// Adds up the leaves that each row of a tile ends in.
///
/// tile: the codes of a tile's rows, slot after slot, WINNOW_TILE_ROWS codes a slot.
/// reached: for each tree the leaves that the page lets its rows reach, low ones first.
/// sums: WINNOW_TILE_ROWS sums for each class, which are replaced.
/// row_count: how many rows of the tile have codes; the sums of the others are of no use.
/// is_portable: do without the vectors of AVX2 even where the processor has them.
void winnow_add_leaves(const winnow_ensemble *ensemble, const uint8_t *tile, const uint8_t (*reached)[2], float *sums,
                       int32_t row_count, bool is_portable);

/// Writes for each tree the leaves that a page lets its rows reach, from the codes of its columns.
void winnow_reach_leaves(const winnow_ensemble *ensemble, const uint8_t *page_codes, uint8_t (*reached)[2]);

/// Adds the leaves that a row ends in to `class_count` sums.
void winnow_add_row(const winnow_forest *forest, const float *row, float *sums);
