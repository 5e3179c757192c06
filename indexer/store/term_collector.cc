#include "indexer/store/term_collector.h"

#include <algorithm>

#include "core/schema/terms.h"

namespace postil::index {
namespace {

// The first eight bytes as a number that sorts as they do; few terms of a record share them.
std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return number;
}

}  // namespace

void TermCollector::add_word(const schema::Field& field, std::string_view word,
                             std::uint32_t position, text::Stemmer& stemmer) {
  WordTerms& terms = find_word(field, word);
  if (terms.stem == kNone) terms.stem = add_term(schema::stem_term(field, stemmer.stem(word)));
  ++wdf_[terms.exact];
  ++wdf_[terms.stem];
  occurrences_.push_back({terms.exact, position});
}

void TermCollector::add_name_word(const schema::Field& field, std::string_view word,
                                  std::uint32_t position) {
  const WordTerms& terms = find_word(field, word);
  ++wdf_[terms.exact];
  occurrences_.push_back({terms.exact, position});
}

void TermCollector::add_boolean(std::string_view term) { add_term(term); }

// Spelling a term costs more than finding a word again, and most words of a text are met before.
TermCollector::WordTerms& TermCollector::find_word(const schema::Field& field,
                                                   std::string_view word) {
  key_.assign(1, static_cast<char>(field.id));
  key_.append(word);
  const std::uint32_t number = words_.add(key_);
  if (number == word_terms_.size()) {
    word_terms_.push_back({add_term(schema::word_term(field, word)), kNone});
  }
  return word_terms_[number];
}

std::uint32_t TermCollector::add_term(std::string_view term) {
  const std::uint32_t number = terms_.add(term);
  if (number == wdf_.size()) wdf_.push_back(0);
  return number;
}

void TermCollector::finish(AnalysedRecord& record) {
  std::vector<std::uint32_t> rank(terms_.size());  // number in terms_ → place in record.terms
  place_terms(record, rank);
  for (const Occurrence& occurrence : occurrences_) {
    ++record.terms[rank[occurrence.term]].position_count;
  }
  std::uint32_t at = 0;
  for (AnalysedTerm& term : record.terms) {
    term.position_at = at;
    at += term.position_count;
    term.position_count = 0;
  }
  record.positions.resize(at);
  for (const Occurrence& occurrence : occurrences_) {
    AnalysedTerm& term = record.terms[rank[occurrence.term]];
    record.positions[term.position_at + term.position_count++] = occurrence.position;
  }
  words_.clear();
  word_terms_.clear();
  terms_.clear();
  wdf_.clear();
  occurrences_.clear();
}

void TermCollector::place_terms(AnalysedRecord& record, std::vector<std::uint32_t>& rank) {
  order_.clear();
  for (std::uint32_t number = 0; number < terms_.size(); ++number) {
    order_.push_back({first_bytes(terms_[number]), number});
  }
  std::sort(order_.begin(), order_.end(), [this](const Ordered& a, const Ordered& b) {
    return a.first != b.first ? a.first < b.first : terms_[a.number] < terms_[b.number];
  });
  record.terms.resize(order_.size());
  record.term_bytes.reserve(terms_.bytes());
  for (std::uint32_t place = 0; place < order_.size(); ++place) {
    const std::uint32_t number = order_[place].number;
    const std::string_view text = terms_[number];
    AnalysedTerm& term = record.terms[place];
    term.text_at = static_cast<std::uint32_t>(record.term_bytes.size());
    term.text_size = static_cast<std::uint32_t>(text.size());
    term.wdf = wdf_[number];
    record.term_bytes.append(text);
    rank[number] = place;
  }
}

}  // namespace postil::index
