// A fingerprint of a record's text, by which a reader of a citation can tell that the text before
// him is the text that was cited, whatever file, folder or version of Postil it comes from.

#ifndef POSTIL_QUERY_SEARCH_TEXT_HASH_H_
#define POSTIL_QUERY_SEARCH_TEXT_HASH_H_

#include <string>

#include "core/schema/record.h"

namespace postil::query {

// "xxh3:" and the 128-bit XXH3 hash in 32 hexadecimal digits (as `xxhsum -H128` prints it) of the
// title, the standfirst and each paragraph, those that are there, each with a newline behind it. It
// finds changes; it does not withstand somebody who wants two texts to have the same hash.
std::string text_hash(const schema::Record& record);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_TEXT_HASH_H_
