#include "query/search/views/collection.h"

#include <variant>

#include "core/schema/terms.h"
#include "query/search/join.h"
#include "query/search/selector.h"
#include "query/search/sides.h"
#include "query/search/slot_reader.h"

namespace postil::query {
namespace {

// So many times as long as the records a word's postings must be before they are better skipped
// than read.
constexpr std::size_t kSkipFactor = 16;

// The parts of a question that only choose among records. In a join commenter: says which comment
// of an article, and chooses none.
std::vector<const Node*> choosing_parts(const Node& tree) {
  std::vector<const Node*> parts;
  const auto* all = std::get_if<AndNode>(&tree.is);
  const bool joins = all != nullptr && is_join(*all);
  const auto take = [&](const Node& node) {
    const Sides sides = sides_of(node);
    const bool chooses = !sides.any_words() && !(joins && sides.commenter);
    if (chooses && !std::holds_alternative<AllNode>(node.is)) parts.push_back(&node);
  };
  if (all != nullptr) {
    for (const Node& child : all->children) take(child);
  } else {
    take(tree);
  }
  return parts;
}

RecordIds all_records(const Xapian::Database& database) {
  RecordIds ids;
  ids.reserve(database.get_doccount());
  for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at) {
    ids.push_back(*at);
  }
  return ids;
}

}  // namespace

Result<Collection> Collection::of(const Prepared& question) {
  const State& state = question.state;
  const std::vector<const Node*> parts = choosing_parts(question.request.tree);
  if (parts.empty() && question.request.filters.is_empty()) {
    return Collection(state.database, all_records(state.database), true);
  }
  auto records = Selector(state).select_all(parts, question.request.filters);
  if (!records) return records.error();
  return Collection(state.database, *std::move(records), false);
}

Collection::Collection(const Xapian::Database& database, RecordIds records, bool is_everything)
    : database_(database), records_(std::move(records)), is_everything_(is_everything) {
  if (is_everything_ || records_.empty()) return;
  holds_.resize(std::size_t{records_.back()} + 1, false);
  for (const Xapian::docid id : records_) holds_[id] = true;
}

std::uint64_t Collection::words() const {
  SlotReader lengths(database_, schema::kLengthSlot);
  std::uint64_t words = 0;
  for (const Xapian::docid id : records_) words += schema::decode_number(lengths.read(id));
  return words;
}

std::uint64_t Collection::frequency(std::string_view word) const {
  const std::string term = schema::word_term(schema::field(schema::FieldId::kText), word);
  if (is_everything_) return database_.get_collection_freq(term);
  std::uint64_t count = 0;
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  if (database_.get_termfreq(term) / kSkipFactor < records_.size()) {
    for (; posting != end && *posting < holds_.size(); ++posting) {
      if (holds_[*posting]) count += posting.get_wdf();
    }
    return count;
  }
  for (const Xapian::docid id : records_) {
    posting.skip_to(id);
    if (posting == end) break;
    if (*posting == id) count += posting.get_wdf();
  }
  return count;
}

}  // namespace postil::query
