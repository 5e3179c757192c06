#include "core/schema/columns.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/mapped_file.h"

namespace postil::schema {
namespace {

// The layout, in this machine's byte order, every part on a multiple of 8 bytes:
//   Header, Entry for each column, then for each column ordinals, ends of values, values.
// Raised when it changes; a file of another layout or byte order is as good as none.
constexpr std::uint64_t kMagic = 0x31'6c'6f'43'74'73'6f'50;  // "PostCol1" where low bytes are first
constexpr std::size_t kUuidBytes = 40;
constexpr std::uint32_t kMaxColumns = 64;

struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t revision = 0;
  std::uint32_t last_record = 0;
  std::uint32_t columns = 0;
  char uuid[kUuidBytes] = {};
};

struct Entry {
  std::uint32_t slot = 0;
  std::uint32_t distinct = 0;
  std::uint64_t ordinals_at = 0;  // bytes from the beginning of the file
  std::uint64_t ends_at = 0;
  std::uint64_t values_at = 0;
  std::uint64_t values_size = 0;
};

template <class T>
std::string_view bytes_of(std::span<const T> items) {
  return {reinterpret_cast<const char*>(items.data()), items.size_bytes()};
}

template <class T>
std::string_view bytes_of(const T& item) {
  return bytes_of(std::span<const T>(&item, 1));
}

std::uint64_t padded(std::uint64_t bytes) { return (bytes + 7) / 8 * 8; }

// What is missing to a multiple of 8 bytes.
std::string_view padding(std::uint64_t bytes) {
  return std::string_view("\0\0\0\0\0\0\0", 7).substr(0, padded(bytes) - bytes);
}

// `count` items at `at`, if they lie inside the file.
template <class T>
std::optional<std::span<const T>> items_at(std::string_view file, std::uint64_t at,
                                           std::uint64_t count) {
  if (at % 8 != 0 || at > file.size() || count > (file.size() - at) / sizeof(T))
    return std::nullopt;
  return std::span(reinterpret_cast<const T*>(file.data() + at), static_cast<std::size_t>(count));
}

}  // namespace

std::vector<Slot> column_slots() {
  std::vector<Slot> slots = {kArticleSlot, kVersionSlot, kFirstCopySlot};
  for (const Field& field : kFields) {
    if (field.is_facet()) slots.push_back(field.slot);
  }
  return slots;
}

ColumnsBuilder::ColumnsBuilder(const DatabaseState& state, std::uint32_t last_record)
    : state_(state), last_record_(last_record) {}

ColumnsBuilder::ColumnsBuilder(const DatabaseState& state, std::uint32_t last_record,
                               const Columns& before)
    : ColumnsBuilder(state, last_record) {
  mapping_ = before.mapping_;
  for (const auto& [slot, column] : before.columns_) {
    Draft draft;
    draft.slot = slot;
    draft.before = column;
    const std::size_t known = std::min(column.ordinals_.size(), std::size_t{last_record} + 1);
    draft.before.ordinals_ = column.ordinals_.first(known);
    draft.ordinals.resize(std::size_t{last_record} + 1 - known);
    drafts_.push_back(std::move(draft));
  }
}

void ColumnsBuilder::begin_column(Slot slot) {
  Draft draft;
  draft.slot = slot;
  draft.ordinals.resize(std::size_t{last_record_} + 1);
  drafts_.push_back(std::move(draft));
}

void ColumnsBuilder::add(std::uint32_t record, std::string_view value) {
  Draft& draft = drafts_.back();
  const auto next = static_cast<std::uint32_t>(draft.ends.size() + 1);
  const auto [found, is_new] = draft.ordinal_of.try_emplace(std::string(value), next);
  if (is_new) draft.append(value);
  draft.ordinals[record] = found->second;
}

std::uint32_t ColumnsBuilder::Draft::distinct() const {
  return before.distinct() + static_cast<std::uint32_t>(ends.size());
}

std::uint32_t ColumnsBuilder::Draft::ordinal(std::uint32_t record) const {
  if (record >= before.ordinals_.size()) return ordinals[record - before.ordinals_.size()];
  const auto found = changed.find(record);
  return found == changed.end() ? before.ordinals_[record] : found->second;
}

void ColumnsBuilder::Draft::set_ordinal(std::uint32_t record, std::uint32_t ordinal) {
  if (record < before.ordinals_.size()) {
    changed[record] = ordinal;
  } else {
    ordinals[record - before.ordinals_.size()] = ordinal;
  }
}

std::string_view ColumnsBuilder::Draft::value(std::uint32_t ordinal) const {
  if (ordinal <= before.distinct()) return before.value(ordinal);
  const std::size_t index = ordinal - before.distinct() - 1;
  const std::uint64_t begin = index == 0 ? before.values_.size() : ends[index - 1];
  return std::string_view(values).substr(begin - before.values_.size(), ends[index] - begin);
}

std::uint32_t ColumnsBuilder::Draft::append(std::string_view value) {
  ends.push_back(before.values_.size() + values.append(value).size());
  return distinct();
}

std::uint32_t ColumnsBuilder::Draft::find(std::string_view wanted) const {
  for (std::uint32_t ordinal = 1; ordinal <= distinct(); ++ordinal) {
    if (value(ordinal) == wanted) return ordinal;
  }
  return 0;
}

bool ColumnsBuilder::set(Slot slot, std::uint32_t record, std::string_view value) {
  for (Draft& draft : drafts_) {
    if (draft.slot != slot) continue;
    if (record >= draft.records()) return value.empty();  // it was the last, and is gone
    const std::uint32_t ordinal = draft.ordinal(record);
    if (value.empty()) {
      draft.set_ordinal(record, 0);
    } else if (ordinal == 0 || ordinal > draft.distinct() || draft.value(ordinal) != value) {
      const std::uint32_t known = draft.find(value);
      draft.set_ordinal(record, known != 0 ? known : draft.append(value));
    }
    return true;
  }
  return false;
}

bool ColumnsBuilder::is_wasteful() const {
  constexpr std::size_t kFew = 64;
  constexpr std::size_t kShare = 8;
  return std::any_of(drafts_.begin(), drafts_.end(), [](const Draft& draft) {
    std::vector<bool> used(std::size_t{draft.distinct()} + 1);
    draft.write_ordinals([&](std::string_view piece) {
      for (; piece.size() >= sizeof(std::uint32_t); piece.remove_prefix(sizeof(std::uint32_t))) {
        std::uint32_t ordinal = 0;
        std::memcpy(&ordinal, piece.data(), sizeof ordinal);
        if (ordinal < used.size()) used[ordinal] = true;
      }
    });
    used[0] = true;
    const auto unused = static_cast<std::size_t>(std::count(used.begin(), used.end(), false));
    return unused > kFew + draft.distinct() / kShare;
  });
}

void ColumnsBuilder::Draft::write_ordinals(const Put& put) const {
  const std::span<const std::uint32_t> known = before.ordinals_;
  std::size_t at = 0;
  for (const auto& [record, ordinal] : changed) {
    put(bytes_of(known.subspan(at, record - at)));
    put(bytes_of(ordinal));
    at = std::size_t{record} + 1;
  }
  put(bytes_of(known.subspan(at)));
  put(bytes_of(std::span<const std::uint32_t>(ordinals)));
}

void ColumnsBuilder::write(const Put& put) const {
  Header header;
  header.revision = state_.revision;
  header.last_record = last_record_;
  header.columns = static_cast<std::uint32_t>(drafts_.size());
  state_.uuid.copy(header.uuid, kUuidBytes - 1);
  put(bytes_of(header));
  std::uint64_t at = sizeof(Header) + sizeof(Entry) * drafts_.size();
  const auto place = [&at](std::uint64_t bytes) { return std::exchange(at, at + padded(bytes)); };
  for (const Draft& draft : drafts_) {
    Entry entry;
    entry.slot = draft.slot;
    entry.distinct = draft.distinct();
    entry.values_size = draft.before.values_.size() + draft.values.size();
    entry.ordinals_at = place(draft.records() * sizeof(std::uint32_t));
    entry.ends_at = place(draft.distinct() * sizeof(std::uint64_t));
    entry.values_at = place(entry.values_size);
    put(bytes_of(entry));
  }
  for (const Draft& draft : drafts_) {
    draft.write_ordinals(put);
    put(padding(draft.records() * sizeof(std::uint32_t)));
    put(bytes_of(draft.before.ends_));
    put(bytes_of(std::span<const std::uint64_t>(draft.ends)));
    put(draft.before.values_);
    put(draft.values);
    put(padding(draft.before.values_.size() + draft.values.size()));
  }
}

std::optional<Columns> Columns::map(const std::string& path) {
  std::optional<MappedFile> file = map_file(path);
  if (!file) return std::nullopt;
  Columns columns;
  columns.mapping_ = std::move(file->mapping);
  if (!columns.read(file->bytes)) return std::nullopt;
  return columns;
}

bool Columns::read(std::string_view file) {
  const auto header = items_at<Header>(file, 0, 1);
  if (!header) return false;
  const Header& head = header->front();
  if (head.magic != kMagic || head.columns > kMaxColumns) return false;
  state_.uuid.assign(head.uuid, ::strnlen(head.uuid, kUuidBytes));
  state_.revision = head.revision;
  for (std::size_t i = 0; i < head.columns; ++i) {
    if (!read_column(file, i, head.last_record)) return false;
  }
  return true;
}

// The parts lie inside the file. What they hold is checked as it is read, or opening a database
// would read them all.
bool Columns::read_column(std::string_view file, std::size_t number, std::uint32_t last_record) {
  const auto entries = items_at<Entry>(file, sizeof(Header), number + 1);
  if (!entries) return false;
  const Entry& entry = entries->back();
  const auto ordinals =
      items_at<std::uint32_t>(file, entry.ordinals_at, std::uint64_t{last_record} + 1);
  const auto ends = items_at<std::uint64_t>(file, entry.ends_at, entry.distinct);
  const auto values = items_at<char>(file, entry.values_at, entry.values_size);
  if (!ordinals || !ends || !values) return false;
  columns_.emplace_back(entry.slot,
                        Column(*ordinals, *ends, std::string_view(values->data(), values->size())));
  return true;
}

bool Column::is_sound() const {
  const auto is_known = [this](std::uint32_t ordinal) { return ordinal <= distinct(); };
  return std::all_of(ordinals_.begin(), ordinals_.end(), is_known) &&
         std::is_sorted(ends_.begin(), ends_.end()) &&
         values_.size() == (ends_.empty() ? 0 : ends_.back());
}

bool Columns::is_sound() const {
  return std::all_of(columns_.begin(), columns_.end(),
                     [](const auto& column) { return column.second.is_sound(); });
}

const Column* Columns::find(Slot slot) const {
  for (const auto& [known, column] : columns_) {
    if (known == slot) return &column;
  }
  return nullptr;
}

}  // namespace postil::schema
