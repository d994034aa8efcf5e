#pragma once
#include <stdint.h>

/// Rows that pass the trees together.
#define WINNOW_TILE_ROWS 64

/// A split of a tree. A row whose feature is over the threshold can only reach the leaves whose bits are kept.
typedef struct {
  float threshold;
  uint16_t slot;
  uint16_t kept_leaves;
} winnow_split;

/// Trees of at most sixteen leaves that add up.
typedef struct {
  /// The splits of all trees, tree after tree; a split's slot is an index into `winnow_columns`.
  const winnow_split *splits;
  /// For each tree the index after its last split.
  const int32_t *ends;
  /// Sixteen leaves a tree, from left to right.
  const float *leaves;
  int32_t tree_count;
} winnow_ensemble;

/// Probability of main content (sigmoid of the sum).
extern const winnow_ensemble winnow_main_ensemble;
/// Probabilities of the ten roles (softmax of ten sums; tree i adds to role i modulo ten).
extern const winnow_ensemble winnow_role_ensemble;
/// Probabilities of the seven page types (softmax of seven sums; tree i adds to type i modulo seven).
extern const winnow_ensemble winnow_type_ensemble;
/// The columns that any split looks at, in rising order: those of the feature table, then those of the context.
extern const uint16_t winnow_columns[];
static inline int32_t winnow_column(int32_t slot) { return winnow_columns[slot]; }
extern const int32_t winnow_column_count;
/// The number of columns of the feature table that the trees were fitted on.
extern const int32_t winnow_feature_count;
/// The model's name, as records give it.
extern const char *const winnow_model_name;

/// Adds the leaf that each row of a tile ends in to the row's sum, tree after tree.
///
/// tile: the values of a tile's rows, slot after slot, WINNOW_TILE_ROWS values a slot; none is NaN.
/// row_count: how many rows of the tile count, at most WINNOW_TILE_ROWS.
/// classes: how many sums a row has; tree i adds to sum i modulo classes.
void winnow_add_leaves(const winnow_ensemble *ensemble, const float *tile, int32_t row_count, int32_t classes,
                       float *sums);
