// A run in the form that trec_eval reads: "qid Q0 docid rank score postil", a line for each result.
#include <fmt/format.h>

#include <set>

#include "core/text/utf8.h"
#include "query/output/formats.h"
#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

// Columns are parted by white space, so an id keeps none, nor anything else that is not printable:
// such bytes are written as in a URL, %20.
std::string column(std::string_view id) {
  std::string out;
  for (std::size_t at = 0; at < id.size();) {
    const std::size_t begin = at;
    text::next_code_point(id, at);
    const std::string_view piece = id.substr(begin, at - begin);
    if (piece != " " && terminal_text(piece) == piece) {
      out += piece;
      continue;
    }
    for (const char c : piece) {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

void print_trec(const Answer& answer, const OutputOptions& options, std::string& out) {
  const std::string question = options.question_id.empty() ? "1" : column(options.question_id);
  std::uint64_t rank = answer.offset;
  std::set<std::string_view> named;  // trec_eval refuses a run that names one twice
  for (const ArticleHit& hit : answer.results) {
    const bool is_own = !hit.own_id.empty() && named.insert(hit.own_id).second;
    const std::string id = column(is_own ? hit.own_id : hit.id);
    fmt::format_to(std::back_inserter(out), "{} Q0 {} {} {} postil\n", question, id, ++rank,
                   hit.score);
  }
}

}  // namespace postil::query
