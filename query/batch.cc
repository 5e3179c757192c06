// Many questions from a file, a line each; blank lines and those that begin with # are left out. A
// line that cannot be read as a question is reported and the rest go on: a batch is started once
// and left alone.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <variant>

#include "core/text/utf8.h"
#include "query/actions.h"
#include "query/parse/plain.h"

namespace postil::query {
namespace {

// An id and the longest question that is read.
constexpr std::size_t kMaxLineBytes = kMaxQuestionBytes + 4096;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class Batch {
 public:
  Batch(const Options& options, Searcher& searcher) : options_(options), searcher_(searcher) {}

  int status() const { return failed_ ? kFailed : found_ ? kFound : kNothing; }

  // False if there is no sense in going on.
  bool answer_line(std::string_view line) {
    ++number_;
    if (number_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (text::trim(line).empty() || line.starts_with('#')) return true;
    if (line.size() > kMaxLineBytes) {
      fail(fmt::format("the line is longer than {} bytes", kMaxLineBytes));
      return true;
    }
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) {
      fail("the line is not an id and a question with a tab between");
    } else if (!text::is_valid_utf8(line)) {
      fail("the line is not valid UTF-8");
    } else if (text::trim(line.substr(tab)).empty() && options_.filters.is_empty()) {
      fail("the line has no question behind its id");
    } else {
      return answer(line.substr(0, tab), std::string(line.substr(tab + 1)));
    }
    return true;
  }

 private:
  void fail(std::string_view what) {
    const std::string_view file =
        options_.batch_file == "-" ? "standard input" : std::string_view(options_.batch_file);
    report(fmt::format("{}:{}: {}", file, number_, what));
    failed_ = true;
  }

  // With --any, lines may be texts that nobody wrote for this grammar: what cannot be read by it,
  // and what is all in capitals, is read as plain words.
  std::variant<Request, QueryError> read_question(const std::string& question) {
    text::Analyser& analyser = searcher_.analyser();
    auto read = make_request(question, options_, analyser);
    const bool plain = is_all_capitals(question) || std::holds_alternative<QueryError>(read);
    if (!options_.any || !plain) return read;
    Node words = any_of_the_words(question, analyser);
    if (std::holds_alternative<AllNode>(words.is)) return read;
    auto request = std::get<Request>(make_request("", options_, analyser));
    request.query = question;
    request.tree = std::move(words);
    return request;
  }

  bool answer(std::string_view id, const std::string& question) {
    auto read = read_question(question);
    if (const auto* mistake = std::get_if<QueryError>(&read)) {
      fail(describe(*mistake, question));
      return true;
    }
    auto& request = std::get<Request>(read);
    const Status spelled = searcher_.add_spellings(request);
    const auto answer = spelled ? searcher_.answer(request) : Result<Answer>(spelled.error());
    if (!answer) {
      fail(answer.error().message);
      return answer.error().kind == ErrorKind::kQuery;
    }
    found_ = found_ || answer->total.articles > 0;
    OutputOptions output = output_options(options_);
    output.question_id = id;
    output.is_first = !has_printed_;
    has_printed_ = true;
    std::string out;
    options_.output->print(*answer, output, out);
    failed_ = print_form(*options_.output, out, kFound) == kFailed || failed_;
    return true;
  }

  const Options& options_;
  Searcher& searcher_;
  std::uint64_t number_ = 0;
  bool has_printed_ = false;
  bool found_ = false;
  bool failed_ = false;
};

// Cuts blocks of a file into lines. Of a line that is too long its beginning is kept, by which it
// is known as such.
class LineCutter {
 public:
  // False once `take` has returned it.
  template <class TakeLine>
  bool add(std::string_view block, TakeLine&& take) {
    for (std::size_t end; (end = block.find('\n')) != std::string_view::npos;) {
      keep(block.substr(0, end));
      block.remove_prefix(end + 1);
      if (!take(std::string_view(line_))) return false;
      line_.clear();
    }
    keep(block);
    return true;
  }

  std::string_view rest() const { return line_; }

 private:
  void keep(std::string_view piece) {
    line_ += piece.substr(0, kMaxLineBytes + 1 - std::min(line_.size(), kMaxLineBytes + 1));
  }

  std::string line_;
};

// Reads the lines of a file as they come. Returns 0 or the number of an error.
template <class TakeLine>
int for_each_line(int file, TakeLine&& take) {
  constexpr std::size_t kBlock = 65536;
  LineCutter lines;
  std::string block(kBlock, '\0');
  for (;;) {
    const ssize_t got = read(file, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    if (!lines.add(std::string_view(block).substr(0, static_cast<std::size_t>(got)), take)) {
      return 0;
    }
  }
  if (!lines.rest().empty()) take(lines.rest());
  return 0;
}

}  // namespace

int ask_all(const Options& options, Searcher& searcher) {
  const bool standard = options.batch_file == "-";
  const int file = standard ? STDIN_FILENO : open(options.batch_file.c_str(), O_RDONLY | O_CLOEXEC);
  Batch batch(options, searcher);
  int failure = file < 0 ? errno : 0;
  if (failure == 0) {
    failure = for_each_line(file, [&](std::string_view line) { return batch.answer_line(line); });
  }
  if (file >= 0 && !standard) close(file);
  if (failure == 0) return batch.status();
  return report(Error{ErrorKind::kInput,
                      fmt::format("cannot read {}: {}", options.batch_file, std::strerror(failure)),
                      "give a file of lines, an id and a question with a tab between"});
}

}  // namespace postil::query
