// A page as a tree of elements and text, without the terms of any parser: what the readers of HTML
// hand to extraction. Readers know nothing of extraction, extraction nothing of parsers; this is
// all they share. One buffer holds the text of the page, and everything else points into it.

#ifndef POSTIL_INDEXER_MODEL_PAGE_TREE_H_
#define POSTIL_INDEXER_MODEL_PAGE_TREE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

// The elements of HTML that are told apart; all others are kOther and known by name only. kText is
// no element. In the order of their names, behind these two: see page_tree.cc.
enum class Tag : std::uint8_t {
  kText,
  kOther,
  kA,
  kAbbr,
  kAddress,
  kApplet,
  kArea,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBase,
  kBasefont,
  kBgsound,
  kBig,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kCite,
  kCode,
  kCol,
  kColgroup,
  kDd,
  kDel,
  kDesc,
  kDetails,
  kDialog,
  kDir,
  kDiv,
  kDl,
  kDt,
  kEm,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForeignObject,
  kForm,
  kFrame,
  kFrameset,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHgroup,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kIns,
  kKeygen,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kListing,
  kMain,
  kMap,
  kMark,
  kMarquee,
  kMath,
  kMenu,
  kMeta,
  kNav,
  kNobr,
  kNoembed,
  kNoframes,
  kNoscript,
  kObject,
  kOl,
  kOptgroup,
  kOption,
  kP,
  kParam,
  kPicture,
  kPlaintext,
  kPre,
  kQ,
  kRb,
  kRp,
  kRt,
  kRtc,
  kRuby,
  kS,
  kScript,
  kSearch,
  kSection,
  kSelect,
  kSmall,
  kSource,
  kSpan,
  kStrike,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kTrack,
  kTt,
  kU,
  kUl,
  kVar,
  kVideo,
  kWbr,
  kXmp,
};
inline constexpr std::size_t kTagCount = static_cast<std::size_t>(Tag::kXmp) + 1;

// "div"; "" of kText and kOther.
std::string_view name(Tag tag);

// By the name in small letters.
Tag tag_named(std::string_view name);

// The attributes that are kept; all others say nothing to extraction. In the order of their names.
enum class Attr : std::uint8_t {
  kAlt,
  kAriaHidden,
  kAriaLabel,
  kCharset,
  kCite,
  kClass,
  kContent,
  kDatetime,
  kHidden,
  kHref,
  kHttpEquiv,
  kId,
  kItemprop,
  kItemscope,
  kItemtype,
  kLang,
  kName,
  kProperty,
  kRel,
  kRole,
  kSrc,
  kStyle,
  kTitle,
  kType,
  kTypeof,
  kValue,
  kXmlLang,
  kNone,  // an attribute that is not kept
};

Attr attribute_named(std::string_view name);  // in small letters

// A set of tags that is asked in no time.
class TagSet {
 public:
  constexpr TagSet(std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) bits_[index(tag) / 64] |= std::uint64_t{1} << (index(tag) % 64);
  }
  constexpr bool has(Tag tag) const { return (bits_[index(tag) / 64] >> (index(tag) % 64)) & 1U; }
  constexpr TagSet operator|(const TagSet& other) const {
    TagSet both = *this;
    for (std::size_t i = 0; i < kWords; ++i) both.bits_[i] |= other.bits_[i];
    return both;
  }

 private:
  static constexpr std::size_t kWords = (kTagCount + 63) / 64;
  static constexpr std::size_t index(Tag tag) { return static_cast<std::size_t>(tag); }
  std::uint64_t bits_[kWords] = {};
};

// A place in PageTree::text, in bytes.
struct TextRange {
  std::uint32_t at = 0;
  std::uint32_t size = 0;
};

using NodeId = std::uint32_t;

// 0 is the document, which is nobody's child or sibling: as a link it means "none".
struct PageNode {
  Tag tag = Tag::kText;
  bool foreign = false;  // an element of SVG or MathML
  std::uint16_t attributes = 0;
  std::uint32_t attributes_at = 0;  // in PageTree::attributes
  TextRange text;                   // of kText its text, of kOther its name
  NodeId parent = 0;
  NodeId first = 0;  // child
  NodeId last = 0;   // child
  NodeId previous = 0;
  NodeId next = 0;
};

struct PageAttribute {
  Attr attribute = Attr::kNone;
  TextRange value;
};

struct PageTree {
  std::string text;  // valid UTF-8; between the ranges in use stands what is not to be read
  std::vector<PageNode> nodes;
  std::vector<PageAttribute> attributes;

  const PageNode& operator[](NodeId node) const { return nodes[node]; }
  std::string_view view(TextRange range) const {
    return std::string_view(text).substr(range.at, range.size);
  }
  // The text of a text node as the page writes it, with references decoded.
  std::string_view text_of(NodeId node) const { return view(nodes[node].text); }
  // The name of an element in small letters.
  std::string_view name_of(NodeId node) const;

  // Its value, "" if it is absent or empty.
  std::string_view attribute(NodeId node, Attr wanted) const;
  bool has(NodeId node, Attr wanted) const;

  // The next node in page order within the subtree of `root`, 0 behind its last.
  NodeId next_in(NodeId node, NodeId root) const {
    return nodes[node].first != 0 ? nodes[node].first : next_behind(node, root);
  }
  // The same, past all that `node` holds.
  NodeId next_behind(NodeId node, NodeId root) const {
    for (; node != root; node = nodes[node].parent) {
      if (nodes[node].next != 0) return nodes[node].next;
    }
    return 0;
  }
};

// Goes through all that `root` holds, in page order and without recursion: `enter(node)` tells
// whether what the node holds is to be gone through, `leave(node)` is called once that is done.
template <typename Enter, typename Leave>
void walk(const PageTree& tree, NodeId root, const Enter& enter, const Leave& leave) {
  NodeId node = tree[root].first;
  while (node != 0) {
    if (enter(node) && tree[node].first != 0) {
      node = tree[node].first;
      continue;
    }
    leave(node);
    while (tree[node].next == 0) {
      node = tree[node].parent;
      if (node == root) return;
      leave(node);
    }
    node = tree[node].next;
  }
}

}  // namespace postil::index

#endif  // POSTIL_INDEXER_MODEL_PAGE_TREE_H_
