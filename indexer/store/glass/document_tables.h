// The two tables that are ordered by document and so need no inverting: what is stored of each, and
// its list of terms, without which a database cannot be updated.

#ifndef POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_
#define POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_

#include "core/base/result.h"
#include "indexer/store/glass/documents.h"
#include "indexer/store/glass/settlement.h"
#include "indexer/store/glass/table_writer.h"

namespace postil::index::glass {

// Needs no settlement: what records say of each other stands in their values.
Status fill_docdata(const Documents& documents, TableWriter& table);

Status fill_termlists(const Documents& documents, const Settlement& settlement, TableWriter& table);

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_
