// Compares the trees that pages become with those of a suite of tree construction tests in the
// format of html5lib (*.dat):
//
//   html_tree_check FILE.dat...     names each test that differs and counts
//
// What Postil leaves out on purpose is not compared: comments, doctypes, attributes, framesets,
// blank text, fragments, pages with scripts on.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/parse.h"

namespace postil::index {
namespace {

constexpr std::string_view kSpaces = " \t\n\r\f";

struct Test {
  std::string data;
  std::string tree;
  bool comparable = true;
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kSpaces) == std::string_view::npos;
}

// The tree in the suite's own notation, without what is not compared.
std::string written(const PageTree& tree) {
  std::string out;
  std::vector<std::pair<NodeId, int>> todo = {{tree[0].last, 0}};
  std::string text;
  while (!todo.empty()) {
    const auto [node, depth] = todo.back();
    todo.pop_back();
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    if (tree[node].tag == Tag::kText) {
      text += tree.text_of(node);
      const NodeId next = tree[node].next;
      if (next == 0 || tree[next].tag != Tag::kText) {
        if (!is_blank(text)) out += indent + '"' + text + "\"\n";
        text.clear();
      }
      continue;
    }
    out += indent + "<" + std::string(tree.name_of(node)) + ">\n";
    for (NodeId child = tree[node].last; child != 0; child = tree[child].previous) {
      todo.emplace_back(child, depth + 1);
    }
  }
  return out;
}

// Of the expected tree, what is compared. Text nodes may run over several lines.
std::string comparable(std::string_view tree) {
  std::string out;
  bool in_text = false;
  bool in_comment = false;
  std::string text;
  std::string indent;
  for (std::size_t at = 0; at < tree.size();) {
    const std::size_t end = std::min(tree.find('\n', at), tree.size());
    std::string_view line = tree.substr(at, end - at);
    at = end + 1;
    if (in_comment) {
      in_comment = !line.ends_with("-->");
      continue;
    }
    if (!in_text) {
      if (!line.starts_with("| ")) continue;
      line.remove_prefix(2);
      const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
      const std::string_view rest = line.substr(first);
      if (rest.starts_with("<!--")) {
        in_comment = !rest.ends_with("-->");
        continue;
      }
      if (rest.starts_with("<!DOCTYPE") || rest == "content") continue;
      if (!rest.starts_with('"') && !rest.starts_with('<')) continue;  // an attribute
      if (rest.starts_with('<')) {
        std::string name(rest);
        for (const std::string_view space : {"<svg ", "<math "}) {
          if (name.starts_with(space)) name = "<" + name.substr(space.size());
        }
        for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        out += std::string(first, ' ') + name + "\n";
        continue;
      }
      indent = std::string(first, ' ');
      text = rest.substr(1);
      in_text = true;
    } else {
      text += "\n" + std::string(line);
    }
    if (text.ends_with('"')) {
      in_text = false;
      text.pop_back();
      if (!is_blank(text)) out += indent + '"' + text + "\"\n";
    }
  }
  return out;
}

std::vector<Test> read_tests(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::string all{std::istreambuf_iterator<char>(file), {}};
  std::vector<Test> tests;
  std::string section;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string line = all.substr(at, end - at);
    at = end + 1;
    if (line == "#data") {
      tests.emplace_back();
      section = line;
    } else if (!tests.empty() && line.starts_with('#') &&
               (section != "#data" || line == "#errors")) {
      section = line;
      if (line == "#document-fragment" || line == "#script-on") tests.back().comparable = false;
    } else if (section == "#data") {
      tests.back().data += (tests.back().data.empty() ? "" : "\n") + line;
    } else if (section == "#document") {
      tests.back().tree += line + "\n";
    }
  }
  return tests;
}

int run(int count, char** paths) {
  int same = 0;
  int differing = 0;
  for (int i = 1; i < count; ++i) {
    for (const Test& test : read_tests(paths[i])) {
      if (!test.comparable || test.tree.find("<frameset") != std::string::npos) continue;
      const std::string got = written(html::parse(test.data));
      const std::string wanted = comparable(test.tree);
      if (got == wanted) {
        ++same;
        continue;
      }
      ++differing;
      std::printf("%s\n%s\nwanted:\n%sgot:\n%s\n", paths[i], test.data.c_str(), wanted.c_str(),
                  got.c_str());
    }
  }
  std::printf("%d trees are the same, %d differ\n", same, differing);
  return differing == 0 ? 0 : 1;
}

}  // namespace
}  // namespace postil::index

int main(int count, char** arguments) { return postil::index::run(count, arguments); }
