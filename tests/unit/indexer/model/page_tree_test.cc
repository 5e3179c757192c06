#include "indexer/model/page_tree.h"

#include <doctest/doctest.h>

#include <string>

namespace postil::index {
namespace {

// Node 1 holds 2 and 4, 2 holds 3, 5 stands beside 1.
PageTree small_tree() {
  PageTree tree;
  tree.nodes.resize(6);
  const auto hold = [&tree](NodeId parent, NodeId child) {
    PageNode& above = tree.nodes[parent];
    tree.nodes[child].parent = parent;
    tree.nodes[child].previous = above.last;
    (above.last == 0 ? above.first : tree.nodes[above.last].next) = child;
    above.last = child;
  };
  hold(0, 1);
  hold(1, 2);
  hold(2, 3);
  hold(1, 4);
  hold(0, 5);
  return tree;
}

std::string walked(const PageTree& tree, NodeId root, NodeId closed) {
  std::string steps;
  walk(
      tree, root,
      [&](NodeId node) {
        steps += "+" + std::to_string(node);
        return node != closed;
      },
      [&](NodeId node) { steps += "-" + std::to_string(node); });
  return steps;
}

TEST_SUITE("page_tree") {
  TEST_CASE("every node is entered and left once, parents around what they hold") {
    const PageTree tree = small_tree();
    CHECK(walked(tree, 0, 0) == "+1+2+3-3-2+4-4-1+5-5");
    CHECK(walked(tree, 0, 2) == "+1+2-2+4-4-1+5-5");
    CHECK(walked(tree, 1, 0) == "+2+3-3-2+4-4");
    CHECK(walked(tree, 5, 0).empty());
  }
}

}  // namespace
}  // namespace postil::index
