#include "query/output/json_description.h"

#include <algorithm>
#include <cstdint>

#include "core/schema/zone.h"
#include "core/text/utf8.h"

namespace postil::query {
namespace {

// Byte offsets, which only grow, as offsets in code points; one walk through the text.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  std::uint64_t before(std::size_t byte) {
    byte = std::min(byte, text_.size());
    if (byte > at_) {
      count_ += text::count_code_points(text_.substr(at_, byte - at_));
      at_ = byte;
    }
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace

void write_description(const ArticleDescription& article, JsonWriter& json) {
  json.key("id").string(article.id);
  json.key("own_id").text_or_null(article.own_id);
  json.key("hash").string(article.hash);
  json.key("kind").string(schema::name(schema::Kind::kArticle));
  json.key("title").text_or_null(article.title.text);
  json.key("title_highlights");
  write_highlights(article.title, json);
  json.key("authors");
  write_strings(article.authors, json);
  json.key("outlet").text_or_null(article.outlet);
  json.key("published").date_or_null(article.published);
  json.key("published_from").string(schema::name(article.published_from));
  json.key("updated").date_or_null(article.updated);
  json.key("captured").date_or_null(article.captured);
  json.key("language").text_or_null(article.language);
  json.key("tags");
  write_strings(article.tags, json);
  json.key("url").text_or_null(article.url);
  json.key("path").string(article.path);
}

void write_description(const CommentDescription& comment, JsonWriter& json) {
  json.key("id").string(comment.id);
  json.key("hash").string(comment.hash);
  json.key("number").number(std::uint64_t{comment.number});
  json.key("parent").number_or_null(comment.parent);
  json.key("author").text_or_null(comment.author);
  json.key("published").date_or_null(comment.published);
  json.key("path").string(comment.path);
}

void write_highlights(const MarkedText& marked, JsonWriter& json) {
  CodePoints code_points(marked.text);
  json.begin_array();
  for (const Highlight& highlight : marked.highlights) {
    json.begin_array();
    json.number(code_points.before(highlight.begin));
    json.number(code_points.before(highlight.end));
    json.end_array();
  }
  json.end_array();
}

void write_strings(const std::vector<std::string>& strings, JsonWriter& json) {
  json.begin_array();
  for (const std::string& text : strings) json.string(text);
  json.end_array();
}

}  // namespace postil::query
