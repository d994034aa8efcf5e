#include "document_build.h"
#include <libxml/HTMLparser.h>

int document_build(const char *page, size_t length) {
  const int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  htmlDocPtr document = htmlReadMemory(page, (int)length, NULL, NULL, options);
  if (document == NULL) return 0;
  xmlFreeDoc(document);
  return 1;
}
