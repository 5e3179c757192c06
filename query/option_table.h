// The options of postil-query, each defined once: its names, what its value is, what --help says of
// it, which mode it asks for or which modes it goes with. Parsing, --help and the messages about
// options that do not go together all come from this.

#ifndef POSTIL_QUERY_OPTION_TABLE_H_
#define POSTIL_QUERY_OPTION_TABLE_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "query/modes.h"

namespace postil::query {

struct OptionEntry {
  std::string names;             // "-n,--limit"
  std::string value;             // "N"; "[=WIDTH]" if it can be left out; "" if there is none
  std::string description;       // for --help; "" keeps the option out of it
  Modes modes = Modes::all();    // that it goes with
  std::optional<Mode> asks_for;  // the mode that giving it means
  std::string group;             // filled in by the table
};

// The value of an option that was given without one though it may have one.
inline constexpr std::string_view kValueLeftOut = "auto";

class OptionTable {
 public:
  OptionTable();
  ~OptionTable();
  OptionTable(const OptionTable&) = delete;
  OptionTable& operator=(const OptionTable&) = delete;

  // The heading in --help of the options added from here on.
  void begin_group(std::string title) { group_ = std::move(title); }

  // `target` must outlive the table. Given twice, the last value of a single one counts.
  void add(OptionEntry entry, bool& target);
  void add(OptionEntry entry, std::string& target);
  void add(OptionEntry entry, std::vector<std::string>& target);

  const std::vector<OptionEntry>& entries() const { return entries_; }

  // Whether an option of this name takes the next argument as its value; none if there is none.
  std::optional<bool> takes_value(std::string_view name) const;

  // Fills the targets from arguments that split_arguments() has sorted out.
  Status parse(std::vector<std::string> arguments);

  // The mode that the options given ask for, kAnswer if none. An Error of kind kUsage if two of
  // them ask for different ones, or one of them does not go with the mode.
  Result<Mode> mode() const;

  // "--kwic": how the user asked for this mode, or would.
  std::string_view option_of(Mode mode) const;

 private:
  struct Parser;
  void record(OptionEntry entry);
  bool is_given(const OptionEntry& entry) const;
  Error out_of_place(const OptionEntry& entry, Mode mode) const;
  std::string options_of(Modes modes) const;

  std::unique_ptr<Parser> parser_;
  std::string group_;
  std::vector<OptionEntry> entries_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_OPTION_TABLE_H_
