#include "indexer/readers/text/markdown_body.h"

#include <md4c.h>

#include "core/text/utf8.h"
#include "indexer/readers/html/entities.h"
#include "indexer/readers/text/html_text.h"
#include "indexer/readers/text/markdown_prepare.h"

namespace postil::index {
namespace {

// Follows the parser's events. Text collects until a block starts or ends.
class Builder {
 public:
  explicit Builder(MarkdownBody& body) : body_(body) {}

  void enter_block(MD_BLOCKTYPE type, const void* detail) {
    if (!is_cell(type)) flush();
    change_block(type, 1);
    if (type == MD_BLOCK_H) {
      heading_ = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    if (is_cell(type)) {
      text_ += kCellBorder;
      return;
    }
    if (type == MD_BLOCK_TR && text_.size() >= kCellBorder.size()) {
      text_.resize(text_.size() - kCellBorder.size());
    }
    if (type == MD_BLOCK_HTML) {
      flush_html();
    } else {
      flush();
    }
    change_block(type, -1);
  }

  void enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG && images_++ == 0) alternative_.clear();
  }

  void leave_span(MD_SPANTYPE type) {
    if (type != MD_SPAN_IMG || --images_ > 0) return;
    std::string caption = text::squeeze(alternative_);
    if (!caption.empty()) captions_.push_back(std::move(caption));
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    std::string& out = images_ > 0 ? alternative_ : text_;
    switch (type) {
      case MD_TEXT_NULLCHAR:
        out += "\xEF\xBF\xBD";
        break;
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        out += ' ';
        break;
      case MD_TEXT_ENTITY:
        if (decode_entity(text, out) == 0) out += text;
        break;
      case MD_TEXT_HTML:
        add_html(text, out);
        break;
      default:
        if (hidden_.empty()) out += text;
    }
  }

 private:
  static constexpr std::string_view kCellBorder = " | ";

  static bool is_cell(MD_BLOCKTYPE type) { return type == MD_BLOCK_TH || type == MD_BLOCK_TD; }

  void change_block(MD_BLOCKTYPE type, int by) {
    if (type == MD_BLOCK_QUOTE) quotes_ += by;
    if (type == MD_BLOCK_LI || type == MD_BLOCK_TR) items_ += by;
    if (type == MD_BLOCK_HTML) html_blocks_ += by;
    if (type == MD_BLOCK_H) heading_ = 0;
  }

  // Within a paragraph each tag comes alone; a block of HTML comes line by line and is read whole.
  void add_html(std::string_view html, std::string& out) {
    if (html_blocks_ > 0) {
      text_ += html;
      return;
    }
    if (html.substr(0, 3) == "<br" || html.substr(0, 3) == "<BR") out += ' ';
    for (const std::string_view name : {"script", "style"}) {
      if (html.substr(0, 1) == "<" && html.substr(1, name.size()) == name) hidden_ = name;
      if (html.substr(0, 2) == "</" && html.substr(2, name.size()) == name) hidden_.clear();
    }
    if (html.substr(0, 4) == "<img") {
      for (Paragraph& caption : html_to_paragraphs(html)) captions_.push_back(caption.text);
    }
  }

  void flush() {
    hidden_.clear();
    std::string squeezed = text::squeeze(text_);
    text_.clear();
    if (heading_ == 1 && body_.title.empty() && !has_text_) {
      body_.title = std::move(squeezed);
    } else if (!squeezed.empty()) {
      has_text_ = true;
      body_.paragraphs.push_back({zone(), std::move(squeezed)});
    }
    for (std::string& caption : captions_) {
      body_.paragraphs.push_back({schema::Zone::kCaption, std::move(caption)});
    }
    captions_.clear();
  }

  void flush_html() {
    const std::string html = std::move(text_);
    text_.clear();
    for (Paragraph& paragraph : html_to_paragraphs(html)) {
      if (paragraph.zone == schema::Zone::kBody) paragraph.zone = zone();
      has_text_ = has_text_ || paragraph.zone != schema::Zone::kCaption;
      body_.paragraphs.push_back(std::move(paragraph));
    }
  }

  schema::Zone zone() const {
    if (heading_ > 0) return schema::Zone::kHeading;
    if (quotes_ > 0) return schema::Zone::kQuote;
    return items_ > 0 ? schema::Zone::kList : schema::Zone::kBody;
  }

  MarkdownBody& body_;
  std::string text_;
  std::string alternative_;            // the text of the picture that is being read
  std::vector<std::string> captions_;  // of pictures in the current block
  std::string hidden_;                 // the inline tag whose content is not text
  int quotes_ = 0;
  int items_ = 0;  // list items and rows of tables
  int heading_ = 0;
  int images_ = 0;
  int html_blocks_ = 0;
  bool has_text_ = false;  // other than captions, so far
};

Builder& builder(void* data) { return *static_cast<Builder*>(data); }

MD_PARSER make_parser() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    builder(data).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* data) {
    builder(data).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* /*detail*/, void* data) {
    builder(data).enter_span(type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* data) {
    builder(data).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    builder(data).text(type, {text, size});
    return 0;
  };
  return parser;
}

}  // namespace

MarkdownBody read_markdown_body(std::string_view text) {
  MarkdownBody body;
  const std::string prepared = prepare_markdown(text);
  Builder builder(body);
  const MD_PARSER parser = make_parser();
  body.complete =
      ::md_parse(prepared.data(), static_cast<MD_SIZE>(prepared.size()), &parser, &builder) == 0;
  return body;
}

}  // namespace postil::index
