// Reads the exports of WordPress (WXR, "WordPress eXtended RSS", versions 1.0 to 1.2): published
// posts and pages as articles, approved comments below them.
//
// What is not for readers is left out and counted: drafts, private, scheduled and trashed posts,
// those behind a password, comments that wait or are spam, and pingbacks and trackbacks, which are
// machines' notes of links. E-mail and IP addresses are never looked at.

#ifndef POSTIL_INDEXER_READERS_FEEDS_WXR_H_
#define POSTIL_INDEXER_READERS_FEEDS_WXR_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kWxrReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_WXR_H_
