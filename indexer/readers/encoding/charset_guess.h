// Which one of the old 8-bit or East Asian encodings bytes are in that name none, by the letters
// they would make. Used by encoding.cc for what is not Unicode.

#ifndef POSTIL_INDEXER_READERS_ENCODING_CHARSET_GUESS_H_
#define POSTIL_INDEXER_READERS_ENCODING_CHARSET_GUESS_H_

#include <string>
#include <string_view>

namespace postil::index {

// The name, as ICU's converters have it, of the likeliest encoding of `bytes`: "windows-1251",
// "KOI8-R", "windows-1254" … "windows-1252" when too little speaks for another. A superset of an
// ISO encoding is preferred to it: windows-1252 for ISO-8859-1, windows-1254 for ISO-8859-9.
std::string guess_charset(std::string_view bytes);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ENCODING_CHARSET_GUESS_H_
