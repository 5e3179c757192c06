#include "query/variants_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

namespace postil::query {
namespace {

// Far more than all names of an atlas; what is longer is no such list.
constexpr std::size_t kMostBytes = 16UL * 1024 * 1024;

std::string default_file() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  if (config != nullptr && *config != '\0') return std::string(config) + "/postil/variants.txt";
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return "";
  return std::string(home) + "/.config/postil/variants.txt";
}

Result<std::string> read_file(const std::string& path) {
  const auto fail = [&](const char* reason) {
    return Error{ErrorKind::kInput, fmt::format("cannot read {}: {}", path, reason),
                 "name a file of lines such as Kiev = Kyiv, or give --no-variants"};
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return fail(std::strerror(EISDIR));
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(std::strerror(errno));
  std::string text(kMostBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) return fail(std::strerror(errno));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kMostBytes) return fail("it is larger than 16 MiB");
  return text;
}

}  // namespace

Result<VariantTable> read_variants(const std::string& file, text::Analyser& analyser) {
  const std::string path = file.empty() ? default_file() : file;
  std::error_code ignored;
  if (file.empty() && (path.empty() || !std::filesystem::exists(path, ignored))) {
    return VariantTable();
  }
  const auto text = read_file(path);
  if (!text) return text.error();
  auto groups = read_groups(*text, path, analyser);
  if (!groups) return groups.error();
  return VariantTable(*std::move(groups));
}

}  // namespace postil::query
