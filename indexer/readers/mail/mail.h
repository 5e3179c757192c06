// Mail: single messages (EML) and mailboxes (MBOX). A message is an article: its subject the title,
// its sender's name the author, its HTML or plain text the body, earlier messages in it quotes.
// Addresses are never kept: not of the sender, not of those it was sent to, not in a signature.

#ifndef POSTIL_INDEXER_READERS_MAIL_MAIL_H_
#define POSTIL_INDEXER_READERS_MAIL_MAIL_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kMailReader;
extern const Reader kMailboxReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_MAIL_MAIL_H_
