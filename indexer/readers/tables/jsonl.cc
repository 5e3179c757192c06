#include "indexer/readers/tables/jsonl.h"

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/lines.h"
#include "indexer/readers/report.h"
#include "indexer/readers/tables/json_article.h"

namespace postil::index {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view without_mark(std::string_view line) {
  if (line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
  return line;
}

int sniff_json_lines(const Sample& sample) {
  std::string_view bytes = without_mark(sample.bytes);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  if (bytes.substr(0, 1) != "{") return 0;
  const std::string ending = ending_of(sample.path);
  const bool named = ending == "jsonl" || ending == "ndjson";
  const std::size_t end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, end);
  const bool complete = end != std::string_view::npos || sample.whole;
  if (!complete) return looks_like_json_article(line) ? 80 : named ? 50 : 0;
  const auto article = read_json_article(line);
  // One bad line, here the first, is no reason to refuse the others.
  if (!article) return named ? 50 : 0;
  return article->has_text || looks_like_json_article(line) ? 95 : named ? 50 : 0;
}

class JsonLines {
 public:
  JsonLines(Source& source, RawArticleSink& sink) : source_(source), sink_(sink) {}

  void run() {
    Lines lines(source_, kLongestJsonLine);
    for (;;) {
      const auto more = lines.next();
      if (!more) {
        report_failure(more.error(), lines.number());
        return;
      }
      if (!*more) break;
      if (lines.is_too_long()) {
        told_.tell(
            too_long_, Severity::kCut, "too-large",
            fmt::format("Line {} has {}: not read", lines.number(), format_size(lines.length())));
      } else {
        read_line(lines.number() == 1 ? without_mark(lines.line()) : lines.line(), lines.number());
      }
    }
    told_.finish(bad_, Severity::kCut, "bad-line");
    told_.finish(doubts_, Severity::kWarning, "doubtful-line");
    told_.finish(repeated_, Severity::kWarning, "repeated-id");
    told_.finish(empty_, Severity::kCut, "empty-line");
    told_.finish(too_long_, Severity::kCut, "too-large");
    if (articles_ == 0 && bad_ + empty_ + too_long_ == 0) report_empty(source_, sink_);
  }

 private:
  void read_line(std::string_view line, std::uint64_t number) {
    if (is_blank(line)) return;
    auto read = read_json_article(line);
    if (!read) {
      told_.tell(bad_, Severity::kCut, "bad-line",
                 fmt::format("Line {} was not read: {}", number, read.error().message));
      return;
    }
    if (!read->has_text) {
      told_.tell(empty_, Severity::kCut, "empty-line",
                 fmt::format("Line {} has neither title, text nor comments", number));
      return;
    }
    for (const std::string& doubt : read->doubts) {
      told_.tell(doubts_, Severity::kWarning, "doubtful-line",
                 fmt::format("Line {}: {}", number, doubt));
    }
    RawArticle& article = read->article;
    article.fragment =
        unique(article.own_id.empty() ? std::to_string(number) : article.own_id, number);
    ++articles_;
    sink_.article(std::move(article));
  }

  // Ids name records for good, so they must differ; the order of the file decides who keeps it.
  std::string unique(const std::string& id, std::uint64_t number) {
    std::string name = id;
    std::uint32_t& times = seen_[XXH3_64bits(id.data(), id.size())];
    while (times > 0) {
      name = fmt::format("{}~{}", id, ++times);
      if (seen_.try_emplace(XXH3_64bits(name.data(), name.size()), 1).second) {
        told_.tell(repeated_, Severity::kWarning, "repeated-id",
                   fmt::format("Line {} has the id '{}' of an earlier one: it is called '{}'",
                               number, id, name));
        return name;
      }
    }
    times = 1;
    return name;
  }

  void report_failure(const Error& error, std::uint64_t number) {
    if (articles_ == 0) {
      report_unreadable(source_, error, sink_);
      return;
    }
    sink_.finding(Severity::kCut, source_.has_changed() ? "changed" : "unreadable",
                  fmt::format("Read up to line {}: {}", number, error.message));
  }

  Source& source_;
  RawArticleSink& sink_;
  OneByOne told_{sink_, "lines"};
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;  // hashes of ids: 10^7 of them fit
  std::size_t articles_ = 0;
  std::size_t bad_ = 0;
  std::size_t empty_ = 0;
  std::size_t doubts_ = 0;
  std::size_t repeated_ = 0;
  std::size_t too_long_ = 0;
};

void read_as_json_lines(Source& source, RawArticleSink& sink) { JsonLines(source, sink).run(); }

}  // namespace

const Reader kJsonLinesReader = {"jsonl", "JSON Lines, one article a line", sniff_json_lines,
                                 read_as_json_lines, false};

}  // namespace postil::index
