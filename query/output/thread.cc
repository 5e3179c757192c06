#include "query/output/thread.h"

#include <unordered_map>

namespace postil::query {
namespace {

class Thread {
 public:
  explicit Thread(const std::vector<ReadComment>& comments)
      : answers_(comments.size()), seen_(comments.size(), false) {
    std::unordered_map<std::uint32_t, std::size_t> by_number;
    for (std::size_t i = 0; i < comments.size(); ++i) by_number.emplace(comments[i].number, i);
    for (std::size_t i = 0; i < comments.size(); ++i) {
      const auto parent = by_number.find(comments[i].parent);
      if (comments[i].parent == 0 || parent == by_number.end()) {
        roots_.push_back(i);
      } else {
        answers_[parent->second].push_back(i);
      }
    }
  }

  std::vector<ThreadPlace> order() {
    for (const std::size_t root : roots_) follow(root);
    for (std::size_t i = 0; i < answers_.size(); ++i) follow(i);  // what only a circle leads to
    return std::move(places_);
  }

 private:
  void follow(std::size_t root) {
    std::vector<ThreadPlace> next = {{root, 0, root}};
    while (!next.empty()) {
      const ThreadPlace place = next.back();
      next.pop_back();
      if (seen_[place.comment]) continue;
      seen_[place.comment] = true;
      places_.push_back(place);
      const std::vector<std::size_t>& answers = answers_[place.comment];
      for (auto answer = answers.rbegin(); answer != answers.rend(); ++answer) {
        next.push_back({*answer, place.depth + 1, root});
      }
    }
  }

  std::vector<std::size_t> roots_;
  std::vector<std::vector<std::size_t>> answers_;
  std::vector<bool> seen_;
  std::vector<ThreadPlace> places_;
};

}  // namespace

std::vector<ThreadPlace> thread_of(const std::vector<ReadComment>& comments) {
  return Thread(comments).order();
}

}  // namespace postil::query
