package dev.rebound.serve;

import dev.rebound.check.Checker;
import dev.rebound.load.ContentLoader;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.print.PrintPublisher;
import java.util.List;
import java.util.Optional;

/** What the workshop is given: the tool's own parts, put together for it. */
public interface Tools {
  ContentLoader loader();

  /** The pages, with the looks as they are now. */
  Publisher site();

  /** The PDFs, with the looks as they are now. */
  PrintPublisher print();

  /** The same without what was kept: a first document that nobody waits for. */
  PrintPublisher printAnew();

  /** The packages for learning platforms that know SCORM, with the looks as they are now. */
  List<Publisher> packages();

  /** The rules that read words. */
  Checker words();

  /** The rules that lay pages out, which takes longer. */
  Checker paper();

  /** The page that explains a rule, in Markdown. */
  Optional<String> explain(String rule);
}
