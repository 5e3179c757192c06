#include "query/parse/terms.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace postil::query {
namespace {

// The terms joined by |, and where a lone wildcard stands.
std::string terms_of(std::string_view text) {
  text::Analyser analyser;
  const TermList list = read_terms(text, analyser);
  std::string out;
  for (const Term& term : list.terms) {
    CHECK((term.match == Match::kWildcard) == (term.text.find_first_of("*?") != std::string::npos));
    out += (out.empty() ? "" : "|") + term.text;
  }
  if (list.lone_wildcard) out += " lone " + std::to_string(*list.lone_wildcard);
  return out;
}

TEST_CASE("a wildcard belongs to the words that it touches") {
  CHECK(terms_of("n?to") == "n?to");
  CHECK(terms_of("a*b*c") == "a*b*c");
  CHECK(terms_of("a* b") == "a*|b");
  CHECK(terms_of("a *b") == "a|*b");
  CHECK(terms_of("a* *b") == "a*|*b");
  CHECK(terms_of("so-call*") == "so|call*");
  CHECK(terms_of("*-a*") == "a* lone 0");
  CHECK(terms_of("a*-*b") == "a*|*b");
  CHECK(terms_of("n'*to") == "n|*to");
}

TEST_CASE("a wildcard that touches no word is reported where it stands") {
  CHECK(terms_of("a * b") == "a|b lone 2");
  CHECK(terms_of("*") == " lone 0");
  CHECK(terms_of("a.*.b *") == "a|b lone 2");
  CHECK(terms_of("—*—") == " lone 3");
}

TEST_CASE("a question mark is a wildcard before a letter, a digit or a star only") {
  CHECK(terms_of("won?") == "won");
  CHECK(terms_of("won??? now") == "won|now");
  CHECK(terms_of("won?,now") == "won|now");
  CHECK(terms_of("??a") == "??a");
  CHECK(terms_of("a?*?") == "a?*");
  CHECK(terms_of("a*?.") == "a*");
  CHECK(terms_of("qui ?") == "qui");
  CHECK(terms_of("和?平") == "和?平");
}

TEST_CASE("stars side by side are one") {
  CHECK(terms_of("a**b***") == "a*b*");
  CHECK(terms_of("a*?*b") == "a*?*b");
}

TEST_CASE("in an address no character is a wildcard") {
  CHECK(terms_of("https://example.org/?q=a*b") == "https|example.org|q|a|b");
  CHECK_FALSE(has_wildcard("https://example.org/?q=a*b"));
}

TEST_CASE("has_wildcard sees what read_terms sees") {
  CHECK(has_wildcard("a*"));
  CHECK(has_wildcard("a?b"));
  CHECK(has_wildcard("x ???? ?b"));
  CHECK_FALSE(has_wildcard("a?"));
  CHECK_FALSE(has_wildcard("a?-b"));
  CHECK_FALSE(has_wildcard(""));
}

TEST_CASE("wildcards by the thousand take no time") {
  const std::string marks(60'000, '?');
  CHECK_FALSE(has_wildcard(marks + "."));
  CHECK(terms_of(marks + ". " + marks).empty());
  CHECK(terms_of(marks + "a").size() == 60'001);
}

TEST_CASE("a fuzzy mark is a tilde at the end, with digits or without") {
  const auto mark = [](std::string_view run) {
    const auto found = fuzzy_mark(run);
    return found ? std::string(found->word) + "|" + std::string(found->digits) : "none";
  };
  CHECK(mark("a~") == "a|");
  CHECK(mark("a~2") == "a|2");
  CHECK(mark("a~2,") == "a|2");
  CHECK(mark("a~12") == "a|12");
  CHECK(mark("~2") == "|2");
  CHECK(mark("a~b") == "none");
  CHECK(mark("a") == "none");
  CHECK(mark("12") == "none");
  CHECK(mark("...") == "none");
  CHECK(mark("") == "none");
}

}  // namespace
}  // namespace postil::query
