// What the files of this folder give to the table in output.cc.

#ifndef POSTIL_QUERY_OUTPUT_FORMATS_H_
#define POSTIL_QUERY_OUTPUT_FORMATS_H_

#include <string>

#include "query/output/output.h"
#include "query/search/answer.h"

namespace postil::query {

void print_text(const Answer& answer, const OutputOptions& options, std::string& out);
void print_json(const Answer& answer, const OutputOptions& options, std::string& out);
void print_jsonl(const Answer& answer, const OutputOptions& options, std::string& out);
void print_trec(const Answer& answer, const OutputOptions& options, std::string& out);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_FORMATS_H_
