// XML of any length, event by event, for all formats that are made of it: feeds, exports of blogs,
// the parts of books and office documents.
//
// It is a reader of our own because half of the feeds in the world are not well formed. Where the
// parsers of XML stop or lose their place, this one reads on as a browser would: an end tag closes
// what it names and all within it, one that closes nothing is passed over, "AT&T" and "a < b" are
// text. What had to be forgiven is counted. Hostile input costs no more than its own length:
// nothing outside the source is ever opened, an entity that a document declares stands for its text
// only and is never expanded further, and depth, names and tags are bounded.

#ifndef POSTIL_INDEXER_READERS_XML_XML_READER_H_
#define POSTIL_INDEXER_READERS_XML_XML_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/error.h"
#include "indexer/readers/encoding/text_stream.h"
#include "indexer/readers/source.h"

namespace postil::index {

struct XmlAttribute {
  std::string prefix;
  std::string local;
  std::string value;  // references decoded
};

class XmlReader {
 public:
  enum class Event : char { kStart, kEnd, kText, kDone };

  // Elements below this many others are not reported, only their text.
  static constexpr std::size_t kDeepest = 2000;

  // A tag longer than this, in bytes, is taken for text: a picture in a data: URL fits.
  static constexpr std::size_t kLongestTag = 4UL * 1024 * 1024;

  // The source must outlive this.
  explicit XmlReader(Source& source);

  // Moves on. <a/> is a kStart and a kEnd; elements left open end before kDone. At kDone, error()
  // tells whether the source could not be read to its end.
  Event next();

  // Of kStart and kEnd; as written, but for the prefix, which is cut off.
  std::string_view local() const { return local_; }
  std::string_view prefix() const { return prefix_; }
  // The URI of the element's namespace; "" if its prefix is not declared.
  std::string_view space() const { return space_; }

  // Of kStart. The value of an attribute by its name without prefix, or null.
  const std::string* attribute(std::string_view local) const;
  const std::vector<XmlAttribute>& attributes() const { return attributes_; }
  // The URI that an attribute's prefix stands for.
  std::string_view space_of(std::string_view prefix) const;

  // Of kText: a piece of text, not empty, references decoded, \n as line end. One text may come in
  // several pieces.
  std::string_view text() const { return text_; }

  // How many elements are open: with kStart including it, with kEnd without it.
  std::size_t depth() const { return open_.size(); }

  // Behind kStart: moves to the kEnd of that element. What comes between is passed over; its text;
  // or its markup, written anew without namespaces, as HTML has it; or whichever of the two it is
  // by having elements inside. What goes beyond `most` bytes is cut off, and is_cut() then stays
  // true.
  void skip();
  std::string read_text(std::size_t most = kMostText);
  std::string read_markup(std::size_t most = kMostText);
  std::string read_content(bool& is_markup, std::size_t most = kMostText);
  bool is_cut() const { return is_cut_; }

  const std::optional<Error>& error() const { return error_; }
  std::uint64_t line() const { return line_; }      // where it stands, from 1
  std::uint64_t faults() const { return faults_; }  // places where it is not well formed
  const std::string& first_fault() const { return first_fault_; }  // with its line; "" if none
  const TextStream& stream() const { return stream_; }             // for its report()

 private:
  static constexpr std::size_t kMostText = 16UL * 1024 * 1024;

  struct Open {
    std::string prefix;
    std::string local;
    std::string space;
    std::size_t spaces = 0;  // how many of spaces_ were declared outside of it
  };
  struct Space {
    std::string prefix;
    std::string uri;
  };

  bool need(std::size_t bytes);
  std::size_t find(std::string_view what, std::size_t from, std::size_t most);
  void consume(std::size_t bytes);
  void fault(std::string_view what);
  bool step(Event& event);
  bool read_characters();
  bool read_reference();
  bool read_markup_start(Event& event);
  bool read_start_tag(Event& event);
  bool read_end_tag(Event& event);
  std::size_t find_tag_end();
  void read_attributes(std::string_view tag);
  std::string decode(std::string_view value);
  void open_element(std::string_view name);
  void close_element();
  void skip_to(std::string_view end, std::size_t opening);
  bool read_cdata();
  void read_doctype();
  void read_declaration(std::string_view declaration);
  const std::string* declared_entity(std::string_view name) const;

  TextStream stream_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool is_source_done_ = false;
  std::uint64_t line_ = 1;

  std::vector<Open> open_;
  std::unordered_map<std::string, std::size_t> open_names_;  // how many of a name are open
  std::vector<Space> spaces_;
  std::unordered_map<std::string, std::string> entities_;
  std::size_t closing_ = 0;  // kEnd events that are due
  std::size_t too_deep_ = 0;
  bool in_cdata_ = false;

  std::string prefix_;
  std::string local_;
  std::string space_;
  std::string text_;
  std::vector<XmlAttribute> attributes_;
  bool is_cut_ = false;
  std::optional<Error> error_;
  std::uint64_t faults_ = 0;
  std::string first_fault_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_XML_XML_READER_H_
