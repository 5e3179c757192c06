// One message as a raw article. Under the readers of single mails and of mailboxes.

#ifndef POSTIL_INDEXER_READERS_MAIL_MAIL_MESSAGE_H_
#define POSTIL_INDEXER_READERS_MAIL_MAIL_MESSAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"
#include "indexer/readers/container.h"
#include "indexer/readers/mail/mime.h"

namespace postil::index {

// True for a beginning that only a mail has: header fields with "Received:", "Message-ID:" or the
// like among them, or "From:" with "Date:", "To:" or "Subject:".
bool looks_like_mail(std::string_view head);

// Reads one message, and what is attached to it, through `members`, whose container is `source`.
// `fragment` names the message in its mailbox, "" for a file's only one; attachments and messages
// inside it are named by it too. False when a limit of the container is reached.
bool read_message(std::string_view bytes, const std::string& fragment, Source& source,
                  Members& members, RawArticleSink& sink);

// The paragraphs of a plain text part: lines that were broken at a width are joined, lines behind
// ">" are quotes, what follows "-- " is left out.
std::vector<Paragraph> plain_paragraphs(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_MAIL_MAIL_MESSAGE_H_
