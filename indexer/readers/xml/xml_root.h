// Which XML a file is, by its root element: for the sniffing of the readers of XML.

#ifndef POSTIL_INDEXER_READERS_XML_XML_ROOT_H_
#define POSTIL_INDEXER_READERS_XML_XML_ROOT_H_

#include <string>
#include <string_view>

namespace postil::index {

struct XmlRoot {
  std::string name;   // in lower case, without prefix; "" if the sample is not XML
  std::string space;  // its namespace
};

// Of a file that begins with `bytes`, in any encoding.
XmlRoot xml_root(std::string_view bytes);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_XML_XML_ROOT_H_
