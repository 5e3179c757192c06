// One JSON object that is an article, with the keys that exports use. For the JSON Lines reader.

#ifndef POSTIL_INDEXER_READERS_TABLES_JSON_ARTICLE_H_
#define POSTIL_INDEXER_READERS_TABLES_JSON_ARTICLE_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/model/article.h"

namespace postil::index {

struct JsonArticle {
  RawArticle article;
  std::vector<std::string> doubts;  // what could not be read as it should: a date, a comment
  bool has_text = false;            // a body, a title or a comment
};

// `json` is one object; bytes that are not UTF-8, lone surrogates and NaN are forgiven. An Error
// says what is wrong with anything else, or that it nests too deeply. Keys beside the known are
// ignored.
Result<JsonArticle> read_json_article(std::string_view json);

// Whether the object, of which `json` may be the beginning only, has a key for text or a title.
bool looks_like_json_article(std::string_view json);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_JSON_ARTICLE_H_
