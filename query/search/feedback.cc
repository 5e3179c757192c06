#include "query/search/feedback.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/schema/fields.h"

namespace postil::query {
namespace {

constexpr std::size_t kWords = 30;

// How much all words of the feedback weigh together, in words of the question, for each of these.
constexpr double kWeight = 0.25;

// A word in more than one of ten records tells nothing; one in a single record finds nothing else.
constexpr double kTellingShare = 0.1;
constexpr Xapian::doccount kFewestRecords = 2;

bool is_plain_stem(const std::string& term) {
  return term.size() > 1 && term.starts_with(schema::kStemPrefix) &&
         !(term[1] >= 'A' && term[1] <= 'Z');
}

std::set<std::string> asked_stems(std::span<const Target> targets) {
  std::set<std::string> stems;
  for (const Target& target : targets) {
    for (const Leaf& leaf : target.operands) {
      for (const WordSet& word : leaf.words) {
        if (!word.by_stem) continue;
        for (const std::string& stem : word.accepted) {
          stems.insert(std::string(schema::kStemPrefix) + stem);
        }
      }
    }
  }
  return stems;
}

class Words {
 public:
  Words(const Xapian::Database& database, std::set<std::string> asked)
      : database_(database),
        asked_(std::move(asked)),
        records_(database.get_doccount()),
        average_length_(database.get_average_length()) {}

  void add(const Ranked& record, double share) {
    const double length = database_.get_doclength(record.id);
    const double k = kK1 * (1 - kB + kB * length / average_length_);
    const auto end = database_.termlist_end(record.id);
    for (auto term = database_.termlist_begin(record.id); term != end; ++term) {
      const std::string text = *term;
      if (!is_plain_stem(text) || asked_.contains(text)) continue;
      const Xapian::doccount found = term.get_termfreq();
      if (found < kFewestRecords || found > kTellingShare * records_) continue;
      const double frequency = term.get_wdf();
      weights_[text] += share * frequency / (frequency + k) * std::log(records_ / found);
    }
  }

  // The words that weigh most, the alphabet deciding between equals.
  std::vector<std::pair<std::string, double>> best() const {
    std::vector<std::pair<std::string, double>> all(weights_.begin(), weights_.end());
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.second > b.second || (a.second == b.second && a.first < b.first);
    });
    if (all.size() > kWords) all.resize(kWords);
    return all;
  }

 private:
  const Xapian::Database& database_;
  std::set<std::string> asked_;
  double records_;
  double average_length_;
  std::unordered_map<std::string, double> weights_;
};

}  // namespace

void add_feedback(const Xapian::Database& database, std::span<const Ranked> best,
                  std::span<const Target> targets, const Scorer& scorer, ScoredRecords& records) {
  double scores = 0;
  for (const Ranked& record : best) scores += record.score;
  if (scores <= 0 || targets.empty()) return;
  Words words(database, asked_stems(targets));
  for (const Ranked& record : best) words.add(record, record.score / scores);
  const auto chosen = words.best();
  double sum = 0;
  for (const auto& [term, weight] : chosen) sum += weight;
  for (const auto& [term, weight] : chosen) {
    const double factor = kWeight * static_cast<double>(targets.size()) * weight / sum;
    scorer.add_terms({term}, factor, records);
  }
}

}  // namespace postil::query
