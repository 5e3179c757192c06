// The whole answer as one JSON object, version 1: docs/json.md says what each key means.
#include <cmath>

#include "core/schema/fields.h"
#include "query/output/formats.h"
#include "query/output/json_article.h"
#include "query/output/json_writer.h"

namespace postil::query {
namespace {

constexpr std::uint64_t kJsonVersion = 1;

void write_totals(const Totals& total, JsonWriter& json) {
  json.begin_object();
  json.key("articles").number(total.articles);
  json.key("versions").number(total.versions);
  json.key("article_texts").number(total.article_texts);
  json.key("comments").number(total.comments);
  json.key("comment_versions").number(total.comment_versions);
  json.key("occurrences");
  if (total.occurrences) {
    json.number(*total.occurrences);
  } else {
    json.null();
  }
  json.end_object();
}

void write_results(const std::vector<ArticleHit>& hits, JsonWriter& json) {
  json.begin_array();
  for (const ArticleHit& hit : hits) write_article(hit, "", json);
  json.end_array();
}

void write_facets(const std::vector<Facet>& facets, JsonWriter& json) {
  json.key("facets").begin_object();
  for (const Facet& facet : facets) {
    json.key(schema::field(facet.field).name).begin_array();
    for (const FacetValue& value : facet.values) {
      json.begin_object();
      json.key("value").string(value.value);
      json.key("articles").number(value.articles);
      json.key("comments").number(value.comments);
      json.key("selected").boolean(value.selected);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();

  json.key("unknown").begin_object();
  for (const Facet& facet : facets) {
    json.key(schema::field(facet.field).name).number(facet.unknown_articles);
  }
  json.end_object();
}

void write_nearby(const std::vector<Nearby>& nearby, JsonWriter& json) {
  json.begin_array();
  for (const Nearby& near : nearby) {
    json.begin_object();
    json.key("query").string(near.query);
    json.key("articles").number(near.total.articles);
    json.key("comments").number(near.total.comments);
    json.key("best");
    write_results(near.best, json);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void print_json(const Answer& answer, const OutputOptions& /*options*/, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.key("version").number(kJsonVersion);
  json.key("query").string(answer.query);
  json.key("understood").string(answer.understood);
  json.key("took_ms").number(std::round(answer.took_ms * 1000) / 1000);
  json.key("total");
  write_totals(answer.total, json);
  json.key("offset").number(answer.offset);
  json.key("results");
  write_results(answer.results, json);
  write_facets(answer.facets, json);
  json.key("nearby");
  write_nearby(answer.nearby, json);
  json.key("spelling");
  if (answer.spelling) {
    json.string(*answer.spelling);
  } else {
    json.null();
  }
  json.end_object();
  out += '\n';
}

}  // namespace postil::query
