#include <libxml/xmlversion.h>
// ICU's types would clash with those that Foundation brings along; nothing of them is used.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
