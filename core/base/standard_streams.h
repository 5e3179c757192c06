// The standard streams of a program that may have been started without them.

#ifndef POSTIL_CORE_BASE_STANDARD_STREAMS_H_
#define POSTIL_CORE_BASE_STANDARD_STREAMS_H_

namespace postil {

// To be called before any file is opened: one that took the place of a standard stream the program
// was started without would be read or written in its stead. Reading or writing such a stream
// fails.
void hold_standard_streams();

}  // namespace postil

#endif  // POSTIL_CORE_BASE_STANDARD_STREAMS_H_
