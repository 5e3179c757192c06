#include "query/search/naming.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/schema/terms.h"
#include "core/text/fold.h"
#include "query/search/similar.h"
#include "query/search/stored.h"

namespace postil::query {
namespace {

constexpr std::size_t kSuggestions = 4;
constexpr int kMaxEdits = 3;  // between the last parts of two ids that may be mistaken

// Calls `visit(id)` for the id of every article that begins with `beginning`, in order, until it
// returns false. An id so long that its term had to be cut is passed over.
template <class Visit>
void each_article_id(const Xapian::Database& database, std::string_view beginning, Visit&& visit) {
  const std::string prefix = schema::make_term(schema::kArticlePrefix, beginning);
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const std::string id = (*term).substr(schema::kArticlePrefix.size());
    if (!visit(id)) break;
  }
}

std::string_view file_part(std::string_view id) { return id.substr(0, id.find('#')); }

std::string_view last_part(std::string_view id) { return id.substr(id.rfind('/') + 1); }

// The articles of the file with this id.
std::vector<std::string> articles_of(const State& state, std::string_view file) {
  std::vector<std::string> ids;
  each_article_id(state.database, file, [&](const std::string& id) {
    if (file_part(id) == file) ids.push_back(id);
    return true;
  });
  return ids;
}

bool is_from(const State& state, const std::string& id, std::string_view path) {
  const auto document = find_record(state, id);
  if (!document) return false;
  const auto record = StoredRecord::fetch(state.database, *document);
  return record && (*record)->path == path;
}

// The ids of the articles that a path may mean: a file's path ends with its id, for an id begins
// with the name of the folder that was indexed; what is typed may also be only the end of an id.
std::vector<std::string> articles_at(const State& state, std::string_view path) {
  for (std::size_t begin = 0; begin < path.size();) {
    std::vector<std::string> ids = articles_of(state, path.substr(begin));
    if (path.starts_with('/')) {
      const auto elsewhere = [&](const std::string& id) { return !is_from(state, id, path); };
      ids.erase(std::remove_if(ids.begin(), ids.end(), elsewhere), ids.end());
    }
    if (!ids.empty()) return ids;
    const std::size_t slash = path.find('/', begin);
    if (slash == std::string_view::npos) break;
    begin = slash + 1;
  }
  if (path.starts_with('/')) return {};
  std::vector<std::string> ids;
  const std::string ending = fmt::format("/{}", path);
  each_article_id(state.database, "", [&](const std::string& id) {
    if (file_part(id).ends_with(ending)) ids.push_back(id);
    return true;
  });
  return ids;
}

std::string list_of(const std::vector<std::string>& ids) {
  std::string list;
  for (std::size_t i = 0; i < std::min(ids.size(), kSuggestions); ++i) {
    list += "\n    " + ids[i];
  }
  if (ids.size() > kSuggestions) list += fmt::format("\n    … {} more", ids.size() - kSuggestions);
  return list;
}

int edits_between(std::u32string_view wanted, std::u32string_view other) {
  for (int edits = 0; edits <= kMaxEdits; ++edits) {
    if (within_edits(wanted, other, edits)) return edits;
  }
  return kMaxEdits + 1;
}

}  // namespace

Result<Xapian::docid> find_named(const State& state, std::string_view name) {
  if (const auto document = find_record(state, name)) return *document;
  while (name.starts_with("./")) name.remove_prefix(2);
  const std::vector<std::string> ids = articles_at(state, name);
  if (ids.size() == 1) {
    if (const auto document = find_record(state, ids.front())) return *document;
  }
  if (ids.size() > 1) {
    return Error{ErrorKind::kInput, fmt::format("{} articles are named {}", ids.size(), name),
                 "give the id of one of them:" + list_of(ids)};
  }
  const std::vector<std::string> near = similar_ids(state, name, kSuggestions);
  const std::string hint =
      near.empty() ? "take an id or a path from the results: postil-query QUESTION --format csv"
                   : "is one of these meant?" + list_of(near);
  return Error{ErrorKind::kInput, fmt::format("no article has the id or path {}", name), hint};
}

std::vector<std::string> similar_ids(const State& state, std::string_view name, std::size_t limit) {
  // Of "page.txt#c2" the comment may be what is not there.
  const std::string wanted = text::fold_value(file_part(name));
  const std::u32string wanted_end = to_code_points(last_part(wanted));
  std::vector<std::pair<int, std::string>> found;  // distance, id
  each_article_id(state.database, "", [&](const std::string& id) {
    const std::string folded = text::fold_value(id);
    const bool holds = !wanted.empty() && folded.find(wanted) != std::string::npos;
    const int distance =
        holds ? 0 : 1 + edits_between(wanted_end, to_code_points(last_part(file_part(folded))));
    if (distance <= kMaxEdits + 1) found.emplace_back(distance, id);
    return true;
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) {
    ids.push_back(std::move(found[i].second));
  }
  return ids;
}

}  // namespace postil::query
