#pragma once
#include <stdint.h>

/// The median of every column that the trees can look at, over the blocks of Corpus/pages.
extern const float winnow_typical_values[];
static inline float winnow_typical_value(int32_t column) { return winnow_typical_values[column]; }
extern const int32_t winnow_typical_count;
/// 64-bit FNV-1a over the names of the columns of the feature table, each with a line feed after it.
extern const uint64_t winnow_typical_names;
