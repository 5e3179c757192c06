#include "indexer/readers/text/markdown_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/text/authors.h"
#include "indexer/readers/text/html_text.h"

namespace postil::index {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_empty(const FieldValue& value) {
  const bool null = value.scalar.empty() || value.scalar == "~" || value.scalar == "null" ||
                    value.scalar == "Null" || value.scalar == "NULL";
  return null && value.items.empty() && value.entries.empty();
}

const FieldValue* find(const std::vector<NamedValue>& fields, Names names) {
  for (const std::string_view name : names) {
    for (const auto& [known, value] : fields) {
      if (known == name && !is_empty(value)) return &value;
    }
  }
  return nullptr;
}

// One line of text: lists are joined, tags dropped.
std::string line_of(const FieldValue& value) {
  std::string text = value.scalar;
  for (const FieldValue& item : value.items) {
    if (!text.empty()) text += ", ";
    text += item.scalar;
  }
  if (text.find('<') != std::string::npos && looks_like_html(text)) text = html_to_text(text);
  return text::squeeze(text);
}

// Tells that a field has a value of a form that is not read, once.
void tell_unreadable(FrontMatter& front, std::string_view name) {
  std::string what = fmt::format("'{}' is of a form that is not read", name);
  const auto is_told = [&](const Problem& problem) { return problem.what == what; };
  if (std::none_of(front.problems.begin(), front.problems.end(), is_told)) {
    front.problems.push_back({0, std::move(what)});
  }
}

std::string line_of(FrontMatter& front, Names names) {
  for (const std::string_view name : names) {
    const FieldValue* const value = find(front.fields, {name});
    if (value == nullptr) continue;
    std::string text = line_of(*value);
    if (!text.empty()) return text;
    if (value->scalar.empty()) tell_unreadable(front, name);
  }
  return "";
}

bool is_url(std::string_view text) {
  return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://";
}

std::string url_of(FrontMatter& front) {
  for (const std::string_view name :
       {"canonical_url", "canonical", "canonicalurl", "url", "permalink", "original_url",
        "source_url", "link", "source"}) {
    const std::string text = line_of(front, {name});
    if (is_url(text)) return text;
  }
  return "";
}

std::string outlet_of(FrontMatter& front) {
  for (const std::string_view name : {"outlet", "publication", "source", "publisher", "newspaper",
                                      "magazine", "journal", "site_name", "sitename"}) {
    std::string text = line_of(front, {name});
    if (!text.empty() && !is_url(text)) return text;
  }
  return "";
}

void add_authors(const FieldValue& value, bool is_list_item, std::vector<std::string>& authors) {
  if (!value.scalar.empty()) {
    if (is_list_item) {
      add_author(value.scalar, authors);
    } else {
      for (const std::string& name : split_authors(value.scalar)) add_author(name, authors);
    }
  }
  for (const FieldValue& item : value.items) add_authors(item, true, authors);
  if (value.entries.empty()) return;
  const FieldValue* const name =
      find(value.entries, {"name", "display_name", "full_name", "title", "author"});
  if (name != nullptr) {
    add_author(line_of(*name), authors);
    return;
  }
  const FieldValue* const first = find(value.entries, {"first_name", "firstname", "given"});
  const FieldValue* const last = find(value.entries, {"last_name", "lastname", "family"});
  if (first != nullptr && last != nullptr) {
    add_author(line_of(*first) + " " + line_of(*last), authors);
  }
}

// A list, or a string of several: with commas, or in Jekyll, where a layout is named, with spaces.
void add_tags(const FieldValue& value, bool by_spaces, std::vector<std::string>& tags) {
  const auto add = [&tags](std::string_view tag) {
    std::string squeezed = text::squeeze(tag);
    if (!squeezed.empty() && std::find(tags.begin(), tags.end(), squeezed) == tags.end()) {
      tags.push_back(std::move(squeezed));
    }
  };
  std::string_view rest = value.scalar;
  const bool commas = rest.find_first_of(",;") != std::string_view::npos;
  const std::string_view separators = commas ? ",;" : by_spaces ? " \t\n" : "\n";
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
    add(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  for (const FieldValue& item : value.items) add(item.scalar);
}

std::optional<PartialDate> date_of(FrontMatter& front, Names names) {
  for (const std::string_view name : names) {
    const std::string text = line_of(front, {name});
    if (text.empty() || text == "false" || text == "true") continue;
    if (auto date = read_date(text)) return date;
    front.problems.push_back({0, fmt::format("'{}' is no date that can be told: '{:.60}'", name,
                                             text.substr(0, text::floor_boundary(text, 60)))});
  }
  return std::nullopt;
}

}  // namespace

Metadata to_metadata(FrontMatter& front) {
  Metadata meta;
  meta.title = line_of(front, {"title", "headline"});
  for (const std::string_view name : {"authors", "author", "byline", "creator", "writer"}) {
    const FieldValue* const value = find(front.fields, {name});
    if (value == nullptr || !meta.authors.empty()) continue;
    add_authors(*value, false, meta.authors);
    if (meta.authors.empty() && value->scalar.empty()) tell_unreadable(front, name);
  }
  meta.outlet = outlet_of(front);
  if (const auto date =
          date_of(front, {"date", "published", "publishdate", "publish_date", "pubdate",
                          "published_at", "date_published", "datepublished", "published_date"})) {
    meta.published = Published{*date, schema::DateSource::kFrontMatter};
  }
  meta.updated = date_of(front, {"updated", "last_modified_at", "lastmod", "last_modified",
                                 "modified", "updated_at", "date_modified", "datemodified"});
  meta.language = line_of(front, {"lang", "language", "locale"});
  meta.url = url_of(front);
  const bool jekyll = find(front.fields, {"layout"}) != nullptr;
  for (const std::string_view name : {"tags", "tag", "categories", "category", "keywords"}) {
    const FieldValue* const value = find(front.fields, {name});
    const bool plural = name.back() == 's' && name != "keywords";
    if (value == nullptr) continue;
    add_tags(*value, jekyll && plural, meta.tags);
    if (!value->entries.empty()) tell_unreadable(front, name);
  }
  meta.standfirst = line_of(front, {"standfirst", "subtitle", "excerpt", "description", "summary",
                                    "dek", "lede", "lead"});
  return meta;
}

void date_from_name(std::string_view path, Metadata& meta) {
  if (meta.published) return;
  const std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  if (name.size() < 11 || (name[10] != '-' && name[10] != '.' && name[10] != '_')) return;
  const auto date = parse_partial_date(name.substr(0, 10));
  if (date) meta.published = Published{*date, schema::DateSource::kUrl};
}

}  // namespace postil::index
