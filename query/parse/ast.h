// A question as a tree. The parser makes it, the compiler turns it into a Xapian query, the
// explainer prints it, and the highlighter asks it which words matched: one tree, so that these
// agree.

#ifndef POSTIL_QUERY_PARSE_AST_H_
#define POSTIL_QUERY_PARSE_AST_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/schema/fields.h"

namespace postil::query {

// How one word of a question is compared with the words of a text.
enum class Match : std::uint8_t {
  kStem,      // any word with the same stem
  kExact,     // this word, after folding
  kWildcard,  // * any number of characters, ? exactly one
  kFuzzy,     // within `edits` insertions, deletions or substitutions
};

struct Term {
  std::string text;  // folded; with * and ? for kWildcard
  Match match = Match::kStem;
  int edits = 0;  // 1 or 2 for kFuzzy, else 0

  // What is elided before it, as d is in d'Ivoire: no part of what matches, but of names.
  std::string elided = {};

  // Of a quotation with ~ before it: other spellings of names are asked for, as without quotes.
  bool spelled = false;

  // Other spellings of a name that match as well: folded words (search/spellings.h).
  std::vector<std::string> variants = {};

  bool operator==(const Term&) const = default;
};

// One word, in the text (FieldId::kText) or in a field of type kWords or kName.
struct WordNode {
  schema::FieldId field = schema::FieldId::kText;
  Term term;
  bool operator==(const WordNode&) const = default;
};

// Two or more words, side by side and in order, with at most `slop` other words between them in
// all.
struct PhraseNode {
  schema::FieldId field = schema::FieldId::kText;
  std::vector<Term> terms;  // kExact or kWildcard; in another spelling of a name kStem
  int slop = 0;             // 0 to schema::kMaxSlop
  bool quoted = true;       // false: one run of the question, as in peace-talks
  bool operator==(const PhraseNode& other) const {
    return field == other.field && terms == other.terms && slop == other.slop;
  }
};

struct Node;

// Its operands (words and phrases) in any order, without overlap, with at most `distance` other
// words between them in all.
struct NearNode {
  schema::FieldId field = schema::FieldId::kText;
  std::vector<Node> operands;  // WordNode or PhraseNode, two or more
  int distance = 10;           // 1 to schema::kMaxSlop
  bool operator==(const NearNode&) const;
};

// A whole value of a field of type kName or kValue.
struct ValueNode {
  schema::FieldId field = schema::FieldId::kTag;
  std::string value;  // as typed
  bool operator==(const ValueNode&) const = default;
};

// Published on or after the first day of `from` and on or before the last day of `to`; an article
// whose date is less precise counts only if all that the date may mean lies inside.
struct DateNode {
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  bool operator==(const DateNode&) const = default;
};

struct AndNode {
  std::vector<Node> children;  // two or more
  bool operator==(const AndNode&) const;
};

struct OrNode {
  std::vector<Node> children;  // two or more
  bool operator==(const OrNode&) const;
};

// Everything but what the child matches.
struct NotNode {
  std::unique_ptr<Node> child;
  bool operator==(const NotNode& other) const;
};

// `required` must match; what matches of `optional` only raises the rank (`+a b` with --any).
struct MaybeNode {
  std::unique_ptr<Node> required;
  std::unique_ptr<Node> optional;
  bool operator==(const MaybeNode& other) const;
};

// The empty question: every article.
struct AllNode {
  bool operator==(const AllNode&) const = default;
};

struct Node {
  std::variant<AllNode, WordNode, PhraseNode, NearNode, ValueNode, DateNode, AndNode, OrNode,
               NotNode, MaybeNode>
      is;
  bool operator==(const Node&) const = default;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_AST_H_
