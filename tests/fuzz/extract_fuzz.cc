// Any bytes, made valid UTF-8 as the readers do, through the whole of extraction.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/extract/extract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = postil::text::to_valid_utf8(size == 0 ? std::string_view() : bytes);
  postil::index::RawArticle page;
  page.content = postil::index::PageText{text};
  postil::index::extract(std::move(page), nullptr);
  postil::index::RawArticle body;
  body.declared.authors = {text};
  body.content = postil::index::BodyText{text};
  postil::index::extract(std::move(body), nullptr);
  return 0;
}
