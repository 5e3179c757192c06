#include "query/search/join.h"

#include <algorithm>
#include <iterator>
#include <type_traits>

#include "core/schema/fields.h"
#include "query/search/selector.h"
#include "query/search/sides.h"
#include "query/search/slot_reader.h"

namespace postil::query {
namespace {

// Articles by their keys (schema::article_key as numbers), ascending.
using ArticleKeys = std::vector<std::uint64_t>;

std::uint64_t key_number(const std::string& key) {
  std::uint64_t number = 0;
  for (const char byte : key) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

ArticleKeys common(const ArticleKeys& a, const ArticleKeys& b) {
  ArticleKeys both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

ArticleKeys without(const ArticleKeys& a, const ArticleKeys& b) {
  ArticleKeys rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

// The children of an "all of", by what they speak of.
struct Parts {
  std::vector<const Node*> text;         // of the article, and what it shares with its comments
  std::vector<const Node*> one_comment;  // all of the same comment
  std::vector<const Node*> no_comment;   // NOTs of what none of its comments may be
  std::vector<const Node*> mixed;        // both
  std::vector<const Node*> kinds;

  explicit Parts(const AndNode& all) {
    for (const Node& child : all.children) {
      const bool negated = std::holds_alternative<NotNode>(child.is);
      const Sides sides = sides_of(child);
      if (sides.only_kind()) {
        kinds.push_back(&child);
      } else if (sides.only_comment() && negated) {
        no_comment.push_back(&child);
      } else if (sides.only_comment()) {
        one_comment.push_back(&child);
      } else if (sides.comment || sides.commenter) {
        mixed.push_back(&child);
      } else {
        text.push_back(&child);
      }
    }
    if (one_comment.empty()) return;
    // comment:(a -b) and comment:a -comment:b are one tree: a comment with a and without b.
    one_comment.insert(one_comment.end(), no_comment.begin(), no_comment.end());
    no_comment.clear();
  }
};

// Adds what the comments must match that are shown below an article.
void add_comments(const Parts& parts, JoinParts& shown);

void add_comments(const Node& node, JoinParts& shown) {
  if (std::holds_alternative<NotNode>(node.is)) return;
  const Sides sides = sides_of(node);
  if (!sides.comment && !sides.commenter) return;
  if (sides.only_comment()) {
    shown.comments.push_back({&node});
  } else if (const auto* all = std::get_if<AndNode>(&node.is)) {
    add_comments(Parts(*all), shown);
  } else if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) {
    add_comments(*maybe->required, shown);
    add_comments(*maybe->optional, shown);
  } else {
    for (const Node& child : std::get<OrNode>(node.is).children) add_comments(child, shown);
  }
}

void add_comments(const Parts& parts, JoinParts& shown) {
  if (!parts.one_comment.empty()) shown.comments.push_back(parts.one_comment);
  for (const Node* node : parts.mixed) add_comments(*node, shown);
}

// Adds what speaks of words of the article.
void add_texts(const Node& node, JoinParts& shown) {
  const Sides sides = sides_of(node);
  if (!sides.article || std::holds_alternative<NotNode>(node.is)) return;
  if (!sides.comment && !sides.commenter) {
    shown.texts.push_back(&node);
  } else if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) {
    add_texts(*maybe->required, shown);
    add_texts(*maybe->optional, shown);
  } else {
    const auto* all = std::get_if<AndNode>(&node.is);
    for (const Node& child : all != nullptr ? all->children : std::get<OrNode>(node.is).children) {
      add_texts(child, shown);
    }
  }
}

// Finds the articles for which a join holds.
class Joiner {
 public:
  explicit Joiner(const State& state) : state_(state) {}

  Result<ArticleKeys> articles_of(const Parts& parts);

  // Those of the records whose article is one of these.
  RecordIds belonging(const RecordIds& ids, const ArticleKeys& keys) const;

 private:
  Result<ArticleKeys> articles(const Node& node);
  Result<ArticleKeys> articles_with(const std::string& kind, const std::vector<const Node*>& nodes);
  Result<ArticleKeys> any_article(const std::vector<Node>& nodes);
  ArticleKeys all_articles() const;
  ArticleKeys keys_of(const RecordIds& ids) const;

  const State& state_;
};

// The articles for which a part of a join holds.
Result<ArticleKeys> Joiner::articles(const Node& node) {
  const Sides sides = sides_of(node);
  if (!sides.comment && !sides.commenter) return articles_with(article_term(), {&node});
  if (const auto* negated = std::get_if<NotNode>(&node.is)) {
    auto found = articles(*negated->child);
    if (!found) return found;
    return without(all_articles(), *found);
  }
  if (sides.only_comment()) return articles_with(comment_term(), {&node});
  if (const auto* any = std::get_if<OrNode>(&node.is)) return any_article(any->children);
  if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) return articles(*maybe->required);
  Parts parts(std::get<AndNode>(node.is));
  parts.text.insert(parts.text.end(), parts.kinds.begin(), parts.kinds.end());
  return articles_of(parts);
}

Result<ArticleKeys> Joiner::articles_of(const Parts& parts) {
  std::vector<Result<ArticleKeys>> all;
  if (!parts.text.empty()) all.push_back(articles_with(article_term(), parts.text));
  if (!parts.one_comment.empty()) {
    all.push_back(articles_with(comment_term(), parts.one_comment));
  };
  for (const Node* node : parts.mixed) all.push_back(articles(*node));
  if (all.empty()) all.emplace_back(all_articles());
  ArticleKeys keys;
  for (const auto& each : all) {
    if (!each) return each.error();
    keys = &each == all.data() ? *each : common(keys, *each);
  }
  for (const Node* node : parts.no_comment) {
    const auto refused = articles_with(comment_term(), {std::get<NotNode>(node->is).child.get()});
    if (!refused) return refused;
    keys = without(keys, *refused);
  }
  return keys;
}

Result<ArticleKeys> Joiner::any_article(const std::vector<Node>& nodes) {
  ArticleKeys any;
  for (const Node& node : nodes) {
    const auto found = articles(node);
    if (!found) return found;
    ArticleKeys more;
    std::set_union(any.begin(), any.end(), found->begin(), found->end(), std::back_inserter(more));
    any = std::move(more);
  }
  return any;
}

Result<ArticleKeys> Joiner::articles_with(const std::string& kind,
                                          const std::vector<const Node*>& nodes) {
  const RecordIds records = records_with_any(state_, {kind});
  const auto found = Selector(state_).select_all(nodes, &records);
  if (!found) return found.error();
  return keys_of(*found);
}

ArticleKeys Joiner::all_articles() const {
  return keys_of(records_with_any(state_, {article_term()}));
}

ArticleKeys Joiner::keys_of(const RecordIds& ids) const {
  ArticleKeys keys;
  SlotReader reader(state_.database, schema::kArticleSlot);
  for (const Xapian::docid id : ids) keys.push_back(key_number(reader.read(id)));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

RecordIds Joiner::belonging(const RecordIds& ids, const ArticleKeys& keys) const {
  RecordIds found;
  SlotReader reader(state_.database, schema::kArticleSlot);
  for (const Xapian::docid id : ids) {
    const bool belongs = std::binary_search(keys.begin(), keys.end(), key_number(reader.read(id)));
    if (belongs) found.push_back(id);
  }
  return found;
}

}  // namespace

bool is_join(const AndNode& node) {
  const Sides sides = sides_of(node);
  return sides.article && sides.comment;
}

JoinParts join_parts(const AndNode& join) {
  const Parts parts(join);
  JoinParts shown;
  add_comments(parts, shown);
  for (const auto* nodes : {&parts.text, &parts.mixed}) {
    for (const Node* node : *nodes) add_texts(*node, shown);
  }
  shown.kinds = parts.kinds;
  return shown;
}

Result<RecordIds> select_join(const State& state, const AndNode& join) {
  Joiner joiner(state);
  const auto keys = joiner.articles_of(Parts(join));
  if (!keys) return keys.error();
  const JoinParts parts = join_parts(join);
  RecordIds ids = records_with_any(state, {article_term()});
  const RecordIds comments = records_with_any(state, {comment_term()});
  Selector selector(state);
  for (const std::vector<const Node*>& comment : parts.comments) {
    const auto found = selector.select_all(comment, &comments);
    if (!found) return found;
    ids = united(ids, *found);
  }
  ids = joiner.belonging(ids, *keys);
  return parts.kinds.empty() ? ids : selector.select_all(parts.kinds, &ids);
}

}  // namespace postil::query
