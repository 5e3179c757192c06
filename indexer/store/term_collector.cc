#include "indexer/store/term_collector.h"

#include <algorithm>
#include <utility>

#include "core/schema/terms.h"
#include "indexer/store/prefetch.h"

namespace postil::index {
namespace {

// Beyond this much text all is forgotten: enough for the words of a large collection, and hostile
// texts cannot fill the memory.
constexpr std::size_t kMostRemembered = 8UL * 1024 * 1024;  // bytes

constexpr std::size_t kMeanTerm = 9;  // bytes

// As a number that sorts as the bytes do; few terms of a record share them.
std::uint64_t first_bytes_of(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return number;
}

const schema::Field& text_field() {
  static const schema::Field& field = schema::field(schema::FieldId::kText);
  return field;
}

}  // namespace

void TermCollector::add_word(std::string_view word, std::uint32_t hash, std::uint32_t position,
                             text::Stemmer& stemmer) {
  add_stemmed(find_word(text_, text_field(), word, hash, word), text_field(), word, position,
              stemmer);
}

void TermCollector::add_word_of(const schema::Field& field, std::string_view word,
                                std::uint32_t position, text::Stemmer& stemmer) {
  const std::string_view key = key_of(field, word);
  add_stemmed(find_word(fields_, field, key, StringTable::hash_of(key), word), field, word,
              position, stemmer);
}

void TermCollector::add_name_word(const schema::Field& field, std::string_view word,
                                  std::uint32_t position) {
  const std::string_view key = key_of(field, word);
  const KnownWord& known = find_word(fields_, field, key, StringTable::hash_of(key), word);
  ++used_words_[known.place].count;
  occurrences_.push_back({known.place, position});
}

void TermCollector::add_boolean(std::string_view term) { booleans_.add(term); }

std::string_view TermCollector::key_of(const schema::Field& field, std::string_view word) {
  key_.assign(1, static_cast<char>(field.id));
  return key_.append(word);
}

// Spelling a term costs more than finding a word again, and most words of a text are known.
TermCollector::KnownWord& TermCollector::find_word(Vocabulary& vocabulary,
                                                   const schema::Field& field, std::string_view key,
                                                   std::uint32_t hash, std::string_view word) {
  const std::uint32_t number = vocabulary.words.add(key, hash);
  if (number == vocabulary.known.size()) {
    vocabulary.known.emplace_back().exact = add_term(schema::word_term(field, word));
  }
  KnownWord& known = vocabulary.known[number];
  if (known.record != record_) {
    known.record = record_;
    known.place = static_cast<std::uint32_t>(used_words_.size());
    used_words_.push_back({known.exact, kNone, 0});
  }
  return known;
}

void TermCollector::add_stemmed(KnownWord& known, const schema::Field& field, std::string_view word,
                                std::uint32_t position, text::Stemmer& stemmer) {
  if (known.stemmer != &stemmer) {
    known.stem = add_term(schema::stem_term(field, stemmer.stem(word)));
    known.stemmer = &stemmer;
  }
  UsedWord& used = used_words_[known.place];
  used.stem = known.stem;
  ++used.count;
  occurrences_.push_back({known.place, position});
}

std::uint32_t TermCollector::add_term(std::string_view term) {
  const std::uint32_t number = terms_.add(term);
  if (number == known_terms_.size()) known_terms_.push_back({first_bytes_of(term), 0, 0});
  return number;
}

TermCollector::UsedTerm& TermCollector::use(std::uint32_t term) {
  KnownTerm& known = known_terms_[term];
  if (known.record != record_) {
    known.record = record_;
    known.place = static_cast<std::uint32_t>(used_terms_.size());
    used_terms_.push_back({term, 0, 0});
  }
  return used_terms_[known.place];
}

void TermCollector::finish(AnalysedRecord& record) {
  use_words();
  order_terms();
  place_terms(record);
  for (const Occurrence& occurrence : occurrences_) {
    UsedTerm& term = used_terms_[used_words_[occurrence.word].exact];
    record.positions[term.positions++] = occurrence.position;
  }
  booleans_.clear();
  used_words_.clear();
  occurrences_.clear();
  used_terms_.clear();
  ++record_;
  forget_if_much();
}

// Two words may be cut to one term, so that these are counted apart.
void TermCollector::use_words() {
  for (std::size_t i = 0; i < used_words_.size(); ++i) {
    const UsedWord& ahead = used_words_[ahead_of(i, used_words_.size())];
    prefetch(known_terms_.data() + ahead.exact);
    if (ahead.stem != kNone) prefetch(known_terms_.data() + ahead.stem);
    UsedWord& word = used_words_[i];
    UsedTerm& exact = use(word.exact);
    exact.wdf += word.count;
    exact.positions += word.count;
    word.exact = known_terms_[word.exact].place;
    if (word.stem != kNone) use(word.stem).wdf += word.count;
  }
  from_words_ = used_terms_.size();
  for (std::uint32_t i = 0; i < booleans_.size(); ++i) used_terms_.push_back({i, 0, 0});
}

void TermCollector::order_terms() {
  order_.clear();
  for (std::uint32_t place = 0; place < used_terms_.size(); ++place) {
    const std::uint32_t number = used_terms_[place].number;
    order_.push_back(
        {place < from_words_ ? known_terms_[number].first_bytes : first_bytes_of(booleans_[number]),
         place});
  }
  const auto text = [this](const Ordered& ordered) {
    const std::uint32_t number = used_terms_[ordered.place].number;
    return ordered.place < from_words_ ? terms_[number] : booleans_[number];
  };
  std::sort(order_.begin(), order_.end(), [&](const Ordered& a, const Ordered& b) {
    return a.first_bytes != b.first_bytes ? a.first_bytes < b.first_bytes : text(a) < text(b);
  });
}

void TermCollector::place_terms(AnalysedRecord& record) {
  std::uint32_t position_at = 0;
  record.terms.reserve(order_.size());
  record.term_bytes.reserve(order_.size() * kMeanTerm);
  const auto table_of = [this](const Ordered& ordered) -> const StringTable& {
    return ordered.place < from_words_ ? terms_ : booleans_;
  };
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const Ordered& ahead = order_[ahead_of(i, order_.size())];
    table_of(ahead).prefetch_string(used_terms_[ahead.place].number);
    const Ordered& ordered = order_[i];
    UsedTerm& used = used_terms_[ordered.place];
    const StringTable& table = table_of(ordered);
    const std::string_view text = table[used.number];
    record.terms.push_back({static_cast<std::uint32_t>(record.term_bytes.size()),
                            static_cast<std::uint32_t>(text.size()), used.wdf, position_at,
                            used.positions, table.hash(used.number)});
    record.term_bytes.append(text);
    position_at += std::exchange(used.positions, position_at);
  }
  record.positions.resize(position_at);
}

void TermCollector::forget_if_much() {
  if (text_.words.bytes() + fields_.words.bytes() + terms_.bytes() < kMostRemembered) return;
  text_.words.clear();
  text_.known.clear();
  fields_.words.clear();
  fields_.known.clear();
  terms_.clear();
  known_terms_.clear();
}

}  // namespace postil::index
