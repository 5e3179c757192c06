#include "core/text/stem.h"

#include <xapian.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <vector>

#include "core/text/ukrainian.h"
#include "core/text/utf8.h"

namespace postil::text {
namespace {

// Enough for the words of a large collection; beyond it the cache starts anew.
constexpr std::size_t kMaxRemembered = 200'000;
constexpr std::size_t kSlots = 256;  // to begin with: a question has few words, and pages are dear

// The languages of Xapian 1.4's stemmers, by ISO 639-1 code.
constexpr std::array<std::string_view, 26> kLanguages = {
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
    "it", "lt", "ne", "nl", "no", "nb", "nn", "pt", "ro", "ru", "sv", "ta", "tr"};

constexpr std::string_view kUkrainian = "uk";  // has our own (ukrainian.h)

Xapian::Stem stemmer_for(std::string_view language) {
  if (!has_stemmer(language) || language == kUkrainian) return Xapian::Stem();
  return Xapian::Stem(std::string(language));
}

// Words and their stems. Asked for every word of every record, and mostly for one that it has: one
// probe and one comparison then, and nothing is allocated.
class Remembered {
 public:
  Remembered() : slots_(kSlots) {}

  // The stem of `word`, whose hash this is; null if it is not known.
  const char* find(std::string_view word, std::size_t hash, std::size_t& size) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].word_size != kFree; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.hash != static_cast<std::uint32_t>(hash) || slot.word_size != word.size()) continue;
      const char* const known = bytes_.data() + slot.at;
      if (std::memcmp(known, word.data(), word.size()) != 0) continue;
      size = slot.stem_size;
      return known + slot.word_size;
    }
    return nullptr;
  }

  void add(std::string_view word, std::size_t hash, std::string_view stem) {
    if (words_ >= kMaxRemembered) clear();
    if (++words_ * 2 > slots_.size()) grow();
    const Slot slot{static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(bytes_.size()),
                    static_cast<std::uint32_t>(word.size()),
                    static_cast<std::uint32_t>(stem.size())};
    bytes_.append(word).append(stem);
    place(slot);
  }

 private:
  static constexpr std::uint32_t kFree = 0xffffffff;  // as word_size

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t at = 0;  // of bytes_: the word, and behind it the stem
    std::uint32_t word_size = kFree;
    std::uint32_t stem_size = 0;
  };

  void place(const Slot& slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = slot.hash & mask;
    while (slots_[at].word_size != kFree) at = (at + 1) & mask;
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.word_size != kFree) place(slot);
    }
  }

  void clear() {
    words_ = 0;
    bytes_.clear();
    std::vector<Slot>(kSlots).swap(slots_);
  }

  std::string bytes_;
  std::vector<Slot> slots_;  // a power of two of them
  std::size_t words_ = 0;
};

// Longer than any word; texts without spaces may come as one.
constexpr std::size_t kLongestRemembered = 256;

}  // namespace

bool has_stemmer(std::string_view language) {
  if (language == kUkrainian) return true;
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
      : changes_words(has_stemmer(language)),
        is_ukrainian(language == kUkrainian),
        stem(stemmer_for(language)) {}

  std::string stem_of(std::string_view word) const {
    return is_ukrainian ? ukrainian_stem(word) : stem(std::string(word));
  }

  bool changes_words;
  bool is_ukrainian;
  Xapian::Stem stem;
  Remembered remembered;
  std::string last;  // a stem that is not in `remembered`
};

Stemmer::Stemmer(std::string_view language) : impl_(std::make_unique<Impl>(language)) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view word) {
  if (!impl_->changes_words) return impl_->last = word;
  if (word.size() > kLongestRemembered) return impl_->last = impl_->stem_of(word);
  const std::size_t hash = std::hash<std::string_view>()(word);
  std::size_t size = 0;
  if (const char* found = impl_->remembered.find(word, hash, size)) return {found, size};
  impl_->last = impl_->stem_of(word);
  impl_->remembered.add(word, hash, impl_->last);
  return impl_->last;
}

}  // namespace postil::text
