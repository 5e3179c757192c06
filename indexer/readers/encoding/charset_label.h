// What is meant by the name of a charset as pages, feeds and mails declare it: the one table of
// labels, that of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels).

#ifndef POSTIL_INDEXER_READERS_ENCODING_CHARSET_LABEL_H_
#define POSTIL_INDEXER_READERS_ENCODING_CHARSET_LABEL_H_

#include <string>
#include <string_view>

namespace postil::index {

// The encoding, as ICU's converters have it in small letters: "windows-1252" for "latin1", since
// those who write it mean that. "utf-8" and "utf-16" for all labels of Unicode, of which the bytes
// themselves tell the rest. A label that only ICU knows stands for itself. "" for what neither
// knows, and for encodings in which markup could not be found, because ASCII is other bytes there.
std::string encoding_named(std::string_view label);

// Whether ASCII bytes may mean other letters in it, behind an escape sequence: text of such an
// encoding is not UTF-8 by being valid UTF-8.
bool has_escapes(std::string_view encoding);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ENCODING_CHARSET_LABEL_H_
