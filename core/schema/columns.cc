#include "core/schema/columns.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

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
void append(std::string& out, const T* items, std::size_t count) {
  out.append(reinterpret_cast<const char*>(items), count * sizeof(T));
  out.resize((out.size() + 7) / 8 * 8);
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
  for (const auto& [slot, column] : before.columns_) {
    begin_column(slot);
    Draft& draft = drafts_.back();
    std::copy_n(column.ordinals_.begin(), std::min(column.ordinals_.size(), draft.ordinals.size()),
                draft.ordinals.begin());
    draft.values = column.values_;
    draft.ends.assign(column.ends_.begin(), column.ends_.end());
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

// A damaged column may have ends that lie anywhere.
std::string_view ColumnsBuilder::Draft::value(std::uint32_t ordinal) const {
  const std::uint64_t begin = ordinal == 1 ? 0 : ends[ordinal - 2];
  const std::uint64_t end = ends[ordinal - 1];
  if (begin > end || end > values.size()) return {};
  return std::string_view(values).substr(begin, end - begin);
}

std::uint32_t ColumnsBuilder::Draft::append(std::string_view value) {
  ends.push_back(values.append(value).size());
  return static_cast<std::uint32_t>(ends.size());
}

std::uint32_t ColumnsBuilder::Draft::find(std::string_view wanted) const {
  for (std::uint32_t ordinal = 1; ordinal <= ends.size(); ++ordinal) {
    if (value(ordinal) == wanted) return ordinal;
  }
  return 0;
}

bool ColumnsBuilder::set(Slot slot, std::uint32_t record, std::string_view value) {
  for (Draft& draft : drafts_) {
    if (draft.slot != slot) continue;
    if (record >= draft.ordinals.size()) return value.empty();  // it was the last, and is gone
    std::uint32_t& ordinal = draft.ordinals[record];
    if (value.empty()) {
      ordinal = 0;
    } else if (ordinal == 0 || ordinal > draft.ends.size() || draft.value(ordinal) != value) {
      const std::uint32_t known = draft.find(value);
      ordinal = known != 0 ? known : draft.append(value);
    }
    return true;
  }
  return false;
}

bool ColumnsBuilder::is_wasteful() const {
  constexpr std::size_t kFew = 64;
  constexpr std::size_t kShare = 8;
  return std::any_of(drafts_.begin(), drafts_.end(), [](const Draft& draft) {
    std::vector<bool> used(draft.ends.size() + 1);
    for (const std::uint32_t ordinal : draft.ordinals) {
      if (ordinal < used.size()) used[ordinal] = true;
    }
    used[0] = true;
    const auto unused = static_cast<std::size_t>(std::count(used.begin(), used.end(), false));
    return unused > kFew + draft.ends.size() / kShare;
  });
}

std::string ColumnsBuilder::finish() {
  Header header;
  header.revision = state_.revision;
  header.last_record = last_record_;
  header.columns = static_cast<std::uint32_t>(drafts_.size());
  state_.uuid.copy(header.uuid, kUuidBytes - 1);
  std::vector<Entry> entries(drafts_.size());
  std::string body;
  const std::uint64_t body_at = sizeof(Header) + sizeof(Entry) * entries.size();
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const Draft& draft = drafts_[i];
    Entry& entry = entries[i];
    entry.slot = draft.slot;
    entry.distinct = static_cast<std::uint32_t>(draft.ends.size());
    entry.ordinals_at = body_at + body.size();
    append(body, draft.ordinals.data(), draft.ordinals.size());
    entry.ends_at = body_at + body.size();
    append(body, draft.ends.data(), draft.ends.size());
    entry.values_at = body_at + body.size();
    entry.values_size = draft.values.size();
    append(body, draft.values.data(), draft.values.size());
  }
  std::string file;
  file.reserve(body_at + body.size());
  append(file, &header, 1);
  append(file, entries.data(), entries.size());
  return file += body;
}

std::optional<Columns> Columns::map(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat status {};
  void* address = MAP_FAILED;
  if (::fstat(descriptor, &status) == 0 && status.st_size > 0) {
    address = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_SHARED,
                     descriptor, 0);
  }
  ::close(descriptor);
  if (address == MAP_FAILED) return std::nullopt;
  const auto size = static_cast<std::size_t>(status.st_size);
  Columns columns;
  // Never truncated while it is mapped: a new file takes the place of the old by its name only.
  columns.mapping_ = std::shared_ptr<const void>(
      address, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  if (!columns.read({static_cast<const char*>(address), size})) return std::nullopt;
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

const Column* Columns::find(Slot slot) const {
  for (const auto& [known, column] : columns_) {
    if (known == slot) return &column;
  }
  return nullptr;
}

}  // namespace postil::schema
