#include "indexer/options.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/base/empty_argument.h"
#include "core/schema/database_name.h"
#include "indexer/help.h"

namespace postil::index {
namespace {

constexpr unsigned kMostJobs = 256;
constexpr double kLeastCopies = 0.1;  // below it texts on one subject would be copies

// As typed.
struct Typed {
  std::vector<std::string> database;  // at most one is right
  std::string format = "text";
  std::string writer = "glass";
  std::string copies;
  bool help = false;
  bool version = false;
};

Error usage(std::string message, std::string hint = "postil-index --help shows examples") {
  return {ErrorKind::kUsage, std::move(message), std::move(hint)};
}

void add_options(CLI::App& app, Typed& typed, Options& options) {
  const auto last = CLI::MultiOptionPolicy::TakeLast;
  app.set_help_flag();  // ours teaches by example
  app.add_option("paths", options.paths);
  app.add_option("-d,--db", typed.database)->allow_extra_args(false);
  app.add_option("-j,--jobs", options.jobs)
      ->multi_option_policy(last)
      ->check(CLI::Range(1U, kMostJobs));
  app.add_option("--memory", options.memory)
      ->multi_option_policy(last)
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber);
  app.add_option("--writer", typed.writer)
      ->multi_option_policy(last)
      ->check(CLI::IsMember({"glass", "api"}));
  app.add_flag("--full", options.full);
  app.add_flag("-n,--dry-run", options.dry_run);
  app.add_option("--include", options.include)->allow_extra_args(false);
  app.add_option("--exclude", options.exclude)->allow_extra_args(false);
  app.add_option("--copies", typed.copies)->multi_option_policy(last);
  app.add_option("--metadata", options.metadata)->multi_option_policy(last);
  app.add_option("--report", options.report)->multi_option_policy(last);
  app.add_option("--inspect", options.inspect)->multi_option_policy(last);
  app.add_option("--format", typed.format)
      ->multi_option_policy(last)
      ->check(CLI::IsMember({"text", "json"}));
  app.add_flag("--strict", options.strict);
  app.add_flag("--watch", options.watch);
  app.add_flag("-q,--quiet", options.quiet);
  app.add_flag("-h,--help", typed.help);
  app.add_flag("--version", typed.version);
}

Status check_values(const CLI::App& app, int argc, const char* const* argv) {
  const auto takes_value = [&app](const std::string& name) {
    const CLI::Option* option = app.get_option_no_throw(name);
    return option != nullptr && option->get_items_expected_max() > 0;
  };
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    const std::string_view argument = argv[i];
    if (!argument.starts_with('-')) continue;
    const std::string name(argument.substr(0, argument.find('=')));
    if (!takes_value(name)) continue;
    const bool stands_apart = name.size() == argument.size();
    const bool is_empty =
        stands_apart ? ++i < argc && *argv[i] == '\0' : name.size() + 1 == argument.size();
    if (is_empty) return empty_value(name);
  }
  return ok();
}

Status check_watch(const Options& options) {
  if (!options.watch) return ok();
  if (options.dry_run) return usage("--watch and --dry-run do not go together");
  if (options.paths.empty()) return usage("--watch needs a PATH to watch");
  if (std::count(options.paths.begin(), options.paths.end(), "-") > 0) {
    return usage("--watch cannot watch standard input (-)");
  }
  return ok();
}

// "0.4" or "off".
Status read_copies(const std::string& typed, Options& options) {
  if (typed.empty()) return ok();
  double share = 0;
  const char* end = typed.data() + typed.size();
  const auto [rest, code] = std::from_chars(typed.data(), end, share);
  const bool is_share = code == std::errc() && rest == end && share >= kLeastCopies && share <= 1;
  if (!is_share && typed != "off") {
    return usage("--copies: " + typed + " is neither off nor a share from 0.1 to 1",
                 "the usual is --copies 0.3; a larger share takes fewer texts for copies");
  }
  options.copies = share;
  return ok();
}

Status check(const Options& options) {
  if (Status status = check_watch(options); !status) return status;
  if (!options.inspect.empty()) {
    if (options.paths.empty()) return ok();
    return usage("--inspect shows one file and indexes nothing: PATHs go with it no further");
  }
  if (options.paths.empty() && !options.full) {
    return usage("no PATH was given", "name a folder of articles: postil-index ~/articles");
  }
  if (std::count(options.paths.begin(), options.paths.end(), "-") > 1) {
    return usage("standard input (-) can be read only once");
  }
  for (const std::string& path : options.paths) {
    if (path.empty()) return empty_argument("a PATH is empty");
  }
  return ok();
}

}  // namespace

Result<Options> read_options(int argc, const char* const* argv) {
  CLI::App app;
  Typed typed;
  Options options;
  options.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs);
  add_options(app, typed, options);
  if (Status status = check_values(app, argc, argv); !status) return status.error();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usage(error.what());
  }
  if (typed.help) options.answer = help_text();
  if (typed.version) options.answer = version_text();
  if (!options.answer.empty()) return options;
  if (Status status = check(options); !status) return status.error();
  if (Status status = read_copies(typed.copies, options); !status) return status.error();
  options.format = typed.format == "json" ? SummaryFormat::kJson : SummaryFormat::kText;
  options.writer = typed.writer == "api" ? WriterKind::kApi : WriterKind::kGlass;
  Result<std::string> database = schema::database_name(typed.database);
  if (!database) return database.error();
  options.database = std::move(*database);
  return options;
}

}  // namespace postil::index
