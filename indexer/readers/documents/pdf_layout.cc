#include "indexer/readers/documents/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

using schema::Zone;

struct TextLine {
  int page = 0;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;

  double height() const { return bottom - top; }
};

bool is_on_line(const TextLine& line, const PlacedWord& word) {
  const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  const double smaller = std::min(line.height(), word.bottom - word.top);
  // The next column starts further to the right too, but at its own top; words of one line go on
  // to the right without a wide gap.
  return overlap > 0.5 * smaller && word.left > line.left - 1 &&
         word.left - line.right < 4 * std::max(line.height(), 1.0) && word.right >= line.left;
}

std::vector<TextLine> lines_of(const PdfPage& page, int number) {
  std::vector<TextLine> lines;
  bool space = false;
  for (const PlacedWord& word : page.words) {
    if (word.text.empty()) continue;
    if (!lines.empty() && is_on_line(lines.back(), word)) {
      TextLine& line = lines.back();
      if (space) line.text += ' ';
      line.text += word.text;
      line.right = std::max(line.right, word.right);
      line.top = std::min(line.top, word.top);
      line.bottom = std::max(line.bottom, word.bottom);
    } else {
      lines.push_back({number, word.left, word.top, word.right, word.bottom, word.text});
    }
    space = word.space_after;
  }
  return lines;
}

// "Chapter 3 · 47" on one page is "Chapter 3 · 48" on the next: digits count as one digit.
std::string without_numbers(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !plain.empty() && plain.back() == '#') continue;
    plain += digit ? '#' : c;
  }
  return plain;
}

// "12", "– 12 –", "xiv", "12 of 30", "Page 12": nothing but a page's number.
bool is_page_number(std::string_view text) {
  bool digits = false;
  std::string letters;
  for (const char c : text) {
    digits = digits || (c >= '0' && c <= '9');
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      letters += static_cast<char>(c >= 'a' ? c : c + 32);
    }
  }
  if (text.size() > 24) return false;
  if (digits) return letters.empty() || letters == "page" || letters == "of" || letters == "pageof";
  return !letters.empty() && letters.size() <= 7 &&
         letters.find_first_not_of("ivxlc") == std::string::npos;
}

// The part of a page's height at its upper and lower edge where heads and numbers stand.
constexpr double kEdge = 0.12;

struct Document {
  std::vector<TextLine> lines;
  std::vector<double> heights;  // of the pages, by number - 1
};

bool is_at_edge(const Document& document, const TextLine& line) {
  const double height = document.heights[static_cast<std::size_t>(line.page) - 1];
  return line.bottom < kEdge * height || line.top > (1 - kEdge) * height;
}

// Takes out page numbers, and what stands at the edge of a page at the same height on three others
// or on a third of all of them.
void drop_running_heads(Document& document) {
  std::map<std::pair<std::string, int>, std::size_t> times;
  const auto key = [](const TextLine& line) {
    return std::pair(without_numbers(line.text), static_cast<int>(std::lround(line.top / 4)));
  };
  for (const TextLine& line : document.lines) {
    if (is_at_edge(document, line)) ++times[key(line)];
  }
  const std::size_t enough = std::max<std::size_t>(3, document.heights.size() / 3);
  const auto is_running = [&](const TextLine& line) {
    if (!is_at_edge(document, line)) return false;
    return is_page_number(line.text) || times[key(line)] >= enough;
  };
  document.lines.erase(std::remove_if(document.lines.begin(), document.lines.end(), is_running),
                       document.lines.end());
}

// The value that most text has, by its length.
double usual(const std::vector<TextLine>& lines, double (*value)(const TextLine&)) {
  std::map<int, std::size_t> weights;
  for (const TextLine& line : lines) {
    weights[static_cast<int>(std::lround(2 * value(line)))] += line.text.size();
  }
  const auto most =
      std::max_element(weights.begin(), weights.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weights.end() ? 0 : most->first / 2.0;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == ')' || text.back() == ']' || text.back() == '"')) {
    text.remove_suffix(1);
  }
  for (const std::string_view end :
       {".", "!", "?", ":", "\xE2\x80\xA6", ".\xE2\x80\x9D", ".\xE2\x80\x99", "?\xE2\x80\x9D",
        "!\xE2\x80\x9D", "\xE3\x80\x82"}) {
    if (text.size() >= end.size() && text.substr(text.size() - end.size()) == end) return true;
  }
  return false;
}

bool starts_small(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

bool is_list_item(std::string_view text) {
  return text.substr(0, 3) == "\xE2\x80\xA2" || text.substr(0, 2) == "- ";
}

class Joiner {
 public:
  explicit Joiner(const Document& document)
      : document_(document),
        height_(usual(document.lines, [](const TextLine& line) { return line.height(); })) {}

  std::vector<Paragraph> join() {
    for (std::size_t i = 0; i < document_.lines.size(); ++i) {
      const TextLine& line = document_.lines[i];
      if (i > 0 && goes_on(i)) {
        append(line.text);
      } else {
        begin(line);
      }
    }
    for (Paragraph& paragraph : paragraphs_) paragraph.text = text::squeeze(paragraph.text);
    paragraphs_.erase(
        std::remove_if(paragraphs_.begin(), paragraphs_.end(),
                       [](const Paragraph& paragraph) { return paragraph.text.empty(); }),
        paragraphs_.end());
    return std::move(paragraphs_);
  }

 private:
  bool is_large(const TextLine& line) const {
    return height_ > 0 && line.height() > 1.18 * height_ && line.text.size() < 200;
  }

  // The right edge of the column that a line stands in: the widest line near it that begins where
  // it begins.
  double column_right(std::size_t at) const {
    const TextLine& line = document_.lines[at];
    double right = line.right;
    const std::size_t first = at > 30 ? at - 30 : 0;
    const std::size_t last = std::min(document_.lines.size(), at + 30);
    for (std::size_t i = first; i < last; ++i) {
      const TextLine& other = document_.lines[i];
      if (std::abs(other.left - line.left) < 3 * height_) right = std::max(right, other.right);
    }
    return right;
  }

  // Whether the line belongs to the paragraph of the line before it.
  bool goes_on(std::size_t at) const {
    const TextLine& line = document_.lines[at];
    const TextLine& before = document_.lines[at - 1];
    if (is_list_item(line.text)) return false;
    if (is_large(line) != is_large(before)) return false;
    if (is_large(line)) {
      return line.page == before.page && line.top - before.bottom < line.height() &&
             std::abs(line.height() - before.height()) < 1;
    }
    const bool is_full = before.right > column_right(at - 1) - 6 * height_;
    if (line.page != before.page || line.top < before.top) {
      // Over the edge of a column or page: a sentence goes on, and its line was full.
      return !ends_sentence(before.text) && (is_full || starts_small(line.text));
    }
    const double gap = line.top - before.bottom;
    if (gap > 0.75 * height_) return false;
    const bool is_indented = line.left > before.left + 0.7 * height_ && !starts_small(line.text);
    if (is_indented && (ends_sentence(before.text) || !is_full)) return false;
    return is_full || !ends_sentence(before.text);
  }

  void begin(const TextLine& line) {
    Paragraph& paragraph = paragraphs_.emplace_back();
    paragraph.zone = is_large(line)            ? Zone::kHeading
                     : is_list_item(line.text) ? Zone::kList
                                               : Zone::kBody;
    paragraph.page = line.page;
    paragraph.text = line.text;
  }

  // A hyphen at the end of a line goes if a small letter follows: "negotia-" "tions". Where the
  // word has others ("vis-à-" "vis"), or what follows is not small, it stays.
  void append(std::string_view text) {
    std::string& all = paragraphs_.back().text;
    const bool soft = all.size() >= 2 && all.substr(all.size() - 2) == "\xC2\xAD";
    const bool hyphen = all.size() >= 2 && all.back() == '-' && all[all.size() - 2] != ' ' &&
                        all[all.size() - 2] != '-';
    if (soft) {
      all.resize(all.size() - 2);
    } else if (hyphen) {
      const std::size_t space = all.rfind(' ');
      const std::string_view word =
          std::string_view(all).substr(space == std::string::npos ? 0 : space + 1);
      const bool compound = word.substr(0, word.size() - 1).find('-') != std::string_view::npos;
      if (starts_small(text) && !compound) all.pop_back();
    } else {
      all += ' ';
    }
    all += text;
  }

  const Document& document_;
  double height_;  // of a usual line
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

std::vector<Paragraph> join_pages(const std::vector<PdfPage>& pages) {
  Document document;
  for (const PdfPage& page : pages) {
    document.heights.push_back(page.height);
    const int number = static_cast<int>(document.heights.size());
    for (TextLine& line : lines_of(page, number)) document.lines.push_back(std::move(line));
  }
  drop_running_heads(document);
  return Joiner(document).join();
}

}  // namespace postil::index
