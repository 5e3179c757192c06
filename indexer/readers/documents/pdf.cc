#include "indexer/readers/documents/pdf.h"

#include <fmt/format.h>
#include <iconv.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "indexer/readers/container.h"
#include "indexer/readers/documents/pdf_layout.h"
#include "indexer/readers/report.h"

namespace postil::index {
namespace {

// With all its pictures; what is kept of it is a hundredth.
constexpr std::size_t kLargestFile = 128UL * 1024 * 1024;
constexpr int kMostPages = 20'000;

// A scanned page has no text but, now and then, a stamp.
constexpr std::size_t kLeastText = 1;

int sniff_pdf(const Sample& sample) {
  // Some servers put a line before it; the standard lets it stand within the first kilobyte.
  const std::size_t at = sample.bytes.substr(0, 1024 + 5).find("%PDF-");
  if (at == 0) return 95;
  return at < 64 ? 60 : 0;  // npos is far
}

std::string to_text(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string valid = text::to_valid_utf8(std::string_view(bytes.data(), bytes.size()));
  for (char& c : valid) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text::squeeze(valid);
}

PdfPage words_of(const poppler::page& page) {
  PdfPage words;
  const poppler::rectf size = page.page_rect();
  words.width = size.width();
  words.height = size.height();
  for (const poppler::text_box& box : page.text_list()) {
    PlacedWord word;
    const poppler::rectf place = box.bbox();
    word.left = place.left();
    word.top = place.top();
    word.right = place.right();
    word.bottom = place.bottom();
    word.text = to_text(box.text());
    word.space_after = box.has_space_after();
    if (!word.text.empty()) words.words.push_back(std::move(word));
  }
  return words;
}

// Titles that programs put there for want of a better one are none.
std::string title_of(const poppler::document& document) {
  std::string title = to_text(document.get_title());
  const auto has = [&title](std::string_view what) {
    return title.find(what) != std::string::npos;
  };
  const bool is_file = has(".doc") || has(".pdf") || has(".tex") || has(".indd") || has(".qxd") ||
                       has("Microsoft Word - ") || has("untitled") || has("Untitled");
  return is_file ? "" : title;
}

void read_document(const poppler::document& document, RawArticleSink& sink) {
  const int count = document.pages();
  std::vector<PdfPage> pages;
  std::size_t text = 0;
  int unreadable = 0;
  for (int i = 0; i < std::min(count, kMostPages); ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (page == nullptr) ++unreadable;
    pages.push_back(page == nullptr ? PdfPage{} : words_of(*page));
    for (const PlacedWord& word : pages.back().words) text += word.text.size();
    // Pages that are not there at all: a count that lies.
    if (unreadable > 100 && text == 0) break;
  }
  if (count > kMostPages) {
    sink.finding(Severity::kCut, "too-large",
                 fmt::format("Only the first {} of its {} pages were read", kMostPages, count));
  }
  if (text < kLeastText) {
    const bool none = count <= 0 || unreadable >= static_cast<int>(pages.size());
    sink.finding(Severity::kSkipped, none ? "damaged" : "no-text",
                 none ? "There are no pages in it that could be read"
                      : "There is no text in it: its pages are pictures (OCR would be needed)");
    return;
  }
  if (unreadable > 0) {
    sink.finding(Severity::kCut, "damaged",
                 fmt::format("{} of its {} pages could not be read", unreadable, count));
  }
  RawArticle article;
  article.declared.title = title_of(document);
  const std::string author = to_text(document.get_author());
  const bool is_name = author.find(' ') != std::string::npos &&
                       author.find_first_of("@0123456789/\\") == std::string::npos &&
                       author.size() < 100;
  if (is_name) article.declared.authors.push_back(author);
  std::vector<Paragraph> paragraphs = join_pages(pages);
  if (article.declared.title.empty() && paragraphs.size() > 1 &&
      paragraphs.front().zone == schema::Zone::kHeading) {
    article.declared.title = paragraphs.front().text;
    paragraphs.erase(paragraphs.begin());
  }
  article.content = MarkedBody{std::move(paragraphs)};
  sink.article(std::move(article));
}

// Poppler gives and takes text by way of iconv, whose converters are files that libc loads: without
// them every page would be empty. What is never closed stays loaded.
void load_converters() {
  static const iconv_t kKept[] = {::iconv_open("UTF-8", "UTF-16"), ::iconv_open("UTF-16", "UTF-8")};
  static_cast<void>(kKept);
  static_cast<void>(poppler::ustring::from_utf8("a").to_utf8());
}

void read_as_pdf(Source& source, RawArticleSink& sink) {
  std::string bytes;
  if (!load_whole(source, kLargestFile, sink, bytes)) return;
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  try {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (document == nullptr) {
      sink.finding(Severity::kSkipped, "damaged", "It is broken: no page of it can be found");
    } else if (document->is_locked()) {
      sink.finding(Severity::kSkipped, "encrypted", "It is encrypted, and needs a password");
    } else {
      read_document(*document, sink);
    }
  } catch (const std::bad_alloc&) {
    throw;  // the worker's to report
  } catch (const std::exception& error) {
    sink.finding(Severity::kSkipped, "damaged",
                 "It is broken: " + text::to_valid_utf8(error.what()));
  }
}

}  // namespace

const Reader kPdfReader = {
    "pdf", "PDF, each paragraph with its page", sniff_pdf, read_as_pdf, true, load_converters};

}  // namespace postil::index
