// What the fuzz targets of the readers share: feeds a reader and checks what it promises of its
// output.

#ifndef POSTIL_TESTS_FUZZ_READER_FUZZING_H_
#define POSTIL_TESTS_FUZZ_READER_FUZZING_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "core/text/utf8.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/source.h"
#include "tests/fuzz/fuzzing.h"

namespace postil::index {

using test::input;
using test::require;

class CheckingSink : public RawArticleSink {
 public:
  void article(RawArticle article) override {
    check(article.fragment);
    check(article.own_id);
    check(article.declared);
    if (const auto* page = std::get_if<PageText>(&article.content)) check(page->text);
    if (const auto* body = std::get_if<BodyText>(&article.content)) check(body->text);
    if (const auto* marked = std::get_if<MarkedBody>(&article.content)) {
      for (const Paragraph& paragraph : marked->paragraphs) {
        check(paragraph.text);
        require(!paragraph.text.empty() && paragraph.zone <= schema::Zone::kCaption);
      }
    }
    for (const RawComment& comment : article.comments) {
      check(comment.text);
      check(comment.author);
    }
  }
  void finding(Severity /*severity*/, std::string_view reason, std::string detail) override {
    require(!reason.empty());
    check(detail);
  }

 private:
  static void check(std::string_view text) { require(text::is_valid_utf8(text)); }
  static void check(const Metadata& meta) {
    check(meta.title);
    check(meta.outlet);
    check(meta.language);
    check(meta.url);
    check(meta.standfirst);
    for (const std::string& author : meta.authors) {
      check(author);
      require(!author.empty());
    }
    for (const std::string& tag : meta.tags) check(tag);
    require(!meta.published || is_valid(meta.published->date));
    require(!meta.updated || is_valid(*meta.updated));
  }
};

inline void fuzz_reader(const Reader& reader, const std::uint8_t* data, std::size_t size) {
  CheckingSink sink;
  Source source = Source::of_memory("fuzz", std::string(input(data, size)));
  reader.read(source, sink);
}

}  // namespace postil::index

#endif  // POSTIL_TESTS_FUZZ_READER_FUZZING_H_
