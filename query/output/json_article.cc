#include "query/output/json_article.h"

#include <vector>

#include "core/schema/zone.h"
#include "query/output/json_description.h"

namespace postil::query {
namespace {

void write_passages(const std::vector<Passage>& passages, JsonWriter& json) {
  json.begin_array();
  for (const Passage& passage : passages) {
    json.begin_object();
    json.key("paragraph").number_or_null(passage.paragraph);
    json.key("page").number_or_null(passage.page);
    json.key("zone").string(schema::name(passage.zone));
    json.key("text").string(passage.text);
    json.key("starts_paragraph").boolean(passage.starts_paragraph);
    json.key("ends_paragraph").boolean(passage.ends_paragraph);
    json.key("highlights");
    write_highlights(passage, json);
    json.end_object();
  }
  json.end_array();
}

void write_comment(const CommentHit& comment, JsonWriter& json) {
  json.begin_object();
  write_description(comment, json);
  json.key("score").number(comment.score);
  json.key("passages");
  write_passages(comment.passages, json);
  json.key("also_in");
  write_strings(comment.also_in, json);
  json.end_object();
}

}  // namespace

void write_article(const ArticleHit& hit, std::string_view question_id, JsonWriter& json) {
  json.begin_object();
  if (!question_id.empty()) json.key("qid").string(question_id);
  write_description(hit, json);
  json.key("score").number(hit.score);
  json.key("own_text_matches").boolean(hit.own_text_matches);
  json.key("passages");
  write_passages(hit.passages, json);
  json.key("matching_comments").number(hit.matching_comments);
  json.key("comments").begin_array();
  for (const CommentHit& comment : hit.comments) write_comment(comment, json);
  json.end_array();
  json.key("also_in");
  write_strings(hit.also_in, json);
  json.end_object();
}

}  // namespace postil::query
