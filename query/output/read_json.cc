// An article as one JSON object, version 1: docs/json.md says what each key means.
#include "query/output/formats.h"
#include "query/output/json_highlights.h"
#include "query/output/json_writer.h"

namespace postil::query {
namespace {

constexpr std::uint64_t kReadingVersion = 1;

void write_paragraphs(const std::vector<ReadParagraph>& paragraphs, JsonWriter& json) {
  json.key("paragraphs");
  json.begin_array();
  for (const ReadParagraph& paragraph : paragraphs) {
    json.begin_object();
    json.key("number");
    json.number(std::uint64_t{paragraph.number});
    json.key("page");
    json.number_or_null(paragraph.page);
    json.key("zone");
    json.string(schema::name(paragraph.zone));
    json.key("text");
    json.string(paragraph.body.text);
    json.key("highlights");
    write_highlights(paragraph.body.text, paragraph.body.highlights, json);
    json.end_object();
  }
  json.end_array();
}

void write_comment(const ReadComment& comment, JsonWriter& json) {
  json.begin_object();
  json.key("id");
  json.string(comment.id);
  json.key("number");
  json.number(std::uint64_t{comment.number});
  json.key("parent");
  json.number_or_null(comment.parent);
  json.key("author");
  json.text_or_null(comment.author);
  json.key("published");
  json.date_or_null(comment.published);
  json.key("hash");
  json.string(comment.hash);
  write_paragraphs(comment.paragraphs, json);
  json.end_object();
}

void write_marked(std::string_view name, std::string_view highlights_name, const MarkedText& text,
                  JsonWriter& json) {
  json.key(name);
  json.text_or_null(text.text);
  json.key(highlights_name);
  write_highlights(text.text, text.highlights, json);
}

void write_description(const Reading& reading, JsonWriter& json) {
  json.key("id");
  json.string(reading.id);
  json.key("own_id");
  json.text_or_null(reading.own_id);
  json.key("hash");
  json.string(reading.hash);
  write_marked("title", "title_highlights", reading.title, json);
  json.key("authors");
  write_strings(reading.authors, json);
  json.key("outlet");
  json.text_or_null(reading.outlet);
  json.key("published");
  json.date_or_null(reading.published);
  json.key("published_from");
  json.string(schema::name(reading.published_from));
  json.key("updated");
  json.date_or_null(reading.updated);
  json.key("captured");
  json.date_or_null(reading.captured);
  json.key("language");
  json.text_or_null(reading.language);
  json.key("tags");
  write_strings(reading.tags, json);
  json.key("url");
  json.text_or_null(reading.url);
  json.key("path");
  json.string(reading.path);
}

void write_furniture(const std::vector<ReadFurniture>& all, JsonWriter& json) {
  json.key("furniture");
  json.begin_array();
  for (const ReadFurniture& furniture : all) {
    json.begin_object();
    json.key("reason");
    json.string(schema::name(furniture.reason));
    json.key("text");
    json.string(furniture.text);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void read_json(const Reading& reading, const OutputOptions& /*options*/, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.key("version");
  json.number(kReadingVersion);
  write_description(reading, json);
  write_marked("standfirst", "standfirst_highlights", reading.standfirst, json);
  write_paragraphs(reading.paragraphs, json);
  write_marked("author_note", "author_note_highlights", reading.author_note, json);
  json.key("selected_comment");
  json.number_or_null(reading.selected_comment);
  json.key("comments");
  json.begin_array();
  for (const ReadComment& comment : reading.comments) write_comment(comment, json);
  json.end_array();
  write_furniture(reading.furniture, json);
  json.end_object();
  out += '\n';
}

}  // namespace postil::query
