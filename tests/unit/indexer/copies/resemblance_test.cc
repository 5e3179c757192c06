#include "indexer/copies/resemblance.h"

#include <doctest/doctest.h>

namespace postil::index {
namespace {

constexpr auto kArticle = schema::Kind::kArticle;
constexpr auto kComment = schema::Kind::kComment;

// The numbers [from, to) in place of hashes of pairs.
Pairs run(std::uint32_t from, std::uint32_t to) {
  Pairs pairs;
  for (std::uint32_t i = from; i < to; ++i) pairs.push_back(i);
  return pairs;
}

Pairs joined(Pairs first, const Pairs& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// Every `step`th pair is another one.
Pairs edited(std::uint32_t from, std::uint32_t to, std::uint32_t step) {
  Pairs pairs = run(from, to);
  for (std::size_t i = 0; i < pairs.size(); i += step) pairs[i] += 1'000'000;
  return pairs;
}

Relation related(const Pairs& a, const Pairs& b, schema::Kind kind = kArticle,
                 double threshold = kDefaultThreshold) {
  const Relation found = relation(overlap(PairSet(a), PairSet(b), threshold), kind, threshold);
  CHECK(found == relation(overlap(PairSet(b), PairSet(a), threshold), kind, threshold));
  return found;
}

TEST_CASE("what two texts have in common is counted") {
  const Overlap found = overlap(PairSet(run(0, 100)), PairSet(run(50, 250)), 0);
  CHECK(found.shorter == 100);
  CHECK(found.contained == doctest::Approx(0.5));
  CHECK(found.ratio == doctest::Approx(0.5));
  CHECK(found.spread == doctest::Approx(0.5));  // in the second half only
  CHECK(overlap(PairSet({}), PairSet(run(0, 9)), 0).contained == 0);
}

TEST_CASE("an edited text is the same, another text is not") {
  CHECK(related(run(0, 300), run(0, 300)) == Relation::kSame);
  CHECK(related(run(0, 300), edited(0, 300, 2)) == Relation::kSame);
  CHECK(related(run(0, 300), run(300, 600)) == Relation::kNone);
}

TEST_CASE("a large piece in one place does not make a copy, the same much all over does") {
  const Pairs boilerplate = run(5000, 5150);
  CHECK(related(joined(run(0, 200), boilerplate), joined(run(1000, 1200), boilerplate)) ==
        Relation::kNone);
  CHECK(related(run(0, 350), edited(0, 350, 2)) == Relation::kSame);
}

TEST_CASE("paragraphs taken over do not make a copy, though they are as much as edits leave") {
  Pairs old;
  Pairs later;
  std::uint32_t fresh = 100'000;
  for (std::uint32_t paragraph = 0; paragraph < 10; ++paragraph) {
    const Pairs text = run(paragraph * 50, paragraph * 50 + 50);
    old = joined(old, text);
    later = joined(later, paragraph % 5 < 2 ? text : run(fresh, fresh + 50));
    fresh += 50;
  }
  CHECK(overlap(PairSet(old), PairSet(later), 0).contained == doctest::Approx(0.4));
  CHECK(related(old, later) == Relation::kNone);
  Pairs changed = old;  // two pairs of five are left, all over the text
  for (std::size_t i = 0; i < changed.size(); ++i) changed[i] += i % 5 < 2 ? 0 : 1'000'000;
  CHECK(related(old, changed) == Relation::kSame);
  const Pairs other = run(7000, 7080);
  CHECK(related(joined(other, old), joined(run(8000, 8080), changed)) == Relation::kSame);
}

TEST_CASE("a text cut short is a part, a passage that is quoted is none") {
  CHECK(related(run(0, 400), run(0, 160)) == Relation::kPart);
  CHECK(related(run(0, 1000), run(100, 200)) == Relation::kPart);
  CHECK(related(run(0, 1000), edited(100, 300, 2)) == Relation::kNone);  // short and changed
  CHECK(related(run(0, 3000), run(100, 200)) == Relation::kNone);        // a thirtieth
}

TEST_CASE("short texts and comments need more in common") {
  CHECK(related(run(0, 40), edited(0, 40, 2)) == Relation::kNone);
  CHECK(related(run(0, 40), edited(0, 40, 4)) == Relation::kSame);
  CHECK(related(run(0, 300), joined(run(0, 120), run(900, 1080)), kComment) == Relation::kNone);
  CHECK(related(run(0, 300), run(0, 120), kComment) == Relation::kNone);
  CHECK(related(run(0, 30), run(0, 30), kComment) == Relation::kSame);
}

TEST_CASE("the threshold holds") {
  CHECK(related(run(0, 400), edited(0, 400, 10), kArticle, 0.85) == Relation::kSame);
  CHECK(related(run(0, 400), edited(0, 400, 10), kArticle, 0.95) == Relation::kNone);
}

}  // namespace
}  // namespace postil::index
