#include "tests/support/outline.h"

#include <fmt/format.h>

#include "query/parse/visible.h"

namespace postil::test {
namespace {

using query::AllNode;
using query::AndNode;
using query::DateNode;
using query::MaybeNode;
using query::NearNode;
using query::Node;
using query::NotNode;
using query::OrNode;
using query::PhraseNode;
using query::Term;
using query::ValueNode;
using query::WordNode;

std::string words_between(int count) {
  return fmt::format("at most {} {} between", count, count == 1 ? "word" : "words");
}

class Outliner {
 public:
  void write(const Node& node) {
    std::visit([this](const auto& of_kind) { write(of_kind); }, node.is);
  }

  std::string take() { return std::move(out_); }

 private:
  static std::string_view spelled(const Term& term) {
    return term.spelled ? ", names in any spelling" : "";
  }

  void write(const AllNode&) { line("everything"); }

  void write(const WordNode& word) {
    const std::string& text = word.term.text;
    switch (word.term.match) {
      case query::Match::kStem:
        return line(fmt::format("{}stem {}", field(word.field), text));
      case query::Match::kExact:
        return line(fmt::format("{}word \"{}\"{}", field(word.field), text, spelled(word.term)));
      case query::Match::kWildcard:
        return line(fmt::format("{}wildcard {}", field(word.field), text));
      case query::Match::kFuzzy:
        return line(fmt::format("{}fuzzy {}~{}", field(word.field), text, word.term.edits));
    }
  }

  void write(const PhraseNode& phrase) {
    std::string text;
    for (const Term& term : phrase.terms) text += (text.empty() ? "" : " ") + term.text;
    const std::string slop = phrase.slop > 0 ? ", " + words_between(phrase.slop) : "";
    const std::string_view names = spelled(phrase.terms.front());
    line(fmt::format("{}phrase \"{}\"{}{}", field(phrase.field), text, names, slop));
  }

  void write(const NearNode& near) {
    below(fmt::format("near, {}, in any order", words_between(near.distance)), near.operands);
  }

  void write(const ValueNode& value) {
    line(fmt::format("{}value \"{}\"", field(value.field), query::make_visible(value.value)));
  }

  void write(const DateNode& date) {
    if (date.from == date.to) {
      line(fmt::format("date: in {}", date.from ? to_string(*date.from) : ""));
    } else if (!date.to) {
      line(fmt::format("date: from {} on", to_string(*date.from)));
    } else if (!date.from) {
      line(fmt::format("date: up to {}", to_string(*date.to)));
    } else {
      line(fmt::format("date: from {} to {}", to_string(*date.from), to_string(*date.to)));
    }
  }

  void write(const AndNode& all) { below("all of", all.children); }
  void write(const OrNode& any) { below("any of", any.children); }
  void write(const NotNode& negation) { below("not", *negation.child); }

  void write(const MaybeNode& maybe) {
    below("required", *maybe.required);
    below("optional, for the rank", *maybe.optional);
  }

  void below(std::string_view head, const Node& node) {
    line(head);
    ++depth_;
    write(node);
    --depth_;
  }

  void below(std::string_view head, const std::vector<Node>& nodes) {
    line(head);
    ++depth_;
    for (const Node& node : nodes) write(node);
    --depth_;
  }

  static std::string field(schema::FieldId id) {
    if (id == schema::FieldId::kText) return {};
    return fmt::format("{}: ", schema::field(id).name);
  }

  void line(std::string_view text) {
    out_.append(2 * depth_, ' ');
    out_ += text;
    out_ += '\n';
  }

  std::string out_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string to_outline(const Node& node) {
  Outliner outliner;
  outliner.write(node);
  return outliner.take();
}

}  // namespace postil::test
