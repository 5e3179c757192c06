#include "indexer/readers/documents/docx.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/archives/archive_entries.h"
#include "indexer/readers/documents/office_text.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/xml/xml_reader.h"

namespace postil::index {
namespace {

using Event = XmlReader::Event;
using schema::Zone;

int sniff_docx(const Sample& sample) {
  if (sample.bytes.substr(0, 2) != "PK") return 0;
  const std::string_view kind = zip_kind(sample.bytes, ending_of(sample.path));
  return kind == "Microsoft Word (.docx)" ? 90 : 0;
}

bool is_wanted(const std::string& name) {
  return name == "word/document.xml" || name == "word/comments.xml" ||
         name == "word/footnotes.xml" || name == "word/endnotes.xml" || name == "docProps/core.xml";
}

std::string attribute(const XmlReader& xml, std::string_view name) {
  const std::string* value = xml.attribute(name);
  return value == nullptr ? "" : *value;
}

// The style of a paragraph by its name, which Word translates only in what it shows.
Zone zone_of(const std::string& style, Zone before) {
  if (style.find("Heading") == 0 || style == "Subtitle") return Zone::kHeading;
  if (style.find("List") == 0) return Zone::kList;
  if (style.find("Quote") != std::string::npos) return Zone::kQuote;
  return style == "Caption" ? Zone::kCaption : before;
}

// One part of the document: its paragraphs as they end.
class PartReader {
 public:
  explicit PartReader(const std::string& bytes)
      : source_(Source::of_memory("part", bytes)), xml_(source_) {}

  // `paragraph` is called with zone, style and text; `start` with each element.
  template <class OnParagraph, class OnStart>
  void read(const OnParagraph& paragraph, const OnStart& start) {
    for (Event event = xml_.next(); event != Event::kDone; event = xml_.next()) {
      const std::string_view name = xml_.local();
      if (event == Event::kStart) {
        on_start(name);
        start(xml_);
      } else if (event == Event::kText && in_text_) {
        text_ += xml_.text();
      } else if (event == Event::kEnd) {
        if (name == "t") in_text_ = false;
        if (name == "p") {
          paragraph(zone_, style_, text_);
          begin();
        }
      }
    }
  }

 private:
  void begin() {
    text_.clear();
    style_.clear();
    zone_ = Zone::kBody;
  }

  void on_start(std::string_view name) {
    // The same text once more, for programs that do not know the newer form of a text box.
    if (name == "Fallback") return xml_.skip();
    if (name == "t") in_text_ = true;
    if (name == "tab" || name == "br" || name == "cr") text_ += ' ';
    if (name == "noBreakHyphen") text_ += '-';
    if (name == "numPr" && zone_ == Zone::kBody) zone_ = Zone::kList;
    if (name == "pStyle") {
      style_ = attribute(xml_, "val");
      zone_ = zone_of(style_, zone_);
    }
  }

  Source source_;
  XmlReader xml_;
  bool in_text_ = false;
  std::string text_;
  std::string style_;
  Zone zone_ = Zone::kBody;
};

void read_document(const std::string& bytes, OfficeDocument& document) {
  PartReader(bytes).read(
      [&](Zone zone, const std::string& style, const std::string& text) {
        if (style == "Title" && document.title.empty()) {
          document.title = text::squeeze(text);
        } else {
          add_paragraph(document.paragraphs, zone, text);
        }
      },
      [](const XmlReader&) {});
}

void read_notes(const std::string& bytes, OfficeDocument& document) {
  PartReader(bytes).read(
      [&](Zone, const std::string&, const std::string& text) {
        add_paragraph(document.notes, Zone::kBody, text);
      },
      [](const XmlReader&) {});
}

void read_comments(const std::string& bytes, OfficeDocument& document) {
  PartReader(bytes).read(
      [&](Zone, const std::string&, const std::string& text) {
        if (!document.comments.empty()) document.comments.back().text += text + "\n\n";
      },
      [&](const XmlReader& xml) {
        if (xml.local() != "comment") return;
        RawComment& comment = document.comments.emplace_back();
        comment.own_id = attribute(xml, "id");
        comment.author = text::squeeze(attribute(xml, "author"));
        comment.published = read_date(attribute(xml, "date"));
      });
}

void read_as_docx(Source& source, RawArticleSink& sink) {
  std::map<std::string, std::string> parts;
  if (!read_parts(source, sink, is_wanted, parts)) return;
  if (parts.count("word/document.xml") == 0) {
    sink.finding(Severity::kSkipped, "damaged", "There is no word/document.xml in it");
    return;
  }
  OfficeDocument document;
  read_document(parts["word/document.xml"], document);
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
    if (parts.count(notes) > 0) read_notes(parts[notes], document);
  }
  if (parts.count("word/comments.xml") > 0) read_comments(parts["word/comments.xml"], document);
  if (parts.count("docProps/core.xml") > 0) {
    read_office_metadata(parts["docProps/core.xml"], document);
  }
  hand_over(std::move(document), sink);
}

}  // namespace

const Reader kDocxReader = {"docx", "Microsoft Word documents (.docx)", sniff_docx, read_as_docx};

}  // namespace postil::index
