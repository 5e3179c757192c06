// The sets of elements that the building of the tree asks about, as WHATWG HTML, 13.2.4 and 13.2.6,
// has them.

#ifndef POSTIL_INDEXER_READERS_HTML_TAG_SETS_H_
#define POSTIL_INDEXER_READERS_HTML_TAG_SETS_H_

#include "indexer/model/page_tree.h"

namespace postil::index::html {

inline constexpr TagSet kHeadings = {Tag::kH1, Tag::kH2, Tag::kH3, Tag::kH4, Tag::kH5, Tag::kH6};

inline constexpr TagSet kRows = {Tag::kTbody, Tag::kThead, Tag::kTfoot};
inline constexpr TagSet kCells = {Tag::kTd, Tag::kTh};

// In these, text is out of place.
inline constexpr TagSet kTableParts = TagSet{Tag::kTable, Tag::kTr} | kRows;

// Blocks that close a paragraph when they begin and end what is open in them when they end.
inline constexpr TagSet kBlocks = {
    Tag::kAddress, Tag::kArticle, Tag::kAside,  Tag::kBlockquote, Tag::kCenter,   Tag::kDetails,
    Tag::kDialog,  Tag::kDir,     Tag::kDiv,    Tag::kDl,         Tag::kFieldset, Tag::kFigcaption,
    Tag::kFigure,  Tag::kFooter,  Tag::kHeader, Tag::kHgroup,     Tag::kListing,  Tag::kMain,
    Tag::kMenu,    Tag::kNav,     Tag::kOl,     Tag::kPre,        Tag::kSearch,   Tag::kSection,
    Tag::kSummary, Tag::kUl};

inline constexpr TagSet kFormatting = {
    Tag::kA,    Tag::kB, Tag::kBig,   Tag::kCode,   Tag::kEm,     Tag::kFont, Tag::kI,
    Tag::kNobr, Tag::kS, Tag::kSmall, Tag::kStrike, Tag::kStrong, Tag::kTt,   Tag::kU};

inline constexpr TagSet kMarked = {Tag::kApplet, Tag::kMarquee, Tag::kObject};

inline constexpr TagSet kImplied = {Tag::kDd, Tag::kDt, Tag::kLi, Tag::kOptgroup, Tag::kOption,
                                    Tag::kP,  Tag::kRb, Tag::kRp, Tag::kRt,       Tag::kRtc};

// What an end tag does not reach past. Foreign elements are special by their own rule.
inline constexpr TagSet kSpecial =
    kBlocks | kHeadings | kRows | kCells | kMarked |
    TagSet{Tag::kArea,     Tag::kBase,      Tag::kBasefont, Tag::kBgsound,  Tag::kBody,
           Tag::kBr,       Tag::kButton,    Tag::kCaption,  Tag::kCol,      Tag::kColgroup,
           Tag::kDd,       Tag::kDt,        Tag::kEmbed,    Tag::kForm,     Tag::kFrame,
           Tag::kFrameset, Tag::kHead,      Tag::kHr,       Tag::kHtml,     Tag::kIframe,
           Tag::kImg,      Tag::kInput,     Tag::kKeygen,   Tag::kLi,       Tag::kLink,
           Tag::kMeta,     Tag::kNoembed,   Tag::kNoframes, Tag::kNoscript, Tag::kP,
           Tag::kParam,    Tag::kPlaintext, Tag::kScript,   Tag::kSelect,   Tag::kSource,
           Tag::kStyle,    Tag::kTable,     Tag::kTemplate, Tag::kTextarea, Tag::kTitle,
           Tag::kTr,       Tag::kTrack,     Tag::kWbr,      Tag::kXmp};

inline constexpr TagSet kScopeEnds =
    kCells | kMarked | TagSet{Tag::kCaption, Tag::kHtml, Tag::kTable, Tag::kTemplate};

// The start tags that leave SVG and MathML.
inline constexpr TagSet kLeaveForeign = {
    Tag::kB,       Tag::kBig,  Tag::kBlockquote, Tag::kBody,  Tag::kBr,   Tag::kCenter,
    Tag::kCode,    Tag::kDd,   Tag::kDiv,        Tag::kDl,    Tag::kDt,   Tag::kEm,
    Tag::kEmbed,   Tag::kH1,   Tag::kH2,         Tag::kH3,    Tag::kH4,   Tag::kH5,
    Tag::kH6,      Tag::kHead, Tag::kHr,         Tag::kI,     Tag::kImg,  Tag::kLi,
    Tag::kListing, Tag::kMenu, Tag::kMeta,       Tag::kNobr,  Tag::kOl,   Tag::kP,
    Tag::kPre,     Tag::kRuby, Tag::kS,          Tag::kSmall, Tag::kSpan, Tag::kStrong,
    Tag::kStrike,  Tag::kSub,  Tag::kSup,        Tag::kTable, Tag::kTt,   Tag::kU,
    Tag::kUl,      Tag::kVar};

}  // namespace postil::index::html

#endif  // POSTIL_INDEXER_READERS_HTML_TAG_SETS_H_
