#include "indexer/readers/feeds/wordpress_text.h"

#include <algorithm>
#include <unordered_set>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/readers/text/html_text.h"
#include "indexer/readers/text/markdown_body.h"

namespace postil::index {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kLongestShortcode = 4000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

bool is_one_of(std::string_view name, std::string_view spaced_list) {
  const std::string wanted = " " + std::string(name) + " ";
  return spaced_list.find(wanted) != kNowhere;
}

// Shortcodes of WordPress itself and of what half of the blogs have installed.
bool is_known(std::string_view name) {
  constexpr std::string_view kPrefixes[] = {"vc_",       "et_pb_", "fusion_", "av_",
                                            "su_",       "wpcf7",  "ngg",     "tablepress",
                                            "elementor", "wp_",    "mc4wp"};
  for (const std::string_view prefix : kPrefixes) {
    if (name.substr(0, prefix.size()) == prefix) return true;
  }
  return is_one_of(
      name,
      " caption gallery playlist audio video embed youtube vimeo dailymotion "
      "soundcloud spotify twitter tweet instagram facebook googlemaps googlevideo "
      "polldaddy slideshow slideshare scribd contact-form contact-form-7 contact-field "
      "code sourcecode latex more toc footnote footnotes recent-posts subscribe "
      "jetpack_subscription_form archives sitemap ted hulu kickstarter blip.tv flickr "
      "giphy getty mesh gist crowdsignal wpvideo videopress ");
}

// Those whose content is an address or a form, not a text.
bool hides_content(std::string_view name) {
  return is_one_of(name,
                   " embed youtube vimeo dailymotion soundcloud spotify twitter tweet instagram "
                   "facebook googlemaps googlevideo audio video playlist contact-form flickr "
                   "wpvideo videopress ");
}

struct Shortcode {
  std::string_view name;
  std::string_view attributes;
  std::size_t length = 0;  // 0: it is none
  bool is_closing = false;
  bool is_empty = false;  // [name/]
};

// The shortcode that begins at the [ of `text`, if it has the form of one.
Shortcode parse(std::string_view text) {
  Shortcode code;
  std::size_t at = 1;
  code.is_closing = at < text.size() && text[at] == '/';
  at += code.is_closing ? 1 : 0;
  const std::size_t name_at = at;
  if (at >= text.size() || !is_letter(text[at])) return code;
  while (at < text.size() && is_name(text[at])) ++at;
  code.name = text.substr(name_at, at - name_at);
  const std::size_t attributes_at = at;
  char quote = 0;
  for (const std::size_t limit = std::min(text.size(), kLongestShortcode); at < limit; ++at) {
    const char c = text[at];
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == ']') {
      break;
    } else if (c == '[' || c == '<') {
      return code;
    } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
      quote = c;
    }
  }
  if (at >= text.size() || text[at] != ']') return code;
  code.attributes = text.substr(attributes_at, at - attributes_at);
  const bool divided = code.attributes.empty() || code.attributes[0] == ' ' ||
                       code.attributes[0] == '/' || code.attributes[0] == '\n';
  if (!divided) return code;
  code.is_empty = !code.attributes.empty() && code.attributes.back() == '/';
  code.length = at + 1;
  return code;
}

// key=value or key="value" right behind the name.
bool has_attributes(std::string_view attributes) {
  const std::string_view rest = text::trim(attributes);
  std::size_t end = 0;
  while (end < rest.size() && is_name(rest[end])) ++end;
  return end > 0 && end < rest.size() && rest[end] == '=';
}

std::string attribute(std::string_view attributes, std::string_view name) {
  const std::string wanted = std::string(name) + "=\"";
  const std::size_t at = attributes.find(wanted);
  if (at == kNowhere) return "";
  const std::string_view rest = attributes.substr(at + wanted.size());
  return std::string(rest.substr(0, rest.find('"')));
}

// Takes shortcodes out of a text, which it goes through once.
class Cleaner {
 public:
  explicit Cleaner(std::string_view text) : text_(text) { find_pairs(); }

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  // Names that are opened and closed somewhere.
  void find_pairs() {
    std::unordered_set<std::string_view> opened;
    for (std::size_t at = text_.find('['); at != kNowhere; at = text_.find('[', at + 1)) {
      const Shortcode code = parse(text_.substr(at));
      if (code.length == 0) continue;
      if (!code.is_closing) {
        opened.insert(code.name);
      } else if (opened.count(code.name) != 0) {
        paired_.insert(code.name);
      }
    }
  }

  void step() {
    const std::size_t next = std::min(text_.find('[', at_), text_.size());
    out_ += text_.substr(at_, next - at_);
    at_ = next;
    if (at_ == text_.size()) return;
    const bool is_escaped = text_.substr(at_, 2) == "[[";
    const Shortcode code = parse(text_.substr(at_ + (is_escaped ? 1 : 0)));
    if (is_escaped && code.length != 0 && text_.substr(at_ + 1 + code.length, 1) == "]") {
      out_ += text_.substr(at_ + 1, code.length);
      at_ += code.length + 2;
    } else if (!is_escaped && code.length != 0 && is_shortcode(code)) {
      at_ += code.length;
      replace(code);
    } else {
      out_ += '[';
      ++at_;
    }
  }

  bool is_shortcode(const Shortcode& code) const {
    if (is_known(code.name) || paired_.count(code.name) != 0) return true;
    return !code.is_closing && has_attributes(code.attributes);
  }

  void replace(const Shortcode& code) {
    const bool is_pair = !code.is_closing && !code.is_empty && paired_.count(code.name) != 0;
    if (code.name == "caption" || code.name == "wp_caption") {
      if (code.is_closing) {
        out_ += "</figcaption></figure>";
      } else {
        out_ += "<figure><figcaption>" + attribute(code.attributes, "caption") + " ";
        if (!is_pair) out_ += "</figcaption></figure>";
      }
    } else if (is_pair && hides_content(code.name)) {
      const std::string end = "[/" + std::string(code.name) + "]";
      const std::size_t found = text_.find(end, at_);
      if (found != kNowhere) at_ = found + end.size();
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::unordered_set<std::string_view> paired_;
};

bool starts_with_tag(std::string_view text, std::string_view name) {
  if (text.size() <= name.size() + 1 || text[0] != '<') return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (text::lower(text[i + 1]) != name[i]) return false;
  }
  const char behind = text[name.size() + 1];
  return behind == '>' || behind == ' ' || behind == '\n';
}

// <!--more-->, <!--nextpage--> and the borders of blocks divide paragraphs.
std::string without_marks(std::string_view content) {
  std::string out;
  out.reserve(content.size());
  while (!content.empty()) {
    const std::size_t start = std::min(content.find("<!--"), content.size());
    out += content.substr(0, start);
    content.remove_prefix(start);
    if (content.empty()) break;
    const std::size_t end = content.find("-->");
    if (end == kNowhere) {
      out += content;
      break;
    }
    std::string_view mark = text::trim(content.substr(4, end - std::min<std::size_t>(end, 4)));
    if (mark.substr(0, 1) == "/") mark.remove_prefix(1);
    const bool divides = mark.substr(0, 4) == "more" || mark.substr(0, 8) == "nextpage" ||
                         mark.substr(0, 3) == "wp:";
    if (divides) out += "\n\n";
    content.remove_prefix(end + 3);
  }
  return out;
}

// A blank line begins a paragraph, but not in what is kept as it is.
std::string with_paragraphs(std::string_view content) {
  std::string out;
  out.reserve(content.size() + content.size() / 8);
  std::string_view kept;  // the element whose text is left alone
  for (std::size_t at = 0; at < content.size(); ++at) {
    const char c = content[at];
    if (c == '<') {
      const std::string_view rest = content.substr(at, 12);
      if (kept.empty()) {
        for (const std::string_view name : {"pre", "script", "style", "textarea"}) {
          if (starts_with_tag(rest, name)) kept = name;
        }
      } else if (starts_with_tag(rest, std::string("/") + std::string(kept))) {
        kept = {};
      }
    }
    if (c != '\n' || !kept.empty()) {
      out += c;
      continue;
    }
    const std::size_t next = std::min(content.find_first_not_of(" \t", at + 1), content.size());
    out += next < content.size() && content[next] == '\n' ? "\n<p>" : "\n";
  }
  return out;
}

// Markdown is kept as it was written by some plugins, and by all who move a blog to WordPress.
bool is_markdown(std::string_view content) {
  if (content.find("<p>") != kNowhere || content.find("<p ") != kNowhere ||
      content.find("<!-- wp:") != kNowhere) {
    return false;
  }
  if (content.find("](http") != kNowhere || content.find("](/") != kNowhere) return true;
  for (std::size_t at = 0; at < content.size();) {
    const std::string_view line = content.substr(at, content.find('\n', at) - at);
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes > 0 && hashes < 7 && hashes < line.size() && line[hashes] == ' ') return true;
    if (line.substr(0, 3) == "```" || line.substr(0, 2) == "> ") return true;
    at += line.size() + 1;
  }
  return false;
}

}  // namespace

std::string without_shortcodes(std::string_view content) {
  if (content.find('[') == kNowhere) return std::string(content);
  return Cleaner(content).run();
}

std::vector<Paragraph> wordpress_paragraphs(std::string_view content) {
  if (is_markdown(content)) {
    MarkdownBody body = read_markdown_body(content);
    if (!body.title.empty()) {
      body.paragraphs.insert(body.paragraphs.begin(),
                             {schema::Zone::kHeading, std::move(body.title)});
    }
    return std::move(body.paragraphs);
  }
  return html_to_paragraphs(with_paragraphs(without_shortcodes(without_marks(content))));
}

}  // namespace postil::index
