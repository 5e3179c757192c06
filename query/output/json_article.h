// One result as a JSON object: an article with its passages and its matching comments, the same in
// `json` and in `jsonl`. Field by field: docs/json.md.

#ifndef POSTIL_QUERY_OUTPUT_JSON_ARTICLE_H_
#define POSTIL_QUERY_OUTPUT_JSON_ARTICLE_H_

#include <string_view>

#include "query/output/json_writer.h"
#include "query/search/answer.h"

namespace postil::query {

// `question_id` becomes the key "qid" unless it is empty.
void write_article(const ArticleHit& hit, std::string_view question_id, JsonWriter& json);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_JSON_ARTICLE_H_
