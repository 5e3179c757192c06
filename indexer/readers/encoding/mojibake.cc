#include "indexer/readers/encoding/mojibake.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

// Windows-1252 from 0x80 on, as the WHATWG's Encoding Standard has it; 0: the control itself.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The byte that Windows-1252 shows as this character; -1 if none.
int byte_of(char32_t point) {
  if (point < 0x80 || (point >= 0xA0 && point <= 0xFF)) return static_cast<int>(point);
  const auto* const found = std::find(kWindows.begin(), kWindows.end(), point);
  return found == kWindows.end() ? -1 : 0x80 + static_cast<int>(found - kWindows.begin());
}

// How many bytes a sequence of UTF-8 has that begins with this one; 0 if none does.
std::size_t length_of(int lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_ascii_only(std::string_view text) { return text::is_ascii(text); }

// The bytes of the sequence that the characters from `at` on show, "" if they show none.
std::string sequence_at(std::string_view text, std::size_t& at) {
  std::string bytes;
  std::size_t next = at;
  std::size_t wanted = 1;
  while (bytes.size() < wanted && next < text.size()) {
    const int byte = byte_of(text::next_code_point(text, next));
    if (byte < 0) return "";
    if (bytes.empty()) wanted = length_of(byte);
    if (wanted == 0 || (!bytes.empty() && (byte < 0x80 || byte > 0xBF))) return "";
    bytes += static_cast<char>(byte);
  }
  if (bytes.size() < wanted || !text::is_valid_utf8(bytes)) return "";
  at = next;
  return bytes;
}

// Calls `use` for each text of an article that people read.
template <typename Use>
void each_text(RawArticle& article, Use use) {
  Metadata& meta = article.declared;
  for (std::string* text : {&meta.title, &meta.outlet, &meta.standfirst, &meta.author_note}) {
    use(*text);
  }
  for (std::string& author : meta.authors) use(author);
  for (std::string& tag : meta.tags) use(tag);
  if (auto* const page = std::get_if<PageText>(&article.content)) use(page->text);
  if (auto* const body = std::get_if<BodyText>(&article.content)) use(body->text);
  if (auto* const marked = std::get_if<MarkedBody>(&article.content)) {
    for (Paragraph& paragraph : marked->paragraphs) use(paragraph.text);
  }
  for (RawComment& comment : article.comments) {
    use(comment.author);
    use(comment.text);
  }
}

// One sequence that no language has by itself: three characters or more for one.
bool has_long_sequence(std::string_view text) {
  return text.find("\xC3\xA2\xE2\x82\xAC") != std::string_view::npos;  // â€
}

}  // namespace

std::string without_mojibake(std::string_view text, std::size_t& mended) {
  std::string out;
  std::size_t sequences = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += text[at++];
      continue;
    }
    const std::string bytes = sequence_at(text, at);
    if (bytes.empty()) return std::string(text);
    out += bytes;
    ++sequences;
  }
  mended += sequences;
  return out;
}

void MojibakeMender::article(RawArticle article) {
  std::size_t sequences = 0;
  bool is_certain = false;
  each_text(article, [&](const std::string& text) {
    if (is_ascii_only(text)) return;
    const std::size_t before = sequences;
    without_mojibake(text, sequences);
    is_certain = is_certain || (sequences > before && has_long_sequence(text));
  });
  if (sequences >= 2 || is_certain) {
    ++articles_;
    each_text(article, [&](std::string& text) {
      if (is_ascii_only(text)) return;
      const std::size_t before = mended_;
      std::string meant = without_mojibake(text, mended_);
      if (mended_ > before && first_.empty()) {
        const std::size_t start = text::floor_boundary(
            text,
            std::min<std::size_t>(
                static_cast<std::size_t>(
                    std::mismatch(text.begin(), text.end(), meant.begin(), meant.end()).first -
                    text.begin()),
                text.size()));
        const std::string_view rest = std::string_view(text).substr(start);
        first_ = rest.substr(0, text::floor_boundary(rest, std::min<std::size_t>(20, rest.size())));
      }
      text = std::move(meant);
    });
  }
  sink_.article(std::move(article));
}

void MojibakeMender::finding(Severity severity, std::string_view reason, std::string detail) {
  sink_.finding(severity, reason, std::move(detail));
}

void MojibakeMender::report() {
  if (articles_ == 0) return;
  sink_.finding(Severity::kWarning, "mojibake",
                fmt::format("{} characters were UTF-8 that had been read as Windows-1252, the "
                            "first '{}': mended",
                            mended_, first_));
}

}  // namespace postil::index
