#include "indexer/store/record_id.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

std::uint64_t hash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

// Writes "#" as "%23", and a "%" that would then be taken for the beginning of one as "%25".
std::string escape_hash_signs(std::string_view name) {
  std::string escaped;
  escaped.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::string_view rest = name.substr(i);
    if (name[i] == '#') {
      escaped += "%23";
    } else if (rest.substr(0, 3) == "%23" || rest.substr(0, 3) == "%25") {
      escaped += "%25";
    } else {
      escaped += name[i];
    }
  }
  return escaped;
}

}  // namespace

std::string valid_name(std::string_view bytes) {
  std::size_t replaced = 0;
  std::string name = text::to_valid_utf8(bytes, &replaced);
  if (replaced > 0) name += fmt::format("~{:08x}", hash(bytes) & 0xffffffff);
  return name;
}

std::string file_id(std::string_view root_label, std::string_view relative) {
  std::string id = escape_hash_signs(root_label);
  if (!relative.empty()) id += '/' + escape_hash_signs(valid_name(relative));
  return id;
}

std::string comment_id(std::string_view article_id, int number) {
  return fmt::format("{}#c{}", article_id, number);
}

std::string ArticleIds::next(const Article& article) {
  std::string id = file_id_;
  if (!article.member.empty()) id += '/' + escape_hash_signs(article.member);
  if (!article.fragment.empty()) {
    id += '#' + escape_hash_signs(article.own_id.empty() ? article.fragment : article.own_id);
  }
  std::uint32_t& times = taken_[hash(id)];
  while (++times > 1) {
    const std::string numbered = fmt::format("{}~{}", id, times);
    if (taken_.emplace(hash(numbered), 1).second) return numbered;
  }
  return id;
}

}  // namespace postil::index
