#include "indexer/extract/html/page_facts.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/html/marked_parts.h"
#include "indexer/model/date_text.h"

namespace postil::index {
namespace {

enum class Fact {
  kTitle,
  kAuthor,
  kPublished,
  kUpdated,
  kOutlet,
  kLanguage,
  kUrl,
  kStandfirst,
  kTags,
};

struct FactName {
  std::string_view name;
  Fact fact;
  int weight;  // the heavier wins; authors and tags of the heaviest are gathered
};

// The names in <meta name|property|itemprop>, in small letters.
constexpr FactName kFactNames[] = {
    {"og:title", Fact::kTitle, 5},
    {"twitter:title", Fact::kTitle, 4},
    {"citation_title", Fact::kTitle, 6},
    {"dc.title", Fact::kTitle, 3},
    {"dcterms.title", Fact::kTitle, 3},
    {"headline", Fact::kTitle, 3},
    {"parsely-title", Fact::kTitle, 4},
    {"sailthru.title", Fact::kTitle, 4},
    {"title", Fact::kTitle, 2},
    {"author", Fact::kAuthor, 5},
    {"article:author", Fact::kAuthor, 3},
    {"og:article:author", Fact::kAuthor, 3},
    {"citation_author", Fact::kAuthor, 8},
    {"dc.creator", Fact::kAuthor, 4},
    {"dcterms.creator", Fact::kAuthor, 4},
    {"dc.contributor", Fact::kAuthor, 2},
    {"dcsext.author", Fact::kAuthor, 4},
    {"parsely-author", Fact::kAuthor, 6},
    {"sailthru.author", Fact::kAuthor, 6},
    {"byl", Fact::kAuthor, 6},
    {"article.author", Fact::kAuthor, 4},
    {"authors", Fact::kAuthor, 4},
    {"cxenseparse:author", Fact::kAuthor, 5},
    {"article:published_time", Fact::kPublished, 8},
    {"og:article:published_time", Fact::kPublished, 8},
    {"og:published_time", Fact::kPublished, 7},
    {"og:pubdate", Fact::kPublished, 6},
    {"datepublished", Fact::kPublished, 7},
    {"citation_publication_date", Fact::kPublished, 8},
    {"citation_online_date", Fact::kPublished, 7},
    {"citation_date", Fact::kPublished, 7},
    {"dc.date", Fact::kPublished, 4},
    {"dc.date.issued", Fact::kPublished, 6},
    {"dc.date.created", Fact::kPublished, 5},
    {"dc.created", Fact::kPublished, 5},
    {"dc.issued", Fact::kPublished, 6},
    {"dcterms.created", Fact::kPublished, 5},
    {"dcterms.date", Fact::kPublished, 5},
    {"dcterms.issued", Fact::kPublished, 6},
    {"dcterms.available", Fact::kPublished, 5},
    {"sailthru.date", Fact::kPublished, 6},
    {"parsely-pub-date", Fact::kPublished, 7},
    {"cxenseparse:recs:publishtime", Fact::kPublished, 6},
    {"date", Fact::kPublished, 4},
    {"pubdate", Fact::kPublished, 6},
    {"publish_date", Fact::kPublished, 6},
    {"publish-date", Fact::kPublished, 6},
    {"publishdate", Fact::kPublished, 6},
    {"publication_date", Fact::kPublished, 6},
    {"published_time", Fact::kPublished, 6},
    {"article_date_original", Fact::kPublished, 6},
    {"article.published", Fact::kPublished, 6},
    {"article.created", Fact::kPublished, 5},
    {"article:post_date", Fact::kPublished, 5},
    {"displaydate", Fact::kPublished, 4},
    {"originalpublicationdate", Fact::kPublished, 6},
    {"datecreated", Fact::kPublished, 4},
    {"created", Fact::kPublished, 3},
    {"date.created", Fact::kPublished, 4},
    {"article:modified_time", Fact::kUpdated, 6},
    {"og:updated_time", Fact::kUpdated, 5},
    {"datemodified", Fact::kUpdated, 5},
    {"last-modified", Fact::kUpdated, 3},
    {"lastmod", Fact::kUpdated, 3},
    {"dcterms.modified", Fact::kUpdated, 4},
    {"dc.date.modified", Fact::kUpdated, 4},
    {"article.updated", Fact::kUpdated, 4},
    {"og:site_name", Fact::kOutlet, 6},
    {"citation_journal_title", Fact::kOutlet, 7},
    {"application-name", Fact::kOutlet, 3},
    {"publisher", Fact::kOutlet, 3},
    {"dc.publisher", Fact::kOutlet, 3},
    {"copyright", Fact::kOutlet, 0},
    {"og:locale", Fact::kLanguage, 3},
    {"language", Fact::kLanguage, 4},
    {"content-language", Fact::kLanguage, 4},
    {"dc.language", Fact::kLanguage, 4},
    {"og:url", Fact::kUrl, 4},
    {"twitter:url", Fact::kUrl, 2},
    {"og:description", Fact::kStandfirst, 4},
    {"description", Fact::kStandfirst, 3},
    {"keywords", Fact::kTags, 3},
    {"news_keywords", Fact::kTags, 5},
    {"article:tag", Fact::kTags, 6},
    {"parsely-tags", Fact::kTags, 4},
    {"sailthru.tags", Fact::kTags, 4},
    {"citation_keywords", Fact::kTags, 6},
};

const FactName* find_fact(std::string_view name) {
  static const auto kByName = [] {
    std::unordered_map<std::string_view, const FactName*> names;
    for (const FactName& each : kFactNames) names.emplace(each.name, &each);
    return names;
  }();
  const auto found = kByName.find(name);
  return found == kByName.end() || found->second->weight == 0 ? nullptr : found->second;
}

// "Quill, Ada" → "Ada Quill": so libraries write names. Other commas divide names.
std::string in_order(const std::string& name) {
  const std::size_t comma = name.find(", ");
  if (comma == std::string::npos || name.find(',', comma + 1) != std::string::npos) return name;
  const std::string family = name.substr(0, comma);
  const std::string given = name.substr(comma + 2);
  if (family.find(' ') != std::string::npos || given.size() > 30) return name;
  return given + " " + family;
}

// "Written by", "Verfasst von"
bool is_label_of_names(std::string_view text) {
  const PageWords words = page_words(text);
  const std::vector<CueHit> hits = find_cues(words, cue_languages(""));
  return std::any_of(hits.begin(), hits.end(), [&](const CueHit& hit) {
    return hit.kind == CueKind::kByline && hit.begin == 0 && hit.end == words.size();
  });
}

// Keeps the heaviest of each.
class MetaReader {
 public:
  explicit MetaReader(DeclaredFacts& facts) : facts_(facts) {}

  void read(const PageTree& tree, NodeId node) {
    const std::string content = text::squeeze(tree.attribute(node, Attr::kContent));
    if (content.empty() || read_card(tree, node, content)) return;
    for (const Attr attribute : {Attr::kProperty, Attr::kName, Attr::kItemprop, Attr::kHttpEquiv}) {
      const std::string_view name = tree.attribute(node, attribute);
      if (name.empty() || name.size() > 60) continue;
      const FactName* fact = find_fact(text::lower(text::trim(name)));
      if (fact == nullptr) continue;
      const bool library = fact->fact == Fact::kAuthor &&
                           (fact->name.starts_with("citation") || fact->name.starts_with("dc"));
      take(*fact, library ? in_order(content) : content);
      return;
    }
  }

 private:
  // Cards for previews: "twitter:label1" says what "twitter:data1" is, such as "Written by".
  bool read_card(const PageTree& tree, NodeId node, const std::string& content) {
    std::string_view name = tree.attribute(node, Attr::kName);
    if (name.empty()) name = tree.attribute(node, Attr::kProperty);
    if (!name.starts_with("twitter:label") && !name.starts_with("twitter:data")) return false;
    const bool label = name.starts_with("twitter:label");
    static constexpr FactName kCard = {"twitter:data", Fact::kAuthor, 2};
    if (label) {
      card_label_ = is_label_of_names(content) ? std::string(name.substr(13)) : "";
    } else if (!card_label_.empty() && name.substr(12) == card_label_) {
      take(kCard, content);
    }
    return true;
  }

  void take(const FactName& fact, const std::string& content) {
    int& weight = weights_[static_cast<std::size_t>(fact.fact)];
    const bool list = fact.fact == Fact::kAuthor || fact.fact == Fact::kTags;
    if (fact.weight < weight || (fact.weight == weight && !list)) return;
    switch (fact.fact) {
      case Fact::kPublished:
      case Fact::kUpdated: {
        const auto date = read_date(content);
        if (!date) return;
        (fact.fact == Fact::kPublished ? facts_.published : facts_.updated) = date;
        break;
      }
      case Fact::kAuthor:
      case Fact::kTags: {
        std::vector<std::string>& values =
            fact.fact == Fact::kAuthor ? facts_.authors : facts_.tags;
        // "citation_author" comes once for each author, "author" may come twice with the same.
        if (fact.weight > weight) values.clear();
        if (std::find(values.begin(), values.end(), content) == values.end()) {
          values.push_back(content);
        }
        break;
      }
      default:
        text_of(fact.fact) = content;
    }
    weight = fact.weight;
  }

  std::string& text_of(Fact fact) {
    switch (fact) {
      case Fact::kOutlet:
        return facts_.outlet;
      case Fact::kLanguage:
        return facts_.language;
      case Fact::kUrl:
        return facts_.url;
      case Fact::kStandfirst:
        return facts_.standfirst;
      default:
        return facts_.title;
    }
  }

  DeclaredFacts& facts_;
  std::string card_label_;  // the number of the card whose label names authors
  int weights_[static_cast<std::size_t>(Fact::kTags) + 1] = {};
};

}  // namespace

PageFacts read_facts(const PageTree& tree) {
  PageFacts facts;
  MetaReader meta(facts.meta);
  std::string canonical;
  for (NodeId node = 1; node != 0; node = tree.next_in(node, 0)) {
    const Tag tag = tree[node].tag;
    if (tag == Tag::kMeta) {
      meta.read(tree, node);
    } else if (tag == Tag::kTitle && facts.title_tag.empty() && !tree[node].foreign) {
      facts.title_tag = short_text(tree, node);
    } else if (tag == Tag::kLink && canonical.empty() &&
               text::lower(tree.attribute(node, Attr::kRel)) == "canonical") {
      canonical = text::squeeze(tree.attribute(node, Attr::kHref));
    } else if (tag == Tag::kScript && tree[node].first != 0 &&
               text::lower(tree.attribute(node, Attr::kType)).starts_with("application/ld+json")) {
      read_json_ld(tree.text_of(tree[node].first), facts);
    }
  }
  if (canonical.starts_with("http")) facts.meta.url = canonical;
  for (NodeId node = tree[0].first; node != 0; node = tree[node].next) {
    if (tree[node].tag != Tag::kHtml) continue;
    const std::string_view language = tree.attribute(node, Attr::kLang);
    const std::string_view xml = tree.attribute(node, Attr::kXmlLang);
    if (!language.empty() || !xml.empty()) facts.meta.language = language.empty() ? xml : language;
  }
  return facts;
}

}  // namespace postil::index
