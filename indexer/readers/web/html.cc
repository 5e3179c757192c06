#include "indexer/readers/web/html.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/html/parse.h"
#include "indexer/readers/report.h"

namespace postil::index {
namespace {

using namespace std::string_view_literals;

constexpr int kCertain = 95;
constexpr int kByEnding = 80;
constexpr int kByFirstTag = 40;  // Markdown may begin so as well

constexpr std::size_t kOpening = 4096;
constexpr std::size_t kWhereCharsetsAre = 4096;

// What stands behind a mark, white space, comments and an XML declaration.
std::string_view opening(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (;;) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n\f"), bytes.size()));
    const std::string_view end = bytes.starts_with("<!--")    ? "-->"sv
                                 : bytes.starts_with("<?xml") ? "?>"sv
                                                              : ""sv;
    const std::size_t found = end.empty() ? std::string_view::npos : bytes.find(end);
    if (found == std::string_view::npos) return bytes;
    bytes.remove_prefix(found + end.size());
  }
}

bool begins_with_tag(std::string_view text, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    if (!text.starts_with('<') || !text.substr(1).starts_with(name)) return false;
    const char behind = text.size() > name.size() + 1 ? text[name.size() + 1] : '>';
    return behind == '>' || behind == ' ' || behind == '\n' || behind == '\t' || behind == '\r';
  });
}

bool has_tags(std::string_view text) {
  int tags = 0;
  for (std::size_t at = text.find("</"); at != std::string_view::npos;
       at = text.find("</", at + 2)) {
    if (++tags >= 2) return true;
  }
  return text.find("<p>") != std::string_view::npos || text.find("<br") != std::string_view::npos;
}

int sniff_html(const Sample& sample) {
  const bool wide = !wide_encoding(sample.bytes).empty();
  const std::string decoded = wide ? decode(sample.bytes.substr(0, 2 * kOpening)).text : "";
  const std::string_view first = opening(wide ? decoded : sample.bytes);
  const std::string start =
      first.starts_with('<') ? text::lower(first.substr(0, kOpening)) : std::string();
  if (begins_with_tag(start, {"!doctype html", "html", "head", "body"})) return kCertain;
  if (start.starts_with("<!doctype html")) return kCertain;
  const std::string ending = ending_of(sample.path);
  const bool named = ending == "html" || ending == "htm" || ending == "xhtml" || ending == "shtml";
  if (start.find("<html") != std::string::npos) return kByEnding;
  const bool is_tag = start.size() > 1 && start[0] == '<' && start[1] >= 'a' && start[1] <= 'z';
  if (named && (is_tag || has_tags(sample.bytes))) return kByEnding;
  if (begins_with_tag(start, {"title", "meta", "link", "script", "style", "table", "div", "article",
                              "main", "section", "h1", "font", "center", "p"}) &&
      has_tags(sample.bytes)) {
    return kByFirstTag;
  }
  return 0;
}

// The value behind "charset=" in a <meta> at the beginning of the page, or behind "encoding=" in an
// XML declaration; "" if there is none.
std::string_view declared_charset(std::string_view bytes) {
  const std::string head = text::lower(bytes.substr(0, kWhereCharsetsAre));
  for (const std::string_view label : {"charset="sv, "encoding="sv}) {
    const bool xml = label.front() == 'e';
    for (std::size_t at = head.find(label); at != std::string::npos;
         at = head.find(label, at + 1)) {
      const std::size_t tag = head.rfind('<', at);
      if (tag == std::string::npos) continue;
      const std::string_view name = std::string_view(head).substr(tag, 5);
      if (name != (xml ? "<?xml" : "<meta")) continue;
      std::size_t begin = at + label.size();
      while (begin < head.size() &&
             (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' '))
        ++begin;
      const std::size_t end = std::min(head.find_first_of("\"' />;\n\r\t", begin), head.size());
      return bytes.substr(begin, end - begin);
    }
  }
  return "";
}

// Browsers leave the address in a comment at the top: "saved from url=(0031)https://…", and so do
// extensions that make one file of a page: "url: https://…".
std::string saved_from(std::string_view page) {
  const std::string_view head = page.substr(0, kOpening);
  for (const std::string_view label : {"saved from url=("sv, "\n url: "sv}) {
    std::size_t at = head.find(label);
    if (at == std::string_view::npos || head.rfind("<!--", at) == std::string_view::npos) continue;
    at += label.size();
    if (label.back() == '(') at = std::min(head.find(')', at), head.size() - 1) + 1;
    const std::size_t end = std::min(head.find_first_of(" \n\t>", at), head.size());
    const std::string_view address = head.substr(at, end - at);
    if (address.starts_with("http://") || address.starts_with("https://")) {
      return std::string(address);
    }
  }
  return "";
}

// Scripts and styles are text of the page, but not for people.
bool has_text(const PageTree& tree) {
  for (NodeId node = tree.next_in(0, 0); node != 0; node = tree.next_in(node, 0)) {
    if (tree[node].tag != Tag::kText) continue;
    const Tag around = tree[tree[node].parent].tag;
    if (around == Tag::kScript || around == Tag::kStyle) continue;
    if (!text::trim(tree.text_of(node)).empty()) return true;
  }
  return false;
}

void read_as_html(Source& source, RawArticleSink& sink) {
  std::string bytes;
  if (!read_text(source, sink, bytes)) return;
  std::optional<RawArticle> page = read_html_page(bytes, {}, sink);
  if (!page) {
    report_empty(source, sink);
    return;
  }
  sink.article(std::move(*page));
}

}  // namespace

std::optional<RawArticle> read_html_page(std::string_view bytes, const PageOrigin& origin,
                                         RawArticleSink& sink) {
  const std::string_view declared =
      origin.charset.empty() ? declared_charset(bytes) : std::string_view(origin.charset);
  Decoded decoded = decode(bytes, declared);
  MarkedPage page;
  page.address = origin.address.empty() ? saved_from(decoded.text) : origin.address;
  page.tree = html::parse(std::move(decoded.text));
  if (!has_text(page.tree)) return std::nullopt;
  report(decoded, sink);
  RawArticle article;
  article.content = std::move(page);
  return article;
}

const Reader kHtmlReader = {"html", "HTML, web pages as saved by browsers and crawlers", sniff_html,
                            read_as_html};

}  // namespace postil::index
