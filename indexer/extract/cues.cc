#include "indexer/extract/cues.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

namespace postil::index {
namespace {

constexpr std::string_view kAnyNumber = "#";
constexpr std::size_t kLongestRow = 24;  // words; no row of buttons or menu line is longer

struct Table {
  std::string_view language;
  std::span<const CueGroup> (*groups)();
};
constexpr std::array kTables = {
    Table{"en", english_cues}, Table{"de", german_cues},  Table{"fr", french_cues},
    Table{"es", spanish_cues}, Table{"ru", russian_cues}, Table{"uk", ukrainian_cues},
    Table{"tr", turkish_cues},
};

struct Cue {
  CueKind kind;
  Where where;
  std::int8_t weight;
  CueLanguages language;           // one bit
  std::vector<std::string> words;  // folded; kAnyNumber for a number
  std::uint64_t second = 0;        // packed() of the second word; 0 if there is none or any fits
};

// The beginning of a word as a number, never 0: words that differ in it differ.
std::uint64_t packed(std::string_view word) {
  std::uint64_t letters = 0;
  std::memcpy(&letters, word.data(), std::min(word.size(), sizeof letters));
  return letters ^ (std::uint64_t{word.size()} << 56) ^ 1;
}

bool fits(const Cue& cue, const PageWords& words, std::size_t at, std::size_t count) {
  if (at + cue.words.size() > count || (cue.where == Where::kStart && at != 0) ||
      (cue.where == Where::kWhole && count > kLongestRow)) {
    return false;
  }
  for (std::size_t i = 0; i < cue.words.size(); ++i) {
    const PageWord& word = words[at + i];
    if (cue.words[i] == kAnyNumber ? !word.is_number : word.folded != cue.words[i]) {
      return false;
    }
  }
  return true;
}

// All cues by their first word.
class Matcher {
 public:
  Matcher() {
    for (std::size_t i = 0; i < kTables.size(); ++i) {
      for (const CueGroup& group : kTables[i].groups()) {
        add(group, CueLanguages{1} << i);
      }
    }
  }

  void find(std::string_view first, const PageWords& words, std::size_t at, std::size_t count,
            CueLanguages languages, std::vector<CueHit>& hits) const {
    const FirstWord* found = find_first(first);
    if (found == nullptr) {
      return;
    }
    // Inside a long block only cues of kAnywhere can fit: few of those that begin with "the".
    const bool is_inside = at != 0 && count > kLongestRow;
    const std::uint64_t second = at + 1 < count ? packed(words[at + 1].folded) : 0;
    for (const Cue& cue : is_inside ? found->anywhere : found->cues) {
      if (cue.second != 0 && cue.second != second) continue;
      if ((cue.language & languages) != 0 && fits(cue, words, at, count)) {
        const std::size_t end = at + cue.words.size();
        hits.push_back({cue.kind, cue.where, cue.weight, static_cast<std::uint16_t>(at),
                        static_cast<std::uint16_t>(end)});
      }
    }
  }

 private:
  static constexpr std::uint16_t kNone = 0xFFFF;

  // The cues that begin with a word, in the order of the tables.
  struct FirstWord {
    std::string word;
    std::vector<Cue> cues;
    std::vector<Cue> anywhere;   // those of kAnywhere once more
    std::uint16_t next = kNone;  // in first_words_, with the same filter()
  };

  const FirstWord* find_first(std::string_view word) const {
    const std::size_t slot = filter(word);
    if (!is_first_[slot]) {
      return nullptr;
    }
    std::uint16_t at = by_filter_[slot];
    while (at != kNone && first_words_[at].word != word) {
      at = first_words_[at].next;
    }
    return at == kNone ? nullptr : &first_words_[at];
  }

  FirstWord& first_word(const std::string& word) {
    std::uint16_t& first = by_filter_[filter(word)];
    for (std::uint16_t at = first; at != kNone; at = first_words_[at].next) {
      if (first_words_[at].word == word) {
        return first_words_[at];
      }
    }
    const auto place = static_cast<std::uint16_t>(first_words_.size());
    first_words_.push_back({word, {}, {}, first});
    first = place;
    is_first_[filter(word)] = true;
    return first_words_.back();
  }

  void add(const CueGroup& group, CueLanguages language) {
    for (std::size_t at = 0; at <= group.cues.size();) {
      const std::size_t end = std::min(group.cues.find('|', at), group.cues.size());
      add_cue(group, language, group.cues.substr(at, end - at));
      at = end + 1;
    }
  }

  void add_cue(const CueGroup& group, CueLanguages language, std::string_view text) {
    Cue cue{group.kind, group.where, static_cast<std::int8_t>(group.weight), language, {}, 0};
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string_view part = text.substr(at, end - at);
      if (part == kAnyNumber) {
        cue.words.emplace_back(kAnyNumber);
      } else {
        for (const PageWord& word : page_words(part)) {
          cue.words.emplace_back(word.folded);
        }
      }
      at = end + 1;
    }
    if (cue.words.size() > 1 && cue.words[1] != kAnyNumber) cue.second = packed(cue.words[1]);
    if (!cue.words.empty()) {
      FirstWord& first = first_word(cue.words.front());
      if (cue.where == Where::kAnywhere) {
        first.anywhere.push_back(cue);
      }
      first.cues.push_back(std::move(cue));
    }
  }

  static std::size_t filter(std::string_view word) {
    return (packed(word) * 0x9E3779B97F4A7C15U) >> (64 - kFilterBits);
  }

  static constexpr unsigned kFilterBits = 16;
  // Most words begin no cue: a bit for each says so without leaving the processor's cache.
  std::bitset<std::size_t{1} << kFilterBits> is_first_;
  // The place in first_words_ of the first whose filter() is this.
  std::vector<std::uint16_t> by_filter_ =
      std::vector<std::uint16_t>(std::size_t{1} << kFilterBits, kNone);
  std::vector<FirstWord> first_words_;
};

const Matcher& matcher() {
  static const Matcher kMatcher;
  return kMatcher;
}

}  // namespace

CueLanguages cue_languages(std::string_view language) {
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    if (kTables[i].language == language) {
      return (CueLanguages{1} << i) | 1;
    }
  }
  return ~CueLanguages{0};
}

std::vector<CueHit> find_cues(const PageWords& words, CueLanguages languages) {
  const std::size_t count =
      std::min<std::size_t>(words.size(), std::numeric_limits<std::uint16_t>::max());
  std::vector<CueHit> hits;
  for (std::size_t at = 0; at < count; ++at) {
    matcher().find(words[at].folded, words, at, count, languages, hits);
    if (words[at].is_number) {
      matcher().find(kAnyNumber, words, at, count, languages, hits);
    }
  }
  return hits;
}

bool is_furniture(CueKind kind) { return kind <= CueKind::kRelated; }

}  // namespace postil::index
