// JSON-LD: https://schema.org/Article and its kin as pages write it, with @graph, arrays and
// references by @id.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/text/utf8.h"
#include "indexer/extract/html/page_facts.h"
#include "indexer/model/date_text.h"

namespace postil::index {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestScript = 4UL * 1024 * 1024;
constexpr int kDeepest = 64;
constexpr std::size_t kMostObjects = 20'000;
constexpr std::size_t kMostComments = 100'000;

// Nested no deeper than kDeepest: what handles the values does so by recursion.
bool is_shallow(std::string_view script) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const char c = script[i];
    if (quoted) {
      if (c == '\\') ++i;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return false;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return true;
}

// Without what stands around it (comment signs, CDATA, a semicolon), with line ends inside strings
// made spaces and a comma before a closing bracket dropped.
std::string mended(std::string_view script) {
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return "";
  std::string out;
  out.reserve(end - begin + 1);
  bool quoted = false;
  for (std::size_t i = begin; i <= end; ++i) {
    const char c = script[i];
    if (quoted && static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else if (quoted && c == '\\' && i + 1 <= end) {
      out += c;
      out += script[++i];
    } else if (!quoted && c == ',') {
      const std::size_t next = script.find_first_not_of(" \t\r\n", i + 1);
      if (next != std::string_view::npos && (script[next] == '}' || script[next] == ']')) continue;
      out += c;
    } else {
      if (c == '"') quoted = !quoted;
      out += c;
    }
  }
  return out;
}

bool ends_with_any(std::string_view type, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return type.ends_with(name); });
}

// How surely an object of this type is the page's article: 0 not at all.
int weight_of_type(std::string_view type) {
  if (type.ends_with("NewsArticle") || type.ends_with("BlogPosting")) return 4;
  if (ends_with_any(type, {"Article", "Report", "Recipe", "Review", "DiscussionForumPosting",
                           "SocialMediaPosting", "LiveBlogPosting", "CreativeWork", "Blog"})) {
    return type.ends_with("Blog") || type.ends_with("CreativeWork") ? 1 : 3;
  }
  return type.ends_with("WebPage") || type.ends_with("ItemPage") ? 1 : 0;
}

bool is_organisation(std::string_view type) {
  return type.ends_with("Organization") || type == "Corporation" || type == "WebSite";
}

class LinkedData {
 public:
  LinkedData(const Json& root, PageFacts& facts) : facts_(facts) { collect(root); }

  void run() {
    const Json* best = nullptr;
    int most = 0;
    for (const Json* object : objects_) {
      int weight = 0;
      for (const std::string& type : types(*object))
        weight = std::max(weight, weight_of_type(type));
      if (weight == 0) continue;
      weight = weight * 4 + (object->contains("author") ? 1 : 0) +
               (object->contains("datePublished") ? 1 : 0) + (object->contains("headline") ? 1 : 0);
      if (weight > most) {
        most = weight;
        best = object;
      }
    }
    if (best != nullptr) read_article(*best, most >= 12);
    for (const Json* object : objects_) {
      read_site(*object);
      const auto author = object->find("author");
      if (author == object->end()) continue;
      if (author->is_object()) note_organisation(resolved(*author));
      if (author->is_array()) {
        for (const Json& each : *author) note_organisation(resolved(each));
      }
    }
  }

 private:
  // All objects, outer ones first. Those of other articles in lists of links are left out.
  void collect(const Json& root) {
    std::vector<const Json*> todo = {&root};
    while (!todo.empty() && objects_.size() < kMostObjects) {
      const Json* value = todo.back();
      todo.pop_back();
      if (value->is_array()) {
        for (auto each = value->rbegin(); each != value->rend(); ++each) todo.push_back(&*each);
      } else if (value->is_object()) {
        objects_.push_back(value);
        if (value->contains("@id") && value->size() > 1) {
          const std::string id = text(value->at("@id"));
          if (!id.empty()) by_id_.emplace(id, value);
        }
        for (const char* key : {"mainEntityOfPage", "mainEntity", "@graph", "publisher"}) {
          const auto found = value->find(key);
          if (found != value->end()) todo.push_back(&*found);
        }
      }
    }
  }

  static std::string text(const Json& value) {
    if (value.is_string())
      return text::squeeze(text::to_valid_utf8(value.get_ref<const std::string&>()));
    if (value.is_array() && !value.empty()) return text(value.front());
    if (value.is_object()) {
      for (const char* key : {"name", "@value", "url"}) {
        if (value.contains(key) && value.at(key).is_string()) return text(value.at(key));
      }
    }
    return "";
  }

  static std::vector<std::string> types(const Json& object) {
    std::vector<std::string> all;
    const auto type = object.find("@type");
    if (type == object.end()) return all;
    if (type->is_string()) all.push_back(type->get<std::string>());
    if (type->is_array()) {
      for (const Json& each : *type) {
        if (each.is_string()) all.push_back(each.get<std::string>());
      }
    }
    return all;
  }

  std::string member(const Json& object, const char* key) const {
    const auto found = object.find(key);
    return found == object.end() ? "" : text(*found);
  }

  // The object itself, or the one that it refers to.
  const Json& resolved(const Json& value) const {
    if (!value.is_object() || !value.contains("@id") || value.contains("name")) return value;
    const auto found = by_id_.find(text(value.at("@id")));
    return found == by_id_.end() ? value : *found->second;
  }

  void add_people(const Json& value, std::vector<std::string>& names) const {
    if (value.is_array()) {
      for (const Json& each : value) {
        if (!each.is_array()) add_people(each, names);
      }
      return;
    }
    const Json& person = resolved(value);
    if (person.is_object()) {
      for (const std::string& type : types(person)) {
        if (is_organisation(type)) return;
      }
      const auto name = person.find("name");
      if (name == person.end()) return;
      if (name->is_array()) {
        for (const Json& each : *name) names.push_back(text(each));
        return;
      }
    }
    const std::string name = text(person);
    if (!name.empty()) names.push_back(name);
  }

  static std::optional<PartialDate> date(const std::string& written) {
    return written.empty() ? std::nullopt : read_date(written);
  }

  void read_article(const Json& object, bool sure) {
    DeclaredFacts& json = facts_.json;
    if (json.title.empty() && sure) json.title = member(object, "headline");
    if (json.title.empty() && sure) json.title = member(object, "name");
    if (!json.published) json.published = date(member(object, "datePublished"));
    if (!json.published && sure) json.published = date(member(object, "dateCreated"));
    if (!json.updated) json.updated = date(member(object, "dateModified"));
    if (json.authors.empty()) {
      for (const char* key : {"author", "creator"}) {
        if (object.contains(key) && json.authors.empty()) add_people(object.at(key), json.authors);
      }
    }
    if (json.outlet.empty() && object.contains("publisher")) {
      json.outlet = text(resolved(object.at("publisher")));
    }
    if (json.language.empty()) json.language = member(object, "inLanguage");
    if (json.standfirst.empty()) json.standfirst = member(object, "description");
    if (sure && object.contains("keywords") && json.tags.empty()) {
      const Json& keywords = object.at("keywords");
      if (keywords.is_array()) {
        for (const Json& each : keywords) json.tags.push_back(text(each));
      } else {
        json.tags.push_back(text(keywords));
      }
    }
    if (object.contains("comment")) read_comments(object.at("comment"), "");
  }

  void read_comments(const Json& value, const std::string& parent) {
    struct Todo {
      const Json* value;
      std::string parent;
    };
    std::vector<Todo> todo = {{&value, parent}};
    while (!todo.empty() && facts_.comments.size() < kMostComments) {
      const Todo next = todo.back();
      todo.pop_back();
      if (next.value->is_array()) {
        for (auto each = next.value->rbegin(); each != next.value->rend(); ++each) {
          todo.push_back({&*each, next.parent});
        }
        continue;
      }
      if (!next.value->is_object()) continue;
      RawComment comment;
      comment.text = member(*next.value, "text");
      if (comment.text.empty()) comment.text = member(*next.value, "commentText");
      if (comment.text.empty()) continue;
      comment.own_id = std::to_string(facts_.comments.size() + 1);
      comment.parent_id = next.parent;
      std::vector<std::string> names;
      if (next.value->contains("author")) add_people(next.value->at("author"), names);
      if (!names.empty()) comment.author = names.front();
      comment.published = date(member(*next.value, "dateCreated"));
      if (!comment.published) comment.published = date(member(*next.value, "datePublished"));
      if (next.value->contains("comment")) {
        todo.push_back({&next.value->at("comment"), comment.own_id});
      }
      facts_.comments.push_back(std::move(comment));
    }
  }

  void note_organisation(const Json& object) {
    constexpr std::size_t kMost = 100;
    if (!object.is_object() || facts_.organisations.size() >= kMost) return;
    for (const std::string& type : types(object)) {
      if (!is_organisation(type)) continue;
      std::string name = member(object, "name");
      if (!name.empty()) facts_.organisations.push_back(std::move(name));
      return;
    }
  }

  void read_site(const Json& object) {
    if (!facts_.json.outlet.empty()) return;
    for (const std::string& type : types(object)) {
      if (type == "WebSite" || type == "NewsMediaOrganization") {
        facts_.json.outlet = member(object, "name");
      }
    }
  }

  PageFacts& facts_;
  std::vector<const Json*> objects_;
  std::unordered_map<std::string, const Json*> by_id_;
};

}  // namespace

void read_json_ld(std::string_view script, PageFacts& facts) {
  if (script.size() > kLongestScript || !is_shallow(script)) return;
  Json root = Json::parse(script, nullptr, false);
  if (root.is_discarded()) root = Json::parse(mended(script), nullptr, false, true);
  if (root.is_discarded()) return;
  LinkedData(root, facts).run();
}

}  // namespace postil::index
