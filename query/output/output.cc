#include "query/output/output.h"

#include <array>

#include "query/output/formats.h"

namespace postil::query {
namespace {

constexpr std::array kOutputs = {
    Output{"text", "for people", true, print_text},
    Output{"json", "one object with everything, docs/json.md", false, print_json},
    Output{"jsonl", "one result a line, as JSON", true, print_jsonl},
    Output{"trec", "a run for trec_eval", true, print_trec},
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
