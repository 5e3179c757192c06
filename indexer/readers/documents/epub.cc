#include "indexer/readers/documents/epub.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "indexer/readers/archives/archive_entries.h"
#include "indexer/readers/documents/epub_package.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/text/html_text.h"

namespace postil::index {
namespace {

int sniff_epub(const Sample& sample) {
  if (sample.bytes.substr(0, 2) != "PK") return 0;
  return zip_kind(sample.bytes, ending_of(sample.path)) == "EPUB" ? 90 : 0;
}

bool has_ending(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), name.rbegin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
         });
}

// Pictures, fonts and the like are left where they are.
bool is_text_part(const std::string& name) {
  for (const std::string_view ending : {".xhtml", ".html", ".htm", ".xml", ".opf", ".ncx"}) {
    if (has_ending(name, ending)) return true;
  }
  return name.find('.') == std::string::npos && name != "mimetype";
}

// The paragraphs of one file of a book.
std::vector<Paragraph> paragraphs_of(std::string_view bytes) {
  const std::string page = decode(bytes).text;
  std::size_t body = page.find("<body");
  if (body == std::string::npos) body = 0;
  return html_to_paragraphs(std::string_view(page).substr(body));
}

struct Chapter {
  std::string path;  // of its first file
  std::string title;
  std::vector<Paragraph> paragraphs;
};

class Book {
 public:
  Book(Source& source, RawArticleSink& sink) : source_(source), sink_(sink) {}

  void read() {
    BookParts parts;
    if (!read_parts(source_, sink_, is_text_part, parts)) return;
    const std::string path = package_path(parts);
    if (parts.count(path) == 0) {
      skip("damaged", path.empty() ? "It does not name its package document"
                                   : "Its package document is not in it: " +
                                         text::to_valid_utf8(path.substr(0, 200)));
      return;
    }
    package_ = read_package(parts, path);
    const std::set<std::string> encrypted = encrypted_parts(parts);
    std::size_t locked = 0;
    for (const std::string& file : package_.spine) {
      if (encrypted.count(file) > 0) {
        ++locked;
        continue;
      }
      add(file, paragraphs_of(parts[file]));
    }
    if (locked > 0) {
      sink_.finding(
          chapters_.empty() ? Severity::kSkipped : Severity::kCut, "encrypted",
          fmt::format("{} of its {} files of text are encrypted", locked, package_.spine.size()));
    }
    if (chapters_.empty() && locked == 0) {
      skip("no-text", package_.spine.empty() ? "There are no pages in the book"
                                             : "There is no text in the book: its pages are "
                                               "pictures");
    }
    for (Chapter& chapter : chapters_) hand_over(std::move(chapter));
  }

 private:
  void skip(std::string_view reason, std::string detail) {
    sink_.finding(Severity::kSkipped, reason, std::move(detail));
  }

  void add(const std::string& file, std::vector<Paragraph> paragraphs) {
    if (paragraphs.empty()) return;
    const auto listed = package_.titles.find(file);
    const bool headed = paragraphs.front().zone == schema::Zone::kHeading;
    if (listed == package_.titles.end() && !headed && !chapters_.empty()) {
      std::vector<Paragraph>& before = chapters_.back().paragraphs;
      std::move(paragraphs.begin(), paragraphs.end(), std::back_inserter(before));
      return;
    }
    Chapter chapter;
    chapter.path = file;
    if (listed != package_.titles.end()) chapter.title = listed->second;
    if (chapter.title.empty() && headed) chapter.title = paragraphs.front().text;
    if (headed && paragraphs.size() > 1 && paragraphs.front().text == chapter.title) {
      paragraphs.erase(paragraphs.begin());  // it is the title now
    }
    chapter.paragraphs = std::move(paragraphs);
    chapters_.push_back(std::move(chapter));
  }

  void hand_over(Chapter chapter) {
    RawArticle article;
    article.declared = package_.book;
    if (chapters_.size() > 1) {
      article.fragment = text::to_valid_utf8(chapter.path);
      if (!chapter.title.empty()) {
        article.declared.outlet = package_.book.title;
        article.declared.title = std::move(chapter.title);
      }
    } else if (package_.book.title.empty()) {
      article.declared.title = std::move(chapter.title);
    }
    article.content = MarkedBody{std::move(chapter.paragraphs)};
    sink_.article(std::move(article));
  }

  Source& source_;
  RawArticleSink& sink_;
  EpubPackage package_;
  std::vector<Chapter> chapters_;
};

void read_as_epub(Source& source, RawArticleSink& sink) { Book(source, sink).read(); }

}  // namespace

const Reader kEpubReader = {"epub", "books (EPUB), an article for each chapter", sniff_epub,
                            read_as_epub};

}  // namespace postil::index
