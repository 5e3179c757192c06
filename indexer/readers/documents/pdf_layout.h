// From words on pages to paragraphs: lines, columns and pages are joined again, hyphens at line
// ends undone, page numbers and running heads left out. Knows no PDF library; used by pdf.cc.

#ifndef POSTIL_INDEXER_READERS_DOCUMENTS_PDF_LAYOUT_H_
#define POSTIL_INDEXER_READERS_DOCUMENTS_PDF_LAYOUT_H_

#include <string>
#include <vector>

#include "indexer/model/article.h"

namespace postil::index {

// A word where it stands: in points from the upper left corner of its page.
struct PlacedWord {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;
  bool space_after = true;
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PlacedWord> words;  // in reading order: column by column
};

// Pages are numbered from 1 as they come; each paragraph has the page on which it begins. A line
// that is set larger than the text is a heading.
std::vector<Paragraph> join_pages(const std::vector<PdfPage>& pages);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_DOCUMENTS_PDF_LAYOUT_H_
