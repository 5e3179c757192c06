// Makes articles of the entries of a feed: entries that answer another become its comments, those
// of a feed of comments become the comments of an article of which nothing else is known.

#ifndef POSTIL_INDEXER_READERS_FEED_ARTICLES_H_
#define POSTIL_INDEXER_READERS_FEED_ARTICLES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/feed_entry.h"
#include "indexer/readers/reader.h"

namespace postil::index {

class FeedArticles {
 public:
  // Text of entries that is kept at once to find what belongs together; an export of ten years of a
  // blog has a quarter of it. What comes after is handed on by itself.
  static constexpr std::size_t kKept = 128UL * 1024 * 1024;

  explicit FeedArticles(RawArticleSink& sink) : sink_(sink) {}

  void add(FeedEntry entry, const FeedHead& head_so_far);

  // Hands on all articles, and tells what was left out or read on an assumption.
  void finish(const FeedHead& head);

  std::size_t entries() const { return entries_; }

 private:
  struct Thread;

  void hand_on(const FeedHead& head);
  void report();
  RawArticle article_of(FeedEntry& entry, const FeedHead& head);

  RawArticleSink& sink_;
  std::vector<FeedEntry> kept_;
  std::size_t kept_bytes_ = 0;
  std::size_t entries_ = 0;
  std::size_t articles_ = 0;
  std::size_t summaries_ = 0;  // entries without their full text
  std::size_t empty_ = 0;
  std::size_t drafts_ = 0;
  std::size_t settings_ = 0;  // entries that are no texts
  bool is_divided_ = false;   // handed on in more than one part
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEED_ARTICLES_H_
