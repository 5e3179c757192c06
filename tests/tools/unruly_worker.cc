// A worker whose reader does what the file says, good or bad: for the tests of indexer/worker/.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/worker/serve.h"

namespace postil::index {
namespace {

Article named(std::string title) {
  Article article;
  article.meta.title = std::move(title);
  return article;
}

std::string what_is_refused() {
  std::string refused;
  if (::open("/etc/passwd", O_RDONLY) < 0) refused += "open ";
  if (::socket(AF_INET, SOCK_STREAM, 0) < 0) refused += "socket ";
  if (::access("/proc/self/exe", F_OK) == 0 && ::execl("/bin/true", "true", nullptr) < 0) {
    refused += "exec ";
  }
  if (::kill(::getppid(), 0) < 0) refused += "kill ";
  return refused;
}

// A frame that takes its time: a byte now and then, for two seconds, of very many.
[[noreturn]] void drip() {
  std::string_view bytes{"A\0\0\0\1", 5};
  for (int i = 0; i < 100 && ::write(kWorkerSocket, bytes.data(), bytes.size()) > 0; ++i) {
    bytes = "x";
    ::usleep(20'000);
  }
  ::_exit(0);
}

std::string read_unruly(Source& source, const Rows& rows, ArticleSink& sink) {
  const auto head = source.head(1000);
  const std::string order(head ? *head : "");
  if (order == "abort") std::abort();
  if (order == "one, then abort") {
    sink.article(named("one"));
    std::abort();
  }
  if (order == "exit") ::_exit(0);
  volatile bool is_endless = true;
  while (order == "spin" && is_endless) {
  }
  while (order == "sleep") ::pause();
  if (order == "drip") drip();
  while (order == "flood") sink.article(named(std::string(1'000'000, 'x')));
  std::vector<std::string> hoard;
  while (order == "hoard") hoard.emplace_back(10'000'000, 'x');
  if (order == "refused") sink.article(named(what_is_refused()));
  if (order == "row") sink.article(named(rows.file == nullptr ? "none" : rows.file->title));
  for (std::size_t i = 0; order == "companions" && i < source.companions().size(); ++i) {
    Result<Source> companion = source.open_companion(i);
    const auto text = companion ? companion->head(1000) : companion.error();
    sink.article(named(text ? std::string(*text) : text.error().message));
  }
  if (order == "good") {
    sink.finding(Severity::kWarning, "a-reason", "a detail");
    sink.article(named("good"));
  }
  return "unruly";
}

}  // namespace
}  // namespace postil::index

int main(int argc, char** argv) {
  if (!postil::index::is_worker(argc, argv)) return EXIT_FAILURE;
  return postil::index::serve_as_worker(argc, argv, postil::index::read_unruly);
}
