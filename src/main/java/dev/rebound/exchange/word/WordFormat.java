package dev.rebound.exchange.word;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import dev.rebound.exchange.ZipParts;
import java.util.List;

/**
 * Word (.docx). A table whose head says Part, Text … holds questions, a row an answer; a document
 * without one is a lesson. What is written is a copy to review: everything that a question says,
 * and a column for comments.
 */
public final class WordFormat implements Format {
  static final String DOCUMENT = "word/document.xml";

  @Override
  public String name() {
    return "docx";
  }

  @Override
  public List<String> endings() {
    return List.of(".docx");
  }

  @Override
  public boolean recognises(Upload file) {
    return ZipParts.names(file, DOCUMENT);
  }

  @Override
  public Imported read(Upload file, Incoming in) throws Unreadable {
    return new WordReader(file, in).read();
  }

  @Override
  public byte[] write(Bank bank, Outgoing out) {
    return new WordWriter(out).write(bank);
  }
}
