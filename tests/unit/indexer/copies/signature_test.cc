#include "indexer/copies/signature.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace postil::index {
namespace {

Pairs pairs_of(const std::vector<std::string>& words) {
  PairCollector collector;
  for (const std::string& word : words) collector.add_word(word);
  return collector.take();
}

std::vector<std::string> numbered(int from, int to) {
  std::vector<std::string> words;
  for (int i = from; i < to; ++i) words.push_back("word" + std::to_string(i));
  return words;
}

TEST_CASE("pairs are made of neighbouring long words of one paragraph") {
  CHECK(pairs_of({"peace", "of", "the", "brave"}) == pairs_of({"peace", "brave"}));
  CHECK(pairs_of({"peace", "brave"}) != pairs_of({"brave", "peace"}));
  CHECK(pairs_of({"the", "of", "an"}).empty());
  PairCollector collector;
  collector.add_word("peace");
  collector.end_paragraph();
  collector.add_word("brave");
  CHECK(collector.take().empty());
}

TEST_CASE("a text of a few words has no signature, however often it repeats them") {
  CHECK_FALSE(sign(pairs_of(numbered(0, 12)), schema::Kind::kComment, "a", 0));
  CHECK(sign(pairs_of(numbered(0, 14)), schema::Kind::kComment, "a", 0));
  std::vector<std::string> words;
  for (int i = 0; i < 100; ++i) words.push_back(i % 2 == 0 ? "peace" : "talks");
  CHECK_FALSE(sign(pairs_of(words), schema::Kind::kArticle, "a", 0));
}

TEST_CASE("a signature is read back from its bytes, and damage is noticed") {
  for (const int words : {20, 200}) {
    const auto made = sign(pairs_of(numbered(0, words)), schema::Kind::kComment, "x#c1", 20220301);
    REQUIRE(made);
    const std::string bytes = encode(*made);
    const auto read = decode_signature(bytes);
    REQUIRE(read);
    CHECK(read->kind == schema::Kind::kComment);
    CHECK(read->id == made->id);
    CHECK(read->day == 20220301);
    CHECK(read->pairs == static_cast<std::uint32_t>(words - 1));
    CHECK(read->keys == made->keys);
    CHECK(read->minima == made->minima);
    CHECK(encode(*read) == bytes);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_FALSE(decode_signature(bytes.substr(0, size)));
    }
  }
}

TEST_CASE("articles and comments share no key") {
  const Pairs pairs = pairs_of(numbered(0, 200));
  const auto article = sign(pairs, schema::Kind::kArticle, "a", 0);
  const auto comment = sign(pairs, schema::Kind::kComment, "a", 0);
  std::set<std::uint32_t> keys(article->keys.begin(), article->keys.end());
  CHECK(keys.size() == Signature::kMostKeys);
  for (const std::uint32_t key : comment->keys) CHECK(keys.count(key) == 0);
}

TEST_CASE("minima agree about as often as texts have pairs in common") {
  double agreed = 0;
  for (int round = 0; round < 60; ++round) {
    const int from = round * 1000;
    const auto a = sign(pairs_of(numbered(from, from + 301)), schema::Kind::kArticle, "a", 0);
    const auto b = sign(pairs_of(numbered(from + 100, from + 401)), schema::Kind::kArticle, "b", 0);
    agreed += agreement(*a, *b).equal;
  }
  CHECK(agreed / (60 * 64) == doctest::Approx(0.5).epsilon(0.06));  // 200 of 400 pairs
}

}  // namespace
}  // namespace postil::index
