#pragma once
// Debian builds libxml2 with ICU, and its headers then take in those of the system's ICU. Foundation brings
// an ICU of its own, and the compiler refuses two modules that define the same types differently. Only the
// layout of xmlCharEncodingHandler depends on the setting, and it is used by pointer alone.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
