// All readers, and which of them a file is for. The door of this folder: the pipeline opens a
// Source and calls read_file().

#ifndef POSTIL_INDEXER_READERS_REGISTRY_H_
#define POSTIL_INDEXER_READERS_REGISTRY_H_

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/source.h"

namespace postil::index {

// In no particular order; they live as long as the program.
const std::vector<const Reader*>& readers();

struct Choice {
  const Reader* reader = nullptr;  // the one that is surest, or none
  std::optional<Refusal> refusal;  // why there is none
};

// Calls each reader's prepare().
void prepare_readers();

// By content first; the file's ending breaks ties. Reads only the sample.
Choice choose(const Sample& sample);

// The same for a source, whose beginning is read; an Error if that cannot be.
Result<Choice> choose(Source& source);

// Whether the file must be read in a worker process (Reader::is_isolated): what has companions
// must, since others' code reads them.
bool is_isolated(const Choice& choice, const Source& source);

// Reads a file by the reader that it is for, or tells why not. Returns that reader's name, "" if
// none.
std::string_view read_file(Source& source, RawArticleSink& sink);

// The same where choose() has been asked already.
std::string_view read_file(Source& source, const Result<Choice>& choice, RawArticleSink& sink);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_REGISTRY_H_
