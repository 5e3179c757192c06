// An article as one JSON object, version 1: docs/json.md says what each key means.
#include "query/output/formats.h"
#include "query/output/json_description.h"
#include "query/output/json_writer.h"

namespace postil::query {
namespace {

constexpr std::uint64_t kReadingVersion = 1;

void write_paragraphs(const std::vector<ReadParagraph>& paragraphs, JsonWriter& json) {
  json.key("paragraphs").begin_array();
  for (const ReadParagraph& paragraph : paragraphs) {
    json.begin_object();
    json.key("number").number(std::uint64_t{paragraph.number});
    json.key("page").number_or_null(paragraph.page);
    json.key("zone").string(schema::name(paragraph.zone));
    json.key("text").string(paragraph.body.text);
    json.key("highlights");
    write_highlights(paragraph.body, json);
    json.end_object();
  }
  json.end_array();
}

void write_comment(const ReadComment& comment, JsonWriter& json) {
  json.begin_object();
  write_description(comment, json);
  write_paragraphs(comment.paragraphs, json);
  json.end_object();
}

void write_marked(std::string_view name, std::string_view highlights_name, const MarkedText& text,
                  JsonWriter& json) {
  json.key(name).text_or_null(text.text);
  json.key(highlights_name);
  write_highlights(text, json);
}

void write_furniture(const std::vector<ReadFurniture>& all, JsonWriter& json) {
  json.key("furniture").begin_array();
  for (const ReadFurniture& furniture : all) {
    json.begin_object();
    json.key("reason").string(schema::name(furniture.reason));
    json.key("text").string(furniture.text);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void read_json(const Reading& reading, const OutputOptions& /*options*/, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.key("version").number(kReadingVersion);
  write_description(reading, json);
  write_marked("standfirst", "standfirst_highlights", reading.standfirst, json);
  write_paragraphs(reading.paragraphs, json);
  write_marked("author_note", "author_note_highlights", reading.author_note, json);
  json.key("selected_comment").number_or_null(reading.selected_comment);
  json.key("comments").begin_array();
  for (const ReadComment& comment : reading.comments) write_comment(comment, json);
  json.end_array();
  write_furniture(reading.furniture, json);
  json.end_object();
  out += '\n';
}

}  // namespace postil::query
