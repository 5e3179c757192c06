#include "indexer/readers/html_text.h"

#include <cstddef>

#include "core/text/utf8.h"
#include "indexer/readers/html/entities.h"

namespace postil::index {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kLongestTagName = 12;
constexpr std::size_t kLongestTag = 16UL * 1024;  // pictures in data: URLs are longer, and cut off
constexpr std::size_t kLongestAlternative = 2000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_one_of(std::string_view name, std::string_view spaced_list) {
  const std::string wanted = " " + std::string(name) + " ";
  return spaced_list.find(wanted) != kNowhere;
}

struct Tag {
  std::string name;  // in lower case
  bool closing = false;
  std::string_view attributes;
};

// The value of an attribute, "" if there is none; references decoded.
std::string attribute(std::string_view attributes, std::string_view wanted) {
  std::size_t at = 0;
  while (at < attributes.size()) {
    at = attributes.find_first_not_of(" \t\n\r/", at);
    if (at == kNowhere) break;
    const std::size_t name_end =
        std::min(attributes.find_first_of("= \t\n\r/", at + 1), attributes.size());
    std::string name;
    for (char c : attributes.substr(at, name_end - at)) name += lower(c);
    at = std::min(attributes.find_first_not_of(" \t\n\r", name_end), attributes.size());
    if (at == attributes.size() || attributes[at] != '=') continue;
    at = std::min(attributes.find_first_not_of(" \t\n\r", at + 1), attributes.size());
    const char quote = at < attributes.size() ? attributes[at] : '\0';
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t start = quoted ? at + 1 : at;
    const std::size_t end = std::min(
        quoted ? attributes.find(quote, start) : attributes.find_first_of(" \t\n\r", start),
        attributes.size());
    if (name == wanted) return decode_entities(attributes.substr(start, end - start));
    at = end + (quoted ? 1 : 0);
  }
  return "";
}

class Stripper {
 public:
  explicit Stripper(std::string_view html) : html_(html) {}

  std::vector<Paragraph> run() {
    while (at_ < html_.size()) step();
    flush();
    return std::move(paragraphs_);
  }

 private:
  void step() {
    const std::size_t next = std::min(html_.find_first_of("<&", at_), html_.size());
    add_text(html_.substr(at_, next - at_));
    at_ = next;
    if (at_ == html_.size()) return;
    if (html_[at_] == '&') {
      std::string decoded;
      const std::size_t length = decode_entity(html_.substr(at_, 16), decoded);
      add_text(length == 0 ? "&" : std::string_view(decoded));
      at_ += length == 0 ? 1 : length;
    } else if (!skip_declaration() && !read_tag()) {
      add_text("<");
      ++at_;
    }
  }

  void add_text(std::string_view text) {
    if (text.empty()) return;
    if (breaks_ > 0 && text.find_first_not_of(" \t\n\r") != kNowhere) breaks_ = 0;
    text_ += text;
  }

  // <!-- … -->, <!doctype …>, <?xml …?>
  bool skip_declaration() {
    const std::string_view rest = html_.substr(at_);
    if (rest.size() < 2 || (rest[1] != '!' && rest[1] != '?')) return false;
    const bool comment = rest.substr(0, 4) == "<!--";
    const std::size_t end = comment ? find_comment_end() : find_tag_end(at_ + 1);
    if (end == kNowhere) return false;
    at_ = end;
    return true;
  }

  // What is not found once is not looked for again: the time stays linear.
  std::size_t find_comment_end() {
    if (no_comment_end_) return kNowhere;
    const std::size_t end = html_.find("-->", at_ + 4);
    no_comment_end_ = end == kNowhere;
    return no_comment_end_ ? kNowhere : end + 3;
  }

  // Behind the > of a tag. Quoted attributes may have one inside, unless quotes prove unreliable.
  std::size_t find_tag_end(std::size_t from) {
    if (no_tag_end_) return kNowhere;
    if (!quotes_broken_) {
      char quote = 0;
      const std::size_t limit = std::min(html_.size(), from + kLongestTag);
      for (std::size_t i = from; i < limit; ++i) {
        const char c = html_[i];
        if (quote != 0) {
          if (c == quote) quote = 0;
        } else if (c == '>') {
          return i + 1;
        } else if (c == '"' || c == '\'') {
          quote = c;
        }
      }
      quotes_broken_ = true;
    }
    const std::size_t end = html_.find('>', from);
    no_tag_end_ = end == kNowhere;
    return no_tag_end_ ? kNowhere : end + 1;
  }

  bool read_tag() {
    std::size_t i = at_ + 1;
    Tag tag;
    tag.closing = i < html_.size() && html_[i] == '/';
    if (tag.closing) ++i;
    if (i >= html_.size() || !is_letter(html_[i])) return false;
    const std::size_t name_at = i;
    while (i < html_.size() && i < name_at + kLongestTagName &&
           (is_letter(html_[i]) || (html_[i] >= '0' && html_[i] <= '9'))) {
      tag.name += lower(html_[i++]);
    }
    const std::size_t end = find_tag_end(i);
    if (end == kNowhere) return false;
    tag.attributes = html_.substr(i, std::min(end - 1 - i, kLongestTag));
    at_ = end;
    apply(tag);
    return true;
  }

  void apply(const Tag& tag) {
    if (is_one_of(tag.name, " script style template noscript iframe object svg math title head ")) {
      const bool is_empty = !tag.attributes.empty() && tag.attributes.back() == '/';
      if (!tag.closing && !is_empty) skip_content(tag.name);
      return;
    }
    if (tag.name == "br") {
      text_ += '\n';
      if (++breaks_ == 2) flush();
    } else if (tag.name == "img") {
      const std::string alternative = attribute(tag.attributes, "alt");
      if (alternative.size() <= kLongestAlternative) add(schema::Zone::kCaption, alternative);
    } else if (is_one_of(tag.name, " td th ")) {
      text_ += ' ';
    } else if (is_block(tag.name)) {
      flush();
      change_zone(tag);
    }
  }

  static bool is_block(std::string_view name) {
    return is_one_of(
        name,
        " p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table tr caption "
        "figure figcaption article section aside header footer main nav hr address form "
        "details summary body html fieldset center ");
  }

  void change_zone(const Tag& tag) {
    int* depth = nullptr;
    if (tag.name == "blockquote") depth = &quotes_;
    if (tag.name == "li" || tag.name == "dd" || tag.name == "dt") depth = &items_;
    if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] != 'r') depth = &headings_;
    if (tag.name == "figcaption" || tag.name == "caption") depth = &captions_;
    if (tag.name == "ul" || tag.name == "ol" || tag.name == "dl") items_ = 0;
    if (depth == nullptr) return;
    if (!tag.closing) {
      // Items and headings do not nest: an end tag that is missing must not last.
      *depth = depth == &quotes_ ? *depth + 1 : 1;
    } else if (*depth > 0) {
      --*depth;
    }
  }

  // To behind the end tag; to the end if there is none, as browsers do.
  void skip_content(const std::string& name) {
    const std::string wanted = "</" + name;
    for (std::size_t i = html_.find('<', at_); i != kNowhere; i = html_.find('<', i + 1)) {
      std::size_t same = 0;
      while (same < wanted.size() && i + same < html_.size() &&
             lower(html_[i + same]) == wanted[same]) {
        ++same;
      }
      if (same == wanted.size()) {
        const std::size_t end = html_.find('>', i);
        at_ = end == kNowhere ? html_.size() : end + 1;
        return;
      }
    }
    at_ = html_.size();
  }

  schema::Zone zone() const {
    if (captions_ > 0) return schema::Zone::kCaption;
    if (headings_ > 0) return schema::Zone::kHeading;
    if (quotes_ > 0) return schema::Zone::kQuote;
    return items_ > 0 ? schema::Zone::kList : schema::Zone::kBody;
  }

  void flush() {
    add(zone(), text_);
    text_.clear();
    breaks_ = 0;
  }

  void add(schema::Zone zone, std::string_view text) {
    std::string squeezed = text::squeeze(text);
    if (!squeezed.empty()) paragraphs_.push_back({zone, std::move(squeezed)});
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string text_;
  std::vector<Paragraph> paragraphs_;
  int quotes_ = 0;
  int items_ = 0;
  int headings_ = 0;
  int captions_ = 0;
  int breaks_ = 0;  // <br> in a row
  bool no_comment_end_ = false;
  bool no_tag_end_ = false;
  bool quotes_broken_ = false;
};

}  // namespace

std::vector<Paragraph> html_to_paragraphs(std::string_view html) { return Stripper(html).run(); }

std::string html_to_text(std::string_view html) {
  std::string joined;
  for (const Paragraph& paragraph : html_to_paragraphs(html)) {
    if (!joined.empty()) joined += "\n\n";
    joined += paragraph.text;
  }
  return joined;
}

bool looks_like_html(std::string_view text) {
  int blocks = 0;
  for (std::size_t at = text.find('<'); at != kNowhere; at = text.find('<', at + 1)) {
    std::size_t i = at + 1;
    const bool closing = i < text.size() && text[i] == '/';
    if (closing) ++i;
    std::string name;
    while (i < text.size() && name.size() < kLongestTagName &&
           (is_letter(text[i]) || (text[i] >= '0' && text[i] <= '9'))) {
      name += lower(text[i++]);
    }
    const bool ends =
        i < text.size() && (text[i] == '>' || text[i] == ' ' || text[i] == '/' || text[i] == '\n');
    if (name.empty() || !ends) continue;
    blocks += is_one_of(name, " p div li ul ol h1 h2 h3 h4 blockquote table ") ? 1 : 0;
    const bool pair = closing && is_one_of(name, " a b i em strong span u s q cite small sup sub ");
    if (blocks == 2 || pair || name == "br") return true;
  }
  return false;
}

}  // namespace postil::index
