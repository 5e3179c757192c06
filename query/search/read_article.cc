#include "query/search/read_article.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/schema/terms.h"
#include "query/search/naming.h"
#include "query/search/passages.h"
#include "query/search/spotter.h"
#include "query/search/stored.h"

namespace postil::query {
namespace {

// Marks what the question matches, text by text.
class Marker {
 public:
  Marker(Spotter& spotter, std::string_view language) : spotter_(spotter), language_(language) {}

  MarkedText mark(std::string_view text, schema::Zone zone) {
    MarkedText marked{std::string(text), {}};
    if (spotter_.target_count() > 0 && !text.empty()) {
      marked.highlights = highlights(spotter_.find(text, zone, language_));
    }
    return marked;
  }

  std::vector<ReadParagraph> mark(const std::vector<schema::StoredParagraph>& paragraphs) {
    std::vector<ReadParagraph> marked;
    for (const schema::StoredParagraph& paragraph : paragraphs) {
      marked.push_back({static_cast<std::uint32_t>(marked.size() + 1), paragraph.zone,
                        mark(paragraph.body.text, paragraph.zone), paragraph.page});
    }
    return marked;
  }

 private:
  Spotter& spotter_;
  std::string_view language_;
};

Reading read(const schema::Record& record, Spotter& spotter) {
  Marker marker(spotter, record.language);
  Reading reading(describe_article(record));
  reading.title = marker.mark(record.title.text, schema::Zone::kTitle);
  reading.standfirst = marker.mark(record.standfirst.text, schema::Zone::kStandfirst);
  reading.paragraphs = marker.mark(record.paragraphs);
  reading.author_note = marker.mark(record.author_note.text, schema::Zone::kNote);
  for (const schema::StoredFurniture& furniture : record.furniture) {
    reading.furniture.push_back({furniture.reason, std::string(furniture.text)});
  }
  return reading;
}

Status add_comments(const State& state, Spotter& spotter, Reading& reading) {
  const std::string below = schema::make_term(schema::kArticlePrefix, reading.id);
  const auto end = state.database.postlist_end(below);
  for (auto posting = state.database.postlist_begin(below); posting != end; ++posting) {
    const auto record = StoredRecord::fetch(state.database, *posting);
    if (!record) return record.error();
    if ((*record)->kind != schema::Kind::kComment) continue;
    ReadComment comment(describe_comment(**record));
    comment.paragraphs = Marker(spotter, (*record)->language).mark((*record)->paragraphs);
    reading.comments.push_back(std::move(comment));
  }
  std::stable_sort(reading.comments.begin(), reading.comments.end(),
                   [](const ReadComment& a, const ReadComment& b) { return a.number < b.number; });
  return ok();
}

}  // namespace

Result<Reading> read_article(const State& state, std::string_view name, const Node& question) {
  const auto document = find_named(state, name);
  if (!document) return document.error();
  auto spotter = Spotter::make(question, state.vocabulary, state.analyser);
  if (!spotter) return spotter.error();
  const auto asked = StoredRecord::fetch(state.database, *document);
  if (!asked) return asked.error();
  const bool is_comment = (*asked)->kind == schema::Kind::kComment;
  const auto article_document = is_comment ? find_record(state, (*asked)->article_id) : *document;
  if (!article_document) {
    return Error{ErrorKind::kDatabase,
                 fmt::format("the comment {} is stored without its article", name),
                 "rebuild the database with postil-index --full"};
  }
  const auto article = StoredRecord::fetch(state.database, *article_document);
  if (!article) return article.error();
  Reading reading = read(**article, *spotter);
  if (is_comment) reading.selected_comment = (*asked)->number;
  if (spotter->target_count() > 0) {
    auto best = find_passages(**asked, 1, *spotter, state.analyser).best;
    if (!best.empty()) reading.best_passage = std::move(best.front());
  }
  if (const Status status = add_comments(state, *spotter, reading); !status) return status.error();
  return reading;
}

}  // namespace postil::query
