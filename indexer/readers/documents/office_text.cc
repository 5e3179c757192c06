#include "indexer/readers/documents/office_text.h"

#include <utility>

#include "core/text/utf8.h"
#include "indexer/readers/source.h"
#include "indexer/readers/xml/xml_reader.h"

namespace postil::index {
namespace {

// An account ("Administrator", "user1") is no author; a name has two words.
bool is_name(std::string_view author) {
  return author.find(' ') != std::string_view::npos && author.find('@') == std::string_view::npos &&
         author.find_first_of("0123456789") == std::string_view::npos &&
         author.substr(0, 9) != "Microsoft";
}

}  // namespace

void add_paragraph(std::vector<Paragraph>& paragraphs, schema::Zone zone, std::string_view text) {
  std::string squeezed = text::squeeze(text);
  if (squeezed.empty()) return;
  Paragraph& paragraph = paragraphs.emplace_back();
  paragraph.zone = zone;
  paragraph.text = std::move(squeezed);
}

void read_office_metadata(const std::string& xml_bytes, OfficeDocument& document) {
  Source source = Source::of_memory("metadata", xml_bytes);
  XmlReader xml(source);
  for (auto event = xml.next(); event != XmlReader::Event::kDone; event = xml.next()) {
    if (event != XmlReader::Event::kStart) continue;
    const std::string name(xml.local());
    const bool is_wanted = name == "title" || name == "creator" || name == "initial-creator" ||
                           name == "language" || name == "keyword" || name == "keywords";
    if (!is_wanted) continue;
    std::string value = text::squeeze(xml.read_text(4096));
    if (value.empty()) continue;
    if (name == "title" && document.title.empty()) document.title = value;
    // The one who began an OpenDocument text is its author rather than who saved it last.
    if (name == "initial-creator" || (name == "creator" && document.author.empty())) {
      document.author = value;
    }
    if (name == "language") document.language = value;
    if (name == "keyword") document.tags.push_back(value);
  }
}

void hand_over(OfficeDocument document, RawArticleSink& sink) {
  RawArticle article;
  std::vector<Paragraph>& paragraphs = document.paragraphs;
  for (Paragraph& note : document.notes) paragraphs.push_back(std::move(note));
  if (paragraphs.empty() && document.comments.empty()) {
    sink.finding(Severity::kSkipped, "no-text", "There is no text in the document");
    return;
  }
  if (document.title.empty() && !paragraphs.empty() &&
      paragraphs.front().zone == schema::Zone::kHeading) {
    document.title = paragraphs.front().text;
    if (paragraphs.size() > 1) paragraphs.erase(paragraphs.begin());
  }
  article.declared.title = std::move(document.title);
  if (is_name(document.author)) article.declared.authors.push_back(std::move(document.author));
  article.declared.language = std::move(document.language);
  article.declared.tags = std::move(document.tags);
  article.content = MarkedBody{std::move(paragraphs)};
  article.comments = std::move(document.comments);
  sink.article(std::move(article));
}

}  // namespace postil::index
