#include "query/search/join.h"

#include <algorithm>
#include <iterator>
#include <type_traits>

#include "core/schema/terms.h"
#include "query/parse/parser.h"
#include "query/search/article_source.h"
#include "query/search/compile.h"
#include "query/search/records.h"
#include "query/search/slot_reader.h"

namespace postil::query {
namespace {

using schema::FieldId;
using Xapian::Query;

// What the leaves of a tree speak of.
struct Sides {
  bool article = false;    // words of an article: no field, title:, heading: …
  bool comment = false;    // comment:
  bool commenter = false;  // commenter:, which alone makes no join
  bool kind = false;       // kind:
  bool shared = false;     // what an article and its comments share: author:, date:, * …

  bool only_comment() const { return (comment || commenter) && !article && !kind && !shared; }
  bool only_kind() const { return kind && !article && !comment && !commenter && !shared; }
};

void look_at(FieldId field, Sides& sides) {
  if (field == FieldId::kComment) {
    sides.comment = true;
  } else if (field == FieldId::kCommenter) {
    sides.commenter = true;
  } else if (field == FieldId::kKind) {
    sides.kind = true;
  } else if (schema::field(field).type == schema::FieldType::kWords) {
    sides.article = true;
  } else {
    sides.shared = true;
  }
}

void look_at(const Node& node, Sides& sides);

void look_at(const std::vector<Node>& nodes, Sides& sides) {
  for (const Node& node : nodes) look_at(node, sides);
}

void look_at(const Node& node, Sides& sides) {
  std::visit(
      [&sides](const auto& is) {
        using Alternative = std::decay_t<decltype(is)>;
        if constexpr (std::is_same_v<Alternative, AndNode> || std::is_same_v<Alternative, OrNode>) {
          look_at(is.children, sides);
        } else if constexpr (std::is_same_v<Alternative, NotNode>) {
          look_at(*is.child, sides);
        } else if constexpr (std::is_same_v<Alternative, MaybeNode>) {
          look_at(*is.required, sides);
          look_at(*is.optional, sides);
        } else if constexpr (std::is_same_v<Alternative, AllNode> ||
                             std::is_same_v<Alternative, DateNode>) {
          sides.shared = true;
        } else {
          look_at(is.field, sides);
        }
      },
      node.is);
}

Sides sides_of(const Node& node) {
  Sides sides;
  look_at(node, sides);
  return sides;
}

Query of_kind(schema::Kind kind) {
  return Query(schema::value_term(schema::field(FieldId::kKind), schema::name(kind)));
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

}  // namespace

bool is_join(const AndNode& node) {
  Sides sides;
  look_at(node.children, sides);
  return sides.article && sides.comment;
}

// The children of an "all of", by what they speak of.
struct Joiner::Parts {
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

Result<Query> Joiner::compile(const AndNode& join, Purpose purpose) {
  const Parts parts(join);
  std::string written;
  for (const Node& child : join.children) written += "(" + to_query(child) + ")";
  auto& known = known_[written];
  if (!known) {
    auto found = articles_of(parts);
    if (!found) return found.error();
    known = std::make_shared<const ArticleKeys>(*std::move(found));
  }
  auto article = article_query(parts, purpose);
  if (!article) return article;
  std::vector<Query> records = {*std::move(article)};
  if (const Status status = add_comments(parts, purpose, records); !status) return status.error();
  auto* source = new ArticleSource(known);
  Query query(Query::OP_FILTER, Query(Query::OP_OR, records.begin(), records.end()),
              Query(source->release()));  // the query owns it from here on
  for (const Node* kind : parts.kinds) {
    auto filter = compiler_.compile(*kind, Purpose::kSelect);
    if (!filter) return filter;
    query = Query(Query::OP_FILTER, query, *filter);
  }
  return query;
}

// The articles for which a part of a join holds.
Result<ArticleKeys> Joiner::articles(const Node& node) {
  const Sides sides = sides_of(node);
  if (!sides.comment && !sides.commenter) return articles_with_text({&node});
  if (const auto* negated = std::get_if<NotNode>(&node.is)) {
    auto found = articles(*negated->child);
    if (!found) return found;
    return without(all_articles(), *found);
  }
  if (sides.only_comment()) return articles_with_comment({&node});
  if (const auto* any = std::get_if<OrNode>(&node.is)) return any_article(any->children);
  if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) return articles(*maybe->required);
  Parts parts(std::get<AndNode>(node.is));
  parts.text.insert(parts.text.end(), parts.kinds.begin(), parts.kinds.end());
  return articles_of(parts);
}

Result<ArticleKeys> Joiner::articles_of(const Parts& parts) {
  std::vector<Result<ArticleKeys>> all;
  if (!parts.text.empty()) all.push_back(articles_with_text(parts.text));
  if (!parts.one_comment.empty()) all.push_back(articles_with_comment(parts.one_comment));
  for (const Node* node : parts.mixed) all.push_back(articles(*node));
  if (all.empty()) all.emplace_back(all_articles());
  ArticleKeys keys;
  for (const auto& each : all) {
    if (!each) return each.error();
    keys = &each == all.data() ? *each : common(keys, *each);
  }
  for (const Node* node : parts.no_comment) {
    const auto refused = articles_with_comment({std::get<NotNode>(node->is).child.get()});
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

Result<ArticleKeys> Joiner::articles_with_comment(const std::vector<const Node*>& nodes) {
  const auto query = all_of(nodes, Purpose::kSelect);
  if (!query) return query.error();
  return keys_of(Query(Query::OP_FILTER, *query, of_kind(schema::Kind::kComment)));
}

Result<ArticleKeys> Joiner::articles_with_text(const std::vector<const Node*>& nodes) {
  const auto query = all_of(nodes, Purpose::kSelect);
  if (!query) return query.error();
  return keys_of(Query(Query::OP_FILTER, *query, of_kind(schema::Kind::kArticle)));
}

ArticleKeys Joiner::all_articles() const { return keys_of(of_kind(schema::Kind::kArticle)); }

ArticleKeys Joiner::keys_of(const Query& query) const {
  ArticleKeys keys;
  SlotReader reader(database_, schema::kArticleSlot);
  for (const Xapian::docid id : matching_records(database_, query)) {
    keys.push_back(key_number(reader.read(id)));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Result<Query> Joiner::all_of(const std::vector<const Node*>& nodes, Purpose purpose) {
  std::vector<Query> parts;
  for (const Node* node : nodes) {
    auto part = compiler_.compile(*node, purpose);
    if (!part) return part;
    parts.push_back(*std::move(part));
  }
  return Query(Query::OP_AND, parts.begin(), parts.end());
}

// Adds queries for the comments that belong to what matches.
Status Joiner::add_comments(const Node& node, Purpose purpose, std::vector<Query>& comments) {
  if (std::holds_alternative<NotNode>(node.is)) return ok();
  const Sides sides = sides_of(node);
  if (!sides.comment && !sides.commenter) return ok();
  if (sides.only_comment()) {
    auto query = compiler_.compile(node, purpose);
    if (!query) return query.error();
    comments.emplace_back(Query::OP_FILTER, *query, of_kind(schema::Kind::kComment));
    return ok();
  }
  if (const auto* all = std::get_if<AndNode>(&node.is)) {
    return add_comments(Parts(*all), purpose, comments);
  }
  if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) {
    const Status status = add_comments(*maybe->required, purpose, comments);
    return status ? add_comments(*maybe->optional, purpose, comments) : status;
  }
  for (const Node& child : std::get<OrNode>(node.is).children) {
    if (const Status status = add_comments(child, purpose, comments); !status) return status;
  }
  return ok();
}

Status Joiner::add_comments(const Parts& parts, Purpose purpose, std::vector<Query>& comments) {
  if (!parts.one_comment.empty()) {
    auto query = all_of(parts.one_comment, purpose);
    if (!query) return query.error();
    comments.emplace_back(Query::OP_FILTER, *query, of_kind(schema::Kind::kComment));
  }
  for (const Node* node : parts.mixed) {
    if (const Status status = add_comments(*node, purpose, comments); !status) return status;
  }
  return ok();
}

// Adds weighing queries for the words of the article.
Status Joiner::add_texts(const Node& node, std::vector<Query>& texts) {
  const Sides sides = sides_of(node);
  if (!sides.article || std::holds_alternative<NotNode>(node.is)) return ok();
  if (!sides.comment && !sides.commenter) {
    auto query = compiler_.compile(node, Purpose::kRank);
    if (!query) return query.error();
    texts.push_back(*std::move(query));
    return ok();
  }
  if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) {
    const Status status = add_texts(*maybe->required, texts);
    return status ? add_texts(*maybe->optional, texts) : status;
  }
  const auto* all = std::get_if<AndNode>(&node.is);
  for (const Node& child : all != nullptr ? all->children : std::get<OrNode>(node.is).children) {
    if (const Status status = add_texts(child, texts); !status) return status;
  }
  return ok();
}

Result<Query> Joiner::article_query(const Parts& parts, Purpose purpose) {
  const Query article(Query::OP_SCALE_WEIGHT, of_kind(schema::Kind::kArticle), 0.0);
  if (purpose == Purpose::kSelect) return article;
  std::vector<Query> texts;
  for (const auto* nodes : {&parts.text, &parts.mixed}) {
    for (const Node* node : *nodes) {
      if (const Status status = add_texts(*node, texts); !status) return status.error();
    }
  }
  if (texts.empty()) return article;
  return Query(Query::OP_AND_MAYBE, article, Query(Query::OP_OR, texts.begin(), texts.end()));
}

}  // namespace postil::query
