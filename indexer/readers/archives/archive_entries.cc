#include "indexer/readers/archives/archive_entries.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "indexer/readers/container.h"
#include "indexer/readers/report.h"

namespace postil::index {
namespace {

constexpr std::size_t kPiece = 64UL * 1024;
constexpr std::size_t kMostParts = 96UL * 1024 * 1024;

Error failure(struct archive* archive) {
  const char* what = archive_error_string(archive);
  return {ErrorKind::kInput, text::to_valid_utf8(what == nullptr ? "it is damaged" : what), ""};
}

}  // namespace

struct ArchiveEntries::State {
  explicit State(Source& source_in) : source(source_in), piece(kPiece) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { archive_read_free(archive); }

  static la_ssize_t read_piece(struct archive* archive, void* self, const void** bytes) {
    State& state = *static_cast<State*>(self);
    const auto size = state.source.size();
    const auto got = size ? state.source.read_at(state.place, state.piece.data(), kPiece)
                          : state.source.read(state.piece.data(), kPiece);
    if (!got) {
      archive_set_error(archive, EIO, "%s", got.error().message.c_str());
      return -1;
    }
    state.place += *got;
    *bytes = state.piece.data();
    return static_cast<la_ssize_t>(*got);
  }

  static la_int64_t seek(struct archive* /*archive*/, void* self, la_int64_t offset, int whence) {
    State& state = *static_cast<State*>(self);
    const auto size = static_cast<la_int64_t>(state.source.size().value_or(0));
    const la_int64_t base = whence == SEEK_SET   ? 0
                            : whence == SEEK_CUR ? static_cast<la_int64_t>(state.place)
                                                 : size;
    if (offset < -base || offset > size - base) return ARCHIVE_FATAL;
    state.place = static_cast<std::uint64_t>(base + offset);
    return base + offset;
  }

  static la_int64_t skip(struct archive* /*archive*/, void* self, la_int64_t request) {
    State& state = *static_cast<State*>(self);
    const std::uint64_t left = *state.source.size() - std::min(state.place, *state.source.size());
    const auto moved = std::min(static_cast<std::uint64_t>(std::max<la_int64_t>(request, 0)), left);
    state.place += moved;
    return static_cast<la_int64_t>(moved);
  }

  Source& source;
  std::vector<char> piece;
  std::uint64_t place = 0;
  struct archive* archive = nullptr;
  archive_entry* entry = nullptr;
  bool is_open = false;
};

ArchiveEntries::ArchiveEntries(Source& source, ArchiveKind kind)
    : state_(std::make_unique<State>(source)) {
  struct archive* archive = state_->archive = archive_read_new();
  if (archive == nullptr) return;
  archive_read_support_format_zip(archive);
  if (kind == ArchiveKind::kAny) {
    archive_read_support_format_tar(archive);
    archive_read_support_format_raw(archive);
    archive_read_support_format_empty(archive);
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_zstd(archive);
  }
  archive_read_set_read_callback(archive, State::read_piece);
  if (source.size()) {
    archive_read_set_seek_callback(archive, State::seek);
    archive_read_set_skip_callback(archive, State::skip);
  }
  archive_read_set_callback_data(archive, state_.get());
  state_->is_open = archive_read_open1(archive) == ARCHIVE_OK;
}

ArchiveEntries::~ArchiveEntries() = default;

Result<bool> ArchiveEntries::next() {
  if (state_->archive == nullptr) return Error{ErrorKind::kInput, "out of memory", ""};
  if (!state_->is_open) return failure(state_->archive);
  const int result = archive_read_next_header(state_->archive, &state_->entry);
  if (result == ARCHIVE_EOF) return false;
  if (result < ARCHIVE_WARN) return failure(state_->archive);
  // A file in which nothing was unfolded would be its own member, in it again and so on.
  const bool is_itself = archive_format(state_->archive) == ARCHIVE_FORMAT_RAW &&
                         archive_filter_count(state_->archive) <= 1;
  if (is_itself) return Error{ErrorKind::kInput, "it only begins like an archive", ""};
  return true;
}

bool ArchiveEntries::is_of_nothing() const {
  return archive_format(state_->archive) == ARCHIVE_FORMAT_EMPTY;
}

std::string ArchiveEntries::name() const {
  if (archive_format(state_->archive) == ARCHIVE_FORMAT_RAW) return "";
  for (const char* name :
       {archive_entry_pathname_utf8(state_->entry), archive_entry_pathname(state_->entry)}) {
    if (name != nullptr && *name != '\0') return name;
  }
  return "?";
}

bool ArchiveEntries::is_file() const {
  const auto type = archive_entry_filetype(state_->entry);
  return (type == AE_IFREG || type == 0) && archive_entry_hardlink(state_->entry) == nullptr;
}

bool ArchiveEntries::is_link() const {
  return archive_entry_filetype(state_->entry) == AE_IFLNK ||
         archive_entry_hardlink(state_->entry) != nullptr;
}

bool ArchiveEntries::is_encrypted() const {
  return archive_entry_is_data_encrypted(state_->entry) != 0;
}

Result<std::size_t> ArchiveEntries::read(char* buffer, std::size_t size) {
  const la_ssize_t got = archive_read_data(state_->archive, buffer, size);
  if (got < 0) return failure(state_->archive);
  return static_cast<std::size_t>(got);
}

bool read_parts(Source& source, RawArticleSink& sink,
                const std::function<bool(const std::string& name)>& is_wanted,
                std::map<std::string, std::string>& parts) {
  if (report_if_empty(source, sink)) return false;
  ArchiveEntries entries(source, ArchiveKind::kZip);
  std::size_t total = 0;
  for (;;) {
    const auto more = entries.next();
    if (!more) {
      if (!parts.empty()) {
        sink.finding(Severity::kCut, "damaged", "Its archive is damaged: " + more.error().message);
        return true;
      }
      sink.finding(Severity::kSkipped, "damaged",
                   "Its archive is damaged: " + more.error().message);
      return false;
    }
    if (!*more) return true;
    const std::string name = entries.name();
    if (!entries.is_file() || !is_wanted(name) || parts.count(name) > 0) continue;
    if (!source.count_member()) return true;
    if (entries.is_encrypted()) {
      sink.finding(Severity::kSkipped, "encrypted", "It is encrypted, and needs a password");
      return false;
    }
    Source part = Source::of_member(
        source, name, [&](char* buffer, std::size_t size) { return entries.read(buffer, size); });
    std::string& bytes = parts[name];
    std::vector<char> piece(kPiece);
    for (bool goes_on = true; goes_on;) {
      const auto got = part.read(piece.data(), piece.size());
      if (!got) {
        const bool bomb = source.is_bomb();
        sink.finding(bomb ? Severity::kSkipped : Severity::kCut,
                     bomb ? "expands-too-much" : "damaged", got.error().message);
        if (bomb) return false;
        break;
      }
      total += *got;
      if (total > kMostParts) {
        sink.finding(Severity::kSkipped, "too-large",
                     fmt::format("It has more than {} of text", format_size(kMostParts)));
        return false;
      }
      bytes.append(piece.data(), *got);
      goes_on = *got > 0;
    }
  }
}

}  // namespace postil::index
