// Questions that are kept by name: saving, listing, forgetting.
#include <fmt/format.h>

#include "core/text/fold.h"
#include "query/actions.h"
#include "query/output/terminal_text.h"
#include "query/search/saved_questions.h"

namespace postil::query {

FindSaved saved_in(const std::string& database) {
  return [database](const std::string& name) -> Result<std::optional<std::string>> {
    const auto saved = read_saved_questions(database);
    if (!saved) return saved.error();
    const auto found = saved->find(name);
    if (found == saved->end()) return std::optional<std::string>();
    return std::optional(found->second);
  };
}

int save(const Options& options) {
  text::Analyser analyser;
  ParseOptions parsing;
  // What names itself is only a loop once it is saved.
  const std::string name = text::fold(options.saved_name);
  parsing.saved = [&, others = saved_in(options.database)](
                      const std::string& wanted) -> Result<std::optional<std::string>> {
    if (wanted == name) return std::optional(options.question);
    return others(wanted);
  };
  const auto tree = parse(options.question, parsing, analyser);
  if (const auto* mistake = std::get_if<QueryError>(&tree)) {
    return report(describe(*mistake, options.question));
  }
  const auto replaced = save_question(options.database, name, options.question);
  if (!replaced) return report(replaced.error());
  return print(fmt::format("{} query:{}\n", *replaced ? "Replaced" : "Saved as", name), kFound);
}

int list_saved(const Options& options) {
  const auto saved = read_saved_questions(options.database);
  if (!saved) return report(saved.error());
  std::string out;
  for (const auto& [name, question] : *saved) {
    out += terminal_text(fmt::format("query:{}   {}", name, question)) + "\n";
  }
  return print(out, saved->empty() ? kNothing : kFound);
}

int forget(const Options& options) {
  const auto known = forget_question(options.database, options.saved_name);
  if (!known) return report(known.error());
  if (*known)
    return print(fmt::format("Forgot query:{}\n", text::fold(options.saved_name)), kFound);
  return report(Error{ErrorKind::kUsage,
                      fmt::format("there is no saved question \"{}\"", options.saved_name),
                      "postil-query --saved lists them"});
}

}  // namespace postil::query
