// The facets' settings, which indexing and searching share.

import org.apache.lucene.facet.FacetsConfig;

final class Facets {
  static final String[] NAMES = {"author", "outlet", "year", "kind", "lang", "tag", "commenter",
                                 "folder"};
  private static final FacetsConfig CONFIG = new FacetsConfig();

  static {
    for (String name : NAMES) CONFIG.setMultiValued(name, true);
  }

  private Facets() {}

  static FacetsConfig config() {
    return CONFIG;
  }
}
