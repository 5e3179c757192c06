// CSL-JSON: a list of items as citation processors, Zotero and pandoc read it.
#include "query/output/citation.h"
#include "query/output/formats.h"
#include "query/output/json_writer.h"

#include <fmt/format.h>

namespace postil::query {
namespace {

std::string_view type_of(CitedKind kind) {
  switch (kind) {
    case CitedKind::kArticle:
      return "article-newspaper";
    case CitedKind::kPage:
      return "webpage";
    case CitedKind::kComment:
      return "post";
    case CitedKind::kDocument:
      break;
  }
  return "document";
}

void add(std::string_view name, std::string_view value, JsonWriter& json) {
  if (value.empty()) return;
  json.key(name).string(value);
}

void write_name(const CitedName& name, JsonWriter& json) {
  json.begin_object();
  add("family", name.family, json);
  add("given", name.given, json);
  add("suffix", name.suffix, json);
  add("literal", name.literal, json);
  json.end_object();
}

void write_date(std::string_view key, const std::optional<PartialDate>& date_or_none,
                JsonWriter& json) {
  if (!date_or_none) return;
  const PartialDate& date = *date_or_none;
  json.key(key).begin_object();
  json.key("date-parts").begin_array();
  json.begin_array();
  json.number(static_cast<std::uint64_t>(date.year));
  if (date.month > 0) json.number(std::uint64_t{date.month});
  if (date.day > 0) json.number(std::uint64_t{date.day});
  json.end_array();
  json.end_array();
  json.end_object();
}

void write(const Citation& citation, JsonWriter& json) {
  json.begin_object();
  add("id", citation.key, json);
  add("type", type_of(citation.kind), json);
  if (!citation.authors.empty()) {
    json.key("author").begin_array();
    for (const CitedName& author : citation.authors) write_name(author, json);
    json.end_array();
  }
  add("title", citation.title, json);
  add("container-title", citation.outlet, json);
  write_date("issued", citation.published, json);
  write_date("accessed", citation.captured, json);
  add("URL", citation.url, json);
  add("language", citation.language, json);
  add("keyword", fmt::format("{}", fmt::join(citation.tags, ", ")), json);
  add("note", citation.note, json);
  add("annote", citation.quote, json);
  json.end_object();
}

void write_all(const std::vector<Citation>& citations, std::string& out) {
  JsonWriter json(out);
  json.begin_array();
  for (const Citation& citation : citations) write(citation, json);
  json.end_array();
  out += '\n';
}

}  // namespace

void print_csl_json(const Answer& answer, const OutputOptions& /*options*/, std::string& out) {
  write_all(citations_of(answer), out);
}

void read_csl_json(const Reading& reading, const OutputOptions& /*options*/, std::string& out) {
  write_all({citation_of(reading)}, out);
}

}  // namespace postil::query
