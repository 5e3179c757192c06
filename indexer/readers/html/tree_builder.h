// Tokens to a tree, as browsers build it (WHATWG HTML, 13.2.6): what tags leave out is put in, what
// is nested wrongly is mended, what stands in a table and may not is moved before it. Second half
// of the parser. Where a page asks for scripts, they are taken to be off.
//
// Left out, because nothing in a text depends on it: framesets, quirks mode, the bookkeeping of
// <template>. Elements are nested kDeepest deep at most, as in browsers: all that is deeper becomes
// siblings, and no text is lost.

#ifndef POSTIL_INDEXER_READERS_HTML_TREE_BUILDER_H_
#define POSTIL_INDEXER_READERS_HTML_TREE_BUILDER_H_

#include <cstddef>
#include <vector>

#include "indexer/model/page_tree.h"
#include "indexer/readers/html/tokenizer.h"

namespace postil::index::html {

inline constexpr std::size_t kDeepest = 512;

class TreeBuilder {
 public:
  explicit TreeBuilder(PageTree& tree, Written written = Written::kAsPage);

  // Reads the page to its end.
  void build(Tokenizer& tokenizer);

 private:
  enum class Mode : std::uint8_t {
    kHead,  // nothing of the body yet
    kBody,
    kTable,
    kCaption,
    kColumns,
    kTableBody,
    kRow,
    kCell,
    kSelect,
  };
  enum class Scope : std::uint8_t { kUsual, kList, kButton, kTable, kSelect };

  // tree_builder.cc: tokens and the body.
  void text(TextRange range, bool blank);
  void start(const Token& token);
  void end(const Token& token);
  void start_in_head(const Token& token);
  void end_in_head(const Token& token);
  void start_in_body(const Token& token);
  bool start_block(const Token& token);
  void close_open_link(const Token& token);
  bool start_inline(const Token& token);
  void start_item(const Token& token);
  void end_in_body(const Token& token);
  void end_block(Tag tag);
  void end_heading();
  void end_form();
  void end_other(const Token& token);
  void begin_body();
  void raw_element(const Token& token, bool decode);

  // tree_builder_tables.cc
  void text_in_table(TextRange range, bool blank);
  void start_in_table(const Token& token);
  bool start_in_part_of_table(const Token& token);
  void start_in_select(const Token& token);
  bool end_in_table(const Token& token);
  void end_in_select(const Token& token);
  void close_cell();
  bool close_caption();
  void in_body_fostered(const Token& token);
  void clear_to(const TagSet& context);
  void reset_mode();

  // tree_builder_formatting.cc: bold and the like, nested wrongly; links among them.
  void push_formatting(NodeId node);
  void reconstruct_formatting();
  void clear_formatting_to_marker();
  void adopt(Tag tag, const Token& token);
  NodeId furthest_block(std::size_t formatting_at, std::size_t& block_at) const;
  void adopt_once(NodeId formatting, std::size_t formatting_at, NodeId block, std::size_t block_at);
  NodeId formatting_element(Tag tag) const;      // since the last marker; 0 if none
  std::size_t in_formatting(NodeId node) const;  // its index, or the list's size

  // tree_builder_foreign.cc: SVG and MathML.
  bool is_foreign(const Token& token) const;
  bool start_foreign(const Token& token);
  bool end_foreign(const Token& token);

  // tree_nodes.cc: the stack of open elements and the tree itself.
  NodeId make(const Token& token);
  NodeId clone(NodeId node);
  NodeId insert(const Token& token);  // and opens it
  void insert_void(const Token& token);
  void place(NodeId node);  // where the page has come to
  void append(NodeId parent, NodeId node);
  void insert_before(NodeId sibling, NodeId node);
  void detach(NodeId node);
  void move_children(NodeId from, NodeId to);
  void open(NodeId node);
  void pop() {
    if (stack_.size() > 1) stack_.pop_back();
  }
  void pop_until(Tag tag);
  void pop_until(const TagSet& tags);
  void pop_to(std::size_t size);
  bool in_scope(Tag tag, Scope scope = Scope::kUsual) const;
  bool in_scope(const TagSet& tags, Scope scope) const;
  void close_implied(Tag except = Tag::kText);
  void close_paragraph();
  NodeId current() const { return stack_.back(); }
  Tag current_tag() const { return tree_.nodes[stack_.back()].tag; }
  Tag tag_at(std::size_t i) const { return tree_.nodes[stack_[i]].tag; }
  std::size_t on_stack(NodeId node) const;  // its index, or the stack's size

  PageTree& tree_;
  bool is_scrap_;
  Tokenizer* tokenizer_ = nullptr;
  std::vector<NodeId> stack_;
  std::vector<NodeId> formatting_;  // 0 is a marker
  Mode mode_ = Mode::kHead;
  Mode mode_below_select_ = Mode::kBody;
  NodeId html_ = 0;
  NodeId head_ = 0;
  NodeId body_ = 0;
  NodeId form_ = 0;
  bool foster_ = false;
  bool skip_line_end_ = false;  // the first in <pre>
};

}  // namespace postil::index::html

#endif  // POSTIL_INDEXER_READERS_HTML_TREE_BUILDER_H_
