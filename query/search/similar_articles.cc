#include "query/search/similar_articles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <vector>

#include "core/schema/terms.h"
#include "query/search/naming.h"
#include "query/search/prepared.h"
#include "query/search/stored.h"

namespace postil::query {
namespace {

// A word in more records than both of these tells nothing: one of ten records, and ten records.
constexpr Xapian::doccount kTellingShare = 10;
constexpr Xapian::doccount kFewRecords = 10;

// The words of a text that share their stems.
struct Family {
  std::vector<std::string> stems;
  std::uint64_t count = 0;
  std::string commonest;
  std::uint64_t commonest_count = 0;
  double weight = 0;
};

std::map<std::string, std::uint64_t> count_words(std::string_view text, text::Analyser& analyser) {
  std::unordered_map<std::string, std::uint64_t> counts;
  std::string key;
  text::WordStream stream(analyser, text);
  for (text::Word word; stream.next(word);) ++counts[key.assign(word.term)];
  return {counts.begin(), counts.end()};
}

std::vector<Family> families(const std::map<std::string, std::uint64_t>& words,
                             Vocabulary& vocabulary) {
  std::map<std::vector<std::string>, Family> by_stems;
  for (const auto& [word, count] : words) {
    std::vector<std::string> stems = vocabulary.stems(word);
    Family& family = by_stems[stems];
    if (family.stems.empty()) family.stems = std::move(stems);
    family.count += count;
    if (count > family.commonest_count) {
      family.commonest_count = count;
      family.commonest = word;
    }
  }
  std::vector<Family> all;
  for (auto& [stems, family] : by_stems) all.push_back(std::move(family));
  return all;
}

// Sets the weight of a family; 0 if no record, or only the text's own, holds it.
void weigh(const Xapian::Database& database, bool is_stored, Family& family) {
  const schema::Field& field = schema::field(schema::FieldId::kText);
  Xapian::doccount records = 0;
  for (const std::string& stem : family.stems) {
    records = std::max(records, database.get_termfreq(schema::stem_term(field, stem)));
  }
  if (records <= (is_stored ? 1U : 0U)) return;
  if (records > std::max(database.get_doccount() / kTellingShare, kFewRecords)) return;
  family.weight = static_cast<double>(family.count) *
                  std::log(static_cast<double>(database.get_doccount()) / records);
}

std::optional<Node> characteristic_words(const State& state, std::string_view text,
                                         bool is_stored) {
  const auto words = count_words(text, state.analyser);
  std::vector<Family> all = families(words, state.vocabulary);
  for (Family& family : all) weigh(state.database, is_stored, family);
  std::sort(all.begin(), all.end(), [](const Family& a, const Family& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.commonest < b.commonest;
  });
  std::vector<Node> nodes;
  for (const Family& family : all) {
    if (family.weight <= 0 || nodes.size() == kCharacteristicWords) break;
    nodes.push_back({WordNode{schema::FieldId::kText, {family.commonest, Match::kStem, 0}}});
  }
  if (nodes.empty()) return std::nullopt;
  if (nodes.size() == 1) return std::move(nodes.front());
  return Node{OrNode{std::move(nodes)}};
}

std::string text_of(const schema::Record& record) {
  std::string text(record.title.text);
  text.append("\n\n").append(record.standfirst.text);
  for (const schema::StoredParagraph& paragraph : record.paragraphs) {
    text.append("\n\n").append(paragraph.body.text);
  }
  return text;
}

}  // namespace

std::optional<Node> characteristic_words(const State& state, std::string_view text) {
  return characteristic_words(state, text, false);
}

Result<LikeQuestion> like_record(const State& state, std::string_view name) {
  const auto document = find_named(state, name);
  if (!document) return document.error();
  const auto record = StoredRecord::fetch(state.database, *document);
  if (!record) return record.error();
  auto tree = characteristic_words(state, text_of(**record), true);
  const bool is_comment = (*record)->kind == schema::Kind::kComment;
  return LikeQuestion{std::move(tree),
                      std::string(is_comment ? (*record)->article_id : (*record)->id)};
}

}  // namespace postil::query
