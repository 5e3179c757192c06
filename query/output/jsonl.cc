// JSON Lines: one result a line, for tools that read line by line.
#include "query/output/formats.h"
#include "query/output/json_article.h"
#include "query/output/json_writer.h"

namespace postil::query {

void print_jsonl(const Answer& answer, const OutputOptions& options, std::string& out) {
  for (const ArticleHit& hit : answer.results) {
    JsonWriter json(out);
    write_article(hit, options.question_id, json);
    out += '\n';
  }
}

}  // namespace postil::query
