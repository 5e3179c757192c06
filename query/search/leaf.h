// The leaves of a question: its words and phrases, with all that they stand for in the index. The
// compiler makes queries of them, the counter looks for their positions, the spotter for them in a
// text: three uses of one reading.

#ifndef POSTIL_QUERY_SEARCH_LEAF_H_
#define POSTIL_QUERY_SEARCH_LEAF_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schema/fields.h"
#include "core/schema/zone.h"
#include "core/text/stem.h"
#include "query/parse/ast.h"
#include "query/search/vocabulary.h"

namespace postil::query {

// The words that one term of a question accepts: by stem, or one of a sorted list.
struct WordSet {
  Term term;
  bool by_stem = false;
  std::vector<std::string> accepted;  // stems if by_stem, else words; sorted

  // The index's words with these stems, in a phrase or NEAR: stems have no positions.
  std::vector<StemForm> forms;

  // `stem` is asked for only when it is needed: a callable giving the stem of `word`.
  template <class StemOf>
  bool accepts(std::string_view word, StemOf&& stem_of) const {
    return contains(by_stem ? stem_of(word) : word);
  }

  // What every accepted word of a text in this language begins with. It saves most stems.
  std::string_view beginning(std::string_view language) const {
    if (!term.variants.empty()) return {};
    if (by_stem) return text::stem_beginning(term.text, language);
    return accepted.size() == 1 ? std::string_view(accepted.front()) : std::string_view();
  }

 private:
  bool contains(std::string_view text) const;
};

// One word, or a phrase of several, in one field.
struct Leaf {
  schema::FieldId field = schema::FieldId::kText;
  std::vector<WordSet> words;
  std::uint32_t slop = 0;
  bool in_article = false;  // of a join (join.h): not looked for in comments

  bool is_phrase() const { return words.size() > 1; }
};

// Reads a node of the tree; only for WordNode and PhraseNode.
Result<Leaf> read_leaf(const WordNode& node, Vocabulary& vocabulary);
Result<Leaf> read_leaf(const PhraseNode& node, Vocabulary& vocabulary);

// The operands of NEAR, which may be words or phrases.
Result<std::vector<Leaf>> read_operands(const NearNode& near, Vocabulary& vocabulary);

// Whether text of this zone is where a leaf looks.
bool looks_in(const Leaf& leaf, schema::Zone zone);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_LEAF_H_
