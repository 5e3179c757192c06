// Measures how fast files are read and extracted, by readers and extraction alone: processor
// seconds of this process, which holds all files before it starts, without the worker's process,
// analysis and writing. The best of the rounds, since whatever else the machine does only adds.
//
// Usage: time_pages ROUNDS FILE...      for example: time_pages 5 pages/*.html

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "indexer/worker/reading.h"

using namespace postil::index;

namespace {

class Counter final : public ArticleSink {
 public:
  void article(Article article) override {
    ++articles_;
    for (const Paragraph& paragraph : article.paragraphs) body_ += paragraph.text.size();
    comments_ += article.comments.size();
  }
  void finding(Severity /*severity*/, std::string_view /*reason*/,
               std::string /*detail*/) override {}
  void print() const {
    std::printf("%zu articles, %.2f MB of body, %zu comments\n", articles_,
                static_cast<double>(body_) / 1e6, comments_);
  }

 private:
  std::size_t articles_ = 0;
  std::size_t body_ = 0;
  std::size_t comments_ = 0;
};

using File = std::pair<std::string, std::string>;  // its name and bytes

File load(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {path, std::string(std::istreambuf_iterator<char>(in), {})};
}

double read_all(const std::vector<File>& files, Counter& counter) {
  double seconds = 0;
  for (const auto& [name, bytes] : files) {
    std::string copy = bytes;
    const std::clock_t start = std::clock();
    Source source = Source::of_memory(name, std::move(copy));
    read_articles(source, Rows(), counter);
    seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
  return seconds;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc < 3 ? 0 : std::atoi(argv[1]);
  if (rounds < 1) {
    std::fprintf(stderr, "Usage: time_pages ROUNDS FILE...\n");
    return 2;
  }
  std::vector<File> files;
  std::size_t bytes = 0;
  for (int i = 2; i < argc; ++i) {
    files.push_back(load(argv[i]));
    bytes += files.back().second.size();
  }
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    Counter counter;
    best = std::min(best, read_all(files, counter));
    if (round == 0) counter.print();
  }
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("%zu files, %.1f MB: %.3f s, %.0f files and %.1f MB a second\n", files.size(),
              megabytes, best, static_cast<double>(files.size()) / best, megabytes / best);
}
