// Headings, quotes, lists and captions of the body, where plain text makes them plain.

#ifndef POSTIL_INDEXER_EXTRACT_ZONES_H_
#define POSTIL_INDEXER_EXTRACT_ZONES_H_

#include <cstddef>

#include "core/schema/zone.h"
#include "indexer/extract/page_parts.h"

namespace postil::index {

// The zone of block i of the body.
schema::Zone zone_of(const PageParts& page, std::size_t i);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_ZONES_H_
