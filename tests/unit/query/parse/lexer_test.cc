#include "query/parse/lexer.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace postil::query {
namespace {

char letter_of(TokenKind kind) {
  constexpr std::string_view kLetters = "wqf()+-AONSXU.";
  return kLetters[static_cast<std::size_t>(kind)];
}

// Each token as the letter of its kind and its text, with ~ and the slop of a quotation.
std::string tokens_of(std::string_view question) {
  text::Analyser analyser;
  std::string out;
  for (const Token& token : lex(question, analyser)) {
    CHECK(token.place.data() >= question.data());
    CHECK(token.place.data() + token.place.size() <= question.data() + question.size());
    if (token.kind == TokenKind::kEnd) return out;
    out += (out.empty() ? "" : " ") + std::string(1, letter_of(token.kind));
    const bool shown = token.kind == TokenKind::kWord || token.kind == TokenKind::kQuote ||
                       token.kind == TokenKind::kField || token.kind == TokenKind::kNear;
    if (shown) out += "[" + std::string(token.text) + "]";
    if (token.spelled) out += "'";
    if (!token.slop.empty()) out += "~" + std::string(token.slop);
  }
  FAIL("no token says that the question ends");
  return out;
}

TEST_CASE("a run goes on to a space, a parenthesis or a quotation mark") {
  CHECK(tokens_of("peace talks") == "w[peace] w[talks]");
  CHECK(tokens_of("a(b)c\"d\"e") == "w[a] ( w[b] ) w[c] q[d] w[e]");
  CHECK(tokens_of("a\u00A0b\u3000c\u2003d\te\0f") == "w[a] w[b] w[c] w[d] w[e]");
}

TEST_CASE("runs without a word are left out") {
  CHECK(tokens_of("— a & b … +") == "w[a] w[b]");
  CHECK(tokens_of("_ __ ' ~") == "");
  CHECK(tokens_of("-— +,") == "");
  CHECK(tokens_of("* ** ?*") == "w[*] w[**] w[?*]");
}

TEST_CASE("quotation marks of all kinds open and close") {
  CHECK(tokens_of("“a” „b“ «c» »d« ″e″ ‟f” 「g」 『h』 ＂i＂ 〝j〟") ==
        "q[a] q[b] q[c] q[d] q[e] q[f] q[g] q[h] q[i] q[j]");
  CHECK(tokens_of("\"a” b") == "q[a] w[b]");
  CHECK(tokens_of("'a' ‘b’ ‹c›") == "w['a'] w[‘b’] w[‹c›]");
}

TEST_CASE("a quotation that nothing closes reaches to the end") {
  CHECK(tokens_of("a \"b c") == "w[a] U");
  CHECK(tokens_of("a \"") == "w[a] U");
  CHECK(tokens_of("\"a\" \"") == "q[a] U");
}

TEST_CASE("digits behind a tilde behind a quotation are its slop") {
  CHECK(tokens_of("\"a b\"~3") == "q[a b]~3");
  CHECK(tokens_of("\"a b\"~30)") == "q[a b]~30 )");
  CHECK(tokens_of("\"a b\"~") == "q[a b]");
  CHECK(tokens_of("\"a b\"~c") == "q[a b] w[~c]");
  CHECK(tokens_of("\"a b\" ~3") == "q[a b] w[~3]");
}

TEST_CASE("a tilde before a quotation asks for other spellings") {
  CHECK(tokens_of("~\"a b\"") == "q[a b]'");
  CHECK(tokens_of("(~“a”) -~\"b\" title:~\"c\"~2") == "( q[a]' ) - q[b]' f[title] q[c]'~2");
  CHECK(tokens_of("-title:~\"a\"") == "- f[title] q[a]'");
  CHECK(tokens_of("a~\"b\"") == "w[a~] q[b]");
  CHECK(tokens_of("~ \"b\" title:~c") == "q[b] f[title] w[~c]");
}

TEST_CASE("Hebrew writes a quotation mark inside its abbreviations") {
  CHECK(tokens_of("צה\"ל הודיע") == "w[צה\"ל] w[הודיע]");
  CHECK(tokens_of("\"צה\"ל הודיע\"") == "q[צה\"ל הודיע]");
  CHECK(tokens_of("\"שלום\" \"שלום\"") == "q[שלום] q[שלום]");
}

TEST_CASE("a sign belongs to what follows it at once and starts a run") {
  CHECK(tokens_of("-a +b") == "- w[a] + w[b]");
  CHECK(tokens_of("-\"a\" +(b) -title:c") == "- q[a] + ( w[b] ) - f[title] w[c]");
  CHECK(tokens_of("(-a)") == "( - w[a] )");
  CHECK(tokens_of("a-b a - b a -- b --c +-d") == "w[a-b] w[a] w[b] w[a] w[b] w[--c] w[+-d]");
  CHECK(tokens_of("\"a\"-b") == "q[a] w[-b]");
  CHECK(tokens_of("–a −b") == "w[–a] w[−b]");
  CHECK(tokens_of("-AND") == "- A");
}

TEST_CASE("operators are whole words in upper case") {
  CHECK(tokens_of("a AND b OR NOT c") == "w[a] A w[b] O N w[c]");
  CHECK(tokens_of("a NEAR b NEAR/5 c NEAR/x d") ==
        "w[a] S[NEAR] w[b] S[NEAR/5] w[c] S[NEAR/x] w[d]");
  CHECK(tokens_of("and Or AND, ANDY NEARBY") == "w[and] w[Or] w[AND,] w[ANDY] w[NEARBY]");
  CHECK(tokens_of("(a)AND(b)\"c\"OR\"d\"") == "( w[a] ) A ( w[b] ) q[c] O q[d]");
  CHECK(tokens_of("a && b || c & d | e") == "w[a] X w[b] X w[c] w[d] w[e]");
}

TEST_CASE("a field's operand follows its colon at once and is never an operator") {
  CHECK(tokens_of("title:a") == "f[title] w[a]");
  CHECK(tokens_of("title:\"a b\"~2 title:(a)") == "f[title] q[a b]~2 f[title] ( w[a] )");
  CHECK(tokens_of("title:AND tag:& title:-a title:b:c") ==
        "f[title] w[AND] f[tag] w[&] f[title] w[-a] f[title] w[b:c]");
  CHECK(tokens_of("title: a title:") == "w[title:] w[a] w[title:]");
  CHECK(tokens_of("title:\"a") == "f[title] U");
  CHECK(tokens_of("title:)") == "w[title:] )");
}

TEST_CASE("a colon behind anything but a name is no field's") {
  CHECK(field_name_length("title:a", false) == 5);
  CHECK(field_name_length("author-note:a", false) == 11);
  CHECK(field_name_length("автор:a", false) == 10);
  CHECK(field_name_length("title:", true) == 5);
  CHECK(field_name_length("title:", false) == 0);
  for (const std::string_view run : {"10:30", "https://a", "std::a", ":a", "a.b:c", "-a:b", "a-:b",
                                     "a--b:c", "a1:b", "", ":", "a", "’a:b"}) {
    CAPTURE(run);
    CHECK(field_name_length(run, true) == 0);
  }
}

}  // namespace
}  // namespace postil::query
