#include "indexer/readers/documents/epub_package.h"

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/encoding/transfer.h"
#include "indexer/readers/source.h"
#include "indexer/readers/xml/xml_reader.h"

namespace postil::index {
namespace {

using Event = XmlReader::Event;

std::string attribute(const XmlReader& xml, std::string_view name) {
  const std::string* value = xml.attribute(name);
  return value == nullptr ? "" : *value;
}

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::string_view first = words.substr(0, words.find(' '));
    if (first == word) return true;
    words.remove_prefix(std::min(words.size(), first.size() + 1));
  }
  return false;
}

struct Item {
  std::string path;
  std::string type;
  bool is_navigation = false;
};

bool is_text_type(std::string_view type) {
  return type.find("html") != std::string_view::npos || type == "text/x-oeb1-document" ||
         type.empty();
}

class PackageReader {
 public:
  PackageReader(const BookParts& parts, const std::string& path) : parts_(parts), path_(path) {}

  EpubPackage read() {
    Source source = Source::of_memory(path_, parts_.at(path_));
    XmlReader xml(source);
    for (Event event = xml.next(); event != Event::kDone; event = xml.next()) {
      if (event != Event::kStart) continue;
      if (xml.local() == "item") read_item(xml);
      if (xml.local() == "itemref") order_.push_back(attribute(xml, "idref"));
      if (xml.local() == "spine") contents_ = attribute(xml, "toc");
      if (xml.space().find("purl.org/dc/") != std::string_view::npos || xml.prefix() == "dc") {
        read_metadata(xml);
      }
    }
    make_spine();
    read_contents();
    return std::move(package_);
  }

 private:
  void read_item(const XmlReader& xml) {
    Item item;
    item.path = resolve_part(path_, attribute(xml, "href"));
    item.type = attribute(xml, "media-type");
    item.is_navigation = has_word(attribute(xml, "properties"), "nav");
    items_.emplace(attribute(xml, "id"), std::move(item));
  }

  void read_metadata(XmlReader& xml) {
    const std::string name(xml.local());
    const std::string role = attribute(xml, "role");
    const std::string value = text::squeeze(xml.read_text(64UL * 1024));
    Metadata& book = package_.book;
    if (value.empty()) return;
    if (name == "title" && book.title.empty()) book.title = value;
    if (name == "creator" && (role.empty() || role == "aut")) book.authors.push_back(value);
    if (name == "language" && book.language.empty()) book.language = value;
    if (name == "publisher" && book.outlet.empty()) book.outlet = value;
    if (name == "subject") book.tags.push_back(value);
    if (name == "date" && !book.published) {
      if (const auto date = read_date(value)) {
        book.published = Published{*date, schema::DateSource::kMeta};
      }
    }
    const bool is_address = value.substr(0, 7) == "http://" || value.substr(0, 8) == "https://";
    if ((name == "source" || name == "identifier") && is_address && book.url.empty()) {
      book.url = value;
    }
  }

  void make_spine() {
    std::set<std::string> seen;
    for (const std::string& id : order_) {
      const auto item = items_.find(id);
      if (item == items_.end() || !is_text_type(item->second.type)) continue;
      if (parts_.count(item->second.path) == 0 || !seen.insert(item->second.path).second) continue;
      package_.spine.push_back(item->second.path);
    }
  }

  // EPUB 3 has a page of links, EPUB 2 an NCX file; the first that says something wins.
  void read_contents() {
    for (const auto& [id, item] : items_) {
      if (item.is_navigation) read_navigation(item.path);
    }
    const auto ncx = items_.find(contents_);
    if (package_.titles.empty() && ncx != items_.end()) read_ncx(ncx->second.path);
  }

  void add_title(const std::string& path, std::string title) {
    title = text::squeeze(title);
    if (!title.empty()) package_.titles.emplace(path, std::move(title));
  }

  void read_navigation(const std::string& path) {
    const auto part = parts_.find(path);
    if (part == parts_.end()) return;
    Source source = Source::of_memory(path, part->second);
    XmlReader xml(source);
    bool is_contents = false;
    for (Event event = xml.next(); event != Event::kDone; event = xml.next()) {
      if (event == Event::kStart && xml.local() == "nav") {
        is_contents = attribute(xml, "type").empty() || has_word(attribute(xml, "type"), "toc");
      }
      if (event != Event::kStart || xml.local() != "a" || !is_contents) continue;
      const std::string target = resolve_part(path, attribute(xml, "href"));
      add_title(target, xml.read_text(4096));
    }
  }

  void read_ncx(const std::string& path) {
    const auto part = parts_.find(path);
    if (part == parts_.end()) return;
    Source source = Source::of_memory(path, part->second);
    XmlReader xml(source);
    std::string label;
    bool in_map = false;
    for (Event event = xml.next(); event != Event::kDone; event = xml.next()) {
      if (event != Event::kStart) continue;
      in_map = in_map || xml.local() == "navMap";
      if (xml.local() == "pageList") break;
      if (!in_map) continue;
      if (xml.local() == "text") label = xml.read_text(4096);
      if (xml.local() == "content") add_title(resolve_part(path, attribute(xml, "src")), label);
    }
  }

  const BookParts& parts_;
  const std::string& path_;
  EpubPackage package_;
  std::map<std::string, Item> items_;  // by id
  std::vector<std::string> order_;     // ids
  std::string contents_;               // id of the NCX file
};

}  // namespace

std::string package_path(const BookParts& parts) {
  const auto container = parts.find("META-INF/container.xml");
  if (container == parts.end()) return "";
  Source source = Source::of_memory("container.xml", container->second);
  XmlReader xml(source);
  for (Event event = xml.next(); event != Event::kDone; event = xml.next()) {
    if (event == Event::kStart && xml.local() == "rootfile") return attribute(xml, "full-path");
  }
  return "";
}

EpubPackage read_package(const BookParts& parts, const std::string& path) {
  return PackageReader(parts, path).read();
}

std::set<std::string> encrypted_parts(const BookParts& parts) {
  std::set<std::string> encrypted;
  const auto part = parts.find("META-INF/encryption.xml");
  if (part == parts.end()) return encrypted;
  Source source = Source::of_memory("encryption.xml", part->second);
  XmlReader xml(source);
  for (Event event = xml.next(); event != Event::kDone; event = xml.next()) {
    if (event == Event::kStart && xml.local() == "CipherReference") {
      encrypted.insert(resolve_part("", attribute(xml, "URI")));
    }
  }
  return encrypted;
}

std::string resolve_part(std::string_view base, std::string_view reference) {
  const std::string target = decode_percent(reference.substr(0, reference.find('#')));
  if (target.empty()) return std::string(base);
  std::vector<std::string_view> steps;
  const auto walk = [&steps](std::string_view path) {
    while (!path.empty()) {
      const std::string_view step = path.substr(0, path.find('/'));
      path.remove_prefix(std::min(path.size(), step.size() + 1));
      if (step == ".." && !steps.empty()) steps.pop_back();
      if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    }
  };
  const std::size_t slash = base.rfind('/');
  if (target.front() != '/' && slash != std::string_view::npos) walk(base.substr(0, slash));
  walk(target);
  std::string path;
  for (const std::string_view step : steps) {
    if (!path.empty()) path += '/';
    path += step;
  }
  return path;
}

}  // namespace postil::index
