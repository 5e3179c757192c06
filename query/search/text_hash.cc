#include "query/search/text_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace postil::query {

std::string text_hash(const schema::Record& record) {
  std::string all;
  const auto add = [&all](std::string_view text) {
    if (!text.empty()) all.append(text).append("\n");
  };
  add(record.title.text);
  add(record.standfirst.text);
  for (const schema::StoredParagraph& paragraph : record.paragraphs) add(paragraph.body.text);
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  return fmt::format("xxh3:{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace postil::query
