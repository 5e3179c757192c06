// The questions of scripts/bench-query: drawn from a collection itself, so that they fit any, and
// written down, so that several engines are asked the same.

#ifndef POSTIL_TESTS_BENCH_QUESTIONS_H_
#define POSTIL_TESTS_BENCH_QUESTIONS_H_

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace postil::bench {

// What is to be shown of the best ten, beside title and path.
enum class Show : std::uint8_t { kHits, kFacets, kPassages };

struct Question {
  std::string kind;
  std::string text;   // in Postil's grammar
  std::string facet;  // of its only filter, "" if it has none
  std::string value;
  Show show = Show::kHits;
  // The same for an engine that knows nothing of Postil's: "stem", "any", "phrase" or "near5" and
  // its words, spaces between them. All stems must match, or any; stems that count as one are
  // joined by |. At most so many words are between two that are near, in any order.
  std::string form;
};

// `count` of each kind: words of three frequencies, pairs of words, any of three words, phrases of
// two and three words, two words near each other, phrases with a filter, words and pairs with all
// facets (every second with a filter on one of them), and pairs with passages. Each matches three
// articles at least, since what finds less is answered with suggestions by Postil alone. Throws
// what Xapian throws.
std::vector<Question> draw_questions(const Xapian::Database& database, std::size_t count,
                                     std::uint32_t seed);

// A line for each: kind, text, facet=value or -, hits|facets|passages, form; between tabs.
std::string to_lines(const std::vector<Question>& questions);

// Throws std::runtime_error if they have another form.
std::vector<Question> read_lines(const std::string& lines);

}  // namespace postil::bench

#endif  // POSTIL_TESTS_BENCH_QUESTIONS_H_
