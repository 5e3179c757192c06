#include "indexer/extract/html/page_authors.h"

#include <algorithm>
#include <optional>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/html/page_title.h"
#include "indexer/extract/html/shown_authors.h"
#include "indexer/extract/names.h"
#include "indexer/extract/words.h"
#include "indexer/model/date_text.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostNames = 12;

// Words of accounts and buttons, which are nobody.
constexpr std::string_view kNobody[] = {
    "admin",   "administrator", "webmaster",  "guest", "anonymous", "anonym",
    "unknown", "author",        "autor",      "user",  "com",       "www",
    "de",      "org",           "net",        "by",    "written",   "posted",
    "post",    "comments",      "kommentare", "share", "more",      "mehr",
    "home",    "publisher"};

// Words of desks, agencies and companies.
constexpr std::string_view kDesks[] = {
    "redaktion",     "redaction",     "redaccion",   "redazione",  "editor",       "editors",
    "editorial",     "staff",         "team",        "newsroom",   "desk",         "news",
    "magazine",      "magazin",       "gmbh",        "ag",         "inc",          "ltd",
    "llc",           "verlag",        "zeitung",     "agency",     "agencies",     "agentur",
    "agence",        "reuters",       "dpa",         "afp",        "ap",           "apa",
    "sda",           "epd",           "kna",         "efe",        "ansa",         "tass",
    "press",         "presse",        "redaktor",    "redakcja",   "redakce",      "reporter",
    "correspondent", "korrespondent", "universitat", "university", "institute",    "institut",
    "verein",        "foundation",    "stiftung",    "online",     "blog",         "tv",
    "radio",         "official",      "redakteur",   "partner",    "pressestelle", "group",
    "media",         "editora",       "редакция"};

template <std::size_t N>
bool holds_any(const PageWords& words, const std::string_view (&list)[N]) {
  return std::any_of(words.begin(), words.end(), [&](const PageWord& word) {
    const bool particle = word.folded == "de" && words.size() > 1;
    return !particle && std::find(std::begin(list), std::end(list), word.folded) != std::end(list);
  });
}

class Claims {
 public:
  Claims(const MarkedParts& page, const PageFacts& facts, std::string_view outlet,
         std::string_view address)
      : page_(page), facts_(facts), outlet_(squashed(outlet)), host_(squashed(address)) {}

  std::vector<AuthorClaim> run(const ShownAuthors& shown) {
    add(AuthorSource::kJsonLd, facts_.json.authors);
    add(AuthorSource::kMeta, facts_.meta.authors);
    add(AuthorSource::kMicrodata, shown.microdata);
    add(AuthorSource::kRel, shown.rel);
    add(AuthorSource::kNamed, shown.named);
    add(AuthorSource::kByline, shown.byline);
    add(AuthorSource::kLinked, shown.linked);
    return std::move(claims_);
  }

 private:
  // Behind the last "by", "von", "Autor:" of the first few words.
  std::string without_label(const std::string& text) const {
    constexpr std::size_t kFirstWords = 4;
    const PageWords words = page_words(text);
    std::size_t begin = 0;
    for (const CueHit& hit : find_cues(words, page_.languages)) {
      if (hit.kind != CueKind::kByline || hit.begin >= kFirstWords || hit.end >= words.size())
        continue;
      begin = std::max<std::size_t>(begin, hit.end);
    }
    return begin == 0 ? text : text.substr(words[begin].begin);
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

  bool is_organisation(const std::string& key) const {
    return std::any_of(facts_.organisations.begin(), facts_.organisations.end(),
                       [&](const std::string& name) { return squashed(name) == key; });
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
        const PageWords words = page_words(name);
        if (key.size() < 2 || name.size() > kLongestName || holds_any(words, kNobody)) continue;
        if (holds_any(words, kDesks)) {
          if (claim.desk.empty() && words.size() <= 5) claim.desk = std::move(name);
          continue;
        }
        const bool person = is_person_name(name, page_.languages) && !is_organisation(key);
        if (!person && is_button(name)) continue;
        const bool shown = source >= AuthorSource::kMicrodata;
        if (!person && !shown && (key == outlet_ || host_.find(key) != std::string::npos)) continue;
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        known.push_back(key);
        claim.persons = claim.persons && person;
        claim.names.push_back(std::move(name));
      }
    }
    claim.persons = claim.persons && !claim.names.empty();
    if ((!claim.names.empty() || !claim.desk.empty()) && claim.names.size() <= kMostNames) {
      claims_.push_back(std::move(claim));
    }
  }

  const MarkedParts& page_;
  const PageFacts& facts_;
  std::string outlet_;
  std::string host_;
  std::vector<AuthorClaim> claims_;
};

}  // namespace

std::vector<AuthorClaim> author_claims(const MarkedParts& page, NodeId main, const PageFacts& facts,
                                       std::string_view outlet, std::string_view address) {
  return Claims(page, facts, outlet, address).run(shown_authors(page, main));
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
  // A desk or an agency signs where people would: as the page shows it, not as it declares it.
  for (const AuthorClaim& claim : claims) {
    if (claim.source >= AuthorSource::kMicrodata && claim.names.empty() && !claim.desk.empty()) {
      return {claim.desk};
    }
  }
  return {};
}

}  // namespace postil::index
