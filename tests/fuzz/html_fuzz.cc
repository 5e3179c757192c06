// Any bytes as a page: the tree holds valid UTF-8, its links agree, and extraction makes an article
// of it.
#include <utility>

#include "indexer/extract/extract.h"
#include "indexer/readers/web/html.h"
#include "tests/fuzz/reader_fuzzing.h"

namespace {

using namespace postil;

void check(const index::PageTree& tree) {
  std::size_t seen = 0;
  for (index::NodeId node = 1; node != 0; node = tree.next_in(node, 0)) {
    const index::PageNode& here = tree[node];
    index::require(++seen <= tree.nodes.size());
    index::require(here.next == 0 || tree[here.next].previous == node);
    index::require(here.first == 0 || tree[here.first].parent == node);
    if (here.tag == index::Tag::kText) index::require(text::is_valid_utf8(tree.text_of(node)));
  }
}

void check(const index::Article& article) {
  for (const index::Paragraph& paragraph : article.paragraphs) {
    index::require(!paragraph.text.empty() && text::is_valid_utf8(paragraph.text));
  }
  for (const index::Comment& comment : article.comments) {
    index::require(comment.parent < comment.number && comment.parent >= 0);
    index::require(text::is_valid_utf8(comment.author));
    for (const std::string& text : comment.paragraphs) index::require(text::is_valid_utf8(text));
  }
  for (const index::Furniture& each : article.furniture) {
    index::require(text::is_valid_utf8(each.text));
  }
  index::require(text::is_valid_utf8(article.meta.title));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  index::CheckingSink sink;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto page = index::read_html_page(bytes, {}, sink);
  if (!page) return 0;
  check(std::get<index::MarkedPage>(page->content).tree);
  check(index::extract(std::move(*page), nullptr));
  return 0;
}
