#include "indexer/extract/html/page_title.h"

#include <algorithm>
#include <vector>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/characters.h"

namespace postil::index {
namespace {

// Between a title and the name of a site. A hyphen and a colon need space before or behind.
constexpr std::string_view kSeparators[] = {
    " | ",  " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • ", " ~ ",
    " // ", "| ",  " / ", " < ", " > ", ": ",  " │ ",  "│ ",  "│"};

std::vector<std::string> parts_of(std::string_view title) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < title.size();) {
    std::size_t length = 0;
    for (const std::string_view separator : kSeparators) {
      if (title.substr(at).starts_with(separator)) {
        length = separator.size();
        break;
      }
    }
    if (length == 0) {
      ++at;
      continue;
    }
    parts.emplace_back(text::trim(title.substr(begin, at - begin)));
    at += length;
    begin = at;
  }
  parts.emplace_back(text::trim(title.substr(begin)));
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  return parts;
}

// "www.the-essay.co.uk" → "theessaycouk"
std::string squashed_host(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return "";
  address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/:?#"));
  if (address.starts_with("www.")) address.remove_prefix(4);
  return squashed(address);
}

bool names_site(const std::string& part, const std::string& outlet, const std::string& host) {
  const std::string name = squashed(part);
  if (name.size() < 2) return true;
  if (!outlet.empty() && (name == outlet || (outlet.size() > 3 && name.starts_with(outlet)) ||
                          (name.size() > 3 && outlet.starts_with(name)))) {
    return true;
  }
  return name.size() > 2 && !host.empty() && host.find(name) != std::string::npos;
}

// Drops what names the site at either end.
std::string without_site(std::string_view title, const std::string& outlet,
                         const std::string& host) {
  const std::vector<std::string> parts = parts_of(title);
  if (parts.size() < 2) return std::string(text::trim(title));
  std::string_view rest = text::trim(title);
  for (std::size_t i = parts.size(); i-- > 1 && names_site(parts[i], outlet, host);) {
    const std::size_t at = rest.rfind(parts[i]);
    rest = strip_back(rest.substr(0, at), U"|│-–—»«:·•~/<>");
  }
  if (names_site(parts[0], outlet, host) && rest.size() > parts[0].size()) {
    rest = strip_front(rest.substr(parts[0].size()), U"|│-–—»«:·•~/<>");
  }
  return std::string(text::trim(rest));
}

struct Heading {
  std::string text;
  NodeId element = 0;
  int level = 1;
  bool in_main = false;
  bool named = false;  // its class says title
  bool home = false;   // it is a link to the front page, or of a head for all pages
};

bool leads_home(const MarkedParts& page, NodeId heading) {
  for (NodeId node = heading; node != 0; node = page.tree.next_in(node, heading)) {
    if (page.tree[node].tag != Tag::kA) continue;
    std::string_view target = page.tree.attribute(node, Attr::kHref);
    if (page.tree.attribute(node, Attr::kRel).find("home") != std::string_view::npos) return true;
    const std::size_t scheme = target.rfind("://");  // the inner one of an archive's address
    if (scheme != std::string_view::npos) {
      const std::size_t path = target.find('/', scheme + 3);
      target = path == std::string_view::npos ? std::string_view() : target.substr(path);
    }
    if (target.empty() || target == "/" || target == "/index.html" || target == "/index.php") {
      return true;
    }
  }
  return false;
}

std::vector<Heading> headings(const MarkedParts& page, NodeId main) {
  std::vector<Heading> found;
  const BlockRange body = page.range(main);
  for (NodeId node = 1; node != 0 && found.size() < 64; node = page.tree.next_in(node, 0)) {
    const Tag tag = page.tree[node].tag;
    const std::string_view prop = page.tree.attribute(node, Attr::kItemprop);
    const bool headline = prop == "headline";
    if ((tag < Tag::kH1 || tag > Tag::kH3) && !headline) continue;
    if (page.range(node).size() == 0 && !headline) continue;
    Heading heading;
    heading.text = short_text(page.tree, node);
    if (heading.text.size() < 3 || tag == Tag::kMeta) continue;
    heading.element = node;
    heading.level = headline ? 1 : static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1;
    heading.in_main = page.range(node).begin + 1 >= body.begin && page.range(node).begin < body.end;
    heading.named = headline || (page.cues[node] & kCueTitle) != 0;
    heading.home = leads_home(page, node);
    found.push_back(std::move(heading));
  }
  return found;
}

// The longest part of the page's name, as squashed(): what it is about, where nothing tells the
// site's name.
std::string longest_part(std::string_view title, const std::string& site, const std::string& host) {
  std::string longest;
  for (const std::string& part : parts_of(title)) {
    const std::string text = squashed(part);
    if (text.size() > longest.size() && !names_site(part, site, host)) longest = text;
  }
  return longest;
}

bool contains(const std::string& whole, const std::string& part) {
  return part.size() >= 4 && whole.find(part) != std::string::npos;
}

// What the page is called elsewhere than in its headings; squashed, but for `declared`.
struct PageNames {
  std::string site;
  std::string host;
  std::string tag;
  std::string topic;
  std::string declared;
  std::string declared_squashed;
};

// How much speaks for a heading: one that the page's own name confirms is the title as people read
// it. -1 if it names the site.
int weight_of(const Heading& heading, const PageNames& names, bool is_only_h1) {
  const std::string text = squashed(heading.text);
  if (names_site(heading.text, names.site, names.host) && text != names.declared_squashed)
    return -1;
  int weight = heading.level == 1 ? 4 : heading.level == 2 ? 1 : 0;
  if (is_only_h1) weight += 2;
  if (contains(names.tag, text)) {
    weight += names.tag.starts_with(text) || text == names.topic ? 7 : 2;
  } else if (contains(text, names.topic)) {
    weight += 5;  // with a kicker
  }
  if (heading.home) weight -= 10;
  if (contains(names.declared_squashed, text) || contains(text, names.declared_squashed)) {
    weight += 5;
  }
  if (heading.named) weight += 1;
  if (heading.in_main) weight += 1;
  return weight;
}

// The title tag without the site; its longest part, where nothing tells the site's.
std::string title_of_tag(std::string_view tag, const PageNames& names) {
  std::string named = without_site(tag, names.site, names.host);
  const std::vector<std::string> parts = parts_of(named);
  const bool is_whole = named == text::trim(tag);
  if (is_whole && parts.size() == 2 && parts[1].size() < parts[0].size()) return parts[0];
  return named;
}

}  // namespace

std::string squashed(std::string_view text) {
  const std::string folded = text::fold(text);
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(folded, at);
    if (is_letter(c) || is_digit(c)) out.append(folded, begin, at - begin);
  }
  return out;
}

std::string find_page_title(const MarkedParts& page, NodeId main, const PageFacts& facts,
                            std::string_view outlet, std::string_view address) {
  PageNames names;
  names.site = squashed(outlet);
  names.host = squashed_host(address.empty() ? facts.meta.url : address);
  names.tag = squashed(facts.title_tag);
  names.topic = longest_part(facts.title_tag, names.site, names.host);
  names.declared = without_site(facts.json.title.empty() ? facts.meta.title : facts.json.title,
                                names.site, names.host);
  names.declared_squashed = squashed(names.declared);
  const std::vector<Heading> all = headings(page, main);
  const auto h1s = std::count_if(all.begin(), all.end(),
                                 [](const Heading& heading) { return heading.level == 1; });
  const Heading* best = nullptr;
  int most = 0;
  for (const Heading& heading : all) {
    const int weight = weight_of(heading, names, heading.level == 1 && h1s == 1);
    if (weight <= most) continue;
    most = weight;
    best = &heading;
  }
  if (best != nullptr && most >= 7) return best->text;
  if (!names.declared.empty() && !names_site(names.declared, names.site, names.host)) {
    return names.declared;
  }
  if (best != nullptr && best->level == 1 && most >= 5) return best->text;
  std::string named = title_of_tag(facts.title_tag, names);
  if (!named.empty() || best == nullptr) return named;
  return best->text;
}

}  // namespace postil::index
