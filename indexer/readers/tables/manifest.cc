#include "indexer/readers/tables/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/report.h"
#include "indexer/readers/tables/csv.h"
#include "indexer/readers/text/authors.h"

namespace postil::index {
namespace {

// A million rows of usual length; it is held in memory.
constexpr std::size_t kLargestManifest = 256UL * 1024 * 1024;

enum class Column : char {
  kIgnored,
  kPath,
  kTitle,
  kAuthors,
  kOutlet,
  kPublished,
  kUpdated,
  kUrl,
  kTags,
  kLanguage,
  kStandfirst,
};

struct Name {
  std::string_view name;
  Column column;
};
constexpr Name kNames[] = {
    {"path", Column::kPath},          {"file", Column::kPath},
    {"filename", Column::kPath},      {"title", Column::kTitle},
    {"authors", Column::kAuthors},    {"author", Column::kAuthors},
    {"outlet", Column::kOutlet},      {"source", Column::kOutlet},
    {"publication", Column::kOutlet}, {"published", Column::kPublished},
    {"date", Column::kPublished},     {"published_date", Column::kPublished},
    {"updated", Column::kUpdated},    {"url", Column::kUrl},
    {"tags", Column::kTags},          {"language", Column::kLanguage},
    {"lang", Column::kLanguage},      {"standfirst", Column::kStandfirst},
};

Column column_named(std::string_view name) {
  for (const Name& known : kNames) {
    if (known.name == name) return known.column;
  }
  return Column::kIgnored;
}

// As the walk names files: without a leading ./, with slashes even if made on Windows.
std::string normal_path(std::string_view path) {
  std::string normal(text::trim(path));
  if (normal.find('/') == std::string::npos) std::replace(normal.begin(), normal.end(), '\\', '/');
  while (normal.compare(0, 2, "./") == 0) normal.erase(0, 2);
  return normal;
}

void add_tags(std::string_view list, std::vector<std::string>& tags) {
  const std::string_view separators = list.find(';') != std::string_view::npos ? ";" : ",|";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(separators), list.size());
    std::string tag = text::squeeze(list.substr(0, end));
    if (!tag.empty()) tags.push_back(std::move(tag));
    list.remove_prefix(std::min(list.size(), end + 1));
  }
}

Result<std::string> read_all(Source& source) {
  std::string bytes;
  for (;;) {
    char piece[64 * 1024];
    const auto got = source.read(piece, sizeof piece);
    if (!got) return got.error();
    if (*got == 0) return bytes;
    bytes.append(piece, *got);
    if (bytes.size() > kLargestManifest) {
      return Error{
          ErrorKind::kInput,
          fmt::format("'{}' is larger than {}", source.path(), format_size(kLargestManifest)),
          "Divide the folder and its metadata"};
    }
  }
}

// Collects what is told of the manifest, in its order.
class Teller {
 public:
  Teller(std::string path, std::vector<Finding>& findings)
      : path_(std::move(path)), findings_(findings) {}
  void tell(std::string detail) {
    findings_.push_back({Severity::kWarning, path_, "metadata", std::move(detail)});
  }

 private:
  std::string path_;
  std::vector<Finding>& findings_;
};

std::vector<Column> read_header(const std::vector<std::string>& cells, Teller& teller) {
  std::vector<Column> columns;
  std::string ignored;
  for (const std::string& cell : cells) {
    const std::string name = text::lower(text::trim(cell));
    Column column = column_named(name);
    // The first of two columns for the same thing counts.
    if (std::find(columns.begin(), columns.end(), column) != columns.end()) {
      column = Column::kIgnored;
    }
    columns.push_back(column);
    if (column == Column::kIgnored && !name.empty()) {
      ignored += (ignored.empty() ? "'" : ", '") + name + "'";
    }
  }
  if (!ignored.empty()) teller.tell("These columns are not known and not used: " + ignored);
  return columns;
}

std::optional<PartialDate> read_day(std::string_view text, std::size_t line, Teller& teller) {
  const auto date = read_date(text);
  if (!date) {
    teller.tell(fmt::format(
        "Line {}: '{}' is no date that can be told; write it as 2024-03-20", line,
        text.substr(0, text::floor_boundary(text, std::min<std::size_t>(60, text.size())))));
  }
  return date;
}

void set_cell(Column column, std::string_view cell, std::size_t line, Metadata& meta,
              Teller& teller) {
  switch (column) {
    case Column::kTitle:
      meta.title = text::squeeze(cell);
      break;
    case Column::kAuthors:
      meta.authors = split_authors(cell);
      break;
    case Column::kOutlet:
      meta.outlet = text::squeeze(cell);
      break;
    case Column::kPublished:
      if (const auto date = read_day(cell, line, teller)) {
        meta.published = Published{*date, schema::DateSource::kManifest};
      }
      break;
    case Column::kUpdated:
      meta.updated = read_day(cell, line, teller);
      break;
    case Column::kUrl:
      meta.url = text::trim(cell);
      break;
    case Column::kTags:
      add_tags(cell, meta.tags);
      break;
    case Column::kLanguage:
      meta.language = text::trim(cell);
      break;
    case Column::kStandfirst:
      meta.standfirst = text::squeeze(cell);
      break;
    case Column::kPath:
    case Column::kIgnored:
      break;
  }
}

}  // namespace

Result<Manifest> Manifest::read(Source& source, std::vector<Finding>& findings) {
  auto bytes = read_all(source);
  if (!bytes) return bytes.error();
  Teller teller(source.path(), findings);
  const Decoded decoded = decode(*bytes);
  if (decoded.assumed) teller.tell("It is not UTF-8: read as " + decoded.encoding);
  if (decoded.replaced != 0) teller.tell("It has bytes that are not UTF-8: read as U+FFFD");
  Csv csv(decoded.text);
  const bool has_header = csv.next();
  const std::vector<Column> columns =
      has_header ? read_header(csv.cells(), teller) : std::vector<Column>();
  const auto path_at = std::find(columns.begin(), columns.end(), Column::kPath) - columns.begin();
  if (static_cast<std::size_t>(path_at) == columns.size()) {
    return Error{ErrorKind::kInput,
                 fmt::format("'{}' has no column 'path' in its first line", source.path()),
                 "Its first line names the columns: path,title,authors,published …"};
  }
  Manifest manifest;
  manifest.source_path_ = source.path();
  std::size_t last_line = csv.line();
  while (csv.next()) {
    const std::vector<std::string>& cells = csv.cells();
    if (cells.size() > columns.size()) {
      teller.tell(fmt::format("Line {} has {} cells for {} columns", csv.line(), cells.size(),
                              columns.size()));
    }
    Row& row = manifest.rows_.emplace_back();
    row.line = csv.line();
    last_line = row.line;
    if (!csv.fault().empty()) teller.tell(fmt::format("Line {}: {}", row.line, csv.fault()));
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
      if (text::trim(cells[i]).empty()) continue;
      if (columns[i] == Column::kPath) row.path = normal_path(cells[i]);
      set_cell(columns[i], cells[i], row.line, row.meta, teller);
    }
    if (row.path.empty()) {
      teller.tell(fmt::format("Line {} names no file", row.line));
      manifest.rows_.pop_back();
    } else if (!manifest.by_path_.try_emplace(row.path, &row).second) {
      teller.tell(
          fmt::format("Line {} names '{}' a second time: the first counts", row.line, row.path));
      manifest.rows_.pop_back();
    }
  }
  if (csv.is_unclosed()) {
    teller.tell(fmt::format(
        "A quote that is opened in the row at line {} is not closed: the rest of the file is in it",
        last_line));
  }
  return manifest;
}

const Metadata* Manifest::find(std::string_view relative_path) const {
  const auto found = by_path_.find(relative_path);
  if (found == by_path_.end()) return nullptr;
  found->second->used.store(true, std::memory_order_relaxed);
  return &found->second->meta;
}

std::vector<std::pair<std::string, const Metadata*>> Manifest::members(
    std::string_view relative_path) const {
  std::vector<std::pair<std::string, const Metadata*>> rows;
  const std::string folder = std::string(relative_path) + '/';
  for (auto at = by_path_.lower_bound(folder); at != by_path_.end(); ++at) {
    if (at->first.substr(0, folder.size()) != folder) break;
    at->second->used = true;
    rows.emplace_back(at->first.substr(folder.size()), &at->second->meta);
  }
  return rows;
}

void Manifest::report_unused(std::vector<Finding>& findings) const {
  for (const Row& row : rows_) {
    if (row.used.load(std::memory_order_relaxed)) continue;
    findings.push_back({Severity::kWarning, source_path_, "metadata",
                        fmt::format("Line {}: there is no file '{}'", row.line, row.path)});
  }
}

void apply(const Metadata& row, Metadata& declared) {
  const auto text = [](const std::string& from, std::string& to) {
    if (!from.empty()) to = from;
  };
  text(row.title, declared.title);
  text(row.outlet, declared.outlet);
  text(row.language, declared.language);
  text(row.url, declared.url);
  text(row.standfirst, declared.standfirst);
  text(row.author_note, declared.author_note);
  if (!row.authors.empty()) declared.authors = row.authors;
  if (!row.tags.empty()) declared.tags = row.tags;
  if (row.published) declared.published = row.published;
  if (row.updated) declared.updated = row.updated;
}

}  // namespace postil::index
