#include "indexer/readers/documents/odt.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

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

int sniff_odt(const Sample& sample) {
  if (sample.bytes.substr(0, 2) != "PK") return 0;
  const std::string_view head = sample.bytes;
  if (head.find("opendocument.spreadsheet") != std::string_view::npos ||
      head.find("opendocument.presentation") != std::string_view::npos ||
      head.find("opendocument.graphics") != std::string_view::npos) {
    return 0;
  }
  return zip_kind(head, ending_of(sample.path)) == "OpenDocument" ? 90 : 0;
}

bool is_wanted(const std::string& name) {
  return name == "content.xml" || name == "meta.xml" || name == "META-INF/manifest.xml";
}

std::string attribute(const XmlReader& xml, std::string_view name) {
  const std::string* value = xml.attribute(name);
  return value == nullptr ? "" : *value;
}

class ContentReader {
 public:
  ContentReader(const std::string& bytes, OfficeDocument& document)
      : source_(Source::of_memory("content.xml", bytes)), xml_(source_), document_(document) {}

  void read() {
    for (Event event = xml_.next(); event != Event::kDone; event = xml_.next()) {
      if (event == Event::kStart) on_start();
      if (event == Event::kText && !open_.empty()) open_.back().text += xml_.text();
      if (event == Event::kEnd) on_end(xml_.local());
    }
  }

 private:
  // A paragraph that has begun; notes and annotations stand inside of others.
  struct Open {
    Zone zone = Zone::kBody;
    bool is_title = false;
    std::string text;
  };

  void on_start() {
    const std::string_view name = xml_.local();
    if (name == "tracked-changes" || name == "note-citation" || name == "sequence-decls" ||
        name == "styles" || name == "automatic-styles" || name == "font-face-decls") {
      xml_.skip();
    } else if (name == "p" || name == "h") {
      Open& open = open_.emplace_back();
      open.is_title = attribute(xml_, "style-name") == "Title";
      if (name == "h") open.zone = Zone::kHeading;
      if (name == "p" && lists_ > 0) open.zone = Zone::kList;
      if (attribute(xml_, "style-name") == "Quotations") open.zone = Zone::kQuote;
    } else if (name == "list-item") {
      ++lists_;
    } else if (name == "note") {
      ++notes_;
    } else if (name == "annotation") {
      ++annotations_;
      document_.comments.emplace_back().own_id = attribute(xml_, "name");
    } else if (annotations_ > 0 && name == "creator") {
      document_.comments.back().author = text::squeeze(xml_.read_text(4096));
    } else if (annotations_ > 0 && name == "date") {
      document_.comments.back().published = read_date(xml_.read_text(4096));
    } else if (name == "s" || name == "tab" || name == "line-break") {
      if (!open_.empty()) open_.back().text += ' ';
    }
  }

  void on_end(std::string_view name) {
    if (name == "list-item" && lists_ > 0) --lists_;
    if (name == "note" && notes_ > 0) --notes_;
    if (name == "annotation" && annotations_ > 0) --annotations_;
    if ((name != "p" && name != "h") || open_.empty()) return;
    const Open open = std::move(open_.back());
    open_.pop_back();
    if (annotations_ > 0) {
      document_.comments.back().text += open.text + "\n\n";
    } else if (notes_ > 0) {
      add_paragraph(document_.notes, Zone::kBody, open.text);
    } else if (open.is_title && document_.title.empty()) {
      document_.title = text::squeeze(open.text);
    } else {
      add_paragraph(document_.paragraphs, open.zone, open.text);
    }
  }

  Source source_;
  XmlReader xml_;
  OfficeDocument& document_;
  std::vector<Open> open_;
  std::size_t lists_ = 0;
  std::size_t notes_ = 0;
  std::size_t annotations_ = 0;
};

void read_as_odt(Source& source, RawArticleSink& sink) {
  std::map<std::string, std::string> parts;
  if (!read_parts(source, sink, is_wanted, parts)) return;
  if (parts["META-INF/manifest.xml"].find("encryption-data") != std::string::npos) {
    sink.finding(Severity::kSkipped, "encrypted", "It is encrypted, and needs a password");
    return;
  }
  if (parts.count("content.xml") == 0) {
    sink.finding(Severity::kSkipped, "damaged", "There is no content.xml in it");
    return;
  }
  OfficeDocument document;
  ContentReader(parts["content.xml"], document).read();
  if (parts.count("meta.xml") > 0) read_office_metadata(parts["meta.xml"], document);
  hand_over(std::move(document), sink);
}

}  // namespace

const Reader kOdtReader = {"odt", "OpenDocument texts (.odt)", sniff_odt, read_as_odt};

}  // namespace postil::index
