#include "indexer/readers/html/parse.h"

#include <utility>

#include "indexer/readers/html/tokenizer.h"
#include "indexer/readers/html/tree_builder.h"

namespace postil::index::html {

PageTree parse(std::string page) {
  PageTree tree;
  tree.text = std::move(page);
  Tokenizer tokenizer(tree.text);
  TreeBuilder(tree).build(tokenizer);
  return tree;
}

}  // namespace postil::index::html
