#include "indexer/readers/tables/json_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/readers/encoding/text_stream.h"
#include "indexer/readers/feeds/feed_report.h"
#include "indexer/readers/report.h"
#include "indexer/readers/tables/json_article.h"
#include "indexer/readers/text/authors.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestValue = 64UL * 1024 * 1024;
constexpr int kDeepestWrapper = 4;
constexpr std::string_view kWhite = " \t\r\n";

// The keys under which a list of articles stands in an object, or another such object.
bool is_list_key(std::string_view key) {
  constexpr std::string_view kKeys =
      " articles items posts results entries documents docs records data hits rows stories news "
      "response result feed pages ";
  return key.size() > 2 && kKeys.find(fmt::format(" {} ", key)) != std::string_view::npos;
}

// Behind the string whose opening quote is at `at`.
std::size_t behind_string(std::string_view json, std::size_t at) {
  ++at;
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return std::min(at + 1, json.size());
}

// Whether an object, of which this is the beginning, has a list of objects under such a key.
bool wraps_list(std::string_view json) {
  int depth = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (c != '"') continue;
    const std::size_t end = behind_string(json, at);
    const std::string_view key = json.substr(at + 1, end - at - std::min<std::size_t>(end - at, 2));
    at = end - 1;
    if (depth == 0 || depth > kDeepestWrapper || !is_list_key(key)) continue;
    std::size_t next = json.find_first_not_of(kWhite, end);
    if (next == std::string_view::npos || json[next] != ':') continue;
    next = json.find_first_not_of(kWhite, next + 1);
    if (next == std::string_view::npos || json[next] != '[') continue;
    next = json.find_first_not_of(kWhite, next + 1);
    if (next != std::string_view::npos && json[next] == '{') return true;
  }
  return false;
}

int sniff_json(const Sample& sample) {
  std::string_view bytes = sample.bytes;
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(kWhite), bytes.size()));
  if (bytes.empty() || (bytes[0] != '{' && bytes[0] != '[')) return 0;
  const std::size_t second = bytes.find_first_not_of(kWhite, 1);
  if (second == std::string_view::npos || !looks_like_json_article(bytes)) return 0;
  if (bytes[0] == '[') return bytes[second] == '{' ? 85 : 0;
  if (bytes[second] != '"') return 0;
  return wraps_list(bytes) ? 97 : 45;  // lines of JSON, even of one that is broken, come first
}

class JsonDocument {
 public:
  JsonDocument(Source& source, RawArticleSink& sink)
      : source_(source), sink_(sink), stream_(source, &no_declaration) {}

  void run() {
    for (char c = peek(); c != '\0'; c = peek()) {
      if (c == '[') {
        read_list("");
      } else if (c == '{') {
        read_object(0);
      } else {
        ++at_;
        ++stray_;
      }
    }
    report();
  }

 private:
  bool fill() {
    if (is_done_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    const auto more = stream_.more(buffer_);
    if (!more) error_ = more.error();
    is_done_ = !more || !*more;
    return !is_done_;
  }

  // The next character that is not white; 0 at the end.
  char peek() {
    for (;;) {
      while (at_ < buffer_.size() && kWhite.find(buffer_[at_]) != std::string_view::npos) ++at_;
      if (at_ < buffer_.size()) return buffer_[at_];
      if (!fill()) return '\0';
    }
  }

  // The text of the value here, of which no more than kLongestValue is kept.
  std::string take_value() {
    std::string value;
    int depth = 0;
    bool quoted = false;
    bool escaped = false;
    for (peek(); at_ < buffer_.size() || fill(); ++at_) {
      const char c = buffer_[at_];
      const bool is_plain_end = depth == 0 && !quoted && (c == ',' || c == '}' || c == ']');
      if (is_plain_end) return value;
      if (value.size() < kLongestValue) value += c;
      if (quoted) {
        quoted = escaped || c != '"';
        escaped = !escaped && c == '\\';
        if (!quoted && depth == 0) break;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        break;
      }
    }
    if (at_ < buffer_.size()) ++at_;
    return value;
  }

  // `around`: the object around the list, as far as it was read.
  void read_list(const std::string& around) {
    ++at_;
    const Wrapper wrapper = read_wrapper(around);
    for (char c = peek(); c != '\0'; c = peek()) {
      if (c == ']') {
        ++at_;
        return;
      }
      if (c == ',') {
        ++at_;
      } else if (c == '{') {
        emit(take_value(), wrapper);
      } else {
        const std::size_t before = at_;
        take_value();
        ++stray_;
        if (at_ == before) ++at_;
      }
    }
    is_unclosed_ = true;
  }

  // An object around a list of articles, or one that is an article.
  void read_object(int depth) {
    ++at_;
    std::string kept = "{";
    bool has_list = false;
    for (char c = peek(); c != '\0' && c != '}'; c = peek()) {
      if (c != '"') {
        ++at_;
        continue;
      }
      const std::string key = take_value();
      if (peek() == ':') ++at_;
      const char first = peek();
      const bool is_wrapper = is_list_key(std::string_view(key).substr(1, key.size() - 2));
      if (is_wrapper && first == '[') {
        has_list = true;
        read_list(kept + "}");
      } else if (is_wrapper && first == '{' && depth < kDeepestWrapper) {
        has_list = true;
        read_object(depth + 1);
      } else {
        const std::string value = take_value();
        if (value.empty()) break;
        if (kept.size() + value.size() > kLongestValue) continue;
        fmt::format_to(std::back_inserter(kept), "{}{}:{}", kept.size() > 1 ? "," : "", key, value);
      }
    }
    is_unclosed_ = is_unclosed_ || peek() != '}';
    if (peek() == '}') ++at_;
    if (!has_list && kept.size() > 1) emit(kept + "}", {});
  }

  // What a JSON Feed says of all its items.
  struct Wrapper {
    bool is_feed = false;
    std::string title;
    std::string language;
    std::vector<std::string> authors;
  };

  static std::string string_at(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
  }

  static Wrapper read_wrapper(const std::string& around) {
    Wrapper wrapper;
    if (around.find("jsonfeed.org") == std::string::npos) return wrapper;
    const auto object = nlohmann::json::parse(around, nullptr, false);
    if (!object.is_object()) return wrapper;
    wrapper.is_feed = true;
    wrapper.title = text::squeeze(string_at(object, "title"));
    wrapper.language = string_at(object, "language");
    if (object.contains("author") && object["author"].is_object()) {
      add_author(string_at(object["author"], "name"), wrapper.authors);
    }
    if (object.contains("authors") && object["authors"].is_array()) {
      for (const auto& author : object["authors"]) {
        if (author.is_object()) add_author(string_at(author, "name"), wrapper.authors);
      }
    }
    return wrapper;
  }

  void emit(const std::string& json, const Wrapper& wrapper) {
    ++values_;
    auto read = read_json_article(json);
    if (!read || !read->has_text) {
      told_.tell(bad_, Severity::kCut, read ? "empty-item" : "bad-item",
                 read ? fmt::format("Item {} has neither title, text nor comments", values_)
                      : fmt::format("Item {} was not read: {}", values_, read.error().message));
      return;
    }
    for (const std::string& doubt : read->doubts) {
      told_.tell(doubts_, Severity::kWarning, "doubtful-item",
                 fmt::format("Item {}: {}", values_, doubt));
    }
    RawArticle& article = read->article;
    Metadata& meta = article.declared;
    if (wrapper.is_feed) {
      if (meta.published) meta.published->source = schema::DateSource::kFeed;
      if (meta.outlet.empty()) meta.outlet = wrapper.title;
      if (meta.language.empty()) meta.language = wrapper.language;
      if (meta.authors.empty()) meta.authors = wrapper.authors;
      read_short_entry(article);
    }
    article.fragment = article.own_id.empty() ? std::to_string(values_) : article.own_id;
    const std::uint32_t times = ++seen_[article.fragment];
    if (times > 1)
      article.fragment = article.own_id = fmt::format("{}~{}", article.fragment, times);
    ++articles_;
    sink_.article(std::move(article));
  }

  // An item of a feed that does not give its text, but may say in short what is in it.
  void read_short_entry(RawArticle& article) {
    if (!std::holds_alternative<BodyText>(article.content)) return;
    std::string& text = std::get<BodyText>(article.content).text;
    if (!text.empty()) return;
    text = std::exchange(article.declared.standfirst, "");
    shorts_.summaries += text.empty() ? 0 : 1;
    shorts_.titles += text.empty() && article.comments.empty() ? 1 : 0;
  }

  void report() {
    report_short_entries(shorts_, values_, sink_);
    told_.finish(bad_, Severity::kCut, "bad-item");
    told_.finish(doubts_, Severity::kWarning, "doubtful-item");
    stream_.report(sink_);
    if (error_ && articles_ == 0) return report_unreadable(source_, *error_, sink_);
    if (error_) {
      sink_.finding(Severity::kCut, source_.has_changed() ? "changed" : "unreadable",
                    fmt::format("Read up to item {}: {}", values_, error_->message));
    }
    if (stray_ > 0) {
      sink_.finding(Severity::kWarning, "no-object",
                    fmt::format("{} values in it are no objects: not read", stray_));
    }
    if (is_unclosed_ && !error_) {
      sink_.finding(
          Severity::kCut, "truncated",
          fmt::format("It ends behind item {} and is not closed there: the file may be cut off",
                      values_));
    }
    if (values_ == 0 && stray_ == 0) {
      report_empty(source_, sink_);
    } else if (articles_ == 0) {
      sink_.finding(Severity::kSkipped, "no-article", "There is no article in it");
    }
  }

  Source& source_;
  RawArticleSink& sink_;
  OneByOne told_{sink_, "items"};
  TextStream stream_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool is_done_ = false;
  bool is_unclosed_ = false;
  std::optional<Error> error_;
  std::unordered_map<std::string, std::uint32_t> seen_;  // ids
  std::size_t values_ = 0;
  std::size_t articles_ = 0;
  std::size_t bad_ = 0;
  std::size_t doubts_ = 0;
  ShortEntries shorts_;
  std::size_t stray_ = 0;
};

void read_as_json(Source& source, RawArticleSink& sink) { JsonDocument(source, sink).run(); }

}  // namespace

const Reader kJsonReader = {"json", "JSON: lists of articles, objects around them, JSON Feed",
                            sniff_json, read_as_json};

}  // namespace postil::index
