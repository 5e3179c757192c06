#include "indexer/readers/tables/comment_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/feeds/feed_text.h"
#include "indexer/readers/tables/json_parse.h"
#include "indexer/readers/text/front_matter.h"
#include "indexer/readers/text/html_text.h"
#include "indexer/readers/text/markdown_body.h"
#include "indexer/readers/text/yaml_fields.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestFile = 16UL * 1024 * 1024;
constexpr std::size_t kMostComments = 100'000;  // in one file

using Fields = std::vector<NamedValue>;

std::string field(const Fields& fields, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& [known, value] : fields) {
      if (known == name && !text::trim(value.scalar).empty()) return value.scalar;
    }
  }
  return "";
}

bool is_true(const std::string& text) { return text == "true" || text == "yes" || text == "1"; }
bool is_false(const std::string& text) { return text == "false" || text == "no" || text == "0"; }

Fields fields_of(const nlohmann::json& object) {
  Fields fields;
  for (const auto& [name, value] : object.items()) {
    FieldValue field;
    if (value.is_string()) field.scalar = value.get<std::string>();
    if (value.is_number() || value.is_boolean()) field.scalar = value.dump();
    fields.push_back({text::lower(name), std::move(field)});
  }
  return fields;
}

bool read_json(const std::string& text, std::vector<Fields>& items) {
  if (too_much(text)) return false;
  const auto whole = nlohmann::json::parse(text, nullptr, false);
  if (whole.is_object()) items.push_back(fields_of(whole));
  if (whole.is_array()) {
    for (const auto& each : whole) {
      if (each.is_object() && items.size() < kMostComments) items.push_back(fields_of(each));
    }
  }
  return whole.is_object() || whole.is_array();
}

// A list of YAML as one block for each item, its "- " made the indentation that it stands for; the
// text itself if it is no list. Each item is read alone, so that a broken one costs itself.
std::vector<std::string> items_of(const std::string& text) {
  std::vector<std::string> items;
  bool list = false;
  for (std::size_t at = 0; at < text.size() && items.size() < kMostComments;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    const bool item = line.starts_with("- ") || line == "-";
    const bool blank = line.empty() || line[0] == '#' || line == "---";
    if (!list && !item && !blank) return {text};
    if (item) {
      list = true;
      items.emplace_back();
    }
    if (!list) continue;
    line.remove_prefix(line.starts_with("- ") || line.starts_with("  ") ? 2 : item ? 1 : 0);
    items.back().append(line).append("\n");
  }
  return items;
}

std::vector<Fields> read_yaml(const std::string& text) {
  FrontMatter front = read_front_matter(text);
  if (front.present) return {std::move(front.fields)};
  std::vector<Fields> all;
  for (const std::string& item : items_of(text)) {
    FrontMatter each;
    read_yaml_fields(item, 1, each);
    if (!each.fields.empty()) all.push_back(std::move(each.fields));
  }
  return all;
}

// Up to kLongestFile + 1 bytes of the file.
Result<std::string> bytes_of(Source& source) {
  constexpr std::size_t kChunk = 64UL * 1024;
  std::string bytes;
  while (bytes.size() <= kLongestFile) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    const auto got = source.read(bytes.data() + before, kChunk);
    if (!got) return got.error();
    bytes.resize(before + *got);
    if (*got == 0) break;
  }
  return bytes;
}

// The comments of one file; empty with the fault if there are none.
std::vector<Fields> read_items(Result<Source> source, std::string& fault) {
  if (!source) {
    fault = source.error().message;
    return {};
  }
  const Result<std::string> bytes = bytes_of(*source);
  if (!bytes || bytes->size() > kLongestFile) {
    fault = bytes ? "it is longer than comments may be" : bytes.error().message;
    return {};
  }
  const Decoded decoded = decode(*bytes);
  const std::size_t first = decoded.text.find_first_not_of(" \t\n");
  std::vector<Fields> items;
  if (first != std::string::npos && (decoded.text[first] == '{' || decoded.text[first] == '[')) {
    fault = read_json(decoded.text, items) ? "it has no fields" : "it is not valid JSON";
    return items;
  }
  fault = "it has no fields";
  return read_yaml(decoded.text);
}

// Digits of a time that sort as the time does: those of an ISO 8601 time, or seconds since 1970.
std::string sort_key(const std::string& date) {
  std::string digits;
  const bool is_epoch = date.find_first_not_of("0123456789.") == std::string::npos;
  if (is_epoch) digits = date.substr(0, date.find('.'));
  if (is_epoch && digits.size() == 10) digits += "000";
  if (is_epoch) return digits.size() == 13 ? "E" + digits : "";
  for (const char c : date) {
    if (c >= '0' && c <= '9') digits += c;
    if (digits.size() == 14) break;
  }
  const bool is_iso = date.size() > 10 && date[4] == '-' && date[7] == '-';
  return is_iso ? "I" + digits : "";
}

struct Read {
  RawComment comment;
  std::string key;
  std::string place_of_parent;  // "replying_to: 3" of themes that count comments
};

std::string text_of(std::string message) {
  normalise_line_ends(message);
  if (looks_like_html(message)) return html_to_text(message);
  MarkdownBody body = read_markdown_body(message);
  std::string text = joined(body.paragraphs);
  if (body.title.empty()) return text;
  return text.empty() ? body.title : body.title + "\n\n" + text;
}

Read to_comment(const Fields& fields) {
  Read read;
  read.comment.is_name_declared = true;
  read.comment.own_id = text::squeeze(field(fields, {"_id", "id", "uid", "comment_id"}));
  read.comment.parent_id = text::squeeze(field(
      fields, {"replying_to_uid", "parent_id", "reply_to", "in_reply_to", "parent", "_parent"}));
  read.place_of_parent = text::squeeze(field(fields, {"replying_to"}));
  read.comment.author = text::squeeze(field(fields, {"name", "author", "username"}));
  const std::string date =
      text::squeeze(field(fields, {"date", "timestamp", "published", "created_at"}));
  read.comment.published = read_date(date);
  read.key = sort_key(date);
  read.comment.text = text_of(field(fields, {"message", "comment", "body", "content", "text"}));
  return read;
}

// A parent that is no comment's id is the post's own name, or the place of a comment.
void settle_parents(std::vector<Read>& reads) {
  std::set<std::string> ids;
  for (const Read& read : reads) ids.insert(read.comment.own_id);
  for (Read& read : reads) {
    if (ids.count(read.comment.parent_id) == 0) read.comment.parent_id.clear();
    if (!read.comment.parent_id.empty() || read.place_of_parent.empty()) continue;
    if (ids.count(read.place_of_parent) != 0) {
      read.comment.parent_id = read.place_of_parent;
    } else if (read.place_of_parent.size() < 6 &&
               read.place_of_parent.find_first_not_of("0123456789") == std::string::npos) {
      const std::size_t place = std::stoul(read.place_of_parent);
      if (place >= 1 && place <= reads.size()) {
        read.comment.parent_id = reads[place - 1].comment.own_id;
      }
    }
  }
}

}  // namespace

std::vector<RawComment> read_comment_files(const Source& post, RawArticleSink& sink) {
  std::vector<Read> reads;
  std::size_t hidden = 0;
  for (std::size_t i = 0; i < post.companions().size(); ++i) {
    const std::string& path = post.companions()[i];
    const std::string name = text::to_valid_utf8(path.substr(path.rfind('/') + 1));
    std::string fault;
    const std::vector<Fields> items = read_items(post.open_companion(i), fault);
    if (items.empty()) {
      sink.finding(Severity::kCut, "comments",
                   fmt::format("Its comment in '{}' was not read: {}", name, fault));
    }
    for (const Fields& fields : items) {
      if (is_true(field(fields, {"hidden", "spam"})) || is_false(field(fields, {"approved"}))) {
        ++hidden;
        continue;
      }
      Read read = to_comment(fields);
      if (text::trim(read.comment.text).empty()) {
        sink.finding(Severity::kWarning, "comments",
                     fmt::format("The comment in '{}' has no text", name));
        continue;
      }
      if (read.comment.own_id.empty()) {
        read.comment.own_id =
            items.size() == 1 ? name : fmt::format("{}#{}", name, reads.size() + 1);
      }
      reads.push_back(std::move(read));
    }
  }
  settle_parents(reads);
  const bool is_dated = std::none_of(reads.begin(), reads.end(), [&](const Read& read) {
    return read.key.empty() || read.key[0] != reads.front().key[0];
  });
  if (is_dated) {
    std::stable_sort(reads.begin(), reads.end(),
                     [](const Read& a, const Read& b) { return a.key < b.key; });
  }
  if (hidden > 0) {
    sink.finding(Severity::kCut, "not-approved",
                 fmt::format("{} of its comments are hidden or not approved: not read", hidden));
  }
  std::vector<RawComment> comments;
  for (Read& read : reads) comments.push_back(std::move(read.comment));
  return comments;
}

}  // namespace postil::index
