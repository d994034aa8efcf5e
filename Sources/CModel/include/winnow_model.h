#pragma once
#include <stdint.h>

/// A split: rows whose feature is at most the threshold go left. A child below zero is the leaf -1 - child.
typedef struct {
  float threshold;
  uint16_t feature;
  int32_t left;
  int32_t right;
} winnow_tree_node;

/// Trees whose leaves add up.
typedef struct {
  const winnow_tree_node *nodes;
  const float *leaves;
  const int32_t *roots;
  int32_t tree_count;
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
