#include "indexer/readers/encoding/binary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "core/text/ascii.h"
#include "indexer/readers/encoding/encoding.h"

namespace postil::index {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::size_t at;
  std::string_view bytes;
  bool document;  // may hold an article
  std::string_view name;
  bool is_word = false;  // text may start like this: only if the rest is not text
};

constexpr std::array kMagics = {
    Magic{0, "%PDF-"sv, true, "PDF"},
    Magic{0, "{\\rtf"sv, true, "RTF"},
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, true, "old Microsoft Office"},
    Magic{0, "AT&TFORM"sv, true, "DjVu"},
    Magic{60, "BOOKMOBI"sv, true, "Mobipocket", true},
    Magic{0, "WARC/"sv, true, "WARC"},
    Magic{0, "%!PS"sv, true, "PostScript"},
    Magic{0, "\x1F\x8B"sv, true, "gzip"},
    Magic{0,
          "\xFD"
          "7zXZ\0"sv,
          true, "xz"},
    Magic{0, "\x28\xB5\x2F\xFD"sv, true, "zstd"},
    Magic{0, "BZh"sv, true, "bzip2", true},
    Magic{0, "\x1F\x9D"sv, true, "compress (.Z)"},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, true, "7-Zip"},
    Magic{0, "Rar!\x1A\x07"sv, true, "RAR"},
    Magic{257, "ustar"sv, true, "tar", true},
    Magic{0, "bplist00"sv, true, "property list (.webarchive)"},
    Magic{0, "\x89PNG\r\n"sv, false, "PNG picture"},
    Magic{0, "\xFF\xD8\xFF"sv, false, "JPEG picture"},
    Magic{0, "GIF87a"sv, false, "GIF picture"},
    Magic{0, "GIF89a"sv, false, "GIF picture"},
    Magic{0, "II*\0"sv, false, "TIFF picture"},
    Magic{0, "MM\0*"sv, false, "TIFF picture"},
    Magic{0, "\0\0\1\0"sv, false, "icon"},
    Magic{8, "WEBP"sv, false, "WebP picture", true},
    Magic{8, "WAVE"sv, false, "sound", true},
    Magic{4, "ftyp"sv, false, "video or HEIC picture", true},
    Magic{0, "\x1A\x45\xDF\xA3"sv, false, "video"},
    Magic{0, "OggS"sv, false, "sound", true},
    Magic{0, "ID3"sv, false, "sound", true},
    Magic{0, "fLaC"sv, false, "sound", true},
    Magic{0, "wOFF"sv, false, "font", true},
    Magic{0, "wOF2"sv, false, "font", true},
    Magic{0, "OTTO"sv, false, "font", true},
    Magic{0, "\0\1\0\0\0"sv, false, "font"},
    Magic{0,
          "\x7F"
          "ELF"sv,
          false, "program (ELF)"},
    Magic{0, "\0asm"sv, false, "program (WebAssembly)"},
    Magic{0, "\xCA\xFE\xBA\xBE"sv, false, "program (Java)"},
    Magic{0, "SQLite format 3\0"sv, false, "SQLite database"},
};

std::optional<Refusal> no_reader(std::string_view format) {
  return Refusal{"no-reader", fmt::format("{} files cannot be read by this version", format)};
}

// Of formats that are read: this file has nothing that its reader knows.
constexpr std::string_view kXml = "XML that is neither a page, a feed nor an export of a blog";
constexpr std::string_view kJson =
    "JSON in which nothing is named as the text or title of an article";
constexpr std::string_view kTable = "CSV without a column of texts or titles";

std::optional<Refusal> without_article(std::string_view what) {
  return Refusal{"no-reader", std::string(what)};
}

std::optional<Refusal> binary(std::string_view what) {
  return Refusal{"binary", fmt::format("Not text: {}", what)};
}

// Whether one of eight bytes may be a control: most words of text are told by this alone.
bool may_hold_control(const char* eight) {
  std::uint64_t word = 0;
  std::memcpy(&word, eight, sizeof word);
  return ((word - 0x2020202020202020U) & ~word & 0x8080808080808080U) != 0;
}

// Controls that text does not have. A few are forgiven: programs of all kinds leave them behind.
bool has_binary_bytes(std::string_view bytes) {
  static constexpr std::uint32_t kOfText = 0x3E00U | 1U << 0x1A | 1U << 0x1B;  // \t to \r, SUB, ESC
  std::size_t controls = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    const std::string_view eight = bytes.substr(at, 8);
    if (eight.size() == 8 && !may_hold_control(eight.data())) continue;
    for (const char c : eight) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20) controls += (kOfText >> byte & 1U) ^ 1U;
    }
  }
  return controls > 1 && controls * 100 > bytes.size();
}

std::optional<Refusal> by_magic(std::string_view bytes, std::string_view ending) {
  if (bytes.substr(0, 4) == "PK\3\4"sv || bytes.substr(0, 4) == "PK\5\6"sv) {
    return no_reader(zip_kind(bytes, ending));
  }
  for (const Magic& magic : kMagics) {
    if (bytes.size() < magic.at || bytes.substr(magic.at, magic.bytes.size()) != magic.bytes) {
      continue;
    }
    if (magic.is_word && !has_binary_bytes(bytes)) continue;
    return magic.document ? no_reader(magic.name) : binary(magic.name);
  }
  return std::nullopt;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// The first byte behind a byte order mark, white space and comments of markup, and what follows.
std::string_view opening(std::string_view bytes) {
  if (starts_with(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (;;) {
    const std::size_t start = bytes.find_first_not_of(" \t\r\n");
    bytes.remove_prefix(std::min(start, bytes.size()));
    const std::size_t end = starts_with(bytes, "<!--") ? bytes.find("-->") : std::string_view::npos;
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 3);
  }
  return bytes;
}

std::optional<Refusal> by_markup(std::string_view start) {
  for (const std::string_view markup : {"<?xml"sv, "<!doctype"sv, "<svg"sv}) {
    if (!starts_with(start, markup)) continue;
    if (start.find("<svg") != std::string_view::npos) return binary("SVG picture");
    return without_article(kXml);
  }
  return std::nullopt;
}

// JSON that its readers have not claimed.
std::optional<Refusal> by_json(std::string_view start, std::string_view ending) {
  const bool bracket = starts_with(start, "{") || starts_with(start, "[");
  if (!bracket) return std::nullopt;
  const std::size_t next = start.find_first_not_of(" \t\r\n", 1);
  const bool json = next != std::string_view::npos &&
                    (start[next] == '"' || start[next] == '{' ||
                     (start[0] == '[' && start[next] == '[' && ending == "json"));
  const bool object = json && (start[next] == '{' || start.find("\":") != std::string_view::npos ||
                               start.find("\" :") != std::string_view::npos);
  if (!object && ending != "json") return std::nullopt;
  return without_article(kJson);
}

struct Ending {
  std::string_view names;  // with spaces around
  std::string_view why;
};

// Only where the content cannot tell, which is so for code, for tables and for broken documents.
constexpr Ending kEndings[] = {
    {" html htm xhtml mht mhtml eml mbox rtf ", "It is not what its name says"},
    {" csv tsv tab ", kTable},
    {" json jsonl ndjson ", kJson},
    {" xml xsl xsd ", kXml},
};

// Not written for people to read as an article.
constexpr std::string_view kData =
    " yml yaml toml ini cfg conf lock map po pot bib ics vcf srt vtt ";
constexpr std::string_view kCode =
    " css scss sass less js mjs cjs ts tsx jsx sql sh bash bat ps1 py rb pl php java kt go rs c h "
    "cc cpp hpp cs swift scala lua r m liquid erb ejs hbs njk svg log ";

std::optional<Refusal> by_ending(std::string_view ending) {
  if (ending.empty()) return std::nullopt;
  const std::string wanted = fmt::format(" {} ", ending);
  for (const Ending& known : kEndings) {
    if (known.names.find(wanted) != std::string_view::npos) return without_article(known.why);
  }
  for (const auto& [names, kind] : {std::pair(kData, "Data"), std::pair(kCode, "Code")}) {
    if (names.find(wanted) == std::string_view::npos) continue;
    return no_reader(fmt::format("{} (.{})", kind, ending));
  }
  return std::nullopt;
}

}  // namespace

std::string_view zip_kind(std::string_view bytes, std::string_view ending) {
  if (bytes.find("mimetypeapplication/epub+zip") != std::string_view::npos) return "EPUB";
  if (bytes.find("mimetypeapplication/vnd.oasis.opendocument") != std::string_view::npos) {
    return "OpenDocument";
  }
  const auto has = [bytes](std::string_view name) {
    return bytes.find(name) != std::string_view::npos;
  };
  if (has("[Content_Types].xml") || has("_rels/.rels") || bytes.find("word/") == 30) {
    if (has("word/")) return "Microsoft Word (.docx)";
    if (has("xl/")) return "Microsoft Excel (.xlsx)";
    if (has("ppt/")) return "Microsoft PowerPoint (.pptx)";
  }
  if (ending == "epub") return "EPUB";
  if (ending == "docx") return "Microsoft Word (.docx)";
  return ending == "odt" ? "OpenDocument" : "ZIP";
}

std::string ending_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  return text::lower(name.substr(dot + 1));
}

std::optional<Refusal> refuse(const Sample& sample) {
  const std::string ending = ending_of(sample.path);
  if (auto refusal = by_magic(sample.bytes, ending)) return refusal;
  const bool wide = !wide_encoding(sample.bytes).empty();
  if (!wide && has_binary_bytes(sample.bytes)) return binary("it is full of control characters");
  const std::string decoded = wide ? decode(sample.bytes.substr(0, 8192)).text : "";
  const std::string_view start = opening(wide ? decoded : sample.bytes);
  if (start.empty()) return std::nullopt;  // an empty file is that and nothing else
  if ("<{["sv.find(start.front()) != std::string_view::npos) {
    const std::string lowered = text::lower(start.substr(0, 2048));
    if (auto refusal = by_markup(lowered)) return refusal;
    if (auto refusal = by_json(lowered, ending)) return refusal;
  }
  return by_ending(ending);
}

}  // namespace postil::index
