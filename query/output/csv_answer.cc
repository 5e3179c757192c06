// Results as CSV: a row for each article, with its best passage, and with its matching comments
// counted. docs/json.md explains what the columns share with the JSON.
#include <fmt/format.h>

#include "query/output/csv.h"
#include "query/output/formats.h"

namespace postil::query {
namespace {

void write_header(bool is_batch, CsvWriter& csv) {
  if (is_batch) csv.text("qid");
  for (const char* name : {"id", "title", "authors", "outlet", "published", "published_from",
                           "language", "tags", "url", "path", "score", "own_text_matches",
                           "matching_comments", "paragraph", "page", "zone", "passage"}) {
    csv.text(name);
  }
  csv.end_record();
}

void write_passage(const Passage* passage, CsvWriter& csv) {
  if (passage == nullptr) {
    for (int column = 0; column < 4; ++column) csv.text("");
    return;
  }
  csv.text(passage->paragraph == 0 ? "" : fmt::format("{}", passage->paragraph));
  csv.text(passage->page == 0 ? "" : fmt::format("{}", passage->page));
  csv.text(schema::name(passage->zone));
  csv.text(passage->text);
}

// Of an article whose comments alone match, the best comment's passage speaks.
const Passage* best_passage(const ArticleHit& hit) {
  if (!hit.passages.empty()) return hit.passages.data();
  if (hit.own_text_matches || hit.comments.empty()) return nullptr;
  const CommentHit& comment = hit.comments.front();
  return comment.passages.empty() ? nullptr : comment.passages.data();
}

void write_result(const ArticleHit& hit, CsvWriter& csv) {
  csv.text(hit.id);
  csv.text(hit.title.text);
  csv.text(fmt::format("{}", fmt::join(hit.authors, "; ")));
  csv.text(hit.outlet);
  csv.text(hit.published ? to_string(*hit.published) : "");
  csv.text(hit.published ? schema::name(hit.published_from) : "");
  csv.text(hit.language);
  csv.text(fmt::format("{}", fmt::join(hit.tags, "; ")));
  csv.text(hit.url);
  csv.text(hit.path);
  csv.number(hit.score);
  csv.text(hit.own_text_matches ? "true" : "false");
  csv.number(hit.matching_comments);
  write_passage(best_passage(hit), csv);
  csv.end_record();
}

}  // namespace

void print_csv(const Answer& answer, const OutputOptions& options, std::string& out) {
  const bool is_batch = !options.question_id.empty();
  CsvWriter csv(out);
  if (options.is_first) write_header(is_batch, csv);
  for (const ArticleHit& hit : answer.results) {
    if (is_batch) csv.text(options.question_id);
    write_result(hit, csv);
  }
}

}  // namespace postil::query
