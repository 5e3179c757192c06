#include "indexer/store/index_reader.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <utility>

#include "core/schema/stamp.h"
#include "core/schema/terms.h"
#include "indexer/store/known_files_file.h"
#include "indexer/store/metadata_keys.h"
#include "indexer/store/xapian_error.h"

namespace postil::index {

struct IndexReader::Impl {
  Xapian::Database database;
  std::string name;

  std::string doing() const { return fmt::format("read the database {}", name); }
  std::string stamp() const { return database.get_metadata(std::string(schema::kStampKey)); }
  bool restore(KnownFiles& files, const std::vector<std::string>& scopes) const;

  std::string generation;
};

// From one piece (known_files_file.h), which does not tell paths: only if all files are in scope.
bool IndexReader::Impl::restore(KnownFiles& files, const std::vector<std::string>& scopes) const {
  const std::string encoded = database.get_metadata(std::string(schema::kRootsKey));
  for (const schema::Root& root : schema::decode_roots(encoded)) {
    const bool is_in_scope = std::any_of(scopes.begin(), scopes.end(), [&](const auto& scope) {
      return is_below(root.path, scope);
    });
    if (!is_in_scope) return false;
  }
  auto known = read_known_files(generation, {database.get_uuid(), database.get_revision()});
  if (!known) files.set_damage(known.error());
  if (!known || !*known) return false;
  files.add_all(std::move(**known), [&](const KnownFile& file) {
    Result<FileState> state =
        decode_file_state(database.get_metadata(metadata_key(key_of_digest(file.key))));
    return state ? std::move(state->findings) : std::vector<Finding>();
  });
  return true;
}

IndexReader::IndexReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

Result<IndexReader> IndexReader::open(const std::string& generation, const std::string& name) {
  return guarded(fmt::format("open the database {}", name), [&]() -> Result<IndexReader> {
    return IndexReader(
        std::make_unique<Impl>(Impl{Xapian::Database(generation), name, generation}));
  });
}

Status IndexReader::check() const {
  return guarded(impl_->doing(), [&] { return schema::check_stamp(impl_->stamp(), impl_->name); });
}

Status IndexReader::check_ours() const {
  return guarded(impl_->doing(), [&]() -> Status {
    const std::string stamp = impl_->stamp();
    return stamp.empty() ? schema::check_stamp(stamp, impl_->name) : ok();
  });
}

Result<std::vector<schema::Root>> IndexReader::roots() const {
  return guarded(impl_->doing(), [&]() -> Result<std::vector<schema::Root>> {
    return schema::decode_roots(impl_->database.get_metadata(std::string(schema::kRootsKey)));
  });
}

Result<KnownFiles> IndexReader::files(const std::vector<std::string>& scopes) const {
  return guarded(impl_->doing(), [&]() -> Result<KnownFiles> {
    KnownFiles files(scopes);
    if (impl_->restore(files, scopes)) return files;
    const std::string prefix(kFileKeyPrefix);
    for (auto key = impl_->database.metadata_keys_begin(prefix);
         key != impl_->database.metadata_keys_end(prefix); ++key) {
      const std::string name = *key;
      const Result<FileState> state = decode_file_state(impl_->database.get_metadata(name));
      if (!state) return state.error();
      files.add(std::string_view(name).substr(prefix.size()), *state);
    }
    return files;
  });
}

Result<FileState> IndexReader::file(const std::string& key) const {
  return guarded(impl_->doing(), [&] {
    impl_->database.reopen();
    return decode_file_state(impl_->database.get_metadata(metadata_key(key)));
  });
}

Result<Totals> IndexReader::totals() const {
  return guarded(impl_->doing(), [&]() -> Result<Totals> {
    impl_->database.reopen();
    const auto count = [&](schema::Kind kind) {
      return impl_->database.get_termfreq(
          schema::value_term(schema::field(schema::FieldId::kKind), schema::name(kind)));
    };
    return Totals{count(schema::Kind::kArticle), count(schema::Kind::kComment)};
  });
}

}  // namespace postil::index
