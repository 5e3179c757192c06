// The text of feeds and of blogs' exports: what their HTML, plain text and double escaping mean.
// For feed_articles.cc and wxr.cc.

#ifndef POSTIL_INDEXER_READERS_FEEDS_FEED_TEXT_H_
#define POSTIL_INDEXER_READERS_FEEDS_FEED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"
#include "indexer/readers/feeds/feed_entry.h"

namespace postil::index {

// One line: a title, a name, a tag.
std::string line_of(const FeedText& text);

std::vector<Paragraph> paragraphs_of(const FeedText& text);

// Paragraphs as one text, a blank line between them.
std::string joined(const std::vector<Paragraph>& paragraphs);

// The summary as a standfirst: "" if the body begins with it, as it does where a program cut it.
std::string standfirst_of(const FeedText& summary, const std::vector<Paragraph>& body);

// Adds the names in "ann@example.org (Ann Lee)", "Ann Lee <ann@example.org>", "Ann Lee and Bo Ek".
// An address alone is no name and is dropped.
void add_names(std::string_view text, std::vector<std::string>& authors);

// `reference` resolved against `base` (RFC 3986, section 5.2), as far as feeds need it.
std::string resolve(std::string_view base, std::string_view reference);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_FEED_TEXT_H_
