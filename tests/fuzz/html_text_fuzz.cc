// Any valid UTF-8 as a scrap of HTML: paragraphs are not empty and are valid UTF-8.
#include "indexer/readers/text/html_text.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace postil;
  const std::string text = text::to_valid_utf8(test::input(data, size));
  for (const index::Paragraph& paragraph : index::html_to_paragraphs(text)) {
    index::require(!paragraph.text.empty() && text::is_valid_utf8(paragraph.text));
  }
  index::looks_like_html(text);
  return 0;
}
