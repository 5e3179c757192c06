#include "query/option_table.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

namespace postil::query {
namespace {

// "--limit" of "-n,--limit".
std::string_view long_name(const OptionEntry& entry) {
  const std::string_view names = entry.names;
  return names.substr(names.find("--"));
}

}  // namespace

struct OptionTable::Parser {
  CLI::App app;

  const CLI::Option* find(std::string_view name) const {
    return app.get_option_no_throw(std::string(name));
  }
};

OptionTable::OptionTable() : parser_(std::make_unique<Parser>()) {
  parser_->app.set_help_flag();  // ours is printed without CLI11's exception
}

OptionTable::~OptionTable() = default;

void OptionTable::record(OptionEntry entry) {
  entry.group = group_;
  entries_.push_back(std::move(entry));
}

void OptionTable::add(OptionEntry entry, bool& target) {
  parser_->app.add_flag(entry.names, target);
  record(std::move(entry));
}

void OptionTable::add(OptionEntry entry, std::string& target) {
  if (entry.value.starts_with('[')) {
    // To CLI11 a flag, which takes what stands behind a = and never the next argument.
    parser_->app.add_flag(fmt::format("{}{{{}}}", entry.names, kValueLeftOut), target);
  } else {
    parser_->app.add_option(entry.names, target)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }
  record(std::move(entry));
}

void OptionTable::add(OptionEntry entry, std::vector<std::string>& target) {
  parser_->app.add_option(entry.names, target)->allow_extra_args(false);
  record(std::move(entry));
}

std::optional<bool> OptionTable::takes_value(std::string_view name) const {
  const CLI::Option* option = parser_->find(name);
  if (option == nullptr) return std::nullopt;
  return option->get_items_expected_max() > 0;
}

Status OptionTable::parse(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    parser_->app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return Error{ErrorKind::kUsage, error.what(), "all options: postil-query --help"};
  }
  return ok();
}

bool OptionTable::is_given(const OptionEntry& entry) const {
  return parser_->find(long_name(entry))->count() > 0;
}

Result<Mode> OptionTable::mode() const {
  const OptionEntry* asking = nullptr;
  for (const OptionEntry& entry : entries_) {
    if (!entry.asks_for || !is_given(entry)) continue;
    if (asking != nullptr && asking->asks_for != entry.asks_for) {
      return Error{
          ErrorKind::kUsage,
          fmt::format("{} and {} exclude each other", long_name(*asking), long_name(entry)),
          "give one of them"};
    }
    asking = &entry;
  }
  const Mode mode = asking == nullptr ? Mode::kAnswer : *asking->asks_for;
  for (const OptionEntry& entry : entries_) {
    if (!entry.modes.holds(mode) && is_given(entry)) return out_of_place(entry, mode);
  }
  return mode;
}

Error OptionTable::out_of_place(const OptionEntry& entry, Mode mode) const {
  const std::string_view name = long_name(entry);
  if (mode == Mode::kAnswer) {
    return {ErrorKind::kUsage, fmt::format("{} needs {} beside it", name, options_of(entry.modes)),
            "add it, or leave the option out"};
  }
  return {ErrorKind::kUsage, fmt::format("{} has no place beside {}", name, option_of(mode)),
          "leave out the one or the other"};
}

std::string OptionTable::options_of(Modes modes) const {
  std::string names;
  for (const OptionEntry& entry : entries_) {
    if (!entry.asks_for || !modes.holds(*entry.asks_for)) continue;
    if (!names.empty()) names += " or ";
    names += long_name(entry);
  }
  return names;
}

std::string_view OptionTable::option_of(Mode mode) const {
  std::string_view usual;
  for (const OptionEntry& entry : entries_) {
    if (entry.asks_for != mode) continue;
    if (is_given(entry)) return long_name(entry);
    if (usual.empty()) usual = long_name(entry);
  }
  return usual;
}

}  // namespace postil::query
