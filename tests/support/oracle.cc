#include "tests/support/oracle.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

#include "core/text/fold.h"
#include "tests/support/parted.h"

namespace postil::test {
namespace {

// Underscores at a word's ends are emphasis.
std::string without_underscores(const std::string& word) {
  const auto first = word.find_first_not_of('_');
  if (first == std::string::npos) return {};
  return word.substr(first, word.find_last_not_of('_') - first + 1);
}

// Whether the words from `next` on can follow the one at `at`, before `end`.
bool follows(const Words& text, const Words& phrase, std::size_t next, std::size_t at,
             std::size_t end) {
  if (next == phrase.size()) return true;
  for (std::size_t i = at + 1; i < end; ++i) {
    if (text[i] == phrase[next] && follows(text, phrase, next + 1, i, end)) return true;
  }
  return false;
}

std::uint64_t count_in(const Words& text, const Words& phrase, std::size_t slop) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = std::min(text.size(), i + phrase.size() + slop);
    count += text[i] == phrase[0] && follows(text, phrase, 1, i, end);
  }
  return count;
}

// Whether `pattern` from `p` on can stand for `word` from `w` on, by trying all that * may be.
bool stands_for(const icu::UnicodeString& pattern, std::int32_t p, const icu::UnicodeString& word,
                std::int32_t w) {
  if (p == pattern.length()) return w == word.length();
  if (pattern[p] == u'*') {
    for (std::int32_t end = w; end <= word.length(); ++end) {
      if (stands_for(pattern, p + 1, word, end)) return true;
    }
    return false;
  }
  if (w == word.length()) return false;
  if (pattern[p] == u'?') return stands_for(pattern, p + 1, word, word.moveIndex32(w, 1));
  return pattern[p] == word[w] && stands_for(pattern, p + 1, word, w + 1);
}

using Numbers = std::vector<std::size_t>;  // a stretch, each word by its number
using Accepted = std::vector<bool>;

bool follows(const Numbers& text, const std::vector<Accepted>& phrase, std::size_t next,
             std::size_t at, std::size_t end) {
  if (next == phrase.size()) return true;
  for (std::size_t i = at + 1; i < end; ++i) {
    if (phrase[next][text[i]] && follows(text, phrase, next + 1, i, end)) return true;
  }
  return false;
}

// Where an operand of NEAR stands: its first word and the one behind its last.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Whether the words from `next` on can follow the one at `at`, the last of them at `last`.
bool reaches(const Numbers& text, const std::vector<Accepted>& phrase, std::size_t next,
             std::size_t at, std::size_t last) {
  if (next == phrase.size()) return at == last;
  for (std::size_t i = at + 1; i <= last; ++i) {
    if (phrase[next][text[i]] && reaches(text, phrase, next + 1, i, last)) return true;
  }
  return false;
}

std::vector<Place> places_of(const Numbers& text, const std::vector<Accepted>& phrase,
                             std::size_t slop) {
  std::vector<Place> places;
  for (std::size_t first = 0; first < text.size(); ++first) {
    if (!phrase[0][text[first]]) continue;
    const std::size_t end = std::min(text.size(), first + phrase.size() + slop);
    for (std::size_t last = first; last < end; ++last) {
      if (reaches(text, phrase, 1, first, last)) places.push_back({first, last + 1});
    }
  }
  return places;
}

// Whether a place can be chosen for each operand behind the chosen ones, beside these.
bool near_each_other(const std::vector<std::vector<Place>>& operands, std::size_t distance,
                     std::vector<Place>& chosen) {
  std::size_t first = SIZE_MAX;
  std::size_t last = 0;
  std::size_t own = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool apart = chosen[i].end <= chosen[j].begin || chosen[j].end <= chosen[i].begin;
      if (!apart) return false;
    }
    first = std::min(first, chosen[i].begin);
    last = std::max(last, chosen[i].end);
    own += chosen[i].end - chosen[i].begin;
  }
  if (chosen.size() == operands.size()) return last - first - own <= distance;
  for (const Place& place : operands[chosen.size()]) {
    chosen.push_back(place);
    const bool found = near_each_other(operands, distance, chosen);
    chosen.pop_back();
    if (found) return true;
  }
  return false;
}

std::string joined(const Words& words, std::size_t begin, std::size_t length) {
  std::string text;
  for (std::size_t i = begin; i < begin + length; ++i) text += words[i] + '\n';
  return text;
}

}  // namespace

Words words_of(std::string_view text) {
  static thread_local const std::unique_ptr<icu::BreakIterator> kBreaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }();
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  wide.findAndReplace(u"@", u" ");  // no letter by UAX #29, though one to ICU 72
  kBreaks->setText(wide);
  Words words;
  std::int32_t begin = kBreaks->first();
  for (std::int32_t end = kBreaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = kBreaks->next()) {
    if (kBreaks->getRuleStatus() < UBRK_WORD_NUMBER) continue;
    std::string word;
    wide.tempSubStringBetween(begin, end).toUTF8String(word);
    word = text::fold(without_underscores(word));
    if (!word.empty()) add_parted(std::move(word), words);
  }
  return words;
}

void Oracle::add(const index::Article& article) {
  Record own{articles_, false, article.meta.language, {}, {}};
  own.stretches.push_back(words_of(article.meta.title));
  own.stretches.push_back(words_of(article.meta.standfirst));
  for (const index::Paragraph& paragraph : article.paragraphs) {
    own.stretches.push_back(words_of(paragraph.text));
  }
  add(std::move(own));
  for (const index::Comment& comment : article.comments) {
    Record below{articles_, true, article.meta.language, {}, {}};
    for (const std::string& paragraph : comment.paragraphs) {
      below.stretches.push_back(words_of(paragraph));
    }
    add(std::move(below));
  }
  ++articles_;
  stemmers_.try_emplace(article.meta.language, article.meta.language);
}

void Oracle::add(Record record) {
  for (const Words& stretch : record.stretches) {
    auto& numbers = record.numbers.emplace_back();
    for (const std::string& word : stretch) {
      const auto [found, is_new] = numbers_.try_emplace(word, vocabulary_.size());
      if (is_new) vocabulary_.push_back(word);
      numbers.push_back(found->second);
    }
  }
  records_.push_back(std::move(record));
}

template <class Count>
Counts Oracle::sum(Count&& count) const {
  Counts counts;
  std::set<std::size_t> articles;
  for (const Record& record : records_) {
    std::uint64_t here = 0;
    for (std::size_t i = 0; i < record.stretches.size(); ++i) here += count(i, record);
    if (here == 0) continue;
    counts.occurrences += here;
    ++(record.comment ? counts.comments : counts.article_texts);
    articles.insert(record.article);
  }
  counts.articles = articles.size();
  return counts;
}

Counts Oracle::phrase(const Words& phrase, std::size_t slop) const {
  return sum([&](std::size_t i, const Record& record) {
    return count_in(record.stretches[i], phrase, slop);
  });
}

std::vector<Oracle::Accepted> Oracle::accepted_by(const Words& patterns) const {
  std::vector<Accepted> all;
  for (const std::string& pattern : patterns) {
    Accepted& accepted = all.emplace_back(vocabulary_.size(), false);
    if (pattern.find_first_of("*?") == std::string::npos) {
      const auto found = numbers_.find(pattern);
      if (found != numbers_.end()) accepted[found->second] = true;
      continue;
    }
    const auto wide = icu::UnicodeString::fromUTF8(pattern);
    for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
      accepted[i] = stands_for(wide, 0, icu::UnicodeString::fromUTF8(vocabulary_[i]), 0);
    }
  }
  return all;
}

Counts Oracle::patterns(const Words& patterns, std::size_t slop) const {
  const std::vector<Accepted> phrase = accepted_by(patterns);
  return sum([&](std::size_t stretch, const Record& record) {
    const Numbers& text = record.numbers[stretch];
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::size_t end = std::min(text.size(), i + phrase.size() + slop);
      count += phrase[0][text[i]] && follows(text, phrase, 1, i, end);
    }
    return count;
  });
}

std::vector<Oracle::Accepted> Oracle::accepted_by(const NearOperand& operand,
                                                  const std::string& language) const {
  if (!operand.any_form) return accepted_by(operand.words);
  const auto wanted = stems_of(operand.words.front());
  Accepted accepted(vocabulary_.size(), false);
  for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
    accepted[i] = wanted.contains(stemmers_.at(language).stem(vocabulary_[i]));
  }
  return {accepted};
}

Counts Oracle::near(const std::vector<NearOperand>& operands, std::size_t distance) const {
  std::map<std::string, std::vector<std::vector<Accepted>>> accepted;  // by language
  for (const auto& [language, stemmer] : stemmers_) {
    for (const NearOperand& operand : operands) {
      accepted[language].push_back(accepted_by(operand, language));
    }
  }
  Counts counts = sum([&](std::size_t stretch, const Record& record) -> std::uint64_t {
    std::vector<std::vector<Place>> here;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      here.push_back(
          places_of(record.numbers[stretch], accepted.at(record.language)[i], operands[i].slop));
      if (here.back().empty()) return 0;
    }
    std::vector<Place> chosen;
    return near_each_other(here, distance, chosen) ? 1 : 0;
  });
  counts.occurrences = 0;
  return counts;
}

Counts Oracle::join(const std::string& word, const std::string& in_comment, bool none) const {
  const auto holds = [](const Record& record, const std::string& wanted) {
    return std::any_of(record.stretches.begin(), record.stretches.end(), [&](const Words& stretch) {
      return std::find(stretch.begin(), stretch.end(), wanted) != stretch.end();
    });
  };
  std::vector<bool> by_text(articles_, false);
  std::vector<std::uint64_t> comments(articles_, 0);
  for (const Record& record : records_) {
    if (record.comment) {
      comments[record.article] += holds(record, in_comment);
    } else {
      by_text[record.article] = holds(record, word);
    }
  }
  Counts counts;
  for (std::size_t i = 0; i < articles_; ++i) {
    if (!by_text[i] || (comments[i] == 0) != none) continue;
    ++counts.articles;
    ++counts.article_texts;
    counts.comments += comments[i];
  }
  return counts;
}

std::string Oracle::random_pattern(Random& random) const {
  constexpr std::size_t kKept = 2;  // letters at least
  for (;;) {
    std::string word = random_phrase(random, 1).front();
    const bool letters =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters || word.size() <= kKept) continue;
    const std::size_t begin = random.below(word.size() - kKept);
    const std::size_t length = random.below(word.size() - kKept - begin + 1);
    switch (random.below(4)) {
      case 0:
        return word.substr(0, begin + kKept) + "*";
      case 1:
        return "*" + word.substr(word.size() - begin - kKept);
      case 2:
        return word.replace(begin, length, "*");
      default:
        word[begin] = '?';
        return word;
    }
  }
}

std::set<std::string, std::less<>> Oracle::stems_of(const std::string& word) const {
  std::set<std::string, std::less<>> stems;
  for (auto& [language, stemmer] : stemmers_) stems.emplace(stemmer.stem(word));
  return stems;
}

Counts Oracle::stem(const std::string& word) const {
  const auto wanted = stems_of(word);
  return sum([&](std::size_t i, const Record& record) {
    const Words& stretch = record.stretches[i];
    text::Stemmer& stemmer = stemmers_.at(record.language);
    return static_cast<std::uint64_t>(std::count_if(
        stretch.begin(), stretch.end(),
        [&](const std::string& each) { return wanted.contains(stemmer.stem(each)); }));
  });
}

Words Oracle::random_phrase(Random& random, std::size_t length) const {
  for (int tries = 0; tries < 1000; ++tries) {
    const Record& record = random.pick(records_);
    const Words& stretch = random.pick(record.stretches);
    if (stretch.size() < length) continue;
    const auto begin = stretch.begin() + random.below(stretch.size() - length + 1);
    return Words(begin, begin + static_cast<std::ptrdiff_t>(length));
  }
  return {};
}

std::vector<Counts> Oracle::phrases(const std::vector<Words>& phrases) const {
  std::unordered_map<std::string, std::vector<std::size_t>> wanted;
  std::set<std::size_t> lengths;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    wanted[joined(phrases[i], 0, phrases[i].size())].push_back(i);
    lengths.insert(phrases[i].size());
  }
  std::vector<Counts> counts(phrases.size());
  std::vector<std::size_t> last_record(phrases.size(), SIZE_MAX);
  std::vector<std::size_t> last_article(phrases.size(), SIZE_MAX);
  for (std::size_t r = 0; r < records_.size(); ++r) {
    const Record& record = records_[r];
    for (const Words& stretch : record.stretches) {
      for (const std::size_t length : lengths) {
        for (std::size_t at = 0; at + length <= stretch.size(); ++at) {
          const auto found = wanted.find(joined(stretch, at, length));
          if (found == wanted.end()) continue;
          for (const std::size_t i : found->second) {
            ++counts[i].occurrences;
            if (last_record[i] == r) continue;
            last_record[i] = r;
            ++(record.comment ? counts[i].comments : counts[i].article_texts);
            counts[i].articles += last_article[i] != record.article;
            last_article[i] = record.article;
          }
        }
      }
    }
  }
  return counts;
}

}  // namespace postil::test
