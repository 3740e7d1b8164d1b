import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene 8 over the same documents and queries, driven line by line:
 *   build THREADS STORED   -> built NANOSECONDS CPU_NANOSECONDS BYTES
 *   ask LIMIT SNIPPETS     -> one line of NANOSECONDS:THREAD_CPU_NANOSECONDS:ALLOCATED_BYTES:HITS for each query
 *   update COUNT           -> one line of NANOSECONDS for each document that was written anew, until a reader sees it
 *   save FOLDER            -> saved BYTES
 *   quit
 * Arguments: ja | cjk | en, several joined by +; file of documents (title TAB text); file of queries.
 * Or, for the time from the start of the process to the first hits: open, the analysis, a saved folder, a query.
 */
public final class LuceneBench {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final com.sun.management.OperatingSystemMXBean MACHINE = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String[] kinds;
    private final Analyzer analyzer;
    private final QueryBuilder builder;
    private final List<String[]> documents = new ArrayList<>();
    private final List<String> queries = new ArrayList<>();
    private Directory directory;
    private DirectoryReader reader;
    private long answered;

    private LuceneBench(String analysis) {
        kinds = analysis.split("\\+");
        Map<String, Analyzer> byField = new HashMap<>();
        for (String kind : kinds) {
            byField.put("title_" + kind, analyzerOf(kind));
            byField.put("text_" + kind, analyzerOf(kind));
        }
        analyzer = new PerFieldAnalyzerWrapper(new CJKAnalyzer(), byField);
        builder = new QueryBuilder(analyzer);
    }

    private void read(String documentsFile, String queriesFile) throws IOException {
        for (String line : Files.readAllLines(Path.of(documentsFile))) {
            int tab = line.indexOf('\t');
            documents.add(new String[] {unescape(line.substring(0, tab)), unescape(line.substring(tab + 1))});
        }
        for (String line : Files.readAllLines(Path.of(queriesFile))) queries.add(unescape(line));
    }

    public static void main(String[] args) throws Exception {
        BooleanQuery.setMaxClauseCount(1 << 20);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args[0].equals("open")) {
            LuceneBench saved = new LuceneBench(args[1]);
            saved.reader = DirectoryReader.open(FSDirectory.open(Path.of(args[2])));
            saved.queries.add(args[3]);
            out.println(saved.ask(10, true));
            return;
        }
        LuceneBench bench = new LuceneBench(args[0]);
        bench.read(args[1], args[2]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null && !line.equals("quit"); ) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "build": out.println(bench.build(Integer.parseInt(words[1]), words[2].equals("1"))); break;
                case "ask": out.println(bench.ask(Integer.parseInt(words[1]), words[2].equals("1"))); break;
                case "update": out.println(bench.update(Integer.parseInt(words[1]))); break;
                case "save": out.println(bench.save(words[1])); break;
                default: throw new IllegalArgumentException(line);
            }
        }
    }

    private static Analyzer analyzerOf(String kind) {
        switch (kind) {
            case "ja": return new JapaneseAnalyzer();
            case "cjk": return new CJKAnalyzer();
            case "en": return new EnglishAnalyzer();
            default: throw new IllegalArgumentException(kind);
        }
    }

    private String build(int threads, boolean stored) throws Exception {
        if (reader != null) reader.close();
        directory = new ByteBuffersDirectory();
        FieldType type = type(stored);
        long cpu = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256));
        AtomicInteger next = new AtomicInteger();
        if (threads == 1) {
            addAll(writer, next, type);
        } else {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) running.add(pool.submit(() -> { addAll(writer, next, type); return null; }));
            for (Future<?> one : running) one.get();
            pool.shutdown();
        }
        writer.commit();
        long taken = System.nanoTime() - start;
        long worked = MACHINE.getProcessCpuTime() - cpu;
        // One segment is Lucene's best case for queries; its price is not counted.
        writer.forceMerge(1);
        writer.close();
        reader = DirectoryReader.open(directory);
        long bytes = 0;
        for (String file : directory.listAll()) bytes += directory.fileLength(file);
        return "built " + taken + " " + worked + " " + bytes;
    }

    private void addAll(IndexWriter writer, AtomicInteger next, FieldType type) throws IOException {
        for (int i; (i = next.getAndIncrement()) < documents.size(); ) {
            writer.addDocument(document(i, "", type));
        }
    }

    private static FieldType type(boolean stored) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setStored(stored);
        // Offsets in the postings are the highlighter's fast way; without snippets nobody needs them.
        type.setIndexOptions(stored ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }

    private Document document(int number, String added, FieldType type) {
        Document document = new Document();
        document.add(new NumericDocValuesField("number", number));
        // Only who updates needs a name to find a document by.
        if (type.stored()) document.add(new StringField("name", Integer.toString(number), Field.Store.NO));
        for (String kind : kinds) {
            document.add(new Field("title_" + kind, documents.get(number)[0], type));
            document.add(new Field("text_" + kind, documents.get(number)[1] + added, type));
        }
        return document;
    }

    private String update(int count) throws IOException {
        StringBuilder line = new StringBuilder();
        FieldType type = type(true);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            DirectoryReader live = DirectoryReader.open(writer);
            for (int i = 0; i < count; i++) {
                int number = (int) ((long) i * documents.size() / count);
                long start = System.nanoTime();
                writer.updateDocument(new Term("name", Integer.toString(number)), document(number, " changed " + i, type));
                DirectoryReader next = DirectoryReader.openIfChanged(live, writer);
                line.append(System.nanoTime() - start).append(' ');
                live.close();
                live = next;
            }
            live.close();
            writer.rollback();
        }
        return line.toString();
    }

    private String save(String folder) throws IOException {
        long bytes = 0;
        try (FSDirectory disk = FSDirectory.open(Path.of(folder))) {
            for (String file : directory.listAll()) {
                if (file.equals(IndexWriter.WRITE_LOCK_NAME)) continue;
                disk.copyFrom(directory, file, file, IOContext.DEFAULT);
                bytes += directory.fileLength(file);
            }
        }
        return "saved " + bytes;
    }

    private String ask(int limit, boolean snippets) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
        StringBuilder line = new StringBuilder();
        for (String text : queries) {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            long worked = THREADS.getCurrentThreadCpuTime();
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            for (String kind : kinds) {
                add(all, builder.createBooleanQuery("title_" + kind, text, BooleanClause.Occur.SHOULD));
                add(all, builder.createBooleanQuery("text_" + kind, text, BooleanClause.Occur.SHOULD));
            }
            Query query = all.build();
            TopDocs found = searcher.search(query, limit);
            LeafReader leaf = reader.leaves().isEmpty() ? null : reader.leaves().get(0).reader();
            if (found.scoreDocs.length > 0) {
                // Documents come by score, doc values only go forward: open again when the next lies behind.
                NumericDocValues values = null;
                int last = Integer.MAX_VALUE;
                for (ScoreDoc hit : found.scoreDocs) {
                    if (hit.doc < last) values = leaf.getNumericDocValues("number");
                    values.advanceExact(hit.doc);
                    answered += values.longValue();
                    last = hit.doc;
                }
                if (snippets)
                    for (String passage : highlighter.highlight("text_" + kinds[0], query, found, 1)) answered += passage == null ? 0 : passage.length();
            }
            worked = THREADS.getCurrentThreadCpuTime() - worked;
            long taken = System.nanoTime() - start;
            line.append(taken).append(':').append(worked).append(':').append(THREADS.getCurrentThreadAllocatedBytes() - bytes).append(':').append(found.scoreDocs.length).append(' ');
        }
        if (answered == Long.MIN_VALUE) line.append(' ');
        return line.toString();
    }

    private static void add(BooleanQuery.Builder all, Query part) {
        if (part != null) all.add(part, BooleanClause.Occur.SHOULD);
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) return text;
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') { plain.append(c); continue; }
            char next = text.charAt(++i);
            plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next == 't' ? '\t' : next);
        }
        return plain.toString();
    }
}
