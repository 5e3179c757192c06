// What every reader of XML has to tell of its file at the end, in the same words.

#ifndef POSTIL_INDEXER_READERS_XML_XML_REPORT_H_
#define POSTIL_INDEXER_READERS_XML_XML_REPORT_H_

#include "indexer/readers/reader.h"
#include "indexer/readers/xml/xml_reader.h"

namespace postil::index {

// Its encoding if that had to be assumed; "not-well-formed" if it was read all the same; where its
// reading ended early ("unreadable", "changed") or text was cut off ("too-large").
void report_xml(const XmlReader& reader, const Source& source, RawArticleSink& sink);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_XML_XML_REPORT_H_
