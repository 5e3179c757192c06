#include "indexer/recurring/census.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace postil::index {
namespace {

constexpr std::uint64_t kAppeal = 7;

Recurrence article(std::uint32_t number, std::vector<RecurringParagraph> paragraphs) {
  Recurrence recurrence;
  recurrence.group = 1;
  recurrence.kin = number;
  recurrence.paragraphs = std::move(paragraphs);
  return recurrence;
}

Census::Outcome take(const std::vector<Recurrence>& articles) {
  Census census(articles.size());
  for (const Recurrence& each : articles) census.count(each);
  std::uint32_t number = 0;
  for (const Recurrence& each : articles) census.collect(++number, each);
  return census.finish();
}

// A hundred articles with paragraphs of their own, `with` of which end with the appeal.
std::vector<Recurrence> collection(std::uint32_t with, Fate fate) {
  std::vector<Recurrence> articles;
  for (std::uint32_t i = 0; i < 100; ++i) {
    articles.push_back(article(i, {{1000 + i, 0, true}}));
    if (i < with) articles.back().paragraphs.push_back({kAppeal, 1, true, fate});
  }
  return articles;
}

TEST_CASE("a paragraph of enough articles is furniture, and wrong where it was taken for body") {
  const Census::Outcome found = take(collection(5, Fate::kBody));
  CHECK(found.furniture == std::unordered_set<std::uint64_t>{kAppeal});
  CHECK(found.wrong == std::vector<std::uint32_t>{1, 2, 3, 4, 5});
  CHECK(take(collection(5, Fate::kFurniture)).wrong.empty());
  CHECK(take(collection(5, Fate::kNote)).wrong.empty());
}

TEST_CASE("a paragraph of too few articles is body, and wrong where it was guessed otherwise") {
  CHECK(take(collection(4, Fate::kBody)).furniture.empty());
  CHECK(take(collection(4, Fate::kBody)).wrong.empty());
  CHECK(take(collection(1, Fate::kFurniture)).wrong == std::vector<std::uint32_t>{1});
}

TEST_CASE("what an article says twice counts once, where it stands first") {
  std::vector<Recurrence> articles;
  for (std::uint32_t i = 0; i < 5; ++i) {
    articles.push_back(article(i, {{kAppeal, 4, false}, {kAppeal, 9, true}}));
  }
  CHECK(take(articles).furniture.empty());
}

TEST_CASE("copies of one article count as one") {
  std::vector<Recurrence> articles = collection(5, Fate::kBody);
  for (Recurrence& each : articles) each.kin = 1;
  CHECK(take(articles).furniture.empty());
}

TEST_CASE("no articles have no furniture") { CHECK(take({}).furniture.empty()); }

}  // namespace
}  // namespace postil::index
