#include "indexer/store/glass/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <vector>

namespace postil::index::glass {

Status side_by_side(unsigned threads, std::size_t count,
                    const std::function<Status(std::size_t)>& task) {
  std::vector<Status> done(count, ok());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) done[i] = task(i);
  };
  {
    std::vector<std::future<void>> others;  // wait for their threads when they go, whatever happens
    try {
      for (std::size_t i = 1; i < std::min<std::size_t>(threads, count); ++i) {
        others.push_back(std::async(std::launch::async, work));
      }
    } catch (const std::system_error&) {  // the system has no more threads: it goes with fewer
    }
    work();
    for (std::future<void>& other : others) other.get();
  }
  const auto failed = std::find_if(done.begin(), done.end(), [](const Status& s) { return !s; });
  return failed == done.end() ? ok() : *failed;
}

}  // namespace postil::index::glass
