package dev.rebound.app;

import dev.rebound.check.Checker;
import dev.rebound.check.Rule;
import dev.rebound.load.ContentLoader;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.publish.print.PrintPublisher;
import dev.rebound.publish.scorm12.Scorm12Publisher;
import dev.rebound.publish.scorm2004.Scorm2004Publisher;
import dev.rebound.publish.site.SitePublisher;
import dev.rebound.serve.PreviewServer;
import dev.rebound.serve.Tools;
import dev.rebound.serve.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rebound serve}: write, see, fix, until Ctrl+C. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Shows the course in a browser on this machine, follows each change of a file, and marks"
            + " what is wrong.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private ContentOption content = new ContentOption();

  @Mixin private TemplatesOption looks = new TemplatesOption();

  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Listen there, on 127.0.0.1 alone (default: any port that is free).")
  private int port;

  @Option(names = "--read-only", description = "Show, and let nothing be changed.")
  private boolean readOnly;

  @Option(
      names = "--editor",
      paramLabel = "URL",
      defaultValue = Workspace.VS_CODE,
      description = "What opens a file at a line in your editor (default: ${DEFAULT-VALUE}).")
  private String editor = Workspace.VS_CODE;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandSpec command = Objects.requireNonNull(spec);
    if (port < 0 || port > 65535) {
      throw new ParameterException(command.commandLine(), "A port goes from 1 to 65535.");
    }
    PrintWriter out = command.commandLine().getOut();
    try (PreviewServer server = PreviewServer.start(workspace(), tools(), port)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      out.println("Open in your browser: " + server.address());
      out.println("It follows every change of " + content.name() + ". Ctrl+C stops it.");
      out.flush();
      // Until Ctrl+C ends the process.
      new CountDownLatch(1).await();
    } catch (BindException taken) {
      throw new IOException("port " + port + " is taken. Choose another, or leave --port out.");
    }
    return Main.CLEAN;
  }

  private static void close(PreviewServer server) {
    try {
      server.close();
    } catch (IOException ends) {
      // The process ends, and its files with it.
    }
  }

  private Workspace workspace() throws IOException {
    if (!Files.isDirectory(content.folder)) {
      throw new java.nio.file.NoSuchFileException(content.folder.toString());
    }
    return new Workspace(
        content.folder.toRealPath(), looks.folder().toAbsolutePath().normalize(), readOnly, editor);
  }

  private Tools tools() throws IOException {
    return tools(looks.folder(), cache.beside(content.folder));
  }

  /** The tool's parts for a workshop. */
  static Tools tools(Path looks, KeptResults kept) throws IOException {
    Map<String, String> pages = RulePages.all();
    return new Tools() {
      @Override
      public ContentLoader loader() {
        return new ContentLoader(Catalog.questionTypes());
      }

      @Override
      public Publisher site() {
        Templates templates = new Templates(Optional.of(looks).filter(Files::isDirectory));
        return new SitePublisher(templates, Interface.words(templates), Map.of(), List.of())
            .forAuthors();
      }

      @Override
      public PrintPublisher print() {
        return print(kept);
      }

      @Override
      public PrintPublisher printAnew() {
        return print(KeptResults.NONE);
      }

      private PrintPublisher print(KeptResults results) {
        Templates templates = new Templates(Optional.of(looks).filter(Files::isDirectory));
        return new PrintPublisher(templates, Interface.words(templates), results);
      }

      @Override
      public List<Publisher> packages() {
        Templates templates = new Templates(Optional.of(looks).filter(Files::isDirectory));
        UiMessages words = Interface.words(templates);
        return List.of(
            new Scorm12Publisher(templates, words), new Scorm2004Publisher(templates, words));
      }

      @Override
      public Checker words() {
        return new Checker(rules().filter(rule -> !isOfPaper(rule)).toList());
      }

      @Override
      public Checker paper() {
        return new Checker(rules().filter(ServeCommand::isOfPaper).toList());
      }

      private Stream<Rule> rules() {
        return Catalog.rules(TemplatesOption.in(looks), kept).stream();
      }

      @Override
      public Optional<String> explain(String rule) {
        return Optional.ofNullable(pages.get(rule));
      }
    };
  }

  /** Whether a rule lays pages out: what takes longer comes after the rest. */
  private static boolean isOfPaper(Rule rule) {
    return rule.getClass().getPackageName().endsWith(".print");
  }
}
