#include "indexer/model/page_tree.h"

#include <array>

namespace postil::index {
namespace {

constexpr std::string_view kTagNames =
    "a abbr address applet area article aside audio b base basefont bgsound big blockquote "
    "body br button canvas caption center cite code col colgroup dd del desc details dialog "
    "dir div dl dt em embed fieldset figcaption figure font footer foreignobject form frame "
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins keygen label "
    "legend li link listing main map mark marquee math menu meta nav nobr noembed noframes "
    "noscript object ol optgroup option p param picture plaintext pre q rb rp rt rtc ruby s "
    "script search section select small source span strike strong style sub summary sup svg "
    "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr "
    "xmp";

constexpr std::string_view kAttributeNames =
    "alt aria-hidden aria-label charset cite class content datetime hidden href http-equiv id "
    "itemprop itemscope itemtype lang name property rel role src style title type typeof value "
    "xml:lang";

constexpr std::size_t kAttributes = static_cast<std::size_t>(Attr::kNone);

// The names of a list, by index and by hash. Made once by the compiler.
template <std::size_t Count, std::size_t Slots>
class NameTable {
 public:
  constexpr explicit NameTable(std::string_view list) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < list.size(); ++count) {
      std::size_t end = at;
      while (end < list.size() && list[end] != ' ') ++end;
      names_[count] = list.substr(at, end - at);
      std::size_t slot = hash(names_[count]);
      while (slots_[slot] != 0) slot = (slot + 1) % Slots;
      slots_[slot] = static_cast<std::uint8_t>(count + 1);
      at = end + 1;
    }
    complete_ = count == Count;
  }
  constexpr bool is_complete() const { return complete_; }
  constexpr std::string_view name(std::size_t index) const { return names_[index]; }

  // Count if it is not in the list.
  constexpr std::size_t find(std::string_view name) const {
    for (std::size_t slot = hash(name); slots_[slot] != 0; slot = (slot + 1) % Slots) {
      const auto index = static_cast<std::size_t>(slots_[slot] - 1);
      if (names_[index] == name) return index;
    }
    return Count;
  }

 private:
  // The ends and the length tell most names apart; FNV-1a's prime spreads them.
  static constexpr std::size_t hash(std::string_view name) {
    std::size_t value = name.size();
    if (name.empty()) return 0;
    for (const char c : {name.front(), name[name.size() / 2], name.back()}) {
      value = (value ^ static_cast<unsigned char>(c)) * 0x01000193U;
    }
    return (value ^ (value >> 9U)) % Slots;
  }

  std::array<std::string_view, Count> names_{};
  std::array<std::uint8_t, Slots> slots_{};
  bool complete_ = false;
};

constexpr std::size_t kFirstNamed = 2;  // behind kText and kOther
constexpr NameTable<kTagCount - kFirstNamed, 512> kTagTable(kTagNames);
constexpr NameTable<kAttributes, 128> kAttributeTable(kAttributeNames);
static_assert(kTagTable.is_complete() && kAttributeTable.is_complete());
static_assert(kTagTable.name(static_cast<std::size_t>(Tag::kXmp) - kFirstNamed) == "xmp");

}  // namespace

std::string_view name(Tag tag) {
  const auto index = static_cast<std::size_t>(tag);
  return index < kFirstNamed ? std::string_view() : kTagTable.name(index - kFirstNamed);
}

Tag tag_named(std::string_view name) {
  const std::size_t found = kTagTable.find(name);
  return found == kTagCount - kFirstNamed ? Tag::kOther : static_cast<Tag>(found + kFirstNamed);
}

Attr attribute_named(std::string_view name) {
  return static_cast<Attr>(kAttributeTable.find(name));
}

std::string_view PageTree::name_of(NodeId node) const {
  const PageNode& element = nodes[node];
  return element.tag == Tag::kOther ? view(element.text) : name(element.tag);
}

std::string_view PageTree::attribute(NodeId node, Attr wanted) const {
  const PageNode& element = nodes[node];
  for (std::size_t i = 0; i < element.attributes; ++i) {
    const PageAttribute& each = attributes[element.attributes_at + i];
    if (each.attribute == wanted) return view(each.value);
  }
  return "";
}

bool PageTree::has(NodeId node, Attr wanted) const {
  const PageNode& element = nodes[node];
  for (std::size_t i = 0; i < element.attributes; ++i) {
    if (attributes[element.attributes_at + i].attribute == wanted) return true;
  }
  return false;
}

}  // namespace postil::index
