// Turns the lists of names into the arrays that table.cc holds, so that the program reads none of
// them when it starts: make_table OUTPUT FILE...
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

#include "query/variants/groups.h"

namespace {

using postil::query::Group;

std::string literal(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '?') out += '\\';
    out += c;
  }
  return out;
}

// The spellings in the order of their bytes, each with the number of its group; then the members of
// each group, by the numbers of the spellings.
std::string arrays(const std::vector<Group>& groups) {
  std::map<std::string, std::size_t> group_of;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::string& spelling : groups[i]) group_of.emplace(spelling, i);
  }
  std::string text = "constexpr char kSpellings[] =\n";
  std::string begins;
  std::string owners;
  std::vector<std::string> members(groups.size());
  std::size_t at = 0;
  std::size_t number = 0;
  for (const auto& [spelling, group] : group_of) {
    text += fmt::format("    \"{}\"\n", literal(spelling));
    begins += fmt::format("{},\n", at);
    owners += fmt::format("{},\n", group);
    members[group] += fmt::format("{},", number++);
    at += spelling.size();
  }
  std::string all;
  std::string firsts;
  std::size_t first = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    firsts += fmt::format("{},\n", first);
    all += members[i] + "\n";
    first += groups[i].size();
  }
  return text + fmt::format(
                    "    ;\nconstexpr std::uint32_t kBegins[] = {{\n{}{}}};\n"
                    "constexpr std::uint16_t kGroups[] = {{\n{}}};\n"
                    "constexpr std::uint32_t kFirsts[] = {{\n{}{}}};\n"
                    "constexpr std::uint16_t kMembers[] = {{\n{}}};\n",
                    begins, at, owners, firsts, first, all);
}

}  // namespace

int main(int argc, char** argv) {
  postil::text::Analyser analyser;
  std::vector<Group> groups;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto read = postil::query::read_groups(text, argv[i], analyser);
    if (!file || !read) {
      fmt::print(stderr, "{}\n", file ? read.error().message : "cannot read a list of names");
      return 1;
    }
    groups.insert(groups.end(), read->begin(), read->end());
  }
  std::ofstream out(argc > 1 ? argv[1] : "", std::ios::binary);
  out << arrays(postil::query::merge_groups(std::move(groups)));
  return out.flush() ? 0 : 1;
}
