// What fuzz targets share: the input as a string, a demand, and files that hold what a target made.

#ifndef POSTIL_TESTS_FUZZ_FUZZING_H_
#define POSTIL_TESTS_FUZZ_FUZZING_H_

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/support/temporary_folder.h"

namespace postil::test {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline std::string_view input(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view()
                   : std::string_view(reinterpret_cast<const char*>(data), size);
}

// A folder for what is only read by its path, the same from one input to the next.
inline const std::string& fuzz_folder() {
  static const TemporaryFolder kFolder;
  return kFolder.path();
}

// A new file: the one before may still be mapped.
inline void write_file(const std::string& path, std::string_view bytes) {
  std::remove(path.c_str());
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace postil::test

#endif  // POSTIL_TESTS_FUZZ_FUZZING_H_
