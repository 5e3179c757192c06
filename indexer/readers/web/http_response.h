// An HTTP response as a crawler stored it: its header, and its body with chunks and compression
// undone. Used by the reader of web archives.

#ifndef POSTIL_INDEXER_READERS_WEB_HTTP_RESPONSE_H_
#define POSTIL_INDEXER_READERS_WEB_HTTP_RESPONSE_H_

#include <optional>
#include <string>
#include <string_view>

namespace postil::index {

struct HttpResponse {
  int status = 0;
  std::string content_type;  // without parameters, in lower case; "" if not declared
  std::string charset;       // "" if not declared
  std::string encoding;      // that body is still in because it cannot be undone ("br"), else ""
  std::string body;
};

// Nothing if the bytes are no response. Not more than `most` bytes of body are unpacked.
std::optional<HttpResponse> read_http_response(std::string_view bytes, std::size_t most);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_WEB_HTTP_RESPONSE_H_
