// A folder for one test, gone with all that is in it when the test ends.

#ifndef POSTIL_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
#define POSTIL_TESTS_SUPPORT_TEMPORARY_FOLDER_H_

#include <cstdlib>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

namespace postil::test {

class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_((std::filesystem::temp_directory_path() / "postil-test-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
  }
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
