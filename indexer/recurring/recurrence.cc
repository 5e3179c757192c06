#include "indexer/recurring/recurrence.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>

#include "core/schema/fields.h"
#include "core/schema/varint.h"
#include "core/text/fold.h"

namespace postil::index {
namespace {

constexpr std::size_t kFewestWords = 8;
constexpr std::size_t kFewestWordsOfAddress = 3;
constexpr std::size_t kDigitsOfNumber = 7;  // of a telephone number
constexpr std::size_t kMostBytes = 4000;    // longer paragraphs are nobody's furniture

// Of the first and last paragraphs; a paragraph elsewhere must recur so many times more often.
constexpr std::size_t kFirst = 2;
constexpr std::size_t kLast = 3;
constexpr std::uint32_t kElsewhere = 4;

// Two of a hundred articles of the group. Its size is taken as the power of two below it, so that
// the threshold changes rarely.
constexpr std::uint64_t kOneIn = 50;

constexpr std::uint64_t kKeyMask = 0xffff'ffff'ffff;  // 48 bits: a term is twelve digits

// The words of the text, or any number of at least `enough` if there are so many.
std::size_t count_words(std::string_view text, std::size_t enough) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size() && words < enough; ++at) {
    const bool is_space = text[at] == ' ' || text[at] == '\t' || text[at] == '\n';
    words += !is_space && !in_word;
    in_word = !is_space;
  }
  return words;
}

bool gives_address(std::string_view text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return static_cast<std::size_t>(digits) >= kDigitsOfNumber ||
         text.find('@') != std::string_view::npos || text.find("http") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos;
}

bool starts_with_quote(std::string_view text) {
  constexpr std::array<std::string_view, 7> kQuotes = {"\"", "'", "“", "„", "«", "‘", "「"};
  return std::any_of(kQuotes.begin(), kQuotes.end(),
                     [&](std::string_view quote) { return text.starts_with(quote); });
}

bool may_be_furniture(std::string_view text) {
  if (text.empty() || text.size() > kMostBytes || starts_with_quote(text)) return false;
  if (text.ends_with(':') || text.ends_with("：")) return false;
  // Scripts that write no spaces between words have some nine bytes to a word.
  std::size_t words = count_words(text, std::max(kFewestWords, text.size() / 24 + 1));
  if (words * 24 < text.size()) words = text.size() / 9;
  return words >= kFewestWords || (words >= kFewestWordsOfAddress && gives_address(text));
}

// What stands before a paragraph's key: how far its index is from the one before, times kFlags, and
// flags: 1 at the edge, 2 and 4 its fate, 8 its page follows the key.
constexpr std::uint64_t kFlags = 16;
constexpr std::uint64_t kHasPage = 8;

std::uint64_t hash(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed) & kKeyMask;
}

}  // namespace

std::uint64_t group_of(std::string_view outlet, std::string_view folder) {
  return outlet.empty() ? hash(folder, 1) : hash(text::fold_value(outlet), 2);
}

std::optional<std::uint64_t> paragraph_key(std::uint64_t group, std::string_view text) {
  if (!may_be_furniture(text)) return std::nullopt;
  return hash(text::fold_value(text), group + 3);
}

std::string encode(const Recurrence& recurrence) {
  std::string bytes;
  schema::put_number(bytes, recurrence.group);
  schema::put_number(bytes, recurrence.kin);
  std::uint32_t next = 0;
  for (const RecurringParagraph& paragraph : recurrence.paragraphs) {
    const std::uint64_t flags = (paragraph.at_edge ? 1U : 0U) +
                                2 * static_cast<unsigned>(paragraph.fate) +
                                (paragraph.page != 0 ? kHasPage : 0U);
    schema::put_number(bytes, (paragraph.index - next) * kFlags + flags);
    for (unsigned shift = 0; shift < 48; shift += 8) {
      bytes += static_cast<char>(paragraph.key >> shift & 0xff);
    }
    if (paragraph.page != 0) schema::put_number(bytes, paragraph.page);
    next = paragraph.index;
  }
  return bytes;
}

std::optional<Recurrence> decode_recurrence(std::string_view bytes) {
  Recurrence recurrence;
  std::uint64_t kin = 0;
  if (!schema::take_number(bytes, recurrence.group) || !schema::take_number(bytes, kin)) {
    return std::nullopt;
  }
  recurrence.kin = static_cast<std::uint32_t>(kin);
  std::uint64_t index = 0;
  while (!bytes.empty()) {
    std::uint64_t head = 0;
    if (!schema::take_number(bytes, head) || bytes.size() < 6) return std::nullopt;
    RecurringParagraph paragraph;
    index += head / kFlags;
    paragraph.index = static_cast<std::uint32_t>(index);
    paragraph.at_edge = (head & 1) != 0;
    paragraph.fate = static_cast<Fate>(std::min<std::uint64_t>(head / 2 % 4, 2));
    for (std::size_t i = 6; i-- > 0;) {
      paragraph.key = paragraph.key << 8 | static_cast<unsigned char>(bytes[i]);
    }
    bytes.remove_prefix(6);
    std::uint64_t page = 0;
    if ((head & kHasPage) != 0 && !schema::take_number(bytes, page)) return std::nullopt;
    paragraph.page = static_cast<std::uint32_t>(page);
    recurrence.paragraphs.push_back(paragraph);
  }
  return recurrence;
}

std::string paragraph_term(std::uint64_t key) {
  return fmt::format("{}{:012x}", schema::kParagraphPrefix, key);
}

std::string group_term(std::uint64_t group) {
  return fmt::format("{}{:012x}", schema::kGroupPrefix, group);
}

bool is_at_edge(std::string_view text, std::size_t index, std::size_t count) {
  if (index > 0 && index + kLast >= count) return true;
  return index < kFirst && gives_address(text);
}

std::uint32_t recurrence_threshold(std::uint64_t group_size) {
  std::uint64_t size = 1;
  while (size <= group_size / 2) size *= 2;
  return static_cast<std::uint32_t>(std::max<std::uint64_t>(kLeastRecurrence, size / kOneIn));
}

void RecurrenceCount::add(std::uint32_t kin, bool at_edge) {
  all_.insert(kin);
  if (at_edge) at_edge_.insert(kin);
}

bool RecurrenceCount::is_furniture() const {
  return at_edge_.size() >= threshold_ || all_.size() >= std::size_t{kElsewhere} * threshold_;
}

}  // namespace postil::index
