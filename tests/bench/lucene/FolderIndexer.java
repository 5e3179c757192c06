// Lucene as a peer of scripts/bench-index: indexes a folder of plain text as Lucene's documentation
// has it (EnglishAnalyzer; positions; the text stored), with several threads.
//
//   java FolderIndexer INDEX FOLDER THREADS     indexes
//   java FolderIndexer --count INDEX WORD       prints in how many documents a word is

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;

public final class FolderIndexer {
  private static void add(IndexWriter writer, Path path) {
    try {
      Document document = new Document();
      document.add(new StringField("path", path.toString(), Field.Store.YES));
      String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      document.add(new TextField("text", text, Field.Store.YES));
      writer.addDocument(document);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
    }
  }

  private static void index(String name, Path folder, int threads) throws Exception {
    List<Path> paths = files(folder);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(name)),
                                              new IndexWriterConfig(new EnglishAnalyzer()))) {
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; ++thread) {
        running.add(pool.submit(() -> {
          for (int i = next.getAndIncrement(); i < paths.size(); i = next.getAndIncrement()) {
            add(writer, paths.get(i));
          }
        }));
      }
      for (Future<?> each : running) each.get();
      pool.shutdown();
    }
  }

  // The word as the analyser has it; null if it is one of those that it leaves out.
  private static String analysed(String word) throws IOException {
    try (TokenStream stream = new EnglishAnalyzer().tokenStream("text", word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      return stream.incrementToken() ? term.toString() : null;
    }
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      System.err.println("usage: FolderIndexer INDEX FOLDER THREADS, or --count INDEX WORD");
      System.exit(2);
    }
    if (!arguments[0].equals("--count")) {
      index(arguments[0], Paths.get(arguments[1]), Integer.parseInt(arguments[2]));
      return;
    }
    String term = analysed(arguments[2]);
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(arguments[1])))) {
      System.out.println(term == null ? 0 : reader.docFreq(new Term("text", term)));
    }
  }
}
