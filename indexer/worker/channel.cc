#include "indexer/worker/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

namespace postil::index {
namespace {

constexpr std::size_t kHeader = 5;  // the type, and the payload's size, lowest byte first
constexpr std::size_t kPiece = 64UL * 1024;

Error gone() { return {ErrorKind::kInput, "the worker process is gone", ""}; }

// Bytes of a message, with a descriptor beside the first of them.
ssize_t send_some(int socket, std::string_view bytes, int descriptor) {
  iovec part = {const_cast<char*>(bytes.data()), bytes.size()};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (descriptor >= 0) {
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  }
  return ::sendmsg(socket, &message, MSG_NOSIGNAL);
}

Status send_all(int socket, std::string_view bytes, int descriptor) {
  while (!bytes.empty()) {
    const ssize_t sent = send_some(socket, bytes, descriptor);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return gone();
    bytes.remove_prefix(static_cast<std::size_t>(sent));
    descriptor = -1;
  }
  return ok();
}

// A message brings one at most, see fill(); the last that the messages of a frame bring is kept.
void keep_descriptor(msghdr& message, int& kept) {
  const cmsghdr* header = CMSG_FIRSTHDR(&message);
  if (header == nullptr || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) {
    return;
  }
  if (kept >= 0) ::close(kept);
  std::memcpy(&kept, CMSG_DATA(header), sizeof kept);
}

}  // namespace

Channel::~Channel() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (socket_ >= 0) ::close(socket_);
}

Status Channel::send(FrameType type, std::string_view payload, int descriptor) {
  if (payload.size() > kLongestFrame) {
    return Error{ErrorKind::kInput, "an article is too large to be handed over", ""};
  }
  char header[kHeader] = {static_cast<char>(type)};
  for (unsigned i = 0; i < 4; ++i) {
    header[1 + i] = static_cast<char>((payload.size() >> (8 * i)) & 0xff);
  }
  // One message for most: a system call is what a small frame costs.
  if (payload.size() <= kPiece) {
    const std::string all = std::string(header, kHeader).append(payload);
    return send_all(socket_, all, descriptor);
  }
  if (Status status = send_all(socket_, {header, kHeader}, descriptor); !status) return status;
  return send_all(socket_, payload, -1);
}

Channel::Got Channel::receive(Frame& frame, int timeout_ms) {
  for (bool has_waited = false;; has_waited = true) {
    if (take(frame)) return Got::kFrame;
    if (is_broken_) return Got::kClosed;
    if (has_waited && timeout_ms >= 0) return Got::kNothingYet;
    const Got got = fill(timeout_ms);
    if (got != Got::kFrame) return got;
  }
}

bool Channel::take(Frame& frame) {
  const std::string_view rest = std::string_view(in_).substr(taken_);
  if (rest.size() < kHeader) return false;
  std::size_t size = 0;
  for (unsigned i = 0; i < 4; ++i) {
    size |= static_cast<std::size_t>(static_cast<unsigned char>(rest[1 + i])) << (8 * i);
  }
  if (size > kLongestFrame) {
    is_broken_ = true;
    return false;
  }
  if (rest.size() - kHeader < size) return false;
  frame.type = static_cast<FrameType>(rest[0]);
  frame.payload.assign(rest.substr(kHeader, size));
  frame.descriptor = std::exchange(descriptor_, -1);
  taken_ += kHeader + size;
  if (taken_ == in_.size()) {
    in_.clear();
    taken_ = 0;
  } else if (taken_ > kPiece) {
    in_.erase(0, std::exchange(taken_, 0));
  }
  return true;
}

// Waits for more bytes; kFrame when some came.
Channel::Got Channel::fill(int timeout_ms) {
  pollfd waited = {socket_, POLLIN, 0};
  const int ready = ::poll(&waited, 1, timeout_ms);
  if (ready == 0 || (ready < 0 && errno == EINTR)) return Got::kNothingYet;
  if (ready < 0) return Got::kClosed;
  std::vector<char> piece(kPiece);
  iovec part = {piece.data(), piece.size()};
  // Room for one descriptor: the system closes what else comes. CMSG_SPACE() has room for two.
  alignas(cmsghdr) char control[CMSG_LEN(sizeof(int))];
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  const ssize_t got = ::recvmsg(socket_, &message, MSG_CMSG_CLOEXEC);
  if (got < 0 && errno == EINTR) return Got::kNothingYet;
  if (got <= 0) return Got::kClosed;
  keep_descriptor(message, descriptor_);
  in_.append(piece.data(), static_cast<std::size_t>(got));
  return Got::kFrame;
}

}  // namespace postil::index
