#include "indexer/readers/html/tree_builder.h"

#include <algorithm>

#include "indexer/readers/html/tag_sets.h"

namespace postil::index::html {
namespace {

constexpr TagSet kOfHead = {Tag::kBase,     Tag::kBasefont, Tag::kBgsound, Tag::kLink,
                            Tag::kMeta,     Tag::kTitle,    Tag::kScript,  Tag::kStyle,
                            Tag::kNoframes, Tag::kTemplate, Tag::kNoscript};

constexpr TagSet kPartsOfTables =
    kRows | kCells | TagSet{Tag::kCaption, Tag::kCol, Tag::kColgroup, Tag::kTr};

// Their content is text.
constexpr TagSet kRaw = {Tag::kScript, Tag::kStyle,   Tag::kTitle,   Tag::kNoframes,
                         Tag::kIframe, Tag::kNoembed, Tag::kTextarea};

constexpr TagSet kVoidInText = {Tag::kArea,   Tag::kBr,  Tag::kEmbed, Tag::kImg,
                                Tag::kKeygen, Tag::kWbr, Tag::kInput};
constexpr TagSet kVoid = {Tag::kParam, Tag::kSource, Tag::kTrack,    Tag::kBase,
                          Tag::kLink,  Tag::kMeta,   Tag::kBasefont, Tag::kBgsound};

}  // namespace

TreeBuilder::TreeBuilder(PageTree& tree, Written written)
    : tree_(tree), is_scrap_(written == Written::kAsScrap) {
  tree_.nodes.clear();
  tree_.nodes.reserve(tree_.text.size() / 32 + 8);
  tree_.nodes.emplace_back();
  tree_.nodes[0].tag = Tag::kOther;
  Token token;
  token.tag = Tag::kHtml;
  html_ = make(token);
  append(0, html_);
  stack_.push_back(html_);
  token.tag = Tag::kHead;
  head_ = insert(token);
}

void TreeBuilder::build(Tokenizer& tokenizer) {
  tokenizer_ = &tokenizer;
  for (;;) {
    tokenizer.set_foreign(tree_.nodes[current()].foreign);
    const Token& token = tokenizer.next();
    const bool skip = skip_line_end_;
    skip_line_end_ = false;
    switch (token.kind) {
      case TokenKind::kEndOfPage:
        if (body_ == 0) begin_body();
        return;
      case TokenKind::kText: {
        TextRange range = token.range;
        if (skip && range.size > 0 && tree_.text[range.at] == '\n') {
          ++range.at;
          --range.size;
        }
        text(range, token.blank);
        break;
      }
      case TokenKind::kStart: {
        const std::size_t depth = stack_.size();
        start(token);
        const bool is_open = stack_.size() > depth && current_tag() == token.tag;
        if (is_scrap_ && token.self_closing && is_open) end(token);
        break;
      }
      case TokenKind::kEnd:
        end(token);
        break;
    }
  }
}

void TreeBuilder::text(TextRange range, bool blank) {
  if (range.size == 0) return;
  if (mode_ == Mode::kHead) {
    if (blank) return;
    begin_body();
  }
  const bool foreign = tree_.nodes[current()].foreign;
  if (!foreign && kTableParts.has(current_tag())) {
    text_in_table(range, blank);
    return;
  }
  if (!foreign && mode_ == Mode::kColumns) {
    if (blank) return;
    pop();
    mode_ = Mode::kTable;
    text(range, blank);
    return;
  }
  if (!foreign) reconstruct_formatting();
  PageNode node;
  node.text = range;
  tree_.nodes.push_back(node);
  place(static_cast<NodeId>(tree_.nodes.size() - 1));
}

void TreeBuilder::start(const Token& token) {
  if (is_foreign(token) && start_foreign(token)) return;
  switch (mode_) {
    case Mode::kHead:
      start_in_head(token);
      return;
    case Mode::kBody:
      start_in_body(token);
      return;
    case Mode::kSelect:
      start_in_select(token);
      return;
    default:
      start_in_table(token);
  }
}

void TreeBuilder::end(const Token& token) {
  if (tree_.nodes[current()].foreign && end_foreign(token)) return;
  switch (mode_) {
    case Mode::kHead:
      end_in_head(token);
      return;
    case Mode::kBody:
      end_in_body(token);
      return;
    case Mode::kSelect:
      end_in_select(token);
      return;
    default:
      if (!end_in_table(token)) {
        foster_ = true;
        end_in_body(token);
        foster_ = false;
      }
  }
}

void TreeBuilder::begin_body() {
  pop_to(1);
  Token token;
  token.tag = Tag::kBody;
  body_ = insert(token);
  mode_ = Mode::kBody;
}

void TreeBuilder::start_in_head(const Token& token) {
  if (token.tag == Tag::kHtml) {
    const NodeId attributes = make(token);
    tree_.nodes[html_].attributes = tree_.nodes[attributes].attributes;
    tree_.nodes[html_].attributes_at = tree_.nodes[attributes].attributes_at;
    tree_.nodes.pop_back();
  } else if (token.tag == Tag::kBody) {
    pop_to(1);
    body_ = insert(token);
    mode_ = Mode::kBody;
  } else if (token.tag == Tag::kTemplate) {
    // Its content is no part of the page: it opens the body, where it does no harm.
    begin_body();
    start_in_body(token);
  } else if (kRaw.has(token.tag) && kOfHead.has(token.tag)) {
    raw_element(token, token.tag == Tag::kTitle);
  } else if (kVoid.has(token.tag) && kOfHead.has(token.tag)) {
    insert_void(token);
  } else if (token.tag != Tag::kHead && token.tag != Tag::kNoscript) {
    begin_body();
    start(token);
  }
}

void TreeBuilder::end_in_head(const Token& token) {
  if (token.tag == Tag::kBody || token.tag == Tag::kHtml || token.tag == Tag::kBr) {
    begin_body();
    end_in_body(token);
  }
}

// Keeps its text as its only child.
void TreeBuilder::raw_element(const Token& token, bool decode) {
  const NodeId element = make(token);
  place(element);
  if (is_scrap_ && token.self_closing) return;
  const TextRange range = tokenizer_->raw_text(token.tag, decode);
  if (range.size == 0) return;
  PageNode node;
  node.text = range;
  tree_.nodes.push_back(node);
  append(element, static_cast<NodeId>(tree_.nodes.size() - 1));
}

void TreeBuilder::start_in_body(const Token& token) {
  const Tag tag = token.tag;
  if (tag == Tag::kHtml || tag == Tag::kBody) {
    const NodeId element = tag == Tag::kHtml ? html_ : body_;
    if (tree_.nodes[element].attributes == 0 && !token.attributes.empty()) {
      const NodeId attributes = make(token);
      tree_.nodes[element].attributes = tree_.nodes[attributes].attributes;
      tree_.nodes[element].attributes_at = tree_.nodes[attributes].attributes_at;
      tree_.nodes.pop_back();
    }
  } else if (tag == Tag::kHead || tag == Tag::kFrame || tag == Tag::kFrameset ||
             kPartsOfTables.has(tag)) {
    return;
  } else if (kVoid.has(tag)) {
    insert_void(token);
  } else if (kRaw.has(tag)) {
    if (tag == Tag::kIframe || tag == Tag::kTextarea) reconstruct_formatting();
    raw_element(token, tag == Tag::kTitle || tag == Tag::kTextarea);
  } else if (!start_block(token) && !start_inline(token)) {
    reconstruct_formatting();
    insert(token);
  }
}

bool TreeBuilder::start_block(const Token& token) {
  const Tag tag = token.tag;
  if (kBlocks.has(tag)) {
    close_paragraph();
    insert(token);
    skip_line_end_ = tag == Tag::kPre || tag == Tag::kListing;
  } else if (kHeadings.has(tag)) {
    close_paragraph();
    if (kHeadings.has(current_tag())) pop();
    insert(token);
  } else if (tag == Tag::kP) {
    close_paragraph();
    insert(token);
  } else if (tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kDt) {
    start_item(token);
  } else if (tag == Tag::kForm) {
    if (form_ != 0) return true;
    close_paragraph();
    form_ = insert(token);
  } else if (tag == Tag::kPlaintext) {
    close_paragraph();
    insert(token);
    text(tokenizer_->rest(), false);
  } else if (tag == Tag::kXmp) {
    close_paragraph();
    reconstruct_formatting();
    raw_element(token, false);
  } else if (tag == Tag::kTable) {
    close_paragraph();
    insert(token);
    mode_ = Mode::kTable;
  } else if (tag == Tag::kHr) {
    close_paragraph();
    insert_void(token);
  } else {
    return false;
  }
  return true;
}

void TreeBuilder::start_item(const Token& token) {
  static constexpr TagSet kPassed = {Tag::kAddress, Tag::kDiv, Tag::kP};
  static constexpr TagSet kDescription = {Tag::kDd, Tag::kDt};
  const TagSet wanted = token.tag == Tag::kLi ? TagSet{Tag::kLi} : kDescription;
  for (std::size_t i = stack_.size(); i-- > 1;) {
    const Tag open = tag_at(i);
    if (wanted.has(open)) {
      close_implied(open);
      pop_until(open);
      break;
    }
    if ((kSpecial.has(open) && !kPassed.has(open)) || tree_.nodes[stack_[i]].foreign) break;
  }
  close_paragraph();
  insert(token);
}

// A link (or nobr) in a link ends the outer one.
void TreeBuilder::close_open_link(const Token& token) {
  if (token.tag == Tag::kNobr) reconstruct_formatting();
  const NodeId open_one = formatting_element(token.tag);
  if (open_one == 0) return;
  adopt(token.tag, token);
  const std::size_t listed = in_formatting(open_one);
  if (listed < formatting_.size()) formatting_.erase(formatting_.begin() + listed);
  const std::size_t at = on_stack(open_one);
  if (at < stack_.size()) stack_.erase(stack_.begin() + at);
}

bool TreeBuilder::start_inline(const Token& token) {
  const Tag tag = token.tag;
  if (tag == Tag::kA || tag == Tag::kNobr) close_open_link(token);
  if (kFormatting.has(tag)) {
    reconstruct_formatting();
    push_formatting(insert(token));
  } else if (tag == Tag::kButton) {
    if (in_scope(Tag::kButton)) {
      close_implied();
      pop_until(Tag::kButton);
    }
    reconstruct_formatting();
    insert(token);
  } else if (kMarked.has(tag)) {
    reconstruct_formatting();
    insert(token);
    formatting_.push_back(0);
  } else if (kVoidInText.has(tag)) {
    reconstruct_formatting();
    insert_void(token);
  } else if (tag == Tag::kSelect) {
    reconstruct_formatting();
    insert(token);
    mode_below_select_ = mode_;
    mode_ = Mode::kSelect;
  } else if (tag == Tag::kOption || tag == Tag::kOptgroup) {
    if (current_tag() == Tag::kOption) pop();
    reconstruct_formatting();
    insert(token);
  } else if (tag == Tag::kRb || tag == Tag::kRtc || tag == Tag::kRp || tag == Tag::kRt) {
    const bool outer = tag == Tag::kRb || tag == Tag::kRtc;
    if (in_scope(Tag::kRuby)) close_implied(outer ? Tag::kText : Tag::kRtc);
    insert(token);
  } else if (tag == Tag::kSvg || tag == Tag::kMath) {
    reconstruct_formatting();
    tree_.nodes[insert(token)].foreign = true;
    if (token.self_closing) pop();
  } else {
    return false;
  }
  return true;
}

void TreeBuilder::end_in_body(const Token& token) {
  const Tag tag = token.tag;
  if (tag == Tag::kBody || tag == Tag::kHtml) return;
  if (kFormatting.has(tag)) {
    adopt(tag, token);
  } else if (kBlocks.has(tag) || tag == Tag::kButton || tag == Tag::kDd || tag == Tag::kDt) {
    if (in_scope(tag)) end_block(tag);
  } else if (kHeadings.has(tag)) {
    end_heading();
  } else if (tag == Tag::kForm) {
    end_form();
  } else if (tag == Tag::kP) {
    if (!in_scope(Tag::kP, Scope::kButton)) insert(token);
    end_block(Tag::kP);
  } else if (tag == Tag::kLi) {
    if (in_scope(tag, Scope::kList)) end_block(tag);
  } else if (kMarked.has(tag)) {
    if (!in_scope(tag)) return;
    end_block(tag);
    clear_formatting_to_marker();
  } else if (tag == Tag::kBr) {
    reconstruct_formatting();
    insert_void(token);
  } else {
    end_other(token);
  }
}

void TreeBuilder::end_block(Tag tag) {
  close_implied(tag);
  pop_until(tag);
}

void TreeBuilder::end_heading() {
  if (!in_scope(kHeadings, Scope::kUsual)) return;
  close_implied();
  pop_until(kHeadings);
}

void TreeBuilder::end_form() {
  const NodeId form = form_;
  form_ = 0;
  if (form == 0 || on_stack(form) == stack_.size() || !in_scope(Tag::kForm)) return;
  close_implied();
  // What is still open in it stays open.
  const std::size_t at = on_stack(form);
  if (at < stack_.size() && at > 0) stack_.erase(stack_.begin() + at);
}

void TreeBuilder::end_other(const Token& token) {
  for (std::size_t i = stack_.size(); i-- > 1;) {
    const PageNode& open = tree_.nodes[stack_[i]];
    const bool same = open.tag == token.tag && !open.foreign &&
                      (open.tag != Tag::kOther || tree_.view(open.text) == tree_.view(token.range));
    if (same) {
      close_implied(token.tag);
      pop_to(i);
      return;
    }
    if (kSpecial.has(open.tag)) return;
  }
}

}  // namespace postil::index::html
