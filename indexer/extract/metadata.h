// Declared metadata made fit for an Article: authors as names, tags as a list, the language as two
// letters. What the source declares always wins over what a text suggests.

#ifndef POSTIL_INDEXER_EXTRACT_METADATA_H_
#define POSTIL_INDEXER_EXTRACT_METADATA_H_

#include <string>
#include <vector>

#include "indexer/model/article.h"

namespace postil::index {

// "War, Peace; #NATO" → "War", "Peace", "NATO": split, white space and hashes cut, doubles dropped
// whatever their case.
std::vector<std::string> tidy_tags(const std::vector<std::string>& declared);

// White space squeezed, authors and tags split and cleaned, language as two letters.
Metadata tidy_metadata(Metadata declared);

// Fills what `meta` leaves open from `found`. Authors are taken whole or not at all.
void fill_gaps(Metadata& meta, Metadata found);

// A title in whose place the article has another stays as its first heading, so that it can be
// found; unless the text, or the other title, says the same.
void keep_displaced_title(Article& article, const std::string& title);

// Fills what the article leaves open from what its page says. The page's own headline is kept where
// a declared title displaces it.
void use_found(Article& article, Metadata found);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_METADATA_H_
