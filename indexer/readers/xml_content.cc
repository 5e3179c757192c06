// Whole elements of an XmlReader: passed over, as text, as markup.
#include <algorithm>

#include "core/text/utf8.h"
#include "indexer/readers/xml_reader.h"

namespace postil::index {
namespace {

// As HTML has it, so that what reads HTML reads it.
void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

}  // namespace

void XmlReader::skip() {
  const std::size_t outside = depth() - 1;
  for (Event event = next(); event != Event::kDone; event = next()) {
    if (event == Event::kEnd && depth() == outside) return;
  }
}

std::string XmlReader::read_text(std::size_t most) {
  const std::size_t outside = depth() - 1;
  std::string text;
  for (Event event = next(); event != Event::kDone; event = next()) {
    if (event == Event::kEnd && depth() == outside) break;
    if (event != Event::kText) continue;
    const std::size_t room = most - std::min(most, text.size());
    is_cut_ = is_cut_ || text_.size() > room;
    text.append(text_, 0, text_.size() > room ? text::floor_boundary(text_, room) : text_.size());
  }
  return text;
}

std::string XmlReader::read_markup(std::size_t most) {
  const std::size_t outside = depth() - 1;
  std::string markup;
  for (Event event = next(); event != Event::kDone; event = next()) {
    if (event == Event::kEnd && depth() == outside) break;
    if (markup.size() >= most) {
      is_cut_ = true;
    } else if (event == Event::kText) {
      append_escaped(text_, markup);
    } else if (event == Event::kEnd) {
      markup += "</" + local_ + ">";
    } else {
      markup += "<" + local_;
      for (const XmlAttribute& each : attributes_) {
        markup += " " + each.local + "=\"";
        append_escaped(each.value, markup);
        markup += '"';
      }
      markup += '>';
    }
  }
  return markup;
}

}  // namespace postil::index
