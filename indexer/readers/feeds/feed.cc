#include "indexer/readers/feeds/feed.h"

#include <fmt/format.h>

#include <utility>

#include "indexer/readers/feeds/feed_articles.h"
#include "indexer/readers/feeds/feed_xml.h"
#include "indexer/readers/report.h"
#include "indexer/readers/xml/xml_reader.h"
#include "indexer/readers/xml/xml_report.h"
#include "indexer/readers/xml/xml_root.h"

namespace postil::index {
namespace {

int sniff_feed(const Sample& sample) {
  const XmlRoot root = xml_root(sample.bytes);
  if (root.name == "rss") return 90;
  const bool is_atom = root.space.find("tom") != std::string::npos || root.space.empty();
  if (root.name == "feed") return is_atom ? 90 : 50;
  if (root.name == "entry") return is_atom ? 90 : 0;
  if (root.name == "channel") return 90;
  if (root.name != "rdf") return 0;
  for (const std::string_view rss : {"purl.org/rss/", "netscape.com/rdf/", "<channel", "<item"}) {
    if (sample.bytes.find(rss) != std::string_view::npos) return 90;
  }
  return 0;
}

void read_as_feed(Source& source, RawArticleSink& sink) {
  XmlReader reader(source);
  FeedArticles articles(sink);
  FeedXml* parser = nullptr;
  FeedXml feed(reader, [&](FeedEntry entry) { articles.add(std::move(entry), parser->head()); });
  parser = &feed;
  feed.run();
  if (reader.error() && articles.entries() == 0) {
    report_unreadable(source, *reader.error(), sink);
    return;
  }
  articles.finish(feed.head());
  report_xml(reader, source, sink);
  if (feed.doubtful_dates() > 0) {
    sink.finding(Severity::kWarning, "doubtful-date",
                 fmt::format("{} dates cannot be told, the first is '{}'", feed.doubtful_dates(),
                             feed.first_doubt()));
  }
}

}  // namespace

const Reader kFeedReader = {"feed", "RSS, Atom and CDF feeds, exports of Blogger", sniff_feed,
                            read_as_feed};

}  // namespace postil::index
