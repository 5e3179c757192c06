#include "core/text/stem.h"

#include <xapian.h>

#include <array>
#include <unordered_map>

#include "core/text/utf8.h"

namespace postil::text {
namespace {

// Enough for the words of a large collection; beyond it the cache starts anew.
constexpr std::size_t kMaxRemembered = 200'000;

// The languages of Xapian 1.4's stemmers, by ISO 639-1 code.
constexpr std::array<std::string_view, 26> kLanguages = {
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
    "it", "lt", "ne", "nl", "no", "nb", "nn", "pt", "ro", "ru", "sv", "ta", "tr"};

Xapian::Stem stemmer_for(std::string_view language) {
  if (!has_stemmer(language)) return Xapian::Stem();
  return Xapian::Stem(std::string(language));
}

}  // namespace

bool has_stemmer(std::string_view language) {
  for (std::string_view known : kLanguages) {
    if (known == language) return true;
  }
  return false;
}

// English "dying" and "die" show why no more than one letter is certain.
std::string_view stem_beginning(std::string_view word, std::string_view language) {
  for (std::string_view stripping : {"ar", "ga", "id", "ta"}) {
    if (language == stripping) return {};
  }
  std::size_t end = 0;
  if (!word.empty()) next_code_point(word, end);
  return word.substr(0, end);
}

struct Stemmer::Impl {
  explicit Impl(std::string_view language)
      : changes_words(has_stemmer(language)), stem(stemmer_for(language)) {}

  bool changes_words;
  Xapian::Stem stem;
  std::unordered_map<std::string, std::string> remembered;
  std::string unchanged;
};

Stemmer::Stemmer(std::string_view language) : impl_(std::make_unique<Impl>(language)) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view word) {
  if (!impl_->changes_words) return impl_->unchanged = word;
  std::string key(word);
  if (const auto found = impl_->remembered.find(key); found != impl_->remembered.end()) {
    return found->second;
  }
  if (impl_->remembered.size() >= kMaxRemembered) impl_->remembered.clear();
  std::string stemmed = impl_->stem(key);
  return impl_->remembered.emplace(std::move(key), std::move(stemmed)).first->second;
}

}  // namespace postil::text
