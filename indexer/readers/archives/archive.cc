#include "indexer/readers/archives/archive.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/archives/archive_entries.h"
#include "indexer/readers/container.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/report.h"

namespace postil::index {
namespace {

using namespace std::string_view_literals;

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Documents that are ZIP files have readers of their own, which are surer.
int sniff_archive(const Sample& sample) {
  const std::string_view bytes = sample.bytes;
  for (const std::string_view magic : {"PK\3\4"sv, "PK\5\6"sv, "PK\7\x8"sv, "\x1F\x8B"sv, "BZh"sv,
                                       "\xFD\x37zXZ\0"sv, "\x28\xB5\x2F\xFD"sv}) {
    if (!starts_with(bytes, magic)) continue;
    if (magic == "BZh" && (bytes.size() < 10 || bytes.substr(4, 6) != "\x31\x41\x59\x26\x53\x59"))
      continue;
    const bool is_zip = starts_with(bytes, "PK");
    return is_zip && zip_kind(bytes, ending_of(sample.path)) != "ZIP" ? 0 : 80;
  }
  const std::string ending = ending_of(sample.path);
  if (bytes.size() > 262 && bytes.substr(257, 5) == "ustar") return 80;
  // Of nothing, as programs pad it.
  const bool is_blank_tar = ending == "tar" && bytes.size() >= 1024 &&
                            bytes.find_first_not_of('\0') == std::string_view::npos;
  if (is_blank_tar) return 60;
  // A program that unpacks itself.
  return ending == "zip" && starts_with(bytes, "MZ") ? 60 : 0;
}

class Archive {
 public:
  Archive(Source& source, RawArticleSink& sink)
      : source_(source), sink_(sink), entries_(source, ArchiveKind::kAny), members_(source, sink) {}

  void run() {
    while (read_next()) {
    }
    members_.finish();
    if (files_ == 0 && !is_failed_) {
      sink_.finding(Severity::kSkipped, "empty",
                    entries_.is_of_nothing() ? "There is nothing in the archive"
                                             : "There is no file in the archive");
    }
  }

 private:
  bool read_next() {
    const auto more = entries_.next();
    if (!more) return report_failure(more.error());
    if (!*more) return false;
    const std::string name = entries_.name();
    const std::string label = member_label(name);
    if (entries_.is_link()) {
      members_.finding(label, Severity::kSkipped, "link", "Links in archives are not followed");
      return true;
    }
    if (!entries_.is_file()) return true;
    if (is_hidden_member(label)) return true;
    ++files_;
    if (entries_.is_encrypted()) {
      members_.finding(label, Severity::kSkipped, "encrypted",
                       "It is encrypted, and needs a password");
      return members_.may_read();
    }
    const std::string shown =
        label.empty() && !name.empty() ? fmt::format("file-{}", files_) : label;
    Source member = Source::of_member(
        source_, shown.empty() ? name_without_ending() : shown,
        [this](char* buffer, std::size_t size) { return read_piece(buffer, size); });
    broken_.reset();
    has_begun_ = false;
    const bool goes_on = members_.read(shown, member);
    if (broken_) {
      members_.finding(shown, Severity::kCut, "damaged",
                       "Only its beginning could be read: " + broken_->message);
    }
    return goes_on;
  }

  // A member that breaks off ends there: what is before it can be read.
  Result<std::size_t> read_piece(char* buffer, std::size_t size) {
    Result<std::size_t> got = entries_.read(buffer, size);
    if (!got && has_begun_ && !source_.has_changed() && !source_.is_bomb()) {
      broken_ = got.error();
      return std::size_t{0};
    }
    has_begun_ = got && *got > 0;
    return got;
  }

  bool report_failure(const Error& error) {
    is_failed_ = true;
    const bool some = members_.articles() > 0;
    const std::string_view reason = source_.has_changed() ? "changed"
                                    : source_.is_bomb()   ? "expands-too-much"
                                                          : "damaged";
    sink_.finding(some ? Severity::kCut : Severity::kSkipped, reason,
                  fmt::format("The archive cannot be read{}: {}", files_ == 0 ? "" : " further",
                              error.message));
    return false;
  }

  // talks.txt of talks.txt.gz: its ending helps to choose its reader.
  std::string name_without_ending() const {
    const std::string& path = source_.path();
    const std::size_t slash = path.rfind('/');
    const std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
    const std::string ending = ending_of(name);
    return ending.empty() ? name : name.substr(0, name.size() - ending.size() - 1);
  }

  Source& source_;
  RawArticleSink& sink_;
  ArchiveEntries entries_;
  Members members_;
  std::optional<Error> broken_;  // of the member at hand
  bool has_begun_ = false;
  std::size_t files_ = 0;
  bool is_failed_ = false;
};

void read_as_archive(Source& source, RawArticleSink& sink) {
  if (!report_if_empty(source, sink)) Archive(source, sink).run();
}

}  // namespace

const Reader kArchiveReader = {"archive", "zip, tar, gz, bz2, xz, zst, and all of these in them",
                               sniff_archive, read_as_archive};

}  // namespace postil::index
