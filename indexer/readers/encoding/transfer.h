// Bytes as mail wraps them, and feeds and documents after it: transfer encodings and charsets by
// their names.

#ifndef POSTIL_INDEXER_READERS_ENCODING_TRANSFER_H_
#define POSTIL_INDEXER_READERS_ENCODING_TRANSFER_H_

#include <string>
#include <string_view>

namespace postil::index {

// Forgiving: what is no base64 is passed over; a broken escape stands for itself.
std::string decode_base64(std::string_view text);
std::string decode_quoted_printable(std::string_view text, bool in_header = false);

// "%20" and the like of addresses.
std::string decode_percent(std::string_view text);

// Bytes in a named charset as valid UTF-8 with \n as line end; one that is unknown or plainly wrong
// is guessed.
std::string text_in_charset(std::string_view bytes, std::string_view charset);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ENCODING_TRANSFER_H_
