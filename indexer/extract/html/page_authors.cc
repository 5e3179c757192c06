#include "indexer/extract/html/page_authors.h"

#include <algorithm>
#include <optional>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/html/page_title.h"
#include "indexer/extract/names.h"
#include "indexer/extract/words.h"
#include "indexer/model/date_text.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostNames = 12;
constexpr std::uint32_t kHeadBlocks = 40;  // how far before the body a byline may stand

// Words of accounts, desks, agencies and companies.
constexpr std::string_view kNoPersons[] = {"admin",
                                           "administrator",
                                           "redaktion",
                                           "redaction",
                                           "redaccion",
                                           "redazione",
                                           "editor",
                                           "editors",
                                           "editorial",
                                           "staff",
                                           "team",
                                           "newsroom",
                                           "webmaster",
                                           "guest",
                                           "desk",
                                           "news",
                                           "magazine",
                                           "magazin",
                                           "gmbh",
                                           "ag",
                                           "inc",
                                           "ltd",
                                           "llc",
                                           "verlag",
                                           "zeitung",
                                           "agency",
                                           "agencies",
                                           "agentur",
                                           "agence",
                                           "reuters",
                                           "dpa",
                                           "afp",
                                           "ap",
                                           "apa",
                                           "sda",
                                           "epd",
                                           "kna",
                                           "efe",
                                           "ansa",
                                           "tass",
                                           "press",
                                           "presse",
                                           "anonymous",
                                           "anonym",
                                           "unknown",
                                           "author",
                                           "autor",
                                           "user",
                                           "redaktor",
                                           "redakcja",
                                           "redakce",
                                           "reporter",
                                           "correspondent",
                                           "korrespondent",
                                           "universitat",
                                           "university",
                                           "institute",
                                           "institut",
                                           "verein",
                                           "foundation",
                                           "stiftung",
                                           "online",
                                           "blog",
                                           "com",
                                           "www",
                                           "de",
                                           "org",
                                           "net",
                                           "tv",
                                           "radio",
                                           "official",
                                           "by",
                                           "written",
                                           "posted",
                                           "post",
                                           "comments",
                                           "kommentare",
                                           "share",
                                           "more",
                                           "mehr",
                                           "home",
                                           "publisher",
                                           "redakteur",
                                           "partner",
                                           "pressestelle",
                                           "group",
                                           "media",
                                           "editora",
                                           "редакция"};

bool is_no_person(std::string_view name) {
  const std::vector<PageWord> words = page_words(name);
  if (words.empty()) return true;
  return std::any_of(words.begin(), words.end(), [&](const PageWord& word) {
    const bool particle = word.folded == "de" && words.size() > 1;
    return !particle && std::find(std::begin(kNoPersons), std::end(kNoPersons), word.folded) !=
                            std::end(kNoPersons);
  });
}

class Claims {
 public:
  Claims(const MarkedParts& page, NodeId main, const PageFacts& facts, std::string_view outlet,
         std::string_view address)
      : page_(page), facts_(facts), outlet_(squashed(outlet)), host_(squashed(address)) {
    body_ = page.range(main);
  }

  std::vector<AuthorClaim> run() {
    add(AuthorSource::kJsonLd, facts_.json.authors);
    add(AuthorSource::kMeta, facts_.meta.authors);
    std::vector<std::string> props;
    std::vector<std::string> rels;
    std::vector<std::string> named;
    for (NodeId node = 1; node != 0; node = page_.tree.next_in(node, 0)) {
      if (page_.tree[node].tag == Tag::kText || is_elsewhere(node)) continue;
      const std::string_view prop = page_.tree.attribute(node, Attr::kItemprop);
      const std::string_view rel = page_.tree.attribute(node, Attr::kRel);
      if (prop == "author" || prop == "creator") {
        props.push_back(name_in(node));
      } else if (rel.find("author") != std::string_view::npos && page_.tree[node].tag == Tag::kA) {
        rels.push_back(short_text(page_.tree, node));
      } else if ((page_.cues[node] & kCueAuthor) != 0 && named.empty()) {
        const std::string text = short_text(page_.tree, node);
        if (text.empty() || text.size() > kLongestByline) continue;
        take_named(text, named);
      }
    }
    add(AuthorSource::kMicrodata, props);
    add(AuthorSource::kRel, rels);
    add(AuthorSource::kNamed, named);
    add(AuthorSource::kByline, bylines());
    return std::move(claims_);
  }

 private:
  // In comments, in menus and in lists of other articles, or hidden.
  bool is_elsewhere(NodeId node) const {
    const BlockRange range = page_.range(node);
    if (range.begin >= page_.size()) return false;
    if (page_.parts[range.begin] == Part::kComment) return true;
    for (NodeId up = node; up != 0; up = page_.tree[up].parent) {
      if ((page_.cues[up] & (kCueComment | kCueRelated | kCueTeaser)) != 0 &&
          page_.range(up).size() < page_.size() / 2) {
        return true;
      }
    }
    return false;
  }

  // The name inside microdata about a person, else the element's text.
  std::string name_in(NodeId node) const {
    for (NodeId inner = node; inner != 0; inner = page_.tree.next_in(inner, node)) {
      if (page_.tree.attribute(inner, Attr::kItemprop) != "name") continue;
      const std::string_view content = page_.tree.attribute(inner, Attr::kContent);
      return content.empty() ? short_text(page_.tree, inner) : std::string(content);
    }
    const std::string_view content = page_.tree.attribute(node, Attr::kContent);
    return content.empty() ? short_text(page_.tree, node) : std::string(content);
  }

  // Behind the last "by", "von", "Autor:" of the first few words.
  std::string without_label(const std::string& text) const {
    constexpr std::size_t kFirstWords = 4;
    const std::vector<PageWord> words = page_words(text);
    std::size_t begin = 0;
    for (const CueHit& hit : find_cues(words, page_.languages)) {
      if (hit.kind != CueKind::kByline || hit.begin >= kFirstWords || hit.end >= words.size())
        continue;
      begin = std::max<std::size_t>(begin, hit.end);
    }
    return begin == 0 ? text : text.substr(words[begin].begin);
  }

  void take_named(const std::string& text, std::vector<std::string>& names) const {
    if (const auto byline = read_byline(text, page_.languages)) {
      for (const std::string& name : byline->authors) names.push_back(name);
      if (!names.empty() || byline->published) return;
    }
    if (!find_date(text) && text.size() <= kLongestName) names.push_back(text);
  }

  // Lines near the head of the body.
  std::vector<std::string> bylines() const {
    const std::uint32_t begin = body_.begin > kHeadBlocks ? body_.begin - kHeadBlocks : 0;
    const std::uint32_t end = std::min(body_.begin + 8, page_.size());
    std::vector<std::string> names;
    for (std::uint32_t i = begin; i < end && names.empty(); ++i) {
      const FlowBlock& block = page_.block(i);
      if (block.text.size() > kLongestByline || page_.parts[i] == Part::kComment) continue;
      if (block.shape == Shape::kHeading && block.level <= 2) continue;
      const auto byline = read_byline(block.text, page_.languages);
      if (byline) names = byline->authors;
    }
    return names;
  }

  // "Follow", "Read more": what stands beside authors.
  bool is_button(const std::string& name) const {
    static constexpr std::string_view kVerbs[] = {"follow", "folgen", "suivre", "seguir", "segui"};
    const std::string key = squashed(name);
    if (std::find(std::begin(kVerbs), std::end(kVerbs), key) != std::end(kVerbs)) return true;
    if (key.find("admin") != std::string::npos || find_date(name)) return true;
    FlowBlock line;
    line.text = name;
    return describe(line, page_.languages).furniture >= 2;
  }

  void add(AuthorSource source, const std::vector<std::string>& written) {
    AuthorClaim claim;
    claim.source = source;
    claim.persons = true;
    std::vector<std::string> known;
    for (const std::string& whole : written) {
      const std::string each = source == AuthorSource::kJsonLd ? whole : without_label(whole);
      if (each.size() > kLongestByline || each.find("://") != std::string::npos) continue;
      for (std::string& name : author_names(each)) {
        const std::string key = squashed(name);
        if (key.size() < 2 || name.size() > kLongestName || is_no_person(name)) continue;
        const bool person = is_person_name(name, page_.languages);
        if (!person && is_button(name)) continue;
        const bool shown = source >= AuthorSource::kMicrodata;
        if (!person && !shown && (key == outlet_ || host_.find(key) != std::string::npos)) continue;
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        known.push_back(key);
        claim.persons = claim.persons && person;
        claim.names.push_back(std::move(name));
      }
    }
    if (!claim.names.empty() && claim.names.size() <= kMostNames) {
      claims_.push_back(std::move(claim));
    }
  }

  const MarkedParts& page_;
  const PageFacts& facts_;
  std::string outlet_;
  std::string host_;
  BlockRange body_;
  std::vector<AuthorClaim> claims_;
};

}  // namespace

std::vector<AuthorClaim> author_claims(const MarkedParts& page, NodeId main, const PageFacts& facts,
                                       std::string_view outlet, std::string_view address) {
  return Claims(page, main, facts, outlet, address).run();
}

std::vector<std::string> choose_authors(const std::vector<AuthorClaim>& claims) {
  for (const AuthorClaim& claim : claims) {
    if (claim.persons) return claim.names;
  }
  // A name that people gave themselves is one word and stands where authors stand.
  for (const AuthorClaim& claim : claims) {
    if (claim.source >= AuthorSource::kMicrodata && claim.names.size() == 1 &&
        page_words(claim.names.front()).size() <= 2) {
      return claim.names;
    }
  }
  return {};
}

}  // namespace postil::index
