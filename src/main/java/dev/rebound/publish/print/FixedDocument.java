package dev.rebound.publish.print;

import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A document whose dates and id come from its content, never from the clock. */
final class FixedDocument extends PDDocument {
  private final LocalDate date;

  /**
   * @param date the edition it belongs to
   * @param id the same for the same content
   */
  FixedDocument(LocalDate date, long id) {
    this.date = date;
    setDocumentId(id);
  }

  @Override
  public void setDocumentInformation(PDDocumentInformation info) {
    info.setCreationDate(midnight());
    info.setModificationDate(midnight());
    super.setDocumentInformation(info);
  }

  private Calendar midnight() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.clear();
    calendar.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    return calendar;
  }
}
