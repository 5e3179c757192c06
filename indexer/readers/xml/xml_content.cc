// Whole elements of an XmlReader: passed over, as text, as markup.
#include <algorithm>

#include "core/text/utf8.h"
#include "indexer/readers/xml/xml_reader.h"

namespace postil::index {
namespace {

// As HTML has it, so that what reads HTML reads it.
std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
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
  return out;
}

void append_bounded(std::string_view text, std::size_t most, std::string& to, bool& is_cut) {
  const std::size_t room = most - std::min(most, to.size());
  if (text.size() > room) {
    is_cut = true;
    text = text.substr(0, text::floor_boundary(text, room));
  }
  to += text;
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
    if (event == Event::kText) append_bounded(text_, most, text, is_cut_);
  }
  return text;
}

std::string XmlReader::read_markup(std::size_t most) {
  bool is_markup = false;
  std::string content = read_content(is_markup, most);
  return is_markup ? content : escaped(content);
}

std::string XmlReader::read_content(bool& is_markup, std::size_t most) {
  const std::size_t outside = depth() - 1;
  std::string content;
  is_markup = false;
  for (Event event = next(); event != Event::kDone; event = next()) {
    if (event == Event::kEnd && depth() == outside) break;
    if (event == Event::kText) {
      append_bounded(is_markup ? escaped(text_) : text_, most, content, is_cut_);
      continue;
    }
    if (!is_markup) content = escaped(content);
    is_markup = true;
    if (content.size() >= most) {
      is_cut_ = true;
    } else if (event == Event::kEnd) {
      content += "</" + local_ + ">";
    } else {
      content += "<" + local_;
      for (const XmlAttribute& each : attributes_) {
        content += " " + each.local + "=\"" + escaped(each.value) + "\"";
      }
      content += '>';
    }
  }
  return content;
}

}  // namespace postil::index
