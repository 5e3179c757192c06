#include "query/output/output.h"

#include <array>

#include "query/output/formats.h"

namespace postil::query {
namespace {

constexpr std::uint64_t kPage = 10;
constexpr std::uint64_t kRun = 1000;  // as TREC's tracks ask for

constexpr std::array kOutputs = {
    Output{"text", "for people", true, true, true, true, kPage, print_text, text_table, read_text},
    Output{"json", "one object with everything", false, false, true, true, kPage, print_json,
           json_table, read_json},
    Output{"jsonl", "one result a line, as JSON", false, true, false, true, kPage, print_jsonl,
           jsonl_table, read_json},
    Output{"csv", "for spreadsheets", false, true, false, true, kPage, print_csv, csv_table,
           nullptr},
    Output{"bibtex", "citations for LaTeX", false, false, false, true, kPage, print_bibtex, nullptr,
           read_bibtex},
    Output{"csl-json", "citations for Zotero, pandoc", false, false, false, true, kPage,
           print_csl_json, nullptr, read_csl_json},
    Output{"ris", "citations for any reference manager", false, false, false, true, kPage,
           print_ris, nullptr, read_ris},
    Output{"trec", "a run for trec_eval", false, true, false, false, kRun, print_trec, nullptr,
           nullptr},
};

}  // namespace

std::span<const Output> outputs() { return kOutputs; }

const Output* find_output(std::string_view name) {
  for (const Output& output : kOutputs) {
    if (output.name == name) return &output;
  }
  return nullptr;
}

}  // namespace postil::query
