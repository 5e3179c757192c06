// Measures of association: whether a thing is counted in one place more often than chance would
// have it. One module for collocates, for words that characterise articles and for comparisons, so
// that the same figure means the same everywhere.
//
// All start from one contingency table of counted units (words, or records), given by its sums:
//
//                 this thing     anything else
//     here        O11            O12              R1
//     elsewhere   O21            O22              R2
//                 C1             C2               N
//
// and from what each cell would hold by chance: Eij = Ri * Cj / N.

#ifndef POSTIL_QUERY_SEARCH_KEYNESS_H_
#define POSTIL_QUERY_SEARCH_KEYNESS_H_

#include <cstdint>
#include <optional>

namespace postil::query {

// O11 <= R1, O11 <= C1, and R1 + C1 - O11 <= N; a table that breaks this is read as the nearest one
// that does not.
struct Contingency {
  std::uint64_t joint = 0;  // O11: this thing, here
  std::uint64_t here = 0;   // R1: all that is here
  std::uint64_t thing = 0;  // C1: this thing, here and elsewhere
  std::uint64_t all = 0;    // N
};

// E11 = R1 * C1 / N: how often the thing would be here by chance; 0 for an empty table.
double expected(const Contingency& table);

// The log-likelihood ratio G2 = 2 * sum over the four cells of Oij * ln(Oij / Eij), where an empty
// cell adds nothing. From 0 up; above 3.84 chance does as much in one of twenty cases, above 10.83
// in one of a thousand, for one thing asked about.
// T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational
// Linguistics 19(1), 1993, pages 61-74.
double log_likelihood(const Contingency& table);

// The same with a minus before it if the thing is here less often than expected.
double signed_log_likelihood(const Contingency& table);

// (O11 / R1) / (O21 / R2): how many times as frequent the thing is here as elsewhere. Null if it is
// nowhere else, or if there is no elsewhere or no here.
std::optional<double> rate_ratio(const Contingency& table);

// logDice = 14 + log2(2 * joint / (first + second)): at most 14, one less for half as much, and
// comparable between collections, for their size does not enter. `joint` is how often two things
// stand together, `first` and `second` how often each stands anywhere. `joint` is not 0.
// P. Rychly, "A Lexicographer-Friendly Association Score", Proceedings of Recent Advances in
// Slavonic Natural Language Processing (RASLAN), 2008, pages 6-9.
double log_dice(std::uint64_t joint, std::uint64_t first, std::uint64_t second);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_KEYNESS_H_
