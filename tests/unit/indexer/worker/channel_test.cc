#include "indexer/worker/channel.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <string_view>

namespace postil::index {
namespace {

// The run's end of a line, and the bare socket at the other, which may say what it likes.
class Fixture {
 public:
  Fixture() : Fixture(connected()) {}
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;
  ~Fixture() { ::close(theirs_); }

  Channel& line() { return line_; }

  // Bytes with three descriptors beside them.
  void send_with_three(std::string_view bytes) const {
    const std::array<int, 3> descriptors = {theirs_, theirs_, theirs_};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof descriptors)> control = {};
    iovec part = {const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptors);
    std::memcpy(CMSG_DATA(header), descriptors.data(), sizeof descriptors);
    REQUIRE(::sendmsg(theirs_, &message, 0) == static_cast<ssize_t>(bytes.size()));
  }

 private:
  static std::array<int, 2> connected() {
    std::array<int, 2> sockets = {-1, -1};
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) == 0);
    return sockets;
  }
  explicit Fixture(std::array<int, 2> sockets) : line_(sockets[0]), theirs_(sockets[1]) {}

  Channel line_;
  int theirs_;
};

std::ptrdiff_t open_descriptors() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "of many descriptors one is taken and none is left open") {
  const std::ptrdiff_t before = open_descriptors();
  send_with_three({"A\0", 2});
  send_with_three({"\0\0\0", 3});
  Frame frame;
  while (line().receive(frame, 0) == Channel::Got::kNothingYet) {
  }
  CHECK(frame.type == FrameType::kArticle);
  CHECK(frame.descriptor >= 0);
  CHECK(open_descriptors() == before + 1);
  ::close(frame.descriptor);
}

}  // namespace postil::index
