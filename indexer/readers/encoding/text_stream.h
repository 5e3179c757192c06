// A source of any length as text, piece by piece: what encoding.h does for a file that is held
// whole. Under the readers of XML and of tables.

#ifndef POSTIL_INDEXER_READERS_ENCODING_TEXT_STREAM_H_
#define POSTIL_INDEXER_READERS_ENCODING_TEXT_STREAM_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/source.h"

namespace postil::index {

class TextStream {
 public:
  // Finds the name of the encoding that a format states within itself; "" if it states none.
  using Declaration = std::string (*)(std::string_view head);

  // The source must outlive this; nothing may have been read from it. In order: a byte order mark;
  // UTF-16 and UTF-32 by their pattern; what `declaration` finds, unless the bytes contradict it;
  // UTF-8; the likeliest old encoding.
  TextStream(Source& source, Declaration declaration);
  TextStream(TextStream&&) noexcept;
  ~TextStream();

  // Appends the next piece to `text`: whole code points, valid UTF-8, \n as the only line end.
  // False at the end of the source.
  Result<bool> more(std::string& text);

  // Tells what was assumed ("encoding-assumed"), contradicted ("encoding-mismatch") or replaced
  // ("invalid-bytes"). To be called at the end.
  void report(RawArticleSink& sink) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The declaration of XML: <?xml … encoding="…"?>.
std::string xml_declaration(std::string_view head);

// For formats that state none.
std::string no_declaration(std::string_view head);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ENCODING_TEXT_STREAM_H_
