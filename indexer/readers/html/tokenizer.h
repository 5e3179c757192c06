// HTML to tokens, as browsers cut it (WHATWG HTML, 13.2.5): tags with their attributes, text with
// its references decoded. Decodes in place, as what a reference stands for is never longer than it:
// text is never copied. First half of the parser; the tree builder is the other.

#ifndef POSTIL_INDEXER_READERS_HTML_TOKENIZER_H_
#define POSTIL_INDEXER_READERS_HTML_TOKENIZER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/page_tree.h"

namespace postil::index::html {

// See parse.h: a page is read as browsers read it, a scrap with more forgiveness.
enum class Written : std::uint8_t { kAsPage, kAsScrap };

enum class TokenKind : std::uint8_t { kText, kStart, kEnd, kEndOfPage };

struct Token {
  TokenKind kind = TokenKind::kEndOfPage;
  Tag tag = Tag::kOther;
  bool self_closing = false;
  bool blank = false;                     // text of nothing but white space
  TextRange range;                        // text, or the name of a tag in small letters
  std::vector<PageAttribute> attributes;  // those that are kept, the first of each
};

class Tokenizer {
 public:
  // `page` is valid UTF-8 of less than 4 GB and outlives the tokenizer, which writes into it only
  // behind the tokens that it has given.
  explicit Tokenizer(std::string& page, Written written = Written::kAsPage)
      : page_(page), is_scrap_(written == Written::kAsScrap) {}

  // The next token, valid until the following call. Comments, declarations and processing
  // instructions are passed over. Linear in the page over all calls.
  const Token& next();

  // To be called directly behind the start tag of an element whose content is text up to its end
  // tag (script, title …): that text; the end tag is consumed. `decode` for title and textarea.
  TextRange raw_text(Tag tag, bool decode);

  // All that is left, as text.
  TextRange rest();

  // Whether <![CDATA[ … ]]> is text: in SVG and MathML only.
  void set_foreign(bool foreign) { foreign_ = foreign; }

 private:
  bool read_markup();
  bool read_tag(std::size_t name_at, TokenKind kind);
  std::size_t read_attributes(std::size_t at);
  bool read_broken_tag(std::size_t name_end);
  std::size_t read_attribute(std::size_t at);
  void keep_attribute(TextRange name, TextRange value);
  bool read_declaration();
  std::size_t find_comment_end(std::size_t at);
  void give_text(std::size_t begin, std::size_t end);
  std::size_t find_end_tag(std::string_view name, std::size_t from);
  std::size_t find_script_end(std::size_t from);
  TextRange decode(std::size_t begin, std::size_t end, bool attribute);
  bool is_at(std::size_t at, std::string_view wanted) const;

  std::string& page_;
  bool is_scrap_;
  bool has_broken_quotes_ = false;  // of a scrap: its attributes are not to be trusted
  std::size_t intact_ = 0;          // from here on nothing of the tag was decoded in its place
  std::size_t at_ = 0;
  bool foreign_ = false;
  bool no_comment_end_ = false;  // what is not found once is not looked for again
  Token token_;
};

}  // namespace postil::index::html

#endif  // POSTIL_INDEXER_READERS_HTML_TOKENIZER_H_
