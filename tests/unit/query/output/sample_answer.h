// A made-up answer with everything that an answer can hold, for the tests of the outputs.

#ifndef POSTIL_TESTS_UNIT_QUERY_OUTPUT_SAMPLE_ANSWER_H_
#define POSTIL_TESTS_UNIT_QUERY_OUTPUT_SAMPLE_ANSWER_H_

#include <string>
#include <string_view>

#include "query/search/answer.h"

namespace postil::query::testing {

// A passage of `text` in which every `word` is highlighted.
inline Passage passage(std::uint32_t paragraph, std::string text, std::string_view word) {
  Passage made;
  made.paragraph = paragraph;
  made.text = std::move(text);
  for (std::size_t at = made.text.find(word); at != std::string::npos && !word.empty();
       at = made.text.find(word, at + word.size())) {
    made.highlights.push_back(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())});
  }
  return made;
}

inline CommentHit comment(std::uint32_t number, std::string author, Passage said) {
  CommentHit made;
  made.id = "pages/treaty.txt#c" + std::to_string(number);
  made.path = "pages/treaty.txt";
  made.number = number;
  made.author = std::move(author);
  made.score = 2.5;
  made.passages.push_back(std::move(said));
  return made;
}

inline ArticleHit known_article() {
  ArticleHit hit;
  hit.id = "pages/treaty.txt";
  hit.own_id = "treaty-7";
  hit.title.text = "The Treaty’s Price";
  hit.title.highlights = {{4, 10}};
  hit.authors = {"Ann Lee", "Zoë Brown"};
  hit.outlet = "The Courier";
  hit.published = PartialDate{2024, 3, 0};
  hit.published_from = schema::DateSource::kUrl;
  hit.language = "en";
  hit.tags = {"peace"};
  hit.url = "https://example.org/a";
  hit.path = "pages/treaty.txt";
  hit.score = 9.25;
  hit.passages = {passage(20, "Nobody signs a treaty’s last page; a treaty ends.", "treaty")};
  hit.passages[0].starts_paragraph = false;
  hit.matching_comments = 14;
  hit.comments = {comment(2, "", passage(1, "A treaty is fantasy.", "treaty")),
                  comment(3, "Ivo", passage(2, "Which treaty?", "treaty"))};
  hit.comments[1].parent = 2;
  hit.comments[1].published = PartialDate{2024, 3, 21};
  hit.also_in = {"wire/treaty.txt"};
  return hit;
}

inline ArticleHit unknown_article() {
  ArticleHit hit;
  hit.id = hit.path = "pages/scrap.txt";
  hit.score = 1;
  hit.passages = {passage(1, "A treaty.", "treaty")};
  return hit;
}

inline Answer sample_answer() {
  Answer answer;
  answer.query = "treaty";
  answer.understood = "treaty";
  answer.took_ms = 1.23456;
  answer.total = {57, 50, 14, 90, 57, 14};
  answer.results = {known_article(), unknown_article()};
  Facet author;
  author.field = schema::FieldId::kAuthor;
  author.values = {{"Ann Lee", 40, 3, false}, {"Zoë Brown", 7, 0, true}};
  author.unknown_articles = 10;
  Facet year;
  year.field = schema::FieldId::kYear;
  year.values = {{"2024", 57, 14, false}};
  answer.facets = {author, year};
  return answer;
}

inline Answer empty_answer() {
  Answer answer;
  answer.query = "\"last treaty\"";
  answer.understood = "\"last treaty\"";
  answer.total.occurrences = 0;
  Nearby near;
  near.query = "\"last treaty\"~1";
  near.total.articles = near.total.versions = 1;
  near.best = {unknown_article()};
  answer.nearby = {near};
  return answer;
}

}  // namespace postil::query::testing

#endif  // POSTIL_TESTS_UNIT_QUERY_OUTPUT_SAMPLE_ANSWER_H_
