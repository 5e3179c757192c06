// Lucene as a peer of scripts/bench-query: indexes the records that query_bench has written out
// (tests/bench/export.h), so that both engines search the very same words.
//
//   java RecordIndexer INDEX RECORDS
//
// text: words with positions. stem: stems with positions and offsets, and the text, for passages.
// title, path: stored. A facet is a SortedSetDocValues. One segment, which is Lucene at its fastest.

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

public final class RecordIndexer {
  // The words of one record, as they were read.
  private static final class Words {
    int count;
    String[] words = new String[1024];
    String[] stems = new String[1024];
    int[] increments = new int[1024];
    int[] begins = new int[1024];
    int[] ends = new int[1024];

    void read(Input in) throws IOException {
      count = in.number();
      if (count > words.length) {
        int room = Math.max(count, 2 * words.length);
        words = new String[room];
        stems = new String[room];
        increments = new int[room];
        begins = new int[room];
        ends = new int[room];
      }
      int end = 0;
      for (int i = 0; i < count; ++i) {
        words[i] = in.text();
        String stem = in.text();
        stems[i] = stem.isEmpty() ? words[i] : stem;
        increments[i] = in.number();
        begins[i] = end + in.number();
        ends[i] = end = begins[i] + in.number();
      }
    }
  }

  private static final class Stream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position =
        addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Words words;
    private final boolean stems;
    private int next;

    Stream(Words words, boolean stems) {
      this.words = words;
      this.stems = stems;
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == words.count) return false;
      clearAttributes();
      term.append(stems ? words.stems[next] : words.words[next]);
      position.setPositionIncrement(words.increments[next]);
      offset.setOffset(words.begins[next], words.ends[next]);
      ++next;
      return true;
    }
  }

  // Numbers and texts as export.cc writes them.
  private static final class Input {
    private final DataInputStream in;

    Input(String path) throws IOException {
      in = new DataInputStream(new BufferedInputStream(new FileInputStream(path), 1 << 20));
    }

    int number() throws IOException {
      int value = 0;
      for (int shift = 0;; shift += 7) {
        int part = in.readUnsignedByte();
        value |= (part & 127) << shift;
        if (part < 128) return value;
      }
    }

    String text() throws IOException {
      byte[] bytes = new byte[number()];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static FieldType indexed(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2) {
      System.err.println("usage: RecordIndexer INDEX RECORDS");
      System.exit(2);
    }
    FieldType word = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    FieldType stem = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    IndexWriterConfig settings = new IndexWriterConfig(new KeywordAnalyzer());
    settings.setRAMBufferSizeMB(256);
    Words words = new Words();
    Input in = new Input(arguments[1]);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(arguments[0])), settings)) {
      for (;;) {
        String title;
        try {
          title = in.text();
        } catch (EOFException end) {
          break;
        }
        Document document = new Document();
        document.add(new StoredField("title", title));
        document.add(new StoredField("path", in.text()));
        document.add(new StoredField("stem", in.text()));
        words.read(in);
        document.add(new Field("text", new Stream(words, false), word));
        document.add(new Field("stem", new Stream(words, true), stem));
        for (int facets = in.number(); facets > 0; --facets) {
          String name = in.text();
          document.add(new SortedSetDocValuesFacetField(name, in.text()));
        }
        writer.addDocument(Facets.config().build(document));
      }
      writer.forceMerge(1);
    }
  }
}
