#pragma once
#include <stddef.h>

/// Lets libxml2 build the document of a page and free it, which is what every peer on libxml2 begins with.
///
/// Returns whether there was a document.
int document_build(const char *page, size_t length);
