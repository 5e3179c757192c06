// Lucene as a peer of scripts/bench-query: asks the questions that query_bench has drawn
// (tests/bench/questions.h) and prints for each what it finds and how long that takes.
//
//   java QueryTimer INDEX QUESTIONS WARM_ROUNDS ROUNDS
//
// Output, a line for each question: kind, matching documents, the sum of each facet's greatest
// count, microseconds of processor time and on the clock (medians of the rounds), and how many of
// the page have a passage.
// All hits are counted, and titles and paths of the best ten are fetched.

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.spans.SpanNearQuery;
import org.apache.lucene.search.spans.SpanTermQuery;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

public final class QueryTimer {
  private static final int PAGE = 10;
  private static final int PASSAGES = 3;

  // A line of QUESTIONS: kind, question, facet=value or -, what is shown, Lucene's form.
  private static final class Question {
    final String kind;
    final Query query;  // with its filter, unless facets are counted
    final String facet;
    final String value;
    final boolean facets;
    final boolean passages;

    Question(String line) {
      String[] parts = line.split("\t");
      kind = parts[0];
      facets = parts[3].equals("facets");
      passages = parts[3].equals("passages");
      int equals = parts[2].indexOf('=');
      facet = equals < 0 ? null : parts[2].substring(0, equals);
      value = equals < 0 ? null : parts[2].substring(equals + 1);
      Query words = read(parts[4]);
      query = facet == null || facets ? words : filtered(words);
    }

    private Query filtered(Query words) {
      DrillDownQuery query = new DrillDownQuery(Facets.config(), words);
      query.add(facet, value);
      return query;
    }

    private static Query read(String form) {
      String[] words = form.split(" ");
      if (words[0].equals("phrase")) {
        return new PhraseQuery("text", Arrays.copyOfRange(words, 1, words.length));
      }
      if (words[0].startsWith("near")) {
        SpanNearQuery.Builder near = SpanNearQuery.newUnorderedNearQuery("text");
        near.setSlop(Integer.parseInt(words[0].substring(4)));
        for (int i = 1; i < words.length; ++i) {
          near.addClause(new SpanTermQuery(new Term("text", words[i])));
        }
        return near.build();
      }
      if (words.length == 2) return stem(words[1]);
      BooleanClause.Occur occur =
          words[0].equals("any") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (int i = 1; i < words.length; ++i) all.add(stem(words[i]), occur);
      return all.build();
    }

    private static Query stem(String alternatives) {
      String[] stems = alternatives.split("\\|");
      if (stems.length == 1) return new TermQuery(new Term("stem", stems[0]));
      SynonymQuery.Builder any = new SynonymQuery.Builder("stem");
      for (String stem : stems) any.addTerm(new Term("stem", stem));
      return any.build();
    }
  }

  private static final class Found {
    long hits;
    long facets;
    int passages;
  }

  private final IndexSearcher searcher;
  private final SortedSetDocValuesReaderState state;
  private final List<String> names = new ArrayList<>();  // of facets that some document has
  private final DrillSideways sideways;
  private final UnifiedHighlighter highlighter;
  private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
  private final Set<String> shown = Set.of("title", "path");
  private long kept;  // so that nothing is optimised away

  private QueryTimer(DirectoryReader reader) throws IOException {
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);  // or every question after the first round is answered from it
    state = new DefaultSortedSetDocValuesReaderState(reader);
    for (String name : Facets.NAMES) {
      if (state.getOrdRange(name) != null) names.add(name);
    }
    sideways = new DrillSideways(searcher, Facets.config(), state);
    highlighter = new UnifiedHighlighter(searcher, new KeywordAnalyzer());
    highlighter.setMaxLength(Integer.MAX_VALUE - 1);
  }

  private Found ask(Question question) throws IOException {
    Found found = new Found();
    TopScoreDocCollector best = TopScoreDocCollector.create(PAGE, Integer.MAX_VALUE);
    if (question.facets) {
      found.facets = greatest(countFacets(question, best));
    } else {
      searcher.search(question.query, best);
    }
    TopDocs top = best.topDocs();
    found.hits = top.totalHits.value;
    for (ScoreDoc each : top.scoreDocs) {
      kept += searcher.doc(each.doc, shown).getFields().size();
    }
    if (question.passages) {
      for (String passage : highlighter.highlight("stem", question.query, top, PASSAGES)) {
        if (passage != null && !passage.isEmpty()) ++found.passages;
      }
    }
    return found;
  }

  private List<FacetResult> countFacets(Question question, TopScoreDocCollector best)
      throws IOException {
    List<FacetResult> results = new ArrayList<>();
    if (question.facet == null) {
      FacetsCollector all = new FacetsCollector();
      searcher.search(question.query, MultiCollector.wrap(best, all));
      SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, all);
      for (String name : names) results.add(counts.getTopChildren(PAGE, name));
    } else {
      DrillDownQuery drill = new DrillDownQuery(Facets.config(), question.query);
      drill.add(question.facet, question.value);
      DrillSideways.DrillSidewaysResult found = sideways.search(drill, best);
      for (String name : names) results.add(found.facets.getTopChildren(PAGE, name));
    }
    return results;
  }

  private static long greatest(List<FacetResult> results) {
    long sum = 0;
    for (FacetResult each : results) {
      if (each != null && each.labelValues.length > 0) {
        sum += each.labelValues[0].value.longValue();
      }
    }
    return sum;
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private void time(List<Question> questions, int warm, int rounds) throws IOException {
    for (int round = 0; round < warm; ++round) {
      for (Question each : questions) kept += ask(each).hits;
    }
    long[][] processor = new long[questions.size()][rounds];
    long[][] clock = new long[questions.size()][rounds];
    Found[] found = new Found[questions.size()];
    for (int round = 0; round < rounds; ++round) {
      for (int i = 0; i < questions.size(); ++i) {
        long begin = System.nanoTime();
        long used = thread.getCurrentThreadCpuTime();
        found[i] = ask(questions.get(i));
        processor[i][round] = thread.getCurrentThreadCpuTime() - used;
        clock[i][round] = System.nanoTime() - begin;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < found.length; ++i) {
      out.append(String.format("%s\t%d\t%d\t%.1f\t%.1f\t%d%n", questions.get(i).kind, found[i].hits,
                               found[i].facets, median(processor[i]) / 1e3, median(clock[i]) / 1e3,
                               found[i].passages));
    }
    System.out.print(out);
    if (kept == 42) System.err.println("kept");
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 4) {
      System.err.println("usage: QueryTimer INDEX QUESTIONS WARM_ROUNDS ROUNDS");
      System.exit(2);
    }
    List<Question> questions = new ArrayList<>();
    for (String line : Files.readAllLines(Paths.get(arguments[1]))) {
      questions.add(new Question(line));
    }
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(arguments[0])))) {
      new QueryTimer(reader).time(questions, Integer.parseInt(arguments[2]),
                                  Integer.parseInt(arguments[3]));
    }
  }
}
