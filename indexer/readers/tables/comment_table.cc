#include "indexer/readers/tables/comment_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/tables/csv.h"
#include "indexer/readers/text/html_text.h"

namespace postil::index {
namespace {

constexpr std::size_t kNoColumn = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kLongestRow = 16UL * 1024 * 1024;
constexpr std::size_t kPiece = 256UL * 1024;

// The rows of a table as bytes, with their places: a line end within quotes divides nothing.
class ByteRows {
 public:
  explicit ByteRows(Source& source) : source_(source) {}

  bool next() {
    row_.clear();
    at_ = place_;
    bool quoted = false;
    for (;;) {
      if (used_ == piece_.size() && !fill()) return !row_.empty();
      const char c = piece_[used_++];
      ++place_;
      if (c == '"') quoted = !quoted;
      if (c == '\n' && !quoted) return true;
      if (row_.size() < kLongestRow) row_ += c;
    }
  }

  const std::string& row() const { return row_; }
  std::uint64_t at() const { return at_; }
  std::uint64_t size() const { return place_ - at_; }
  const std::optional<Error>& error() const { return error_; }

 private:
  bool fill() {
    piece_.resize(kPiece);
    const auto got = source_.read(piece_.data(), piece_.size());
    if (!got) error_ = got.error();
    piece_.resize(got ? *got : 0);
    used_ = 0;
    return !piece_.empty();
  }

  Source& source_;
  std::string piece_;
  std::size_t used_ = 0;
  std::string row_;
  std::uint64_t at_ = 0;
  std::uint64_t place_ = 0;
  std::optional<Error> error_;
};

std::string_view without_mark(std::string_view bytes) {
  return bytes.substr(0, 3) == "\xEF\xBB\xBF" ? bytes.substr(3) : bytes;
}

std::size_t column_of(const std::vector<std::string>& names, std::string_view spaced_list) {
  while (!spaced_list.empty()) {
    const std::string_view name = spaced_list.substr(0, spaced_list.find(' '));
    spaced_list.remove_prefix(std::min(spaced_list.size(), name.size() + 1));
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (text::lower(text::trim(names[i])) == name) return i;
    }
  }
  return kNoColumn;
}

std::string cell_of(const std::vector<std::string>& cells, std::size_t column) {
  return column < cells.size() ? cells[column] : std::string();
}

// "source1_26691065_0_2": source, article, place of the thread, place in it …
std::vector<std::string> places_of(const std::string& counter) {
  std::vector<std::string> places;
  std::size_t at = 0;
  while (at <= counter.size()) {
    const std::size_t end = std::min(counter.find('_', at), counter.size());
    places.push_back(counter.substr(at, end - at));
    at = end + 1;
  }
  return places;
}

// Threads in their order, answers behind what they answer: numbers as numbers.
bool stands_before(const RawComment& left, const RawComment& right) {
  const auto by_number = [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  };
  const std::vector<std::string> a = places_of(left.own_id);
  const std::vector<std::string> b = places_of(right.own_id);
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), by_number);
}

}  // namespace

void CommentTable::open(const std::string& path, Result<Source> table, RawArticleSink& sink) {
  name_ = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  if (!table) {
    sink.finding(Severity::kCut, "unreadable",
                 fmt::format("Its comments in '{}' were not read: {}", text::to_valid_utf8(name_),
                             table.error().message));
    return;
  }
  source_.emplace(std::move(*table));
  ByteRows rows(*source_);
  if (!rows.next() || !read_header(without_mark(rows.row()))) {
    sink.finding(Severity::kCut, "comments",
                 fmt::format("'{}' has no columns article_id and comment_text: no comments were "
                             "read from it",
                             text::to_valid_utf8(name_)));
    source_.reset();
    return;
  }
  while (rows.next()) {
    Csv csv(rows.row(), separator_);
    if (!csv.next() || rows.size() > kLongestRow) continue;
    const std::string id(text::trim(cell_of(csv.cells(), columns_.article)));
    rows_[id].push_back({rows.at(), static_cast<std::uint32_t>(rows.size())});
  }
  if (rows.error()) {
    sink.finding(Severity::kCut, "unreadable",
                 fmt::format("'{}' was read in part: {}", text::to_valid_utf8(name_),
                             rows.error()->message));
  }
}

bool CommentTable::read_header(std::string_view row) {
  Csv csv(row);
  if (!csv.next()) return false;
  separator_ = csv.separator();
  const std::vector<std::string>& names = csv.cells();
  columns_.article = column_of(names, "article_id articleid article post_id");
  columns_.text = column_of(names, "comment_text text body content comment message");
  columns_.author = column_of(names, "comment_author author user username name");
  columns_.date = column_of(names, "timestamp published date created_at");
  columns_.other_date = column_of(names, "post_time time");
  columns_.counter = column_of(names, "comment_counter");
  columns_.id = column_of(names, "comment_id id");
  columns_.parent = column_of(names, "parent_id parentid parent in_reply_to");
  return columns_.article != kNoColumn && columns_.text != kNoColumn;
}

void CommentTable::take(const std::string& article_id, std::vector<RawComment>& comments,
                        RawArticleSink& sink) {
  const auto found = rows_.find(article_id);
  if (!source_ || found == rows_.end()) return;
  const std::size_t before = comments.size();
  for (const Row& row : found->second) read_comment(row, comments, sink);
  rows_.erase(found);
  if (columns_.counter == kNoColumn) return;
  std::stable_sort(comments.begin() + static_cast<std::ptrdiff_t>(before), comments.end(),
                   stands_before);
}

void CommentTable::read_comment(const Row& row, std::vector<RawComment>& comments,
                                RawArticleSink& /*sink*/) {
  std::string bytes(row.size, '\0');
  const auto got = source_->read_at(row.at, bytes.data(), bytes.size());
  bytes.resize(got ? *got : 0);
  const Decoded decoded = decode(bytes);
  Csv csv(decoded.text, separator_);
  if (!csv.next()) {
    ++unreadable_;
    return;
  }
  const std::vector<std::string>& cells = csv.cells();
  RawComment comment;
  comment.is_name_declared = true;
  comment.text = cell_of(cells, columns_.text);
  if (looks_like_html(comment.text)) comment.text = html_to_text(comment.text);
  if (text::trim(comment.text).empty()) {
    ++empty_;
    return;
  }
  comment.author = text::squeeze(cell_of(cells, columns_.author));
  for (const std::size_t column : {columns_.date, columns_.other_date}) {
    const std::string date = text::squeeze(cell_of(cells, column));
    if (!comment.published && !date.empty()) comment.published = read_date(date);
  }
  comment.own_id = text::squeeze(cell_of(cells, columns_.counter));
  constexpr std::size_t kPlacesOfThread = 3;  // source, article, place
  if (!comment.own_id.empty()) {
    if (places_of(comment.own_id).size() > kPlacesOfThread) {
      comment.parent_id = comment.own_id.substr(0, comment.own_id.rfind('_'));
    }
  } else {
    comment.own_id = text::squeeze(cell_of(cells, columns_.id));
    comment.parent_id = text::squeeze(cell_of(cells, columns_.parent));
    if (comment.parent_id == "0") comment.parent_id.clear();
  }
  comments.push_back(std::move(comment));
}

void CommentTable::report(RawArticleSink& sink) const {
  std::uint64_t strays = 0;
  for (const auto& [id, rows] : rows_) strays += rows.size();
  const std::string name = text::to_valid_utf8(name_);
  if (strays > 0) {
    sink.finding(Severity::kCut, "comments",
                 fmt::format("{} comments in '{}' belong to {} articles that are not here: not "
                             "read",
                             strays, name, rows_.size()));
  }
  if (empty_ > 0) {
    sink.finding(Severity::kWarning, "comments",
                 fmt::format("{} comments in '{}' have no text", empty_, name));
  }
  if (unreadable_ > 0) {
    sink.finding(Severity::kCut, "comments",
                 fmt::format("{} comments in '{}' could not be read", unreadable_, name));
  }
}

}  // namespace postil::index
