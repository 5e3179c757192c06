// Compares the counts of a database with a count by force over the same folder:
//
//   verify_counts DATABASE FOLDER [PHRASES [SEED]]
//
// Reads every file of FOLDER as postil-index does, draws random phrases of 1 to 5 words from the
// texts and random pairs of their words, and asks DATABASE for each. Prints every difference. Exit
// status: 0 none, 1 some, 2 it could not be done. scripts/verify-counts runs it.

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>

#include "indexer/pipeline/inspection.h"
#include "tests/support/counting.h"
#include "tests/support/oracle.h"

namespace {

using namespace postil;
using namespace postil::test;

constexpr std::size_t kLongestPhrase = 5;

void read_folder(const std::string& folder, Oracle& oracle) {
  namespace fs = std::filesystem;
  const fs::path manifest = fs::path(folder) / "metadata.csv";
  const std::string metadata = fs::exists(manifest) ? manifest.string() : "";
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path() == manifest) continue;
    if (entry.path().filename().string().front() == '.') continue;
    const auto inspected = index::inspect_file(
        entry.path().string(), metadata, "", [](const std::string&) {},
        [&](const std::string&, const index::Article& article) { oracle.add(article); });
    if (!inspected) fmt::print(stderr, "{}\n", inspected.error().message);
  }
}

std::vector<Words> draw_phrases(const Oracle& oracle, std::size_t count, Random& random) {
  std::vector<Words> phrases;
  while (phrases.size() < count) {
    Words phrase = oracle.random_phrase(random, 1 + random.below(kLongestPhrase));
    if (phrases.size() % 4 == 3) {
      phrase = oracle.random_phrase(random, 1);
      phrase.push_back(oracle.random_phrase(random, 1).front());
    }
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

std::string describe(const Counts& counts) {
  return fmt::format("{} articles ({} by their own text), {} comments, {} occurrences",
                     counts.articles, counts.article_texts, counts.comments, counts.occurrences);
}

int compare(const std::string& database, const std::string& folder, std::size_t count,
            std::uint32_t seed) {
  auto searcher = query::Searcher::open(database);
  if (!searcher) {
    fmt::print(stderr, "{}\n", searcher.error().message);
    return 2;
  }
  Oracle oracle;
  read_folder(folder, oracle);
  if (oracle.record_count() == 0) {
    fmt::print(stderr, "{} holds nothing to read\n", folder);
    return 2;
  }
  Random random(seed);
  const std::vector<Words> phrases = draw_phrases(oracle, count, random);
  const std::vector<Counts> expected = oracle.phrases(phrases);
  std::size_t differences = 0;
  std::uint64_t occurrences = 0;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const Counts found = test::count(**searcher, quoted(phrases[i]));
    occurrences += expected[i].occurrences;
    if (found == expected[i]) continue;
    ++differences;
    fmt::print("{}\n  database: {}\n  by force: {}\n", quoted(phrases[i]), describe(found),
               describe(expected[i]));
  }
  fmt::print("{} records, {} phrases with {} occurrences: {} differences\n", oracle.record_count(),
             phrases.size(), occurrences, differences);
  return differences == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 5) {
    fmt::print(stderr, "usage: verify_counts DATABASE FOLDER [PHRASES [SEED]]\n");
    return 2;
  }
  try {
    return compare(argv[1], argv[2], argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 3000,
                   argc > 4 ? static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10)) : 1);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 2;
  }
}
