#include "query/variants/groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

std::string spelling_of(std::string_view text, text::Analyser& analyser) {
  std::string spelling;
  for (const std::string& word : analyser.words(text)) {
    if (!spelling.empty()) spelling += ' ';
    spelling += word;
  }
  return spelling;
}

Group read_group(std::string_view line, text::Analyser& analyser) {
  Group group;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find('='), line.size());
    std::string spelling = spelling_of(line.substr(0, end), analyser);
    if (!spelling.empty()) group.push_back(std::move(spelling));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return group;
}

}  // namespace

Result<std::vector<Group>> read_groups(std::string_view text, std::string_view source,
                                       text::Analyser& analyser) {
  std::vector<Group> groups;
  const auto fail = [&](std::size_t line, std::string_view what) {
    return Error{ErrorKind::kInput, fmt::format("{}:{}: {}", source, line, what),
                 "write the spellings of one name in a line: Kiev = Kyiv"};
  };
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text::trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    if (!text::is_valid_utf8(line)) return fail(number, "the line is not valid UTF-8");
    groups.push_back(read_group(line, analyser));
    if (groups.back().size() < 2) return fail(number, "the line has fewer than two spellings");
  }
  return groups;
}

std::vector<std::string> words_of(std::string_view spelling) {
  std::vector<std::string> words;
  while (!spelling.empty()) {
    const std::size_t end = std::min(spelling.find(' '), spelling.size());
    words.emplace_back(spelling.substr(0, end));
    spelling.remove_prefix(std::min(end + 1, spelling.size()));
  }
  return words;
}

std::vector<Group> merge_groups(std::vector<Group> groups) {
  std::vector<std::size_t> leader(groups.size());
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  const auto find = [&](std::size_t group) {
    while (leader[group] != group) group = leader[group] = leader[leader[group]];
    return group;
  };
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::string& spelling : groups[i]) {
      const auto [found, is_new] = first.try_emplace(spelling, i);
      if (!is_new) leader[find(i)] = find(found->second);
    }
  }
  std::map<std::size_t, Group> merged;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Group& group = merged[find(i)];
    group.insert(group.end(), groups[i].begin(), groups[i].end());
  }
  std::vector<Group> all;
  for (auto& [id, group] : merged) {
    std::sort(group.begin(), group.end());
    group.erase(std::unique(group.begin(), group.end()), group.end());
    if (group.size() > 1) all.push_back(std::move(group));
  }
  return all;
}

}  // namespace postil::query
