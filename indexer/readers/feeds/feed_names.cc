#include "indexer/readers/feeds/feed_names.h"

#include <string_view>

#include "core/text/ascii.h"

namespace postil::index {
namespace {

struct Vocabulary {
  std::string_view uri;  // in lower case, without http://; the beginning of it: versions follow
  std::string_view prefix;
};

constexpr Vocabulary kVocabularies[] = {
    {"purl.org/dc/elements/", "dc"},
    {"purl.org/dc/terms/", "dcterms"},
    {"purl.org/rss/1.0/modules/dc/", "dc"},
    {"purl.org/rss/1.0/modules/content/", "content"},
    {"purl.org/rss/1.0/modules/", "other"},
    {"www.w3.org/1999/xhtml", "xhtml"},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
    {"purl.org/syndication/thread/", "thr"},
    {"www.itunes.com/dtds/podcast", "itunes"},
    {"example.com/dtds/podcast", "itunes"},
    {"search.yahoo.com/mrss", "media"},
    {"www.rssboard.org/media-rss", "media"},
    {"wellformedweb.org/commentapi", "wfw"},
    {"wordpress.org/export/1.2/excerpt", "excerpt"},
    {"wordpress.org/export/1.1/excerpt", "excerpt"},
    {"wordpress.org/export/1.0/excerpt", "excerpt"},
    {"wordpress.org/export/", "wp"},
    {"rssnamespace.org/feedburner/", "feedburner"},
    {"www.w3.org/2007/app", "app"},
    {"purl.org/atom/app", "app"},
    {"purl.org/rss/1.0/", ""},
    {"purl.org/rss/", ""},
    {"purl.org/atom/ns", ""},
    {"www.w3.org/2005/atom", ""},
    {"purl.org/net/rss", ""},
    {"my.netscape.com/rdf/", ""},
    {"channel.netscape.com/rdf/", ""},
    {"backend.userland.com/", ""},
    {"blogs.law.harvard.edu/tech/rss", ""},
    {"www.rssboard.org/", ""},
};

// The customary prefix; "other" for a namespace that is none of a feed's.
std::string prefix_of(std::string_view space, std::string_view written) {
  std::string uri = text::lower(space);
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (uri.compare(0, scheme.size(), scheme) == 0) uri.erase(0, scheme.size());
  }
  for (const Vocabulary& each : kVocabularies) {
    if (uri.substr(0, each.uri.size()) == each.uri) return std::string(each.prefix);
  }
  // RSS of all ages is found in default namespaces of somebody's invention.
  if (written.empty()) return "";
  const std::string prefix = text::lower(written);
  for (const Vocabulary& each : kVocabularies) {
    if (each.prefix == prefix) return prefix;
  }
  return prefix == "atom" || prefix == "rss" ? "" : "other";
}

}  // namespace

std::string feed_name(const XmlReader& reader) {
  const std::string prefix = prefix_of(reader.space(), reader.prefix());
  std::string local = text::lower(reader.local());
  return prefix.empty() ? local : prefix + ":" + local;
}

}  // namespace postil::index
