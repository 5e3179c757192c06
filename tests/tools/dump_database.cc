// Prints all that is in a database, in an order that does not depend on how it came about:
//
//   dump_database DATABASE
//
// The tests compare the index of a run that was cut short and resumed with that of one that was
// not. Exit status 2: it could not be read.

#include <cstdio>
#include <iostream>

#include "tests/support/same_database.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: dump_database DATABASE\n", stderr);
    return 2;
  }
  return postil::test::dump_database(argv[1], std::cout) && std::cout.flush() ? 0 : 2;
}
