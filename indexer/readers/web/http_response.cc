#include "indexer/readers/web/http_response.h"

#include <algorithm>
#include <charconv>

#include "indexer/readers/mail/mime.h"
#include "indexer/readers/web/warc_record.h"

namespace postil::index {
namespace {

// Chunked transfer coding (RFC 9112, section 7.1). Crawlers keep the header when they have already
// joined the chunks: a body that does not begin like one is taken as it is, and one that breaks
// off gives what came before.
std::string join_chunks(std::string_view bytes) {
  std::string body;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool is_size =
        error == std::errc() && line.size() < rest.size() &&
        (end == line.data() + line.size() || *end == '\r' || *end == ';' || *end == ' ');
    if (!is_size) return body.empty() ? std::string(bytes) : body;
    rest.remove_prefix(line.size() + 1);
    if (size == 0) break;
    const auto piece = static_cast<std::size_t>(std::min<std::uint64_t>(size, rest.size()));
    body.append(rest.substr(0, piece));
    rest.remove_prefix(piece);
    const std::size_t line_end = rest.find('\n');
    if (line_end > 1) continue;  // no line end behind the chunk
    rest.remove_prefix(line_end + 1);
  }
  return body;
}

}  // namespace

std::optional<HttpResponse> read_http_response(std::string_view bytes, std::size_t most) {
  if (bytes.substr(0, 5) != "HTTP/") return std::nullopt;
  HttpResponse response;
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  const std::size_t space = line.find(' ');
  if (space != std::string_view::npos) {
    const std::string_view code = line.substr(space + 1, 3);
    std::from_chars(code.data(), code.data() + code.size(), response.status);
  }
  const MimePart message(bytes.substr(std::min(bytes.size(), line.size() + 1)));
  if (!message.field("content-type").empty()) {
    response.content_type = message.type().value;
    response.charset = message.type().parameter("charset");
  }
  response.body = message.raw_body();
  if (read_mime_value(message.field("transfer-encoding")).value == "chunked") {
    response.body = join_chunks(response.body);
  }
  const std::string encoding = read_mime_value(message.field("content-encoding")).value;
  if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate") {
    // Crawlers keep this header too when they have unpacked the body.
    std::string unpacked = inflate_bytes(response.body, most);
    if (!unpacked.empty()) response.body = std::move(unpacked);
  } else if (!encoding.empty() && encoding != "identity") {
    response.encoding = encoding;
  }
  return response;
}

}  // namespace postil::index
