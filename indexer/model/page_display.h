// How browsers show elements, where it decides what is a paragraph of a page or of a scrap of HTML.

#ifndef POSTIL_INDEXER_MODEL_PAGE_DISPLAY_H_
#define POSTIL_INDEXER_MODEL_PAGE_DISPLAY_H_

#include "indexer/model/page_tree.h"

namespace postil::index {

// Nothing of their content is text of the page.
inline constexpr TagSet kHiddenTags = {
    Tag::kHead,   Tag::kScript, Tag::kStyle,    Tag::kTemplate, Tag::kIframe, Tag::kTextarea,
    Tag::kSelect, Tag::kSvg,    Tag::kNoscript, Tag::kObject,   Tag::kVideo,  Tag::kAudio,
    Tag::kCanvas, Tag::kOption, Tag::kNoembed,  Tag::kNoframes, Tag::kTitle,  Tag::kMap,
    Tag::kApplet, Tag::kMath,   Tag::kRp,       Tag::kButton};

// They divide no paragraph; cells of a row are words in a line.
inline constexpr TagSet kInlineTags = {
    Tag::kText,   Tag::kOther,   Tag::kA,      Tag::kAbbr, Tag::kB,     Tag::kBig,  Tag::kCite,
    Tag::kCode,   Tag::kDel,     Tag::kEm,     Tag::kFont, Tag::kI,     Tag::kImg,  Tag::kIns,
    Tag::kLabel,  Tag::kMark,    Tag::kMeta,   Tag::kLink, Tag::kNobr,  Tag::kQ,    Tag::kRuby,
    Tag::kRb,     Tag::kRt,      Tag::kRtc,    Tag::kS,    Tag::kSmall, Tag::kSpan, Tag::kStrike,
    Tag::kStrong, Tag::kSub,     Tag::kSup,    Tag::kTime, Tag::kTt,    Tag::kU,    Tag::kVar,
    Tag::kWbr,    Tag::kPicture, Tag::kSource, Tag::kBr,   Tag::kTd,    Tag::kTh,   Tag::kCol,
    Tag::kInput,  Tag::kDesc};

constexpr bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

}  // namespace postil::index

#endif  // POSTIL_INDEXER_MODEL_PAGE_DISPLAY_H_
