#include "indexer/readers/feeds/feed_text.h"

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/readers/html/entities.h"
#include "indexer/readers/text/authors.h"
#include "indexer/readers/text/html_text.h"

namespace postil::index {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether there is anything in it that could be a tag.
bool has_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != kNowhere; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if ((is_letter(next) || next == '/' || next == '!') && text.find('>', at) != kNowhere) {
      return true;
    }
  }
  return false;
}

std::string decoded_if_needed(std::string_view text) {
  return text.find('&') == kNowhere ? std::string(text) : decode_entities(text);
}

// Plain text: blank lines divide, other line ends are only where somebody's editor broke.
std::vector<Paragraph> plain_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  std::string paragraph;
  const auto flush = [&] {
    std::string squeezed = text::squeeze(paragraph);
    paragraph.clear();
    if (!squeezed.empty()) paragraphs.push_back({schema::Zone::kBody, std::move(squeezed)});
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (text::trim(line).empty()) {
      flush();
    } else {
      paragraph.append(line).append("\n");
    }
  }
  flush();
  return paragraphs;
}

bool is_address(std::string_view word) {
  const std::size_t at = word.find('@');
  return at != kNowhere && at > 0 && word.find('.', at) != kNowhere &&
         word.find_first_of(" \t\n") == kNowhere;
}

// The text without e-mail addresses and the brackets around what is left.
std::string without_addresses(std::string_view text) {
  std::string name;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n()<>,;\"", 0), text.size());
    const std::string_view word = text.substr(0, end);
    std::string_view bare = word;
    if (bare.substr(0, 7) == "mailto:") bare.remove_prefix(7);
    if (!is_address(bare)) name += word;
    if (end < text.size()) {
      const char c = text[end];
      name += c == '(' || c == ')' || c == '<' || c == '>' || c == '"' ? ' ' : c;
    }
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  std::string squeezed = text::squeeze(name);
  while (!squeezed.empty() && (squeezed.back() == ',' || squeezed.back() == ';')) {
    squeezed.pop_back();
  }
  return squeezed;
}

// Without the dots or brackets that say that more follows.
std::string_view without_ellipsis(std::string_view text) {
  for (;;) {
    text = text::trim(text);
    const std::size_t before = text.size();
    for (const std::string_view mark : {"[…]", "[...]", "(…)", "(...)", "…", "...", "[&hellip;]"}) {
      if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) {
        text.remove_suffix(mark.size());
        break;
      }
    }
    if (text.size() == before) return text;
  }
}

}  // namespace

std::string line_of(const FeedText& text) {
  switch (text.kind) {
    case FeedText::Kind::kPlain:
      return text::squeeze(text.value);
    case FeedText::Kind::kHtml:
      return text::squeeze(html_to_text(text.value));
    case FeedText::Kind::kUnstated:
      break;
  }
  if (looks_like_html(text.value)) return text::squeeze(html_to_text(text.value));
  const std::string once = decoded_if_needed(text.value);
  return text::squeeze(looks_like_html(once) ? html_to_text(once) : once);
}

std::vector<Paragraph> paragraphs_of(const FeedText& text) {
  if (text.kind == FeedText::Kind::kPlain) return plain_paragraphs(text.value);
  if (has_tag(text.value)) return html_to_paragraphs(text.value);
  const std::string once = decoded_if_needed(text.value);
  // Escaped twice: not one tag, and tags once it is decoded.
  return looks_like_html(once) ? html_to_paragraphs(once) : plain_paragraphs(once);
}

std::string joined(const std::vector<Paragraph>& paragraphs) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += paragraph.text;
  }
  return text;
}

std::string standfirst_of(const FeedText& summary, const std::vector<Paragraph>& body) {
  const std::string line = text::squeeze(joined(paragraphs_of(summary)));
  if (line.empty() || body.empty()) return "";
  std::string start;
  const std::string wanted = text::fold(without_ellipsis(line));
  for (const Paragraph& paragraph : body) {
    if (start.size() > 2 * line.size() + 200) break;
    if (!start.empty()) start += ' ';
    start += paragraph.text;
  }
  start = text::fold(start);
  return start.find(wanted) != std::string::npos ? "" : line;
}

void add_names(std::string_view text, std::vector<std::string>& authors) {
  const std::string decoded = decoded_if_needed(text);
  const std::string name = without_addresses(decoded);
  if (name.empty() || name.find("://") != std::string::npos) return;
  for (const std::string& each : split_authors(name)) add_author(each, authors);
}

std::string resolve(std::string_view base, std::string_view reference) {
  reference = text::trim(reference);
  const std::size_t colon = reference.find_first_of(":/?#");
  if (colon != kNowhere && reference[colon] == ':' && colon > 0) return std::string(reference);
  const std::size_t scheme = base.find("://");
  if (scheme == kNowhere || reference.empty()) return std::string(reference);
  if (reference.substr(0, 2) == "//") {
    return std::string(base.substr(0, scheme + 1)) + std::string(reference);
  }
  const std::size_t host_end = std::min(base.find_first_of("/?#", scheme + 3), base.size());
  const std::string host(base.substr(0, host_end));
  if (reference[0] == '/') return host + std::string(reference);
  std::string_view path = base.substr(host_end);
  if (reference[0] == '#') {
    return host + std::string(path.substr(0, path.find('#'))) + std::string(reference);
  }
  path = path.substr(0, path.find_first_of("?#"));
  if (reference[0] == '?') return host + std::string(path) + std::string(reference);
  path = path.substr(0, path.rfind('/') + 1);  // npos + 1 is 0
  while (reference.substr(0, 2) == "./" || reference.substr(0, 3) == "../") {
    const bool is_up = reference[1] == '.';
    reference.remove_prefix(is_up ? 3 : 2);
    if (!is_up || path.size() < 2) continue;
    path.remove_suffix(1);
    path = path.substr(0, path.rfind('/') + 1);
  }
  return host + (path.empty() ? "/" : std::string(path)) + std::string(reference);
}

}  // namespace postil::index
