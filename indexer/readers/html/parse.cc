#include "indexer/readers/html/parse.h"

#include <utility>

#include "indexer/readers/html/tokenizer.h"
#include "indexer/readers/html/tree_builder.h"

namespace postil::index::html {

namespace {

PageTree parse_as(Written written, std::string text) {
  PageTree tree;
  tree.text = std::move(text);
  Tokenizer tokenizer(tree.text, written);
  TreeBuilder(tree, written).build(tokenizer);
  return tree;
}

}  // namespace

PageTree parse(std::string page) { return parse_as(Written::kAsPage, std::move(page)); }

PageTree parse_scrap(std::string scrap) { return parse_as(Written::kAsScrap, std::move(scrap)); }

}  // namespace postil::index::html
