#include "query/output/output.h"

#include <array>

#include "query/output/formats.h"

namespace postil::query {
namespace {

constexpr std::uint64_t kPage = 10;
constexpr std::uint64_t kRun = 1000;  // as TREC's tracks ask for

constexpr std::array kOutputs = {
    Output{"text", "for people", true, true, kPage, print_text},
    Output{"json", "one object with everything", false, true, kPage, print_json},
    Output{"jsonl", "one result a line, as JSON", true, false, kPage, print_jsonl},
    Output{"trec", "a run for trec_eval", true, false, kRun, print_trec},
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
