// One end of the line between a run and its worker process: frames of bytes over a socket, a file's
// descriptor beside them. What comes out of a worker is as hostile as the file it reads: sizes are
// checked, and nothing is waited for longer than the caller says.

#ifndef POSTIL_INDEXER_WORKER_CHANNEL_H_
#define POSTIL_INDEXER_WORKER_CHANNEL_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace postil::index {

// What a frame holds.
enum class FrameType : char {
  kRequest = 'R',    // encode(ReadRequest), with the file's descriptor
  kArticle = 'A',    // encode(Article)
  kFinding = 'F',    // encode(Finding)
  kCompanion = 'C',  // asks for a companion by its place in the request's list, in digits; the
                     // answer comes with its descriptor, or says why it cannot be opened
  kEnd = 'E',        // encode(ReadEnd): the file is done, the worker waits for the next
};

struct Frame {
  FrameType type = FrameType::kEnd;
  std::string payload;
  int descriptor = -1;  // that came along, the receiver's to close; -1 if none
};

// Not thread-safe.
class Channel {
 public:
  // A frame may not be longer: the text of the largest article many times over.
  static constexpr std::size_t kLongestFrame = 256UL * 1024 * 1024;

  // Takes over the descriptor of a connected stream socket.
  explicit Channel(int socket) : socket_(socket) {}
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  ~Channel();

  int socket() const { return socket_; }

  // `descriptor` stays the caller's. An Error if the other end is gone.
  Status send(FrameType type, std::string_view payload, int descriptor = -1);

  enum class Got : char { kFrame, kNothingYet, kClosed };

  // The next frame, waited for up to so many milliseconds, -1: for ever. With a limit kNothingYet
  // also when only a part of it came, or one that comes byte by byte would be waited for as long as
  // it likes. kClosed also for a frame that cannot be one.
  Got receive(Frame& frame, int timeout_ms);

 private:
  bool take(Frame& frame);
  Got fill(int timeout_ms);

  int socket_;
  std::string in_;          // received, not yet taken
  std::size_t taken_ = 0;   // bytes of in_
  int descriptor_ = -1;     // received with the frame that is coming in
  bool is_broken_ = false;  // by a frame that cannot be one
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WORKER_CHANNEL_H_
