#include "indexer/inspect.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/schema/zone.h"
#include "indexer/console.h"
#include "indexer/pipeline/inspection.h"
#include "indexer/worker/worker.h"

namespace postil::index {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json date_or_null(const std::optional<PartialDate>& date) {
  return date ? Json(to_string(*date)) : Json(nullptr);
}

Json paragraphs_json(const Article& article) {
  Json all = Json::array();
  int number = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    Json one = {
        {"number", ++number}, {"zone", schema::name(paragraph.zone)}, {"text", paragraph.text}};
    if (paragraph.page > 0) one["page"] = paragraph.page;
    all.push_back(std::move(one));
  }
  return all;
}

Json comments_json(const Article& article) {
  Json all = Json::array();
  for (const Comment& comment : article.comments) {
    all.push_back({{"number", comment.number},
                   {"author", text_or_null(comment.author)},
                   {"published", date_or_null(comment.published)},
                   {"parent", comment.parent == 0 ? Json(nullptr) : Json(comment.parent)},
                   {"paragraphs", comment.paragraphs}});
  }
  return all;
}

Json furniture_json(const Article& article) {
  Json all = Json::array();
  for (const Furniture& furniture : article.furniture) {
    all.push_back({{"text", furniture.text}, {"reason", schema::name(furniture.reason)}});
  }
  return all;
}

Json article_json(const std::string& id, const Article& article) {
  const Metadata& meta = article.meta;
  const auto published = meta.published ? std::optional(meta.published->date) : std::nullopt;
  const auto source = meta.published ? meta.published->source : schema::DateSource::kNone;
  return {{"id", id},
          {"title", text_or_null(meta.title)},
          {"authors", meta.authors},
          {"outlet", text_or_null(meta.outlet)},
          {"published", date_or_null(published)},
          {"published_from", schema::name(source)},
          {"updated", date_or_null(meta.updated)},
          {"captured", date_or_null(meta.captured)},
          {"language", text_or_null(meta.language)},
          {"url", text_or_null(meta.url)},
          {"tags", meta.tags},
          {"standfirst", text_or_null(meta.standfirst)},
          {"author_note", text_or_null(meta.author_note)},
          {"paragraphs", paragraphs_json(article)},
          {"comments", comments_json(article)},
          {"furniture", furniture_json(article)}};
}

std::string dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// Each line moved to the right, as inside another object.
std::string indented(const std::string& lines, std::size_t columns) {
  const std::string margin(columns, ' ');
  std::string moved = margin;
  for (const char c : lines) {
    moved += c;
    if (c == '\n') moved += margin;
  }
  return moved;
}

Json finding_json(const Finding& finding) {
  return {
      {"severity", name(finding.severity)}, {"reason", finding.reason}, {"detail", finding.detail}};
}

}  // namespace

// Printed article by article: an export may hold more of them than fit into memory at once.
int inspect(const Options& options) {
  std::size_t articles = 0;
  const auto begin = [&](const std::string& format) {
    print("{\n  \"version\": 1,\n  \"path\": " + dump(options.inspect) +
          ",\n  \"format\": " + dump(format) + ",\n  \"articles\": [");
  };
  const auto show = [&](const std::string& id, const Article& article) {
    const std::string separator = articles++ == 0 ? "\n" : ",\n";
    print(separator + indented(dump(article_json(id, article), 2), 4));
  };
  const auto inspection = inspect_file(options.inspect, options.metadata, kOwnProgram, begin, show);
  if (!inspection) return report_error(inspection.error());
  Json warnings = Json::array();
  for (const Finding& finding : inspection->findings) warnings.push_back(finding_json(finding));
  print(std::string(articles == 0 ? "" : "\n  ") +
        "],\n  \"warnings\": " + indented(dump(warnings, 2), 2).substr(2) + "\n}\n");
  if (has_print_failed()) return report_unprinted("what was printed so far is not complete");
  return articles == 0 && options.strict ? kSomeSkipped : kDone;
}

}  // namespace postil::index
