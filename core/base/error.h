// What went wrong, for a person: the one error type of Postil. It is made where a fault is first
// understood, travels unchanged through Result (result.h), and is printed once, by a program's
// main.

#ifndef POSTIL_CORE_BASE_ERROR_H_
#define POSTIL_CORE_BASE_ERROR_H_

#include <string>

namespace postil {

enum class ErrorKind {
  kUsage,         // the command line asks for something that cannot be
  kQuery,         // the question cannot be read; `column` says where
  kInput,         // a file, folder or value that was given cannot be used
  kDatabase,      // the database cannot be opened, read or written
  kIncompatible,  // the database was made by another schema or analysis
  kBusy,          // another program holds the database
};

struct Error {
  ErrorKind kind = ErrorKind::kInput;
  std::string message;  // what and where: one sentence, no full stop, no newline
  std::string hint;     // what to do about it; may be empty
};

}  // namespace postil

#endif  // POSTIL_CORE_BASE_ERROR_H_
