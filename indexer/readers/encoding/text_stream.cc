#include "indexer/readers/encoding/text_stream.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <optional>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "indexer/readers/encoding/charset_label.h"
#include "indexer/readers/encoding/encoding.h"

namespace postil::index {
namespace {

constexpr std::size_t kPiece = 64UL * 1024;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(::ucnv_open(name.c_str(), &error), &ucnv_close);
  if (U_FAILURE(error)) converter.reset();
  return converter;
}

// The first bytes without a sequence that their end cuts.
std::string_view whole_sequences(std::string_view bytes) {
  for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const std::size_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return needed > back ? bytes.substr(0, bytes.size() - back) : bytes;
  }
  return bytes;
}

std::size_t count_sequences(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

struct Chosen {
  std::string name;      // "utf-8" or what ICU knows
  std::string declared;  // what the source says, if that is not used
  bool assumed = false;
};

Chosen choose_encoding(std::string_view head, std::string_view declared) {
  const std::string_view wide = wide_encoding(head);
  if (!wide.empty()) return {std::string(wide), "", false};
  const std::string_view sample = whole_sequences(head);
  const bool is_utf8 = text::is_valid_utf8(sample);
  const std::string meant = encoding_named(declared);
  // What is read here byte by byte is not UTF-16, whatever it says.
  if (!meant.empty() && meant != "utf-8" && meant != "utf-16") {
    // Text of another encoding is never valid UTF-8 by chance, more than a few characters long.
    const bool is_contradicted = is_utf8 && count_sequences(sample) >= 3 && !has_escapes(meant);
    if (is_contradicted) return {"utf-8", std::string(declared), false};
    if (open_converter(meant)) return {meant, "", false};
  }
  if (is_utf8) return {"utf-8", "", false};
  const Decoded decoded = decode(sample);
  const std::string name = decoded.assumed ? decoded.encoding : "utf-8";
  const bool is_stated = !text::trim(declared).empty();
  return {name, is_stated && decoded.assumed ? std::string(declared) : "", decoded.assumed};
}

}  // namespace

struct TextStream::State {
  State(Source& source_in, Declaration declaration_in)
      : source(source_in), declaration(declaration_in) {}

  Status start();
  void decode_piece(bool is_last, std::string& text);
  void convert(bool is_last, std::string& text);

  Source& source;
  Declaration declaration;
  bool is_started = false;
  bool is_at_end = false;
  Chosen chosen;
  std::string bytes;  // not yet decoded
  std::string piece;  // decoded, of which a last CR waits for what follows
  std::size_t replaced = 0;
  Converter converter{nullptr, &ucnv_close};
  Converter to_utf8{nullptr, &ucnv_close};
  std::vector<UChar> pivot;
  UChar* pivot_source = nullptr;
  UChar* pivot_target = nullptr;
};

Status TextStream::State::start() {
  is_started = true;
  const auto size = source.size();
  // A descriptor keeps its head only for the same limit each time; a small file is there whole.
  const bool is_small = size && *size <= kLoadedWhole;
  const auto head = source.head(is_small ? static_cast<std::size_t>(*size) : kSampleBytes);
  if (!head) return head.error();
  const bool marked = head->substr(0, 3) == "\xEF\xBB\xBF";
  chosen = marked ? Chosen{"utf-8", "", false} : choose_encoding(*head, declaration(*head));
  if (chosen.name != "utf-8") {
    converter = open_converter(chosen.name);
    to_utf8 = open_converter("utf-8");
    if (!converter || !to_utf8) {
      chosen.name = "utf-8";
      return ok();
    }
    pivot.resize(kPiece);
    pivot_source = pivot_target = pivot.data();
  }
  return ok();
}

// The rest of a sequence that the piece's end cuts stays in `bytes`.
void TextStream::State::decode_piece(bool is_last, std::string& text) {
  if (converter) {
    convert(is_last, text);
    return;
  }
  const std::string_view whole = is_last ? std::string_view(bytes) : whole_sequences(bytes);
  if (text::is_valid_utf8(whole)) {
    text += whole;
  } else {
    std::size_t count = 0;
    text += text::to_valid_utf8(whole, &count);
    replaced += count;
  }
  bytes.erase(0, whole.size());
}

void TextStream::State::convert(bool is_last, std::string& text) {
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  char out[16UL * 1024];
  for (;;) {
    UErrorCode error = U_ZERO_ERROR;
    char* to = out;
    ::ucnv_convertEx(to_utf8.get(), converter.get(), &to, out + sizeof out, &from, end,
                     pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), 0,
                     is_last ? 1 : 0, &error);
    const std::string_view made(out, static_cast<std::size_t>(to - out));
    for (std::size_t at = made.find(kReplacement); at != std::string_view::npos;
         at = made.find(kReplacement, at + 1)) {
      ++replaced;
    }
    text += made;
    if (error != U_BUFFER_OVERFLOW_ERROR) break;
  }
  bytes.clear();
}

TextStream::TextStream(Source& source, Declaration declaration)
    : state_(std::make_unique<State>(source, declaration)) {}
TextStream::TextStream(TextStream&&) noexcept = default;
TextStream::~TextStream() = default;

Result<bool> TextStream::more(std::string& text) {
  State& state = *state_;
  if (!state.is_started) {
    if (Status started = state.start(); !started) return started.error();
  }
  const std::size_t before = text.size();
  while (!state.is_at_end && text.size() == before) {
    const std::size_t kept = state.bytes.size();
    state.bytes.resize(kept + kPiece);
    const auto got = state.source.read(state.bytes.data() + kept, kPiece);
    state.bytes.resize(kept + (got ? *got : 0));
    if (!got) return got.error();
    state.is_at_end = *got == 0;
    state.decode_piece(state.is_at_end, state.piece);
    const bool waits = !state.is_at_end && !state.piece.empty() && state.piece.back() == '\r';
    if (waits) state.piece.pop_back();
    if (state.piece.substr(0, 3) == "\xEF\xBB\xBF") state.piece.erase(0, 3);
    normalise_line_ends(state.piece);
    text += state.piece;
    state.piece = waits ? "\r" : "";
  }
  return text.size() > before;
}

void TextStream::report(RawArticleSink& sink) const {
  const State& state = *state_;
  if (!state.chosen.declared.empty()) {
    sink.finding(Severity::kWarning, "encoding-mismatch",
                 fmt::format("The file says that it is {:.40}, but is not: it was read as {}",
                             text::to_valid_utf8(state.chosen.declared), state.chosen.name));
  } else if (state.chosen.assumed) {
    sink.finding(Severity::kWarning, "encoding-assumed",
                 fmt::format("The file does not say its encoding and is not UTF-8: it was read "
                             "as {}",
                             state.chosen.name));
  }
  if (state.replaced != 0) {
    sink.finding(Severity::kWarning, "invalid-bytes",
                 fmt::format("{} sequences are not valid {}: read as U+FFFD", state.replaced,
                             state.chosen.name));
  }
}

std::string xml_declaration(std::string_view head) {
  const std::size_t start = head.find("<?xml");
  if (start > 100) return "";  // npos is far
  const std::string_view line = head.substr(start, head.find("?>", start) - start).substr(0, 400);
  std::size_t at = line.find("encoding");
  if (at == std::string_view::npos) return "";
  at = line.find_first_of("\"'", at);
  if (at == std::string_view::npos) return "";
  const std::size_t end = line.find(line[at], at + 1);
  if (end == std::string_view::npos) return "";
  return std::string(text::trim(line.substr(at + 1, end - at - 1)));
}

std::string no_declaration(std::string_view /*head*/) { return ""; }

}  // namespace postil::index
