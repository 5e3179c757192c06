#include "tests/support/articles.h"

#include <array>
#include <string>
#include <string_view>

namespace postil::test {
namespace {

constexpr std::array<std::string_view, 28> kWords = {
    "peace",    "peace",   "talks",      "Talks",       "talk",     "talked",  "the",
    "THE",      "of",      "Ukraine’s",  "Ukraine's",   "Erdoğan",  "erdogan", "so-called",
    "U.S.",     "3.5",     "переговоры", "переговоров", "всё",      "Київ",    "和平谈判",
    "การเจรจา", "محادثات", "_plan_",     "plans",       "İstanbul", "a",       "@NATO"};
constexpr std::array<std::string_view, 8> kBetween = {" ",  " ",   " ",  " ",
                                                      ", ", " – ", ". ", "\u00A0"};
constexpr std::array<std::string_view, 5> kLanguages = {"en", "ru", "tr", "", "uk"};
constexpr std::array kZones = {schema::Zone::kBody, schema::Zone::kBody, schema::Zone::kHeading,
                               schema::Zone::kQuote, schema::Zone::kList};

std::string random_text(Random& random, std::size_t most_words) {
  std::string text;
  for (std::size_t left = random.below(most_words); left > 0; --left) {
    text += random.pick(kWords);
    text += random.pick(kBetween);
  }
  return text;
}

index::Article random_article(Random& random) {
  index::Article article;
  article.meta.title = random_text(random, 8);
  article.meta.standfirst = random_text(random, 12);
  article.meta.author_note = random_text(random, 5);
  article.meta.language = random.pick(kLanguages);
  article.meta.authors = {random.below(2) == 0 ? "Ana Prager" : "ana prager", "Bo Lindqvist"};
  article.meta.authors.resize(random.below(3));
  if (random.below(3) != 0) {
    const auto year = static_cast<std::int16_t>(2020 + random.below(4));
    const auto month = static_cast<std::uint8_t>(random.below(13));
    article.meta.published = index::Published{{year, month, 0}, schema::DateSource::kByline};
  }
  for (std::size_t left = random.below(6); left > 0; --left) {
    article.paragraphs.push_back({random.pick(kZones), random_text(random, 30)});
  }
  for (int number = 1; number <= static_cast<int>(random.below(4)); ++number) {
    index::Comment comment;
    comment.number = number;
    comment.paragraphs = {random_text(random, 20), random_text(random, 6)};
    article.comments.push_back(std::move(comment));
  }
  return article;
}

}  // namespace

std::vector<index::Article> random_articles(Random& random, std::size_t count) {
  std::vector<index::Article> articles;
  for (; count > 0; --count) articles.push_back(random_article(random));
  return articles;
}

}  // namespace postil::test
