#include "tests/support/oracle.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

#include "core/text/fold.h"

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
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

void Oracle::add(const index::Article& article) {
  Record own{articles_, false, article.meta.language, {}};
  own.stretches.push_back(words_of(article.meta.title));
  own.stretches.push_back(words_of(article.meta.standfirst));
  for (const index::Paragraph& paragraph : article.paragraphs) {
    own.stretches.push_back(words_of(paragraph.text));
  }
  records_.push_back(std::move(own));
  for (const index::Comment& comment : article.comments) {
    Record below{articles_, true, article.meta.language, {}};
    for (const std::string& paragraph : comment.paragraphs) {
      below.stretches.push_back(words_of(paragraph));
    }
    records_.push_back(std::move(below));
  }
  ++articles_;
  stemmers_.try_emplace(article.meta.language, article.meta.language);
}

template <class Count>
Counts Oracle::sum(Count&& count) const {
  Counts counts;
  std::set<std::size_t> articles;
  for (const Record& record : records_) {
    std::uint64_t here = 0;
    for (const Words& stretch : record.stretches) here += count(stretch, record);
    if (here == 0) continue;
    counts.occurrences += here;
    ++(record.comment ? counts.comments : counts.article_texts);
    articles.insert(record.article);
  }
  counts.articles = articles.size();
  return counts;
}

Counts Oracle::phrase(const Words& phrase, std::size_t slop) const {
  return sum([&](const Words& stretch, const Record&) { return count_in(stretch, phrase, slop); });
}

Counts Oracle::stem(const std::string& word) const {
  std::set<std::string, std::less<>> wanted;
  for (auto& [language, stemmer] : stemmers_) wanted.emplace(stemmer.stem(word));
  return sum([&](const Words& stretch, const Record& record) {
    text::Stemmer& stemmer = stemmers_.at(record.language);
    return static_cast<std::uint64_t>(std::count_if(
        stretch.begin(), stretch.end(),
        [&](const std::string& each) { return wanted.find(stemmer.stem(each)) != wanted.end(); }));
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
