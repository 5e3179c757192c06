// Where the repository lies, for tests that read its documents and sample articles.

#ifndef POSTIL_TESTS_SUPPORT_SOURCE_ROOT_H_
#define POSTIL_TESTS_SUPPORT_SOURCE_ROOT_H_

#include <cstdlib>
#include <filesystem>

namespace postil::test {

// $POSTIL_SOURCE, which ctest sets; a test that is started by hand finds the root above the folder
// it is started in. Not __FILE__: compilers and their caches may shorten it.
inline std::filesystem::path source_root() {
  if (const char* root = std::getenv("POSTIL_SOURCE")) return root;
  std::filesystem::path folder = std::filesystem::current_path();
  while (!exists(folder / "CMakePresets.json") && folder.has_relative_path()) {
    folder = folder.parent_path();
  }
  return folder;
}

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_SOURCE_ROOT_H_
