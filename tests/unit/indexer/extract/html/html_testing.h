// What the tests of marked pages share: a page as HTML to the article that it is read as.

#ifndef POSTIL_TESTS_UNIT_INDEXER_EXTRACT_HTML_HTML_TESTING_H_
#define POSTIL_TESTS_UNIT_INDEXER_EXTRACT_HTML_HTML_TESTING_H_

#include <string>
#include <utility>

#include "indexer/extract/extract.h"
#include "indexer/readers/html/parse.h"

namespace postil::index {

inline Article read_html(std::string page, std::string address = "") {
  RawArticle raw;
  raw.content = MarkedPage{html::parse(std::move(page)), std::move(address)};
  return extract(std::move(raw), nullptr);
}

// "zone: text" of each paragraph, line by line.
inline std::string body_lines(const Article& article) {
  std::string all;
  for (const Paragraph& paragraph : article.paragraphs) {
    all += std::string(schema::name(paragraph.zone)) + ": " + paragraph.text + "\n";
  }
  return all;
}

inline std::string furniture_text(const Article& article) {
  std::string all;
  for (const Furniture& each : article.furniture) all += each.text + "\n";
  return all;
}

// "author > parent: text | text" of each comment, line by line.
inline std::string thread_lines(const Article& article) {
  std::string all;
  for (const Comment& comment : article.comments) {
    all +=
        comment.author + (comment.parent == 0 ? "" : " > " + std::to_string(comment.parent)) + ":";
    for (const std::string& text : comment.paragraphs) all += " " + text + " |";
    all.back() = '\n';
  }
  return all;
}

}  // namespace postil::index

#endif  // POSTIL_TESTS_UNIT_INDEXER_EXTRACT_HTML_HTML_TESTING_H_
