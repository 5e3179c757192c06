// Compares the counts of a database with a count by force over the same folder:
//
//   verify_counts DATABASE FOLDER [PHRASES [SEED]]
//
// Reads every file of FOLDER as postil-index does (but for the paragraphs that are furniture
// because they recur, which only the database can tell), draws PHRASES random phrases of 1 to 5
// words and random pairs of words, and a third as many phrases with slop, words and phrases with
// NEAR, and wildcards alone and inside phrases; and asks DATABASE for each. Prints every
// difference.
// Exit status: 0 none, 1 some, 2 it could not be done. scripts/verify-counts runs it.

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/schema/fields.h"
#include "core/schema/record.h"
#include "indexer/pipeline/inspection.h"
#include "indexer/recurring/recurrence.h"
#include "tests/support/counting.h"
#include "tests/support/oracle.h"

namespace {

using namespace postil;
using namespace postil::test;

constexpr std::size_t kLongestPhrase = 5;

// Of each file, the paragraphs that are not body because they recur.
using Recurring = std::map<std::string, std::set<std::string>>;

Recurring read_recurring(const std::string& name) {
  Recurring recurring;
  const Xapian::Database database(name);
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    const std::string data = document.get_data();
    const auto record = schema::decode(data);
    const auto told = index::decode_recurrence(document.get_value(schema::kRecurrenceSlot));
    if (!record || !told) continue;
    for (const index::RecurringParagraph& each : told->paragraphs) {
      if (each.fate == index::Fate::kBody) continue;
      std::set<std::string>& texts = recurring[std::string(record->path)];
      texts.emplace(record->author_note.text);
      for (const schema::StoredFurniture& furniture : record->furniture) {
        if (furniture.reason == schema::FurnitureReason::kRepeated) texts.emplace(furniture.text);
      }
    }
  }
  return recurring;
}

void drop(const std::set<std::string>& texts, index::Article& article) {
  auto& all = article.paragraphs;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const index::Paragraph& paragraph) {
                             return paragraph.zone == schema::Zone::kBody &&
                                    texts.count(paragraph.text) != 0;
                           }),
            all.end());
}

void read_folder(const std::string& folder, const Recurring& recurring, Oracle& oracle) {
  namespace fs = std::filesystem;
  const fs::path manifest = fs::path(folder) / "metadata.csv";
  const std::string metadata = fs::exists(manifest) ? manifest.string() : "";
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path() == manifest) continue;
    if (entry.path().filename().string().front() == '.') continue;
    const auto found = recurring.find(fs::canonical(entry.path()).string());
    const auto inspected = index::inspect_file(
        entry.path().string(), metadata, "", [](const std::string&) {},
        [&](const std::string&, const index::Article& article) {
          index::Article searched = article;
          if (found != recurring.end()) drop(found->second, searched);
          oracle.add(searched);
        });
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

// What was asked of the database and of the oracle, and where they differ.
class Comparison {
 public:
  Comparison(query::Searcher& searcher, std::string kind)
      : searcher_(searcher), kind_(std::move(kind)) {}

  void ask(const std::string& question, const Counts& expected) {
    ++asked_;
    Counts found = test::count(searcher_, question);
    matching_ += expected.articles > 0;
    if (found == expected) return;
    ++differences_;
    fmt::print("{}\n  database: {}\n  by force: {}\n", question, describe(found),
               describe(expected));
  }

  // Prints the sum and returns the number of differences.
  std::size_t end() const {
    fmt::print("{}: {} questions, {} of which find something: {} differences\n", kind_, asked_,
               matching_, differences_);
    return differences_;
  }

 private:
  query::Searcher& searcher_;
  std::string kind_;
  std::size_t asked_ = 0;
  std::size_t matching_ = 0;
  std::size_t differences_ = 0;
};

std::size_t compare_phrases(query::Searcher& searcher, const Oracle& oracle, std::size_t count,
                            Random& random) {
  const std::vector<Words> phrases = draw_phrases(oracle, count, random);
  const std::vector<Counts> expected = oracle.phrases(phrases);
  Comparison comparison(searcher, "phrases");
  for (std::size_t i = 0; i < phrases.size(); ++i) comparison.ask(quoted(phrases[i]), expected[i]);
  return comparison.end();
}

// Some of the words of a stretch, in order: a phrase that needs slop.
Words draw_with_gaps(const Oracle& oracle, Random& random) {
  const Words stretch = oracle.random_phrase(random, 3 + random.below(5));
  Words some = {stretch.front()};
  for (std::size_t i = 1; i + 1 < stretch.size() && some.size() < 3; ++i) {
    if (random.below(2) == 0) some.push_back(stretch[i]);
  }
  some.push_back(stretch.back());
  return some;
}

std::size_t compare_slop(query::Searcher& searcher, const Oracle& oracle, std::size_t count,
                         Random& random) {
  Comparison comparison(searcher, "phrases with slop");
  for (std::size_t i = 0; i < count; ++i) {
    const Words phrase = draw_with_gaps(oracle, random);
    const std::size_t slop = 1 + random.below(6);
    comparison.ask(quoted(phrase, slop), oracle.patterns(phrase, slop));
  }
  return comparison.end();
}

std::size_t compare_near(query::Searcher& searcher, const Oracle& oracle, std::size_t count,
                         Random& random) {
  Comparison comparison(searcher, "NEAR");
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<NearOperand> operands;
    for (const std::string& word : draw_with_gaps(oracle, random)) {
      operands.push_back({{word}, 0, random.below(3) == 0});
    }
    std::reverse(operands.begin(), operands.begin() + random.below(operands.size() + 1));
    if (i % 3 == 0) operands.back() = {oracle.random_phrase(random, 2), random.below(4)};
    const std::size_t distance = 1 + random.below(12);
    comparison.ask(near_each_other(operands, distance), oracle.near(operands, distance));
  }
  return comparison.end();
}

std::size_t compare_wildcards(query::Searcher& searcher, const Oracle& oracle, std::size_t count,
                              Random& random) {
  Comparison comparison(searcher, "wildcards");
  for (std::size_t i = 0; i < count; ++i) {
    Words phrase = {oracle.random_pattern(random)};
    std::size_t slop = 0;
    if (i % 2 == 1) {
      phrase = oracle.random_phrase(random, 2);
      phrase[random.below(2)] = oracle.random_pattern(random);
      slop = random.below(3);
    }
    comparison.ask(quoted(phrase, slop), oracle.patterns(phrase, slop));
  }
  return comparison.end();
}

int compare(const std::string& database, const std::string& folder, std::size_t count,
            std::uint32_t seed) {
  auto searcher = query::Searcher::open(database);
  if (!searcher) {
    fmt::print(stderr, "{}\n", searcher.error().message);
    return 2;
  }
  Oracle oracle;
  read_folder(folder, read_recurring(database), oracle);
  if (oracle.record_count() == 0) {
    fmt::print(stderr, "{} holds nothing to read\n", folder);
    return 2;
  }
  Random random(seed);
  fmt::print("{} records\n", oracle.record_count());
  const std::size_t differences = compare_phrases(**searcher, oracle, count, random) +
                                  compare_slop(**searcher, oracle, count / 3, random) +
                                  compare_near(**searcher, oracle, count / 3, random) +
                                  compare_wildcards(**searcher, oracle, count / 3, random);
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
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "{}\n", error.get_description());
    return 2;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 2;
  }
}
