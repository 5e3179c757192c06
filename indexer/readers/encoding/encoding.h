// Bytes to text: the first thing a reader does with what it has read. Behind it all text is valid
// UTF-8 with \n as its only line end. What had to be assumed or replaced is told.

#ifndef POSTIL_INDEXER_READERS_ENCODING_ENCODING_H_
#define POSTIL_INDEXER_READERS_ENCODING_ENCODING_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace postil::index {

struct Decoded {
  std::string text;      // without a byte order mark; control characters other than \t are spaces
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1251" …
  bool assumed = false;  // neither a mark nor the bytes themselves say so for certain
  std::size_t replaced = 0;             // ill-formed sequences that are now U+FFFD
  std::size_t first_replaced_line = 0;  // from 1; 0 if none
};

// Any bytes. In order: a byte order mark; valid UTF-8; UTF-16 and UTF-32 by their pattern; UTF-8
// with a few faults; otherwise the likeliest old encoding (charset_guess.h).
Decoded decode(std::string_view bytes);

// The same for bytes whose source declares their encoding by a label as the web has it
// ("ISO-8859-1", "gb2312", "utf8"; "" for none). The declaration is believed after a mark and valid
// UTF-8, and before any guess, unless the bytes cannot be of that encoding.
Decoded decode(std::string_view bytes, std::string_view declared);

// Tells what decode() assumed ("encoding-assumed") or replaced ("invalid-utf8").
void report(const Decoded& decoded, RawArticleSink& sink);

// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" if the bytes are that by a mark or by their
// pattern, else "". Looks at the first few thousand bytes.
std::string_view wide_encoding(std::string_view bytes);

// Makes CRLF, CR, VT, FF, NEL and U+2028 one \n, U+2029 two, and other controls but \t a space.
void normalise_line_ends(std::string& text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ENCODING_ENCODING_H_
