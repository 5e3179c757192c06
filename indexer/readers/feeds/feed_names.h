// The names of elements in feeds, freed of the many ways in which their namespaces are spelt.

#ifndef POSTIL_INDEXER_READERS_FEEDS_FEED_NAMES_H_
#define POSTIL_INDEXER_READERS_FEEDS_FEED_NAMES_H_

#include <string>

#include "indexer/readers/xml/xml_reader.h"

namespace postil::index {

// "title", "dc:creator", "content:encoded": in lower case, with the customary prefix of its
// namespace, and none for RSS, Atom and CDF themselves. Elements of other namespaces, which may
// well be called "title", are "other:title".
std::string feed_name(const XmlReader& reader);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_FEED_NAMES_H_
