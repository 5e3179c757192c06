#include "query/search/views/kwic.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "query/search/stored.h"
#include "query/search/views/cells.h"
#include "query/search/views/context.h"
#include "query/search/views/places.h"

namespace postil::query {
namespace {

const std::vector<Column>& columns() {
  static const std::vector<Column> kAll = {{"left", "", ColumnKind::kLeftContext},
                                           {"match", "", ColumnKind::kMatch},
                                           {"right", "", ColumnKind::kRightContext},
                                           {"zone", "zone"},
                                           {"paragraph", "¶", ColumnKind::kNumber},
                                           {"page", "page", ColumnKind::kNumber},
                                           {"author", "author"},
                                           {"published", "published"},
                                           {"title", "title"},
                                           {"outlet", "outlet"},
                                           {"kind", "kind"},
                                           {"id", "id"},
                                           {"path", "path"},
                                           {"url", "url"}};
  return kAll;
}

// What a comment's rows take from its article, kept while the rows are of one article.
class Articles {
 public:
  explicit Articles(const State& state) : state_(state) {}

  // The article that `record` is or belongs to; if it is not stored, the record itself.
  const schema::Record& of(const schema::Record& record) {
    if (record.kind == schema::Kind::kArticle) return record;
    if (!article_ || (*article_)->id != record.article_id) {
      article_.reset();
      const auto id = find_record(state_, record.article_id);
      if (!id) return record;
      auto fetched = StoredRecord::fetch(state_.database, *id);
      if (!fetched) return record;
      article_.emplace(*std::move(fetched));
    }
    return **article_;
  }

 private:
  const State& state_;
  std::optional<StoredRecord> article_;
};

using Key = std::vector<std::string>;

struct Line {
  std::vector<Cell> cells;
  Key key;                  // to sort by
  std::uint64_t draw = 0;   // for the sample
  std::uint64_t order = 0;  // among all occurrences
};

bool draws_less(const Line& a, const Line& b) {
  return a.draw != b.draw ? a.draw < b.draw : a.order < b.order;
}

// Where an occurrence stands, as bytes that are the same on every machine.
std::uint64_t draw(const MatchedText& text, const MatchPlace& place, std::uint64_t seed) {
  const std::string where = fmt::format("{}\n{}\n{}\n{}", text.record.id, name(text.zone),
                                        text.paragraph, fmt::join(place.words, " "));
  return XXH3_64bits_withSeed(where.data(), where.size(), seed);
}

std::vector<std::string> folded_words(std::string_view text, text::Analyser& analyser) {
  std::vector<std::string> all;
  text::WordStream stream(analyser, text);
  for (text::Word word; stream.next(word);) all.emplace_back(word.term);
  return all;
}

// Words from `at` on, or before it, outwards.
void append_right(const Key& words, std::size_t at, Key& key) {
  for (; at < words.size() && key.size() < kKwicSortWords; ++at) key.push_back(words[at]);
}

void append_left(const Key& words, std::size_t at, Key& key) {
  while (at-- > 0 && key.size() < kKwicSortWords) key.push_back(words[at]);
}

Key sort_key(const Key& words, const MatchPlace& place, KwicSort sort) {
  Key key;
  switch (sort) {
    case KwicSort::kNone:
      break;
    case KwicSort::kLeft:
      append_left(words, place.first_word(), key);
      break;
    case KwicSort::kRight:
      append_right(words, place.last_word() + 1, key);
      break;
    case KwicSort::kMatch:
      append_right(words, place.first_word(), key);
      break;
  }
  return key;
}

// 0 is none.
Cell known_cell(std::uint32_t number) { return number == 0 ? Cell() : Cell(std::uint64_t{number}); }

class LineMaker {
 public:
  LineMaker(const State& state, const KwicOptions& options) : articles_(state), options_(options) {}

  std::vector<Cell> cells(const MatchedText& text, const MatchPlace& place) {
    const Context context = cut(text, place);
    const schema::Record& record = text.record;
    const schema::Record& article = articles_.of(record);
    const bool is_comment = record.kind == schema::Kind::kComment;
    return {std::string(context.left),
            std::string(context.match),
            std::string(context.right),
            text_cell(name(text.zone)),
            known_cell(text.paragraph),
            known_cell(text.page),
            is_comment ? text_cell(record.commenter) : text_cell(join_names(record.authors)),
            record.published ? Cell(to_string(*record.published)) : Cell(),
            text_cell(article.title.text),
            text_cell(article.outlet),
            text_cell(name(record.kind)),
            text_cell(record.id),
            text_cell(record.path),
            text_cell(article.url)};
  }

 private:
  Context cut(const MatchedText& text, const MatchPlace& place) const {
    if (options_.words > 0) {
      return cut_by_words(text.text, text.words, place.first_word(), place.last_word(),
                          options_.words);
    }
    return cut_by_characters(text.text, text.words, place.first_word(), place.last_word(),
                             options_.characters);
  }

  Articles articles_;
  const KwicOptions& options_;
};

// Gives out rows while the records are read.
Status stream(const Prepared& question, const KwicOptions& options, RowSink& rows) {
  LineMaker maker(question.state, options);
  std::uint64_t count = 0;
  bool cut = false;
  const Status status = each_matched_text(question, [&](const MatchedText& text) {
    for (const MatchPlace& place : text.places) {
      cut = options.limit > 0 && count == options.limit;
      if (cut) return false;
      if (count++ == 0) rows.begin(columns());
      rows.row(maker.cells(text, place));
    }
    return true;
  });
  if (!status) return status;
  if (count == 0) rows.begin(columns());
  if (cut) {
    rows.note(fmt::format("only the first {} occurrences are shown; there are more", count));
  }
  rows.end(count > 0);
  return ok();
}

// All lines, or the sample of them, in the order of reading.
class Gathered {
 public:
  explicit Gathered(std::uint64_t sample) : sample_(sample) {}

  bool wants(std::uint64_t draw) const {
    return sample_ == 0 || lines_.size() < sample_ || draw < lines_.front().draw;
  }

  // Lines come with ascending order. Only if it is wanted.
  void add(Line line) {
    if (sample_ > 0 && lines_.size() == sample_) {
      std::pop_heap(lines_.begin(), lines_.end(), draws_less);
      lines_.pop_back();
    }
    lines_.push_back(std::move(line));
    if (sample_ > 0) std::push_heap(lines_.begin(), lines_.end(), draws_less);
  }

  std::vector<Line> take_in_order() {
    std::sort(lines_.begin(), lines_.end(),
              [](const Line& a, const Line& b) { return a.order < b.order; });
    return std::move(lines_);
  }

 private:
  std::uint64_t sample_;
  std::vector<Line> lines_;  // a heap with the largest draw in front, if there is a sample
};

Status gather(const Prepared& question, const KwicOptions& options, RowSink& rows) {
  LineMaker maker(question.state, options);
  Gathered gathered(options.sample);
  std::uint64_t count = 0;
  const Status status = each_matched_text(question, [&](const MatchedText& text) {
    Key words;
    for (const MatchPlace& place : text.places) {
      const std::uint64_t order = count++;
      const std::uint64_t drawn = options.sample > 0 ? draw(text, place, options.seed) : 0;
      if (!gathered.wants(drawn)) continue;
      if (words.empty() && options.sort != KwicSort::kNone) {
        words = folded_words(text.text, question.state.analyser);
      }
      gathered.add({maker.cells(text, place), sort_key(words, place, options.sort), drawn, order});
    }
    return true;
  });
  if (!status) return status;
  std::vector<Line> lines = gathered.take_in_order();
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.key < b.key; });
  rows.begin(columns());
  const std::uint64_t shown = rows_within(options.limit, lines.size());
  for (std::uint64_t i = 0; i < shown; ++i) rows.row(lines[i].cells);
  if (options.sample > 0 && lines.size() < count) {
    rows.note(fmt::format("a random sample of {} of {} occurrences (seed {})", lines.size(), count,
                          options.seed));
  }
  note_cut(shown, lines.size(), options.sample > 0 ? "sampled occurrences" : "occurrences", rows);
  rows.end(count > 0);
  return ok();
}

}  // namespace

Status Kwic::run(const Prepared& question, RowSink& rows) const {
  const bool streams = options_.sort == KwicSort::kNone && options_.sample == 0;
  return streams ? stream(question, options_, rows) : gather(question, options_, rows);
}

}  // namespace postil::query
