#include "query/search/spelling.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/text/utf8.h"
#include "query/search/rewrite.h"
#include "query/search/similar.h"

namespace postil::query {
namespace {

// A word that more records hold is taken for meant.
constexpr std::uint64_t kFewRecords = 2;
// A word that is in few records, not in none, gives way only to one in so many times as many.
constexpr std::uint64_t kMuchCommoner = 100;
constexpr std::size_t kShortest = 3;  // letters of a word that is corrected
constexpr std::size_t kShort = 4;     // up to here one error, behind it two
// One error more must be made good by this many doublings of the records. Chosen by eye on the
// sample articles.
constexpr double kErrorWeight = 4;

bool holds_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Corrector {
 public:
  explicit Corrector(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void look_at(schema::FieldId field, const Term& term) {
    if (term.match != Match::kStem && term.match != Match::kExact) return;
    if (holds_digit(term.text) || to_code_points(term.text).size() < kShortest) return;
    for (const Correction& known : found_) {
      if (known.wrong == term.text) return;
    }
    const schema::Field& where = schema::field(field);
    const std::uint64_t records = vocabulary_.records(where, term);
    if (records > kFewRecords) return;
    if (auto right = nearest(where, term.text, records)) {
      found_.push_back({term.text, *std::move(right)});
    }
  }

  std::vector<Correction> take() { return std::move(found_); }

 private:
  std::optional<std::string> nearest(const schema::Field& field, const std::string& word,
                                     std::uint64_t records) {
    std::size_t first = 0;
    text::next_code_point(word, first);
    auto found = nearest_from(field, std::string_view(word).substr(0, first), word, records);
    return found ? found : nearest_from(field, "", word, records);
  }

  std::optional<std::string> nearest_from(const schema::Field& field, std::string_view beginning,
                                          const std::string& word, std::uint64_t records) {
    const std::u32string wanted = to_code_points(word);
    const int most = wanted.size() <= kShort ? 1 : 2;
    std::optional<std::string> best;
    double best_score = 0;
    vocabulary_.each_word(field, beginning, [&](std::string_view candidate) {
      // A code point is one to four bytes long; what cannot be near is not looked at closer.
      const bool too_long = candidate.size() > 4 * (wanted.size() + 2);
      const bool too_short = candidate.size() + static_cast<std::size_t>(most) < wanted.size();
      if (too_long || too_short || candidate == word) return true;
      const int errors = typing_errors(wanted, to_code_points(candidate), most);
      if (errors > most) return true;
      const std::uint64_t known =
          vocabulary_.records(field, Term{std::string(candidate), Match::kExact, 0});
      if (known < std::max<std::uint64_t>(1, records * kMuchCommoner)) return true;
      const double score = std::log2(static_cast<double>(known)) - kErrorWeight * errors;
      if (!best || score > best_score) {
        best = std::string(candidate);
        best_score = score;
      }
      return true;
    });
    return best;
  }

  Vocabulary& vocabulary_;
  std::vector<Correction> found_;
};

Term corrected(Term term, const std::vector<Correction>& corrections) {
  if (term.match != Match::kStem && term.match != Match::kExact) return term;
  for (const Correction& correction : corrections) {
    if (term.text == correction.wrong) {
      term.text = correction.right;
      break;
    }
  }
  return term;
}

}  // namespace

std::vector<Correction> find_corrections(const Node& tree, Vocabulary& vocabulary) {
  Corrector corrector(vocabulary);
  Rewrite look;
  look.word = [&](const WordNode& word) {
    corrector.look_at(word.field, word.term);
    return Node{word};
  };
  look.phrase = [&](const PhraseNode& phrase) {
    for (const Term& term : phrase.terms) corrector.look_at(phrase.field, term);
    return Node{phrase};
  };
  (void)rewritten(tree, look);
  return corrector.take();
}

Node corrected(const Node& tree, const std::vector<Correction>& corrections) {
  Rewrite rewrite;
  rewrite.word = [&](const WordNode& word) {
    return Node{WordNode{word.field, corrected(word.term, corrections)}};
  };
  rewrite.phrase = [&](const PhraseNode& phrase) {
    PhraseNode changed = phrase;
    for (Term& term : changed.terms) term = corrected(std::move(term), corrections);
    return Node{std::move(changed)};
  };
  return rewritten(tree, rewrite);
}

std::string corrected(std::string_view question, const std::vector<Correction>& corrections,
                      text::Analyser& analyser) {
  std::string text;
  std::size_t copied = 0;
  text::WordStream words(analyser, question);
  for (text::Word word; words.next(word);) {
    for (const Correction& correction : corrections) {
      if (word.term != correction.wrong) continue;
      text.append(question, copied, word.begin - copied).append(correction.right);
      copied = word.end;
      break;
    }
  }
  return text.append(question, copied, std::string_view::npos);
}

}  // namespace postil::query
