// Makes articles of the entries of a feed: entries that answer another become its comments, those
// of a feed of comments become the comments of an article of which nothing else is known.

#ifndef POSTIL_INDEXER_READERS_FEEDS_FEED_ARTICLES_H_
#define POSTIL_INDEXER_READERS_FEEDS_FEED_ARTICLES_H_

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/readers/feeds/feed_entry.h"
#include "indexer/readers/feeds/feed_report.h"
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

  // Which of the entries kept are comments, and on what: all by their places among these.
  struct Comments {
    std::unordered_map<std::size_t, std::vector<std::size_t>> by_article;
    // By what names an article that is not kept.
    std::vector<std::pair<std::string, std::vector<std::size_t>>> strays;
    std::vector<std::string>
        parents;  // of each entry: the id of the comment that it answers, or ""
  };

  void hand_on(const FeedHead& head);
  Comments sort_comments() const;
  void add_comments(const Comments& comments, const std::vector<std::size_t>& places,
                    RawArticle& article);
  void emit(RawArticle article);
  void emit_entries(const Comments& comments, const FeedHead& head);
  void emit_strays(const Comments& comments, const FeedHead& head);
  void report();
  RawArticle article_of(FeedEntry& entry, const FeedHead& head);

  RawArticleSink& sink_;
  std::vector<FeedEntry> kept_;
  std::size_t kept_bytes_ = 0;
  std::size_t entries_ = 0;
  std::size_t articles_ = 0;
  ShortEntries shorts_;
  std::size_t empty_ = 0;
  std::size_t drafts_ = 0;
  std::size_t settings_ = 0;  // entries that are no texts
  bool is_divided_ = false;   // handed on in more than one part
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_FEED_ARTICLES_H_
