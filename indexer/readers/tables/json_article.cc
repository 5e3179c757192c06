#include "indexer/readers/tables/json_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/tables/json_parse.h"
#include "indexer/readers/tables/json_values.h"
#include "indexer/readers/text/authors.h"
#include "indexer/readers/text/html_text.h"

namespace postil::index {
namespace {

using Json = nlohmann::json;
using Names = JsonNames;

constexpr std::size_t kMostTags = 1000;

// The keys that are read, of which the first that has a value counts.
constexpr Names kId = "id _id doc_id docid article_id guid";
constexpr Names kTitle = "title headline";
constexpr Names kText =
    "text body article_text content content_html content_text article paragraphs full_text "
    "maintext";
constexpr Names kAuthors = "authors author byline creator";
constexpr Names kOutlet = "outlet source publication publisher site_name sitename newspaper";
constexpr Names kPublished =
    "published date published_date publication_date date_published datepublished pubdate "
    "published_at publish_date created_at timestamp";
constexpr Names kUpdated = "updated date_modified modified updated_at lastmod";
constexpr Names kUrl = "url article_url canonical_url link external_url source_url";
constexpr Names kLanguage = "language lang";
constexpr Names kTags = "tags keywords categories category section";
constexpr Names kStandfirst = "standfirst subtitle description summary excerpt dek";
constexpr Names kNote = "author_note author_bio";
constexpr Names kComments = "comments";

constexpr Names kCommentText = "text body content comment comment_text message";
constexpr Names kCommentAuthor = "author comment_author author_name name user username";
constexpr Names kCommentDate = "published date timestamp created_at time created";
constexpr Names kCommentParent = "parent parent_id in_reply_to reply_to";
constexpr Names kCommentId = "id _id comment_id number";
constexpr Names kReplies = "replies children comments";

bool is_known(std::string_view key) {
  for (Names names : {kId, kTitle, kText, kAuthors, kOutlet, kPublished, kUpdated, kUrl, kLanguage,
                      kTags, kStandfirst, kNote, kComments}) {
    while (!names.empty()) {
      if (take_name(names) == key) return true;
    }
  }
  return false;
}

class ArticleReader {
 public:
  JsonArticle read(const Json& object) {
    RawArticle& article = result_.article;
    article.own_id = plain(object, kId);
    read_metadata(object, article.declared);
    read_body(long_text(object, kText));
    if (const Json* const comments = find_value(object, kComments)) read_comments(*comments, "");
    settle_ids();
    tell_of_comments();
    result_.has_text = has_body_ || !article.declared.title.empty() || !article.comments.empty();
    return std::move(result_);
  }

 private:
  void tell(std::string doubt) {
    if (is_in_comment_) {
      ++doubts_of_comments_[std::move(doubt)];
    } else {
      result_.doubts.push_back(std::move(doubt));
    }
  }

  void tell_unreadable(std::string_view key, const Json& value, std::string_view wanted) {
    if (value.is_string()) return;  // of nothing but white space, or of markup
    tell(fmt::format("'{}' is {} where {} is expected: not read", key, kind_of(value), wanted));
  }

  // What the first key with a value that can be read says; others are told.
  std::string first(const Json& object, Names names, JsonReading reading, std::string_view wanted) {
    while (!names.empty()) {
      const std::string_view key = take_name(names);
      const Json* const value = find_value(object, key);
      if (value == nullptr) continue;
      std::string text = reading(*value);
      if (text.empty()) {
        tell_unreadable(key, *value, wanted);
        continue;
      }
      tell_unread_items(key, *value, reading);
      return text;
    }
    return "";
  }

  // For a list of which some was read.
  void tell_unread_items(std::string_view key, const Json& value, JsonReading reading) {
    const std::size_t unread = count_unread(value, reading);
    if (unread == 0) return;
    tell(fmt::format("'{}' has {} item{} of an unknown form: not read", key, unread,
                     unread == 1 ? "" : "s"));
  }

  std::string line(const Json& object, Names names) {
    return first(object, names, line_of, "a text");
  }

  std::string plain(const Json& object, Names names) {
    return first(object, names, plain_of, "a text or number");
  }

  std::string long_text(const Json& object, Names names) {
    std::string text = first(object, names, long_text_of, "a text or a list of paragraphs");
    normalise_line_ends(text);
    return text;
  }

  void read_metadata(const Json& object, Metadata& meta) {
    meta.title = line(object, kTitle);
    read_authors(object, meta.authors);
    const std::string url = line(object, kUrl);
    if (url.find("://") != std::string::npos) meta.url = url;
    meta.outlet = line(object, kOutlet);
    if (meta.outlet.find("://") != std::string::npos) meta.outlet.clear();
    if (const auto date = read_day(object, kPublished, "the date")) {
      meta.published = Published{*date, schema::DateSource::kManifest};
    }
    meta.updated = read_day(object, kUpdated, "the date of change");
    meta.language = line(object, kLanguage);
    read_tags(object, meta.tags);
    meta.standfirst = line(object, kStandfirst);
    meta.author_note = line(object, kNote);
  }

  std::optional<PartialDate> read_day(const Json& object, Names names, std::string_view what) {
    const std::string text = plain(object, names);
    if (text.empty() || text == "false" || text == "true") return std::nullopt;
    const auto date = read_date(text);
    if (!date) {
      tell(fmt::format("{} cannot be told: '{}'", what,
                       text.substr(0, text::floor_boundary(text, 60))));
    }
    return date;
  }

  void read_authors(const Json& object, std::vector<std::string>& authors) {
    for (Names names = kAuthors; !names.empty() && authors.empty();) {
      const std::string_view key = take_name(names);
      const Json* const value = find_value(object, key);
      if (value == nullptr) continue;
      if (value->is_string()) {
        for (const std::string& name : split_authors(scalar_of(*value))) add_author(name, authors);
      } else if (value->is_array()) {
        for (const Json& item : *value) add_author(name_of(item), authors);
      } else {
        add_author(name_of(*value), authors);
      }
      if (authors.empty()) {
        tell_unreadable(key, *value, "a name");
      } else {
        tell_unread_items(key, *value, name_of);
      }
    }
  }

  void read_tags(const Json& object, std::vector<std::string>& tags) {
    const auto add = [&tags](std::string_view text) {
      std::string tag = text::squeeze(text);
      const bool is_new = std::find(tags.begin(), tags.end(), tag) == tags.end();
      if (!tag.empty() && is_new && tags.size() < kMostTags) tags.push_back(std::move(tag));
    };
    for (Names names = kTags; !names.empty();) {
      const std::string_view key = take_name(names);
      const Json* const value = find_value(object, key);
      if (value == nullptr) continue;
      if (value->is_array()) {
        for (const Json& item : *value) add(line_of(item));
        tell_unread_items(key, *value, line_of);
        continue;
      }
      const std::string list = value->is_object() ? line_of(*value) : scalar_of(*value);
      if (list.empty()) tell_unreadable(key, *value, "a list of tags");
      for (std::string_view rest = list; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
        add(rest.substr(0, end));
        rest.remove_prefix(std::min(rest.size(), end + 1));
      }
    }
  }

  void read_body(std::string text) {
    has_body_ = !text::trim(text).empty();
    if (looks_like_html(text)) {
      result_.article.content = MarkedBody{html_to_paragraphs(text)};
    } else {
      result_.article.content = BodyText{std::move(text)};
    }
  }

  void read_comments(const Json& comments, const std::string& parent) {
    if (!comments.is_array()) {
      // How many there are, or whether there may be any, is no comment.
      if (!comments.is_number() && !comments.is_boolean()) {
        tell(fmt::format("'{}' is {}, not a list: not read",
                         parent.empty() ? "comments" : "replies", kind_of(comments)));
      }
      return;
    }
    is_in_comment_ = true;
    for (const Json& item : comments) read_comment(item, parent);
    is_in_comment_ = !parent.empty();
  }

  void read_comment(const Json& item, const std::string& parent) {
    RawComment comment;
    comment.is_name_declared = true;
    comment.text = item.is_object() ? long_text(item, kCommentText) : long_text_of(item);
    if (looks_like_html(comment.text)) comment.text = html_to_text(comment.text);
    comment.own_id = plain(item, kCommentId);
    comment.parent_id = plain(item, kCommentParent);
    if (comment.parent_id == "0") comment.parent_id.clear();
    if (comment.parent_id.empty()) comment.parent_id = parent;
    comment.author = line(item, kCommentAuthor);
    comment.published = read_day(item, kCommentDate, "a comment's date");
    // Its place keeps its number, so that "parent": 3 still means the third.
    if (comment.own_id.empty()) {
      comment.own_id = fmt::format("{}{}", kPlace, result_.article.comments.size() + 1);
    }
    const std::string id = comment.own_id;
    const bool is_empty = text::trim(comment.text).empty();
    if (!is_empty) result_.article.comments.push_back(std::move(comment));
    if (is_empty) ++empty_comments_;
    if (const Json* const replies = find_value(item, kReplies)) read_comments(*replies, id);
  }

  // Comments without ids of their own may be answered by their place, counted from 1.
  void settle_ids() {
    const bool by_place =
        std::any_of(result_.article.comments.begin(), result_.article.comments.end(),
                    [](const RawComment& comment) { return !comment.parent_id.empty(); });
    for (RawComment& comment : result_.article.comments) {
      for (std::string* id : {&comment.own_id, &comment.parent_id}) {
        if (id->compare(0, kPlace.size(), kPlace) == 0) {
          *id = by_place ? id->substr(kPlace.size()) : "";
        }
      }
    }
  }

  void tell_of_comments() {
    is_in_comment_ = false;
    if (empty_comments_ != 0) tell(fmt::format("{} comments have no text", empty_comments_));
    for (const auto& [doubt, times] : doubts_of_comments_) {
      tell(times == 1 ? "a comment: " + doubt : fmt::format("{} comments: {}", times, doubt));
    }
  }

  static constexpr std::string_view kPlace = "\x01place:";

  JsonArticle result_;
  bool has_body_ = false;
  bool is_in_comment_ = false;
  std::map<std::string, std::size_t> doubts_of_comments_;  // how often, since there may be many
  std::size_t empty_comments_ = 0;
};

Json parse(std::string_view json) {
  const auto is_wanted = [](int depth, Json::parse_event_t event, Json& value) {
    if (event != Json::parse_event_t::key || depth != 1) return true;
    return value.is_string() && is_known(value.get_ref<const std::string&>());
  };
  return Json::parse(json.begin(), json.end(), is_wanted, false);
}

}  // namespace

Result<JsonArticle> read_json_article(std::string_view json) {
  const auto fail = [](std::string what) { return Error{ErrorKind::kInput, std::move(what), ""}; };
  try {
    std::string valid;
    if (!text::is_valid_utf8(json)) json = valid = text::to_valid_utf8(json);
    if (auto excess = too_much(json)) return fail(std::move(*excess));
    Json parsed = parse(json);
    if (parsed.is_discarded()) parsed = parse(repair_json(json));
    if (parsed.is_discarded()) return fail("it is not valid JSON");
    if (!parsed.is_object()) return fail("it is not a JSON object");
    return ArticleReader().read(parsed);
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

bool looks_like_json_article(std::string_view json) {
  for (Names names : {kText, kTitle}) {
    while (!names.empty()) {
      const std::string_view name = take_name(names);
      const std::size_t at = json.find(fmt::format("\"{}\"", name));
      if (at == std::string_view::npos) continue;
      const std::size_t next = json.find_first_not_of(" \t", at + name.size() + 2);
      if (next != std::string_view::npos && json[next] == ':') return true;
    }
  }
  return false;
}

}  // namespace postil::index
