#pragma once
#include <stdint.h>

/// Allocations of the whole process so far: calls of malloc, calloc, realloc and their aligned kin.
uint64_t allocation_count(void);
/// Bytes that these calls asked for.
uint64_t allocation_bytes(void);
