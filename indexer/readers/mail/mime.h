// Mail as RFC 5322 and MIME (RFC 2045 to 2047) define it, read as mail programs do that must live
// with what others send: header fields, parts, transfer encodings, encoded words. Used by the
// readers of mail and of MHTML. Our own, because the libraries there are convert charsets with
// modules that they load from disk while they read, which a worker process is not allowed to.

#ifndef POSTIL_INDEXER_READERS_MAIL_MIME_H_
#define POSTIL_INDEXER_READERS_MAIL_MIME_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace postil::index {

// A field with parameters: text/html; charset="utf-8".
struct MimeValue {
  std::string value;                                            // in lower case
  std::vector<std::pair<std::string, std::string>> parameters;  // names in lower case

  std::string_view parameter(std::string_view name) const;  // "" if there is none
};

class MimePart {
 public:
  // Views point into `bytes`, which must live as long.
  explicit MimePart(std::string_view bytes);

  // The first field of this name (in lower case), unfolded, as bytes; "" if there is none.
  std::string field(std::string_view name) const;

  // The same with encoded words decoded: valid UTF-8, white space squeezed.
  std::string text_field(std::string_view name) const;

  std::size_t field_count() const { return fields_.size(); }

  // Whether a field is among them that mail programs and servers write and nobody else.
  bool has_trace() const;

  // False if a line that is no field ends the header, as in a text that begins like one.
  bool is_header_whole() const { return is_header_whole_; }

  const MimeValue& type() const { return type_; }  // text/plain if none is declared
  bool is_attachment() const;
  std::string file_name() const;  // that the sender gave it, "" if none

  // What is behind the header, as it stands, and with its transfer encoding undone.
  std::string_view raw_body() const { return body_; }
  std::string body() const;

  // The body as text by its charset; "" for other charsets than text can have.
  std::string text() const;

  // The parts of a multipart body, in order, at most 1000; none for other types.
  std::vector<MimePart> parts() const;

 private:
  struct Field {
    std::string name;
    std::string_view value;
  };

  std::vector<Field> fields_;
  MimeValue type_;
  bool is_header_whole_ = true;
  std::string_view body_;
};

// "text/html; charset=x; name*0=…", comments and quotes undone.
MimeValue read_mime_value(std::string_view field);

// "=?utf-8?q?Gr=C3=BC=C3=9Fe?=": a header field's bytes as valid UTF-8.
std::string decode_words(std::string_view field);

// The display names of an address list, without the addresses.
std::vector<std::string> display_names(std::string_view field);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_MAIL_MIME_H_
