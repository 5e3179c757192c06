// What the names of an element say about it: the words of class, id, role and itemprop that
// designers of pages everywhere use ("comment-list", "sidebar", "entryContent"). Never a site's
// own names, and never decisive alone: what an element holds is weighed with them.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_ELEMENT_CUES_H_
#define POSTIL_INDEXER_EXTRACT_HTML_ELEMENT_CUES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/page_tree.h"

namespace postil::index {

// Bits of a set.
enum ElementCue : std::uint32_t {
  kCueComment = 1U << 0U,  // "comment", "kommentare", "respond"
  kCueContent = 1U << 1U,  // "article", "entry", "content"
  kCueNavigation = 1U << 2U,
  kCueShare = 1U << 3U,
  kCueRelated = 1U << 4U,
  kCueForm = 1U << 5U,  // sign-up, log-in, search
  kCueAppeal = 1U << 6U,
  kCueAside = 1U << 7U,  // sidebars, widgets, boxes
  kCueFoot = 1U << 8U,
  kCueAd = 1U << 9U,
  kCueAuthor = 1U << 10U,
  kCueDate = 1U << 11U,
  kCueCaption = 1U << 12U,
  kCueHidden = 1U << 13U,
  kCueOverlay = 1U << 14U,  // dialogs, cookie notices
  kCueTags = 1U << 15U,
  kCueMeta = 1U << 16U,     // lines about the article: "post-meta"
  kCueBio = 1U << 17U,      // about its author
  kCueUser = 1U << 18U,     // a reader: "user", "nickname"
  kCueText = 1U << 19U,     // "body", "text", "message"
  kCueItem = 1U << 20U,     // "item", "entry", "single"
  kCueAnswers = 1U << 21U,  // "children", "replies"
  kCueTitle = 1U << 22U,
  kCueButtons = 1U << 23U,  // "actions", "reply", "vote"
  kCueTeaser = 1U << 24U,
  kCueLead = 1U << 25U,  // a standfirst: "lead", "intro", "subtitle"
};

// The small words that a name is made of: "post-Body commentList2" → post, body, comment, list, 2.
std::vector<std::string> words_of_name(std::string_view names);

// Of one word; 0 if it says nothing.
std::uint32_t cues_of_word(std::string_view word);

// Of an element's class, id, role and itemprop together, and of its tag.
std::uint32_t cues_of(const PageTree& tree, NodeId element);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_ELEMENT_CUES_H_
