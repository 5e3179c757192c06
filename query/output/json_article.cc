#include "query/output/json_article.h"

#include <vector>

#include "core/schema/zone.h"
#include "query/output/json_highlights.h"

namespace postil::query {
namespace {

void write_passages(const std::vector<Passage>& passages, JsonWriter& json) {
  json.begin_array();
  for (const Passage& passage : passages) {
    json.begin_object();
    json.key("paragraph");
    json.number_or_null(passage.paragraph);
    json.key("page");
    json.number_or_null(passage.page);
    json.key("zone");
    json.string(schema::name(passage.zone));
    json.key("text");
    json.string(passage.text);
    json.key("starts_paragraph");
    json.boolean(passage.starts_paragraph);
    json.key("ends_paragraph");
    json.boolean(passage.ends_paragraph);
    json.key("highlights");
    write_highlights(passage.text, passage.highlights, json);
    json.end_object();
  }
  json.end_array();
}

void write_comment(const CommentHit& comment, JsonWriter& json) {
  json.begin_object();
  json.key("id");
  json.string(comment.id);
  json.key("hash");
  json.string(comment.hash);
  json.key("number");
  json.number(std::uint64_t{comment.number});
  json.key("parent");
  json.number_or_null(comment.parent);
  json.key("author");
  json.text_or_null(comment.author);
  json.key("published");
  json.date_or_null(comment.published);
  json.key("score");
  json.number(comment.score);
  json.key("passages");
  write_passages(comment.passages, json);
  json.key("path");
  json.string(comment.path);
  json.key("also_in");
  write_strings(comment.also_in, json);
  json.end_object();
}

void write_description(const ArticleHit& hit, JsonWriter& json) {
  json.key("id");
  json.string(hit.id);
  json.key("own_id");
  json.text_or_null(hit.own_id);
  json.key("hash");
  json.string(hit.hash);
  json.key("kind");
  json.string(schema::name(schema::Kind::kArticle));
  json.key("title");
  json.text_or_null(hit.title);
  json.key("title_highlights");
  write_highlights(hit.title, hit.title_highlights, json);
  json.key("authors");
  write_strings(hit.authors, json);
  json.key("outlet");
  json.text_or_null(hit.outlet);
  json.key("published");
  json.date_or_null(hit.published);
  json.key("published_from");
  json.string(schema::name(hit.published_from));
  json.key("captured");
  json.date_or_null(hit.captured);
  json.key("language");
  json.text_or_null(hit.language);
  json.key("tags");
  write_strings(hit.tags, json);
  json.key("url");
  json.text_or_null(hit.url);
  json.key("path");
  json.string(hit.path);
}

}  // namespace

void write_article(const ArticleHit& hit, std::string_view question_id, JsonWriter& json) {
  json.begin_object();
  if (!question_id.empty()) {
    json.key("qid");
    json.string(question_id);
  }
  write_description(hit, json);
  json.key("score");
  json.number(hit.score);
  json.key("own_text_matches");
  json.boolean(hit.own_text_matches);
  json.key("passages");
  write_passages(hit.passages, json);
  json.key("matching_comments");
  json.number(hit.matching_comments);
  json.key("comments");
  json.begin_array();
  for (const CommentHit& comment : hit.comments) write_comment(comment, json);
  json.end_array();
  json.key("also_in");
  write_strings(hit.also_in, json);
  json.end_object();
}

}  // namespace postil::query
