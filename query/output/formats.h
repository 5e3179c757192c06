// What the files of this folder give to the table in output.cc.

#ifndef POSTIL_QUERY_OUTPUT_FORMATS_H_
#define POSTIL_QUERY_OUTPUT_FORMATS_H_

#include <memory>
#include <string>

#include "query/output/output.h"
#include "query/search/answer.h"

namespace postil::query {

void print_text(const Answer& answer, const OutputOptions& options, std::string& out);
void print_json(const Answer& answer, const OutputOptions& options, std::string& out);
void print_jsonl(const Answer& answer, const OutputOptions& options, std::string& out);
void print_csv(const Answer& answer, const OutputOptions& options, std::string& out);
void print_trec(const Answer& answer, const OutputOptions& options, std::string& out);
void print_bibtex(const Answer& answer, const OutputOptions& options, std::string& out);
void print_csl_json(const Answer& answer, const OutputOptions& options, std::string& out);
void print_ris(const Answer& answer, const OutputOptions& options, std::string& out);

std::unique_ptr<RowSink> text_table(const TableHead& head, const OutputOptions& options,
                                    const TableStreams& streams);
std::unique_ptr<RowSink> json_table(const TableHead& head, const OutputOptions& options,
                                    const TableStreams& streams);
std::unique_ptr<RowSink> jsonl_table(const TableHead& head, const OutputOptions& options,
                                     const TableStreams& streams);
std::unique_ptr<RowSink> csv_table(const TableHead& head, const OutputOptions& options,
                                   const TableStreams& streams);

void read_text(const Reading& reading, const OutputOptions& options, std::string& out);
void read_json(const Reading& reading, const OutputOptions& options, std::string& out);
void read_bibtex(const Reading& reading, const OutputOptions& options, std::string& out);
void read_csl_json(const Reading& reading, const OutputOptions& options, std::string& out);
void read_ris(const Reading& reading, const OutputOptions& options, std::string& out);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_FORMATS_H_
