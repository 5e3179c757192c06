// A run in the form that trec_eval reads: "qid Q0 docid rank score postil", a line for each result.
#include <fmt/format.h>

#include "query/output/formats.h"

namespace postil::query {
namespace {

// Columns are parted by white space, so an id keeps none, nor anything else that is not printable:
// such bytes are written as in a URL, %20.
std::string column(std::string_view id) {
  std::string out;
  for (char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) {
      fmt::format_to(std::back_inserter(out), "%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

void print_trec(const Answer& answer, const OutputOptions& options, std::string& out) {
  const std::string question = options.question_id.empty() ? "1" : column(options.question_id);
  std::uint64_t rank = answer.offset;
  for (const ArticleHit& hit : answer.results) {
    const std::string id = column(hit.own_id.empty() ? hit.id : hit.own_id);
    fmt::format_to(std::back_inserter(out), "{} Q0 {} {} {} postil\n", question, id, ++rank,
                   hit.score);
  }
}

}  // namespace postil::query
