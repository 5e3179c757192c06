// What the readers of office documents share: paragraphs that are put together from runs of text,
// footnotes, review comments, and the document's own metadata.

#ifndef POSTIL_INDEXER_READERS_DOCUMENTS_OFFICE_TEXT_H_
#define POSTIL_INDEXER_READERS_DOCUMENTS_OFFICE_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"
#include "indexer/readers/reader.h"

namespace postil::index {

struct OfficeDocument {
  std::string title;   // of a paragraph in the style "Title", else of the metadata
  std::string author;  // of the metadata
  std::string language;
  std::vector<std::string> tags;
  std::vector<Paragraph> paragraphs;
  std::vector<Paragraph> notes;  // footnotes and endnotes, which follow the text
  std::vector<RawComment> comments;
};

// Adds a paragraph if there is something in it; its white space is squeezed.
void add_paragraph(std::vector<Paragraph>& paragraphs, schema::Zone zone, std::string_view text);

// Reads dc:title, dc:creator, dc:language and keywords of "docProps/core.xml" or "meta.xml".
void read_office_metadata(const std::string& xml, OfficeDocument& document);

// Hands the document over, or tells "no-text".
void hand_over(OfficeDocument document, RawArticleSink& sink);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_DOCUMENTS_OFFICE_TEXT_H_
