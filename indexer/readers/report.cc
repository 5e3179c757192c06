#include "indexer/readers/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/readers/encoding/encoding.h"

namespace postil::index {
namespace {

constexpr std::size_t kPiece = 256UL * 1024;

constexpr std::size_t kToldOneByOne = 20;

// A line is not looked for further back than this: there may be none.
constexpr std::size_t kLineSearch = 64UL * 1024;

void cut_at_line_end(std::string& bytes) {
  const std::size_t end = wide_encoding(bytes).empty() ? bytes.rfind('\n') : std::string::npos;
  if (end != std::string::npos && end + kLineSearch > bytes.size()) {
    bytes.resize(end + 1);
    return;
  }
  // A sequence of UTF-8, or a unit of UTF-16, is not to be torn.
  while (bytes.size() % 4 != 0) bytes.pop_back();
  while (!bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0xC0U) == 0x80U) {
    bytes.pop_back();
  }
  if (!bytes.empty() && static_cast<unsigned char>(bytes.back()) >= 0xC0U) bytes.pop_back();
}

}  // namespace

void report_unreadable(const Source& source, const Error& error, RawArticleSink& sink) {
  const std::string_view reason = source.has_changed() ? "changed"
                                  : source.is_bomb()   ? "expands-too-much"
                                                       : "unreadable";
  sink.finding(Severity::kSkipped, reason, error.message);
}

void report_empty(const Source& source, RawArticleSink& sink) {
  sink.finding(Severity::kSkipped, "empty",
               source.size() == 0 ? "The file has no bytes" : "There is no text in the file");
}

bool read_text(Source& source, RawArticleSink& sink, std::string& bytes) {
  bytes.clear();
  // Where the size is known, all bytes in one read and the end in another: most files are small,
  // and room for a piece would cost more than they do.
  const std::optional<std::uint64_t> size = source.size();
  bool more = true;
  while (more && bytes.size() <= kLongestText) {
    const std::size_t at = bytes.size();
    const std::uint64_t wanted = !size ? at + kPiece : std::max<std::uint64_t>(*size, at + 1);
    bytes.resize(std::min<std::uint64_t>(wanted, kLongestText + 1));
    const auto got = source.read(bytes.data() + at, bytes.size() - at);
    bytes.resize(at + (got ? *got : 0));
    if (!got) {
      report_unreadable(source, got.error(), sink);
      return false;
    }
    more = *got != 0;
  }
  if (bytes.size() > kLongestText) {
    bytes.resize(kLongestText);
    cut_at_line_end(bytes);
    const std::string whole = source.size() ? " of " + format_size(*source.size()) : "";
    sink.finding(Severity::kCut, "too-large",
                 fmt::format("Only the first {}{} were read: no article is that long. "
                             "Split the file if it holds several",
                             format_size(bytes.size()), whole));
  }
  return true;
}

void OneByOne::tell(std::size_t& count, Severity severity, std::string_view reason,
                    std::string detail) {
  if (++count <= kToldOneByOne) sink_.finding(severity, reason, std::move(detail));
}

void OneByOne::finish(std::size_t count, Severity severity, std::string_view reason) {
  if (count <= kToldOneByOne) return;
  sink_.finding(severity, reason,
                fmt::format("{} more {} like these", count - kToldOneByOne, what_));
}

std::string format_size(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  if (bytes < 1'000'000) return fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3);
  if (bytes < 1'000'000'000) return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
  return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
}

}  // namespace postil::index
