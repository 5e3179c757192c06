// The XML of RSS, Atom and CDF, of all versions and mixtures: turned into entries. For feed.cc.

#ifndef POSTIL_INDEXER_READERS_FEEDS_FEED_XML_H_
#define POSTIL_INDEXER_READERS_FEEDS_FEED_XML_H_

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/feeds/feed_entry.h"
#include "indexer/readers/xml/xml_reader.h"

namespace postil::index {

class FeedXml {
 public:
  using Take = std::function<void(FeedEntry)>;

  // The reader must outlive this and stand at the beginning.
  FeedXml(XmlReader& reader, Take take) : reader_(reader), take_(std::move(take)) {}

  // Reads to the end; hands over each entry.
  void run();

  const FeedHead& head() const { return head_; }  // complete after run()
  std::uint64_t doubtful_dates() const { return doubtful_dates_; }
  const std::string& first_doubt() const { return first_doubt_; }

 private:
  // What holds for an element and all within it.
  struct Scope {
    std::string base;
    std::string language;
    std::string name;
  };
  // How good the best name is under which a field was given so far: lower is better.
  using Ranks = std::map<int, int>;

  const Scope& enter();
  const Scope& scope() const { return scopes_.back(); }
  std::string resolved(std::string_view reference) const;
  void read_head(std::string_view name);
  FeedEntry read_entry();
  void read_field(std::string_view name, FeedEntry& entry, Ranks& ranks);
  void read_id(std::string_view name, FeedEntry& entry);
  void read_in_reply_to(FeedEntry& entry);
  void read_link(FeedEntry& entry, Ranks& ranks);
  void read_person(std::vector<std::string>& authors);
  void read_source(FeedEntry& entry);
  void read_category(FeedEntry& entry);
  void read_date_field(std::optional<PartialDate>& date);
  FeedText read_feed_text();

  XmlReader& reader_;
  Take take_;
  FeedHead head_;
  std::vector<Scope> scopes_;                // of the open elements
  std::vector<std::string> source_authors_;  // of the entry at hand
  std::uint64_t doubtful_dates_ = 0;
  std::string first_doubt_;
};

// A date in any form that is found in feeds, however sloppy.
std::optional<PartialDate> read_feed_date(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_FEED_XML_H_
