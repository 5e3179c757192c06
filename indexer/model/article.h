// What the indexer passes along on the way from a file to the database:
//
//   file ─reader→ RawArticle ─extract→ Article ─store→ records
//
// A RawArticle is what a file says, in the file's own terms; an Article is what Postil understands.
// Plain data: no function here knows a format, a rule or Xapian. All text is valid UTF-8.

#ifndef POSTIL_INDEXER_MODEL_ARTICLE_H_
#define POSTIL_INDEXER_MODEL_ARTICLE_H_

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/schema/zone.h"
#include "indexer/model/page_tree.h"

namespace postil::index {

// A date and where it was found; both known or both unknown.
struct Published {
  PartialDate date;
  schema::DateSource source = schema::DateSource::kNone;
};

// Facts about an article. Empty means unknown; nothing here is ever a guess.
struct Metadata {
  std::string title;
  std::vector<std::string> authors;
  std::string outlet;
  std::optional<Published> published;
  std::optional<PartialDate> updated;
  std::optional<PartialDate> captured;  // when a crawler or browser saved the page
  std::string
      language;  // as declared by the source ("en-GB", "English"); two letters in an Article
  std::string url;
  std::vector<std::string> tags;
  std::string standfirst;
  std::string author_note;
};

struct Paragraph {
  schema::Zone zone = schema::Zone::kBody;  // kBody, kHeading, kQuote, kList or kCaption
  std::string text;                         // white space squeezed, not empty
  int page = 0;                             // of its source, from 1, where it begins; 0: no pages
};

// The text of a whole page or document in which title, byline, body, furniture and comments are yet
// to be told apart. Line ends are \n.
struct PageText {
  std::string text;
};

// Text that the source itself names as the article's body, with paragraphs still to be split.
struct BodyText {
  std::string text;
};

// A whole page of the web, in which the same is to be told apart with the help of its elements.
struct MarkedPage {
  PageTree tree;
  std::string address;  // URL under which it was fetched or saved, "" if unknown
};

// A body whose paragraphs and zones the format itself marks (Markdown, chapters of books).
struct MarkedBody {
  std::vector<Paragraph> paragraphs;
};

struct RawComment {
  std::string own_id;     // the source's id of it, "" if it has none
  std::string parent_id;  // own_id of the comment that it answers, "" if none
  std::string author;
  std::optional<PartialDate> published;
  std::string text;  // paragraphs separated by blank lines, or by line ends if there are none
  bool is_name_declared = false;  // author is a field of the source's own, not part of a page
};

struct RawArticle {
  std::string member;    // of a container, by its path in it ("folder/page.html"); "" outside one
  std::string fragment;  // names it inside its file ("12", "page.html"); "" for the file's only one
  std::string own_id;    // the id that the source gives it, "" if none
  Metadata declared;
  std::string own_title;  // which the source declares where declared.title is another's, else ""
  std::variant<PageText, BodyText, MarkedBody, MarkedPage> content;
  std::vector<RawComment> comments;
};

struct Comment {
  int number = 0;  // from 1, in page order
  std::string author;
  std::optional<PartialDate> published;
  int parent = 0;  // the number of the comment that it answers, 0 for the article itself
  std::vector<std::string> paragraphs;
};

struct Furniture {
  schema::FurnitureReason reason = schema::FurnitureReason::kAppeal;
  std::string text;
};

struct Article {
  std::string member;
  std::string fragment;
  std::string own_id;
  Metadata meta;
  std::vector<Paragraph> paragraphs;
  std::vector<Comment> comments;
  std::vector<Furniture> furniture;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_MODEL_ARTICLE_H_
