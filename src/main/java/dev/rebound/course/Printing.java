package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;

/**
 * How a course is printed: {@code print:} in {@code course.yaml}.
 *
 * @param stocks the sheets to impose cards on, one PDF each
 * @param oneSided whether cards are printed on one side, each back beside its front
 * @param sets how often each card is printed
 */
public record Printing(List<Located<String>> stocks, boolean oneSided, int sets) {
  public Printing {
    stocks = List.copyOf(stocks);
  }
}
