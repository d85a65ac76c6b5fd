#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>

/// Elements deeper than this are read as if their start tags were not there: their text stays, the tree stays shallow.
/// Matching an end tag walks the stack of open names, so an unbounded stack makes hostile pages quadratic.
enum { OIT_MAXIMUM_DEPTH = 1200 };

static inline void oit_ignore_error(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

/// Keeps libxml2 quiet on the calling thread (the handler is thread-local; NOERROR does not cover encoding errors).
static inline void oit_silence_errors(void) {
    xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)oit_ignore_error);
}

static inline void oit_start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    htmlParserCtxtPtr parser = (htmlParserCtxtPtr)context;
    if (parser->nameNr > OIT_MAXIMUM_DEPTH) {
        const htmlElemDesc *known = htmlTagLookup(name);
        // The parser itself closes void elements, and reads raw text after script and style by their name.
        int isRaw = xmlStrEqual(name, BAD_CAST "script") || xmlStrEqual(name, BAD_CAST "style");
        if (!isRaw && (known == NULL || !known->empty)) {
            parser->nameNr -= 1;
            parser->name = parser->nameTab[parser->nameNr - 1];
            return;
        }
    }
    xmlSAX2StartElement(context, name, attributes);
}

/// Makes a parser bound the depth of its tree; to be called before reading.
static inline void oit_bound_depth(htmlParserCtxtPtr parser) {
    parser->sax->startElement = oit_start_element;
}

/// Frees a string that libxml2 made (`xmlFree` is a variable that Swift may not touch).
static inline void oit_free_string(xmlChar *text) {
    xmlFree(text);
}
