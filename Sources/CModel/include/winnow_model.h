#pragma once
#include <stdint.h>

/// A split of a tree. A row whose feature is over the threshold can only reach the leaves whose bits are kept.
typedef struct {
  float threshold;
  uint16_t column;
  uint16_t kept_leaves;
} winnow_split;

/// Trees of at most sixteen leaves that add up.
typedef struct {
  /// The splits of all trees, tree after tree; a split's column is an index into `columns`.
  const winnow_split *splits;
  /// For each tree the index after its last split.
  const int32_t *ends;
  /// Sixteen leaves a tree, from left to right.
  const float *leaves;
  /// The columns of the feature table that the splits look at.
  const uint16_t *columns;
  int32_t tree_count;
  int32_t column_count;
  /// The number of columns of the table that the trees were fitted on.
  int32_t feature_count;
} winnow_ensemble;

/// Probability of main content (sigmoid of the sum).
extern const winnow_ensemble winnow_main_ensemble;
/// Probabilities of the ten roles (softmax of ten sums; tree i adds to role i modulo ten).
extern const winnow_ensemble winnow_role_ensemble;
/// Probabilities of the seven page types (softmax of seven sums; tree i adds to type i modulo seven).
extern const winnow_ensemble winnow_type_ensemble;
/// The model's name, as records give it.
extern const char *const winnow_model_name;
