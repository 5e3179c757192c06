// The user's own names, from a file (its form: variants/groups.h).

#ifndef POSTIL_QUERY_VARIANTS_FILE_H_
#define POSTIL_QUERY_VARIANTS_FILE_H_

#include <string>

#include "core/base/result.h"
#include "core/text/analyser.h"
#include "query/variants/table.h"

namespace postil::query {

// The built-in names and those of `file`; "" stands for $XDG_CONFIG_HOME/postil/variants.txt (by
// default ~/.config/postil/variants.txt), which need not exist. A file that cannot be read or
// understood is an Error.
Result<VariantTable> read_variants(const std::string& file, text::Analyser& analyser);

}  // namespace postil::query

#endif  // POSTIL_QUERY_VARIANTS_FILE_H_
