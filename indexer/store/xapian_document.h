// An analysed record as a Xapian::Document, for writers that go through Xapian's API.

#ifndef POSTIL_INDEXER_STORE_XAPIAN_DOCUMENT_H_
#define POSTIL_INDEXER_STORE_XAPIAN_DOCUMENT_H_

#include <xapian.h>

#include "indexer/store/analysed_record.h"

namespace postil::index {

Xapian::Document to_document(const AnalysedRecord& record);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_XAPIAN_DOCUMENT_H_
