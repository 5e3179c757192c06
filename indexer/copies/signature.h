// What is kept of a text so that its near-duplicates are found without comparing it with every
// other: a MinHash signature of its word pairs.
//
//   words ─PairCollector→ pairs ─sign→ Signature: keys become terms, all of it a value slot
//
// A pair is two neighbouring words of one paragraph, words of fewer than four bytes left out: pairs
// survive a changed headline, a cut paragraph and many changed words, and two texts on one subject
// share few of them. A. Z. Broder, "On the resemblance and containment of documents", 1997; banding
// as in Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3, with one row to a
// band, for candidates are compared exactly before they count (resemblance.h); the other minima are
// kept as bytes (P. Li and A. C. König, "b-bit minwise hashing", 2010).

#ifndef POSTIL_INDEXER_COPIES_SIGNATURE_H_
#define POSTIL_INDEXER_COPIES_SIGNATURE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/zone.h"

namespace postil::index {

// Hashes of a text's pairs, in the order of the text.
using Pairs = std::vector<std::uint32_t>;

// Gathers the pairs of one text after another.
class PairCollector {
 public:
  // The next word, folded.
  void add_word(std::string_view word);

  // The same, of its size in bytes and the low half of its XXH3 with 64 bits.
  void add_word(std::size_t size, std::uint32_t hash);

  // What follows is another paragraph.
  void end_paragraph() { has_previous_ = false; }

  // What was gathered; the collector is empty again.
  Pairs take();

 private:
  Pairs pairs_;
  std::uint32_t previous_ = 0;  // hash of the word before
  bool has_previous_ = false;
};

// Fewer distinct pairs than this say nothing: a text so short is nobody's copy.
inline constexpr std::uint32_t kFewestPairs = 12;

// One minimum of a text's pairs; of two texts it is the same with the share of pairs in common as
// probability. UINT32_MAX without pairs.
std::uint32_t least_pair(const Pairs& pairs);

struct Signature {
  static constexpr std::size_t kMostKeys = 20;
  static constexpr std::size_t kFewestKeys = 8;  // of a short text
  static constexpr std::size_t kMostMinima = 64;

  schema::Kind kind = schema::Kind::kArticle;
  std::uint64_t id = 0;     // hash of the record's id: an order that no run changes
  std::uint32_t day = 0;    // 20220301, first day of its date; kNoDay if unknown
  std::uint32_t pairs = 0;  // distinct ones
  std::uint8_t key_count = 0;
  std::uint8_t minima_count = 0;
  std::array<std::uint32_t, kMostKeys> keys{};     // two texts that share one are candidates
  std::array<std::uint8_t, kMostMinima> minima{};  // a byte of each minimum, those of keys first

  static constexpr std::uint32_t kNoDay = 99999999;
};

// The signature of a record's pairs; none if there are too few of them.
std::optional<Signature> sign(const Pairs& pairs, schema::Kind kind, std::string_view record_id,
                              std::uint32_t day);

// As a value slot holds it.
std::string encode(const Signature& signature);
std::optional<Signature> decode_signature(std::string_view bytes);  // none if damaged

// The term of a key: records that share it are candidates.
std::string signature_term(std::uint32_t key);

// How many of the first minima of two signatures agree, and of how many.
struct Agreement {
  std::uint32_t equal = 0;
  std::uint32_t of = 0;
};
Agreement agreement(const Signature& a, const Signature& b);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_COPIES_SIGNATURE_H_
