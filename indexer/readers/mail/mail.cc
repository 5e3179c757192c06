#include "indexer/readers/mail/mail.h"

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/readers/container.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/lines.h"
#include "indexer/readers/mail/mail_message.h"
#include "indexer/readers/mail/mime.h"
#include "indexer/readers/report.h"

namespace postil::index {
namespace {

// With all its attachments; what mail servers let pass is half of it.
constexpr std::size_t kLargestMessage = 64UL * 1024 * 1024;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// "From ann@example.org Mon Jan  1 00:00:00 2024": a time of day and a year.
bool is_separator(std::string_view line) {
  if (!starts_with(line, "From ")) return false;
  bool time = false;
  bool year = false;
  for (std::size_t i = 5; i + 4 < line.size() + 1; ++i) {
    const auto digit = [&](std::size_t at) { return at < line.size() && is_digit(line[at]); };
    time = time || (digit(i) && digit(i + 1) && line.substr(i + 2, 1) == ":" && digit(i + 3));
    year = year || (line[i - 1] == ' ' && digit(i) && digit(i + 1) && digit(i + 2) &&
                    digit(i + 3) && !digit(i + 4) && line.substr(i + 4, 1) != ":");
  }
  return time && year;
}

int sniff_mail(const Sample& sample) {
  const std::string ending = ending_of(sample.path);
  if (is_separator(sample.bytes.substr(0, sample.bytes.find('\n')))) return 0;
  if (looks_like_mail(sample.bytes)) return 75;
  return ending == "eml" && !refuse({"", sample.bytes, sample.whole}) ? 60 : 0;
}

int sniff_mailbox(const Sample& sample) {
  if (is_separator(sample.bytes.substr(0, sample.bytes.find('\n')))) return 90;
  const bool named = ending_of(sample.path) == "mbox";
  return named && starts_with(sample.bytes, "From ") ? 70 : 0;
}

void read_as_mail(Source& source, RawArticleSink& sink) {
  std::string bytes;
  if (!load_whole(source, kLargestMessage, sink, bytes)) return;
  if (bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
    report_empty(source, sink);
    return;
  }
  Members members(source, sink);
  read_message(bytes, "", source, members, sink);
  members.finish();
}

// Names a message for good, also when others are deleted from the mailbox: by its own id, of which
// only a hash is kept, since it often holds a name or an address.
std::string fragment_of(std::string_view message, std::uint64_t number) {
  const std::string id = MimePart(message.substr(0, 256UL * 1024)).field("message-id");
  if (id.empty()) return std::to_string(number);
  return fmt::format("{:012x}", XXH3_64bits(id.data(), id.size()) >> 16U);
}

class Mailbox {
 public:
  Mailbox(Source& source, RawArticleSink& sink)
      : source_(source), sink_(sink), members_(source, sink) {}

  void run() {
    Lines lines(source_, kLargestMessage);
    bool after_blank = true;
    bool goes_on = true;
    while (goes_on) {
      const auto more = lines.next();
      if (!more) {
        const bool some = number_ > 0;
        if (!some) report_unreadable(source_, more.error(), sink_);
        if (some) {
          sink_.finding(
              Severity::kCut, "unreadable",
              fmt::format("Read up to line {}: {}", lines.number(), more.error().message));
        }
        break;
      }
      if (!*more) break;
      const std::string_view line = lines.line();
      if (after_blank && is_separator(line)) {
        goes_on = end_message();
      } else if (!lines.is_too_long()) {
        add(line);
      }
      after_blank = line.empty() || line == "\r";
    }
    if (goes_on) end_message();
    members_.finish();
    if (number_ == 0) report_empty(source_, sink_);
  }

 private:
  void add(std::string_view line) {
    // ">From" in a body, and ">>From" and so on, had a mark put before it.
    const std::size_t marks = line.find_first_not_of('>');
    if (marks != std::string_view::npos && marks > 0 && starts_with(line.substr(marks), "From ")) {
      line.remove_prefix(1);
    }
    if (message_.size() + line.size() > kLargestMessage) {
      is_cut_ = true;
      return;
    }
    message_.append(line).append("\n");
  }

  bool end_message() {
    const std::string message = std::exchange(message_, "");
    const bool cut = std::exchange(is_cut_, false);
    if (message.find_first_not_of("\r\n") == std::string::npos) return true;
    const std::string fragment = fragment_of(message, ++number_);
    if (cut) {
      members_.finding(
          fragment, Severity::kCut, "too-large",
          fmt::format("Only the first {} of the mail were read", format_size(kLargestMessage)));
    }
    return members_.may_read() && read_message(message, fragment, source_, members_, sink_);
  }

  Source& source_;
  RawArticleSink& sink_;
  Members members_;
  std::string message_;
  bool is_cut_ = false;
  std::uint64_t number_ = 0;
};

void read_as_mailbox(Source& source, RawArticleSink& sink) { Mailbox(source, sink).run(); }

}  // namespace

const Reader kMailReader = {"mail", "mail, a message a file (.eml)", sniff_mail, read_as_mail};

const Reader kMailboxReader = {"mbox", "mailboxes (.mbox)", sniff_mailbox, read_as_mailbox};

}  // namespace postil::index
