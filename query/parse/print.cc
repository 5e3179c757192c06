// Writes a tree as a question: operators spelled out, a field's name before each of its leaves, so
// that the result reads alike with and without ParseOptions::any.

#include <fmt/format.h>

#include <algorithm>

#include "query/parse/parser.h"

namespace postil::query {
namespace {

// How tightly a node binds; one that binds less tightly than its place demands is put in a group.
enum class Binding : int { kLoose, kAnd, kNot, kNear, kLeaf };

Binding binding_of(const Node& node) {
  if (std::holds_alternative<OrNode>(node.is)) return Binding::kLoose;
  if (std::holds_alternative<MaybeNode>(node.is)) return Binding::kLoose;
  if (std::holds_alternative<AndNode>(node.is)) return Binding::kAnd;
  if (std::holds_alternative<NotNode>(node.is)) return Binding::kNot;
  if (std::holds_alternative<NearNode>(node.is)) return Binding::kNear;
  return Binding::kLeaf;
}

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Whether a value reads as itself without quotation marks.
bool is_plain(std::string_view value) {
  return !value.empty() && is_ascii_alnum(value.front()) &&
         std::all_of(value.begin(), value.end(),
                     [](char c) { return is_ascii_alnum(c) || c == '_' || c == '-' || c == '/'; });
}

class Printer {
 public:
  void print(const Node& node, Binding least) {
    const bool group = binding_of(node) < least;
    if (group) out_ += '(';
    std::visit([this](const auto& of_kind) { write(of_kind); }, node.is);
    if (group) out_ += ')';
  }

  std::string take() { return std::move(out_); }

 private:
  void write(const AllNode&) { out_ += '*'; }

  void write(const WordNode& word) {
    field(word.field);
    const bool stemmed = schema::field(word.field).type == schema::FieldType::kWords;
    if (word.term.match == Match::kExact && stemmed) {
      out_ += fmt::format("{}\"{}\"", word.term.spelled ? "~" : "", word.term.text);
      return;
    }
    if (!word.term.elided.empty()) out_ += word.term.elided + '\'';
    out_ += word.term.text;
    if (word.term.match == Match::kFuzzy) out_ += word.term.edits == 1 ? "~" : "~2";
  }

  void write(const PhraseNode& phrase) {
    field(phrase.field);
    if (phrase.terms.front().spelled) out_ += '~';
    char before = '"';
    for (const Term& term : phrase.terms) {
      out_ += before;
      out_ += term.text;
      before = ' ';
    }
    out_ += '"';
    if (phrase.slop > 0) out_ += fmt::format("~{}", phrase.slop);
  }

  void write(const NearNode& near) {
    join(near.operands, fmt::format(" NEAR/{} ", near.distance), Binding::kLeaf);
  }

  void write(const ValueNode& value) {
    field(value.field);
    out_ += is_plain(value.value) ? value.value : fmt::format("\"{}\"", value.value);
  }

  void write(const DateNode& date) {
    field(schema::FieldId::kDate);
    if (date.from) out_ += to_string(*date.from);
    if (date.from == date.to) return;
    out_ += "..";
    if (date.to) out_ += to_string(*date.to);
  }

  void write(const AndNode& all) { join(all.children, " AND ", Binding::kNot); }

  void write(const OrNode& any) { join(any.children, " OR ", Binding::kAnd); }

  void write(const NotNode& negation) {
    out_ += "NOT ";
    print(*negation.child, Binding::kNot);
  }

  void write(const MaybeNode& maybe) {
    if (const auto* all = std::get_if<AndNode>(&maybe.required->is)) {
      out_ += '+';
      join(all->children, " +", Binding::kNear);
    } else {
      out_ += '+';
      print(*maybe.required, Binding::kNear);
    }
    out_ += ' ';
    if (const auto* any = std::get_if<OrNode>(&maybe.optional->is)) {
      join(any->children, " ", Binding::kNear);
    } else {
      print(*maybe.optional, Binding::kNear);
    }
  }

  void join(const std::vector<Node>& nodes, std::string_view between, Binding least) {
    for (const Node& node : nodes) {
      if (&node != nodes.data()) out_ += between;
      print(node, least);
    }
  }

  void field(schema::FieldId id) {
    if (id == schema::FieldId::kText) return;
    out_ += schema::field(id).name;
    out_ += ':';
  }

  std::string out_;
};

}  // namespace

std::string to_query(const Node& node) {
  Printer printer;
  printer.print(node, Binding::kLoose);
  return printer.take();
}

}  // namespace postil::query
