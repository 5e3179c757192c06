#include "indexer/readers/tables/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/encoding/text_stream.h"
#include "indexer/readers/report.h"
#include "indexer/readers/tables/comment_table.h"
#include "indexer/readers/tables/csv.h"
#include "indexer/readers/tables/json_article.h"

namespace postil::index {
namespace {

std::vector<std::string> column_names(const std::vector<std::string>& cells) {
  std::vector<std::string> names;
  for (const std::string& cell : cells) {
    std::string name(text::trim(cell));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c == ' ' ? '_' : text::lower(c); });
    names.push_back(std::move(name));
  }
  return names;
}

bool has_one_of(const std::vector<std::string>& names, std::string_view spaced_list) {
  return std::any_of(names.begin(), names.end(), [spaced_list](const std::string& name) {
    return spaced_list.find(fmt::format(" {} ", name)) != std::string_view::npos;
  });
}

// A header that names a text or a title, and at least one thing more.
bool is_header_of_articles(const std::vector<std::string>& names) {
  return names.size() > 1 &&
         has_one_of(names,
                    " text body article_text content article full_text maintext title headline ");
}

// Prose that begins like a header is no table: rows below it must have as many cells.
int sniff_table(const Sample& sample) {
  const std::string ending = ending_of(sample.path);
  const bool named = ending == "csv" || ending == "tsv" || ending == "tab";
  if (sample.bytes.substr(0, 1) == "{" || sample.bytes.substr(0, 1) == "<") return 0;
  if (!named && sample.bytes.find('\t') == std::string_view::npos &&
      sample.bytes.find(',') == std::string_view::npos) {
    return 0;
  }
  const Decoded decoded = decode(sample.bytes.substr(0, sample.bytes.size() & ~std::size_t{3}));
  Csv csv(decoded.text);
  if (!csv.next()) return 0;
  const std::vector<std::string> names = column_names(csv.cells());
  if (!is_header_of_articles(names)) return 0;
  if (named) return 90;
  int rows = 0;
  while (rows < 5 && csv.next()) {
    if (csv.cells().size() != names.size()) break;
    ++rows;
  }
  return rows >= 2 && names.size() > 2 ? 60 : 0;
}

class Table {
 public:
  Table(Source& source, RawArticleSink& sink)
      : source_(source), sink_(sink), stream_(source, &no_declaration) {}

  void run() {
    for (std::size_t i = 0; i < source_.companions().size(); ++i) {
      comments_.open(source_.companions()[i], source_.open_companion(i), sink_);
    }
    Csv csv(stream_);
    if (csv.next()) names_ = column_names(csv.cells());
    while (csv.next()) {
      last_line_ = csv.line();
      read_row(csv);
    }
    report(csv);
  }

 private:
  // The row as the object that read_json_article() knows, which knows all names of things.
  void read_row(const Csv& csv) {
    const std::vector<std::string>& cells = csv.cells();
    nlohmann::json object = nlohmann::json::object();
    for (std::size_t i = 0; i < std::min(cells.size(), names_.size()); ++i) {
      if (cells[i].empty() || object.contains(names_[i])) continue;
      if (names_[i] == "comments") {
        auto list = nlohmann::json::parse(cells[i], nullptr, false);
        if (!list.is_discarded()) {
          object["comments"] = std::move(list);
          continue;
        }
      }
      object[names_[i]] = cells[i];
    }
    if (cells.size() > names_.size()) {
      told_.tell(doubts_, Severity::kWarning, "doubtful-row",
                 fmt::format("Line {} has {} cells for {} columns", csv.line(), cells.size(),
                             names_.size()));
    }
    if (!csv.fault().empty()) {
      told_.tell(doubts_, Severity::kWarning, "doubtful-row",
                 fmt::format("Line {}: {}", csv.line(), csv.fault()));
    }
    auto read = read_json_article(object.dump());
    if (!read || !read->has_text) {
      told_.tell(empty_, Severity::kCut, "empty-row",
                 fmt::format("Line {} has neither title nor text: not read", csv.line()));
      return;
    }
    for (const std::string& doubt : read->doubts) {
      told_.tell(doubts_, Severity::kWarning, "doubtful-row",
                 fmt::format("Line {}: {}", csv.line(), doubt));
    }
    RawArticle& article = read->article;
    const std::string row = std::to_string(csv.line());
    article.fragment = article.own_id.empty() ? row : article.own_id;
    const std::uint32_t times = ++seen_[article.fragment];
    if (times > 1)
      article.fragment = article.own_id = fmt::format("{}~{}", article.fragment, times);
    comments_.take(article.own_id, article.comments, sink_);
    ++articles_;
    sink_.article(std::move(article));
  }

  void report(const Csv& csv) {
    told_.finish(empty_, Severity::kCut, "empty-row");
    told_.finish(doubts_, Severity::kWarning, "doubtful-row");
    stream_.report(sink_);
    if (csv.error()) {
      if (articles_ == 0) return report_unreadable(source_, *csv.error(), sink_);
      sink_.finding(Severity::kCut, source_.has_changed() ? "changed" : "unreadable",
                    fmt::format("Read up to line {}: {}", csv.line(), csv.error()->message));
    }
    if (csv.is_unclosed()) {
      sink_.finding(Severity::kCut, "unclosed-quote",
                    fmt::format("A quote that is opened in the row at line {} is not closed: the "
                                "rest of the table is in it. Close it, or write it twice",
                                last_line_));
    }
    if (csv.is_cut()) {
      sink_.finding(Severity::kCut, "too-large", "A cell is longer than 64 MB: cut there");
    }
    comments_.report(sink_);
    if (articles_ == 0 && empty_ == 0 && !csv.error()) {
      sink_.finding(Severity::kSkipped, "empty", "The table has no rows");
    }
  }

  Source& source_;
  RawArticleSink& sink_;
  OneByOne told_{sink_, "rows"};
  TextStream stream_;
  CommentTable comments_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> seen_;  // ids
  std::size_t last_line_ = 1;
  std::size_t articles_ = 0;
  std::size_t empty_ = 0;
  std::size_t doubts_ = 0;
};

void read_as_table(Source& source, RawArticleSink& sink) { Table(source, sink).run(); }

}  // namespace

const Reader kTableReader = {"csv", "CSV and TSV tables, one article a row", sniff_table,
                             read_as_table};

}  // namespace postil::index
