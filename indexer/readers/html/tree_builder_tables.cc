// Tables and menus of choice: WHATWG HTML, 13.2.6.4.9 to 13.2.6.4.17. What stands in a table
// outside its cells is moved before it.
#include "indexer/readers/html/tag_sets.h"
#include "indexer/readers/html/tree_builder.h"

namespace postil::index::html {
namespace {

constexpr TagSet kEndOfTable = {Tag::kHtml, Tag::kTable, Tag::kTemplate};
constexpr TagSet kEndOfBodyOfTable = kEndOfTable | kRows;
constexpr TagSet kEndOfRow = kEndOfTable | TagSet{Tag::kTr};
constexpr TagSet kBelowTable =
    kRows | kCells | TagSet{Tag::kCaption, Tag::kCol, Tag::kColgroup, Tag::kTr};

// Their end tags say nothing in a table, where they do not end what is open.
constexpr TagSet kPassedOver =
    kCells | TagSet{Tag::kBody, Tag::kHtml, Tag::kCaption, Tag::kCol, Tag::kColgroup};

Token implied(Tag tag) {
  Token token;
  token.kind = TokenKind::kStart;
  token.tag = tag;
  return token;
}

}  // namespace

void TreeBuilder::clear_to(const TagSet& context) {
  while (stack_.size() > 1 && !context.has(current_tag())) stack_.pop_back();
}

void TreeBuilder::reset_mode() {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    switch (tag_at(i)) {
      case Tag::kTd:
      case Tag::kTh:
        mode_ = Mode::kCell;
        return;
      case Tag::kTr:
        mode_ = Mode::kRow;
        return;
      case Tag::kTbody:
      case Tag::kThead:
      case Tag::kTfoot:
        mode_ = Mode::kTableBody;
        return;
      case Tag::kCaption:
        mode_ = Mode::kCaption;
        return;
      case Tag::kColgroup:
        mode_ = Mode::kColumns;
        return;
      case Tag::kTable:
        mode_ = Mode::kTable;
        return;
      default:
        break;
    }
  }
  mode_ = Mode::kBody;
}

void TreeBuilder::text_in_table(TextRange range, bool blank) {
  foster_ = !blank;
  if (!blank) reconstruct_formatting();
  PageNode node;
  node.text = range;
  tree_.nodes.push_back(node);
  place(static_cast<NodeId>(tree_.nodes.size() - 1));
  foster_ = false;
}

void TreeBuilder::in_body_fostered(const Token& token) {
  foster_ = true;
  start_in_body(token);
  foster_ = false;
}

void TreeBuilder::close_cell() {
  close_implied();
  pop_until(kCells);
  clear_formatting_to_marker();
  mode_ = Mode::kRow;
}

bool TreeBuilder::close_caption() {
  if (!in_scope(Tag::kCaption, Scope::kTable)) return false;
  close_implied();
  pop_until(Tag::kCaption);
  clear_formatting_to_marker();
  mode_ = Mode::kTable;
  return true;
}

// Start tags in a table and all its parts.
void TreeBuilder::start_in_table(const Token& token) {
  const Tag tag = token.tag;
  if (mode_ == Mode::kCell || mode_ == Mode::kCaption) {
    if (!kBelowTable.has(tag)) {
      start_in_body(token);
    } else if (mode_ == Mode::kCaption) {
      if (close_caption()) start(token);
    } else if (in_scope(kCells, Scope::kTable)) {
      close_cell();
      start(token);
    }
    return;
  }
  if (mode_ == Mode::kColumns) {
    if (tag == Tag::kCol) {
      insert_void(token);
    } else {
      pop();
      mode_ = Mode::kTable;
      start(token);
    }
    return;
  }
  if (start_in_part_of_table(token)) return;
  if (tag == Tag::kTable) {
    if (!in_scope(Tag::kTable, Scope::kTable)) return;
    pop_until(Tag::kTable);
    reset_mode();
    start(token);
  } else if (tag == Tag::kStyle || tag == Tag::kScript) {
    raw_element(token, false);
  } else if (tag == Tag::kTemplate) {
    insert(token);
  } else if (tag == Tag::kForm) {
    if (form_ == 0) {
      form_ = insert(token);
      pop();
    }
  } else if (tag == Tag::kInput) {
    insert_void(token);
  } else {
    in_body_fostered(token);
  }
}

// Of kTable, kTableBody and kRow: what begins or ends rows and cells. True if it was that.
bool TreeBuilder::start_in_part_of_table(const Token& token) {
  const Tag tag = token.tag;
  if (!kBelowTable.has(tag)) return false;
  const bool cell = kCells.has(tag);
  const bool row = tag == Tag::kTr;
  if (mode_ == Mode::kRow) {
    clear_to(kEndOfRow);
    if (cell) {
      insert(token);
      mode_ = Mode::kCell;
      formatting_.push_back(0);
    } else {
      pop();
      mode_ = Mode::kTableBody;
      start(token);
    }
    return true;
  }
  if (mode_ == Mode::kTableBody) {
    clear_to(kEndOfBodyOfTable);
    if (row || cell) {
      mode_ = Mode::kRow;
      if (row) {
        insert(token);
      } else {
        insert(implied(Tag::kTr));
        start(token);
      }
    } else {
      pop();
      mode_ = Mode::kTable;
      start(token);
    }
    return true;
  }
  clear_to(kEndOfTable);
  if (tag == Tag::kCaption) {
    formatting_.push_back(0);
    insert(token);
    mode_ = Mode::kCaption;
  } else if (tag == Tag::kColgroup) {
    insert(token);
    mode_ = Mode::kColumns;
  } else if (tag == Tag::kCol) {
    insert(implied(Tag::kColgroup));
    mode_ = Mode::kColumns;
    insert_void(token);
  } else if (kRows.has(tag)) {
    insert(token);
    mode_ = Mode::kTableBody;
  } else {
    insert(implied(Tag::kTbody));
    mode_ = Mode::kTableBody;
    start(token);
  }
  return true;
}

// True if the end tag is of the table or its parts, or to be passed over in it.
bool TreeBuilder::end_in_table(const Token& token) {
  const Tag tag = token.tag;
  if (mode_ == Mode::kCaption && tag == Tag::kCaption) {
    close_caption();
  } else if (mode_ == Mode::kCell && kCells.has(tag)) {
    if (in_scope(tag, Scope::kTable)) {
      close_implied();
      pop_until(tag);
      clear_formatting_to_marker();
      mode_ = Mode::kRow;
    }
  } else if (mode_ == Mode::kColumns && tag == Tag::kColgroup) {
    pop();
    mode_ = Mode::kTable;
  } else if (tag == Tag::kTable || tag == Tag::kTr || kRows.has(tag)) {
    if (!in_scope(tag, Scope::kTable)) return true;
    if (mode_ == Mode::kCaption || mode_ == Mode::kCell) clear_formatting_to_marker();
    pop_until(tag);
    reset_mode();
  } else if (kPassedOver.has(tag)) {
    return true;
  } else if (mode_ == Mode::kCell || mode_ == Mode::kCaption) {
    end_in_body(token);
  } else if (mode_ == Mode::kColumns) {
    pop();
    mode_ = Mode::kTable;
    return end_in_table(token);
  } else {
    return false;
  }
  return true;
}

void TreeBuilder::start_in_select(const Token& token) {
  const Tag tag = token.tag;
  if (tag == Tag::kOption || tag == Tag::kOptgroup) {
    if (current_tag() == Tag::kOption) pop();
    if (tag == Tag::kOptgroup && current_tag() == Tag::kOptgroup) pop();
    insert(token);
  } else if (tag == Tag::kHr) {
    insert_void(token);
  } else if (tag == Tag::kScript) {
    raw_element(token, false);
  } else if (tag == Tag::kSelect) {
    pop_until(Tag::kSelect);
    reset_mode();
  } else {
    // Elsewhere a page would lose all its text to a <select> that is never closed.
    static constexpr TagSet kLeave =
        TagSet{Tag::kInput, Tag::kKeygen, Tag::kTextarea, Tag::kTable, Tag::kP} | kBelowTable |
        kBlocks | kHeadings;
    if (!kLeave.has(tag)) return;
    pop_until(Tag::kSelect);
    reset_mode();
    start(token);
  }
}

void TreeBuilder::end_in_select(const Token& token) {
  const Tag tag = token.tag;
  if (tag == Tag::kOption) {
    if (current_tag() == Tag::kOption) pop();
  } else if (tag == Tag::kOptgroup) {
    if (current_tag() == Tag::kOption) pop();
    if (current_tag() == Tag::kOptgroup) pop();
  } else if (tag == Tag::kSelect) {
    pop_until(Tag::kSelect);
    reset_mode();
  } else if (kBlocks.has(tag) || kBelowTable.has(tag) || tag == Tag::kTable || tag == Tag::kForm) {
    if (!in_scope(tag, Scope::kUsual)) return;
    pop_until(Tag::kSelect);
    reset_mode();
    end(token);
  }
}

}  // namespace postil::index::html
