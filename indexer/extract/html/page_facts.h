// What a page declares about itself where no reader of it looks: JSON-LD, <meta> of every school
// (OpenGraph, Dublin Core, Highwire, those of publishing systems), <link>, <title>. Taken as it is
// written; metadata_of_page.h weighs it against what the page shows.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_PAGE_FACTS_H_
#define POSTIL_INDEXER_EXTRACT_HTML_PAGE_FACTS_H_

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "indexer/model/article.h"
#include "indexer/model/page_tree.h"

namespace postil::index {

// Of one source. Empty means not declared.
struct DeclaredFacts {
  std::string title;
  std::vector<std::string> authors;
  std::optional<PartialDate> published;
  std::optional<PartialDate> updated;
  std::string outlet;
  std::string language;
  std::string url;
  std::string standfirst;
  std::vector<std::string> tags;
};

struct PageFacts {
  DeclaredFacts json;  // of the JSON-LD object that is the page's article
  DeclaredFacts meta;
  std::string title_tag;                   // <title>
  std::vector<RawComment> comments;        // "comment" of JSON-LD
  std::vector<std::string> organisations;  // authors that JSON-LD says are no people
};

PageFacts read_facts(const PageTree& tree);

// JSON-LD alone: adds what the text of one script says of an article and its comments.
// What is broken in it is mended where that is simple, else it says nothing.
void read_json_ld(std::string_view script, PageFacts& facts);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_PAGE_FACTS_H_
