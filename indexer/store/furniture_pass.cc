#include "indexer/store/furniture_pass.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/schema/fields.h"
#include "core/schema/record.h"
#include "core/schema/terms.h"
#include "indexer/recurring/census.h"
#include "indexer/recurring/recurrence.h"
#include "indexer/store/record_maker.h"
#include "indexer/store/slot_values.h"
#include "indexer/store/xapian_document.h"

namespace postil::index {
namespace {

// What `term` is behind `prefix`, "" if it does not begin so.
std::string_view behind(std::string_view term, std::string_view prefix) {
  return term.starts_with(prefix) ? term.substr(prefix.size()) : std::string_view();
}

class FurniturePass {
 public:
  FurniturePass(Xapian::WritableDatabase& database, RecordChanges& changes)
      : database_(database),
        changes_(changes),
        maker_([this](std::uint64_t key) { return furniture_.count(key) != 0; }) {}

  void settle() { changes_.is_unknown() ? settle_all() : settle_changed(); }

 private:
  using Ids = std::set<Xapian::docid>;
  using Keys = std::set<std::uint64_t>;

  void settle_all();
  void settle_changed();
  void for_each_recurrence(const std::function<void(Xapian::docid, const Recurrence&)>& show) const;
  std::optional<Recurrence> recurrence_of(Xapian::docid id) const;
  std::map<std::uint64_t, std::uint64_t> group_changes() const;
  void add_keys_of_group(std::uint64_t group, Keys& keys) const;
  bool recurs(std::uint64_t key) const;
  void add_carriers(std::uint64_t key, bool is_furniture, Ids& wrong) const;
  void judge_others(const Ids& records);
  void make_anew(const Ids& wrong);
  void make_anew(Xapian::docid id);

  Xapian::WritableDatabase& database_;
  RecordChanges& changes_;
  std::unordered_set<std::uint64_t> furniture_;  // keys of paragraphs
  std::unordered_set<std::uint64_t> judged_;     // keys of which furniture_ is right
  RecordMaker maker_;
};

void FurniturePass::settle_all() {
  Census census(database_.get_doccount());
  for_each_recurrence([&](Xapian::docid, const Recurrence& article) { census.count(article); });
  for_each_recurrence(
      [&](Xapian::docid id, const Recurrence& article) { census.collect(id, article); });
  Census::Outcome outcome = census.finish();
  furniture_ = std::move(outcome.furniture);
  make_anew(Ids(outcome.wrong.begin(), outcome.wrong.end()));
}

void FurniturePass::for_each_recurrence(
    const std::function<void(Xapian::docid, const Recurrence&)>& show) const {
  for_each_value(database_, schema::kRecurrenceSlot,
                 [&](Xapian::docid id, const std::string& value) {
                   if (const auto recurrence = decode_recurrence(value)) show(id, *recurrence);
                 });
}

void FurniturePass::settle_changed() {
  Keys keys = changes_.old_paragraphs();
  for (const Xapian::docid id : changes_.changed()) {
    if (const auto recurrence = recurrence_of(id)) {
      for (const RecurringParagraph& each : recurrence->paragraphs) keys.insert(each.key);
    }
  }
  // Where a group has grown or shrunk so far that another number counts, every paragraph is judged.
  for (const auto& [group, before] : group_changes()) {
    const std::uint64_t now = database_.get_termfreq(group_term(group));
    if (recurrence_threshold(now) != recurrence_threshold(before)) add_keys_of_group(group, keys);
  }
  Ids wrong;
  for (const std::uint64_t key : keys) {
    judged_.insert(key);
    const bool is_furniture = recurs(key);
    if (is_furniture) furniture_.insert(key);
    add_carriers(key, is_furniture, wrong);
  }
  judge_others(wrong);
  make_anew(wrong);
}

// The groups of changed records, with their sizes before the run.
std::map<std::uint64_t, std::uint64_t> FurniturePass::group_changes() const {
  std::map<std::uint64_t, std::int64_t> more;
  for (const auto& [group, count] : changes_.old_groups()) {
    more[group] -= static_cast<std::int64_t>(count);
  }
  for (const Xapian::docid id : changes_.changed()) {
    if (const auto recurrence = recurrence_of(id)) ++more[recurrence->group];
  }
  std::map<std::uint64_t, std::uint64_t> before;
  for (const auto& [group, count] : more) {
    const auto now = static_cast<std::int64_t>(database_.get_termfreq(group_term(group)));
    before[group] = static_cast<std::uint64_t>(std::max<std::int64_t>(0, now - count));
  }
  return before;
}

void FurniturePass::add_keys_of_group(std::uint64_t group, Keys& keys) const {
  const std::string term = group_term(group);
  for (auto id = database_.postlist_begin(term); id != database_.postlist_end(term); ++id) {
    if (const auto recurrence = recurrence_of(*id)) {
      for (const RecurringParagraph& each : recurrence->paragraphs) keys.insert(each.key);
    }
  }
}

std::optional<Recurrence> FurniturePass::recurrence_of(Xapian::docid id) const {
  return decode_recurrence(database_.get_document(id).get_value(schema::kRecurrenceSlot));
}

// Looks at no more articles than it takes to be sure.
bool FurniturePass::recurs(std::uint64_t key) const {
  const std::string term = paragraph_term(key);
  if (database_.get_termfreq(term) < kLeastRecurrence) return false;
  std::optional<RecurrenceCount> count;
  for (auto id = database_.postlist_begin(term); id != database_.postlist_end(term); ++id) {
    const auto recurrence = recurrence_of(*id);
    if (!recurrence) continue;
    if (!count) count.emplace(database_.get_termfreq(group_term(recurrence->group)));
    const auto& all = recurrence->paragraphs;
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const RecurringParagraph& each) { return each.key == key; });
    if (found == all.end()) continue;
    count->add(recurrence->kin, found->at_edge);
    if (count->is_furniture()) return true;
  }
  return false;
}

// The articles in which a paragraph has another fate than it should have.
void FurniturePass::add_carriers(std::uint64_t key, bool is_furniture, Ids& wrong) const {
  const auto is_right = [&](Xapian::docid id) {
    const auto recurrence = recurrence_of(id);
    if (!recurrence) return true;
    return std::all_of(recurrence->paragraphs.begin(), recurrence->paragraphs.end(),
                       [&](const RecurringParagraph& each) {
                         return each.key != key || (each.fate != Fate::kBody) == is_furniture;
                       });
  };
  const std::string term = paragraph_term(key);
  // Before the run all agreed: if one that did not change is right, all are.
  bool others_are_right = false;
  for (auto id = database_.postlist_begin(term); id != database_.postlist_end(term); ++id) {
    const bool has_changed = changes_.changed().count(*id) != 0;
    if (!has_changed && others_are_right) continue;
    if (!is_right(*id)) {
      wrong.insert(*id);
    } else if (!has_changed) {
      others_are_right = true;
    }
  }
}

// A record that is made anew keeps the fate of its other paragraphs.
void FurniturePass::judge_others(const Ids& records) {
  for (const Xapian::docid id : records) {
    const auto recurrence = recurrence_of(id);
    if (!recurrence) continue;
    for (const RecurringParagraph& each : recurrence->paragraphs) {
      if (each.fate != Fate::kBody && judged_.count(each.key) == 0) furniture_.insert(each.key);
    }
  }
}

void FurniturePass::make_anew(const Ids& wrong) {
  for (const Xapian::docid id : wrong) make_anew(id);
}

void FurniturePass::make_anew(Xapian::docid id) {
  const Xapian::Document document = database_.get_document(id);
  const std::string data = document.get_data();
  const Result<schema::Record> record = schema::decode(data);
  const auto recurrence = recurrence_of(id);
  if (!record || !recurrence) return;
  const std::string file_prefix(schema::kFilePrefix);
  auto file = document.termlist_begin();
  file.skip_to(file_prefix);
  const std::string file_term = file == document.termlist_end() ? std::string() : *file;
  const std::string folders = document.get_value(schema::field(schema::FieldId::kFolder).slot);
  const std::vector<std::string_view> folder = schema::decode_values(folders);
  const Place place{record->path, behind(file_term, file_prefix),
                    folder.empty() ? std::string_view() : folder.front()};
  const AnalysedRecord made = maker_.remake(*record, *recurrence, place);
  changes_.before_change(document);
  database_.replace_document(id, to_document(made));
  changes_.after_change(id);
}

}  // namespace

void settle_furniture(Xapian::WritableDatabase& database, RecordChanges& changes) {
  FurniturePass(database, changes).settle();
}

}  // namespace postil::index
