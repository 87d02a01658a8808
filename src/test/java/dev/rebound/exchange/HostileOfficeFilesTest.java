package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rebound.exchange.table.ExcelFormat;
import dev.rebound.exchange.word.WordFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Workbooks and documents that somebody made to do harm, or that were cut short on their way. */
class HostileOfficeFilesTest {
  private static final String DOCTYPE =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";

  private static Map<Format, String> formats() {
    Map<Format, String> formats = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
    formats.put(new ExcelFormat(), "xl/workbook.xml");
    formats.put(new WordFormat(), "word/document.xml");
    return formats;
  }

  private static byte[] good(Format format) {
    return Trip.write(format, new BankMaker(1).bank(10), Map.of()).bytes();
  }

  private static String refusal(Format format, byte[] bytes) {
    Upload upload = new Upload("file" + format.endings().get(0), bytes);
    Unreadable refused = catchThrowableOfType(Unreadable.class, () -> Trip.read(format, upload));
    assertThat(refused).as(format.name()).isNotNull();
    return refused.span() + ": " + refused.message();
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefused() {
    return formats().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().name(), () -> refuses(entry.getKey(), entry.getValue())));
  }

  private static void refuses(Format format, String main) throws Unreadable {
    byte[] good = good(format);
    Map<String, byte[]> parts = ZipParts.read(new Upload("file", good), path -> true);

    assertThat(refusal(format, Arrays.copyOf(good, good.length / 2)))
        .contains("cannot be unpacked");

    Map<String, byte[]> typed = new TreeMap<>(parts);
    typed.put(main, (DOCTYPE + "<a>&e;</a>").getBytes(StandardCharsets.UTF_8));
    assertThat(refusal(format, ZipParts.write(typed))).contains(main, "document type");

    Map<String, byte[]> bomb = new TreeMap<>(parts);
    bomb.put("xl/media/zeros.bin", new byte[100 << 20]);
    assertThat(refusal(format, ZipParts.write(bomb))).contains("far more than it holds");

    Map<String, byte[]> slip = new TreeMap<>(parts);
    slip.put("../../evil.xml", new byte[1]);
    assertThat(refusal(format, ZipParts.write(slip))).contains("leaves it");

    Map<String, byte[]> broken = new TreeMap<>(parts);
    broken.put(main, "<w:document".getBytes(StandardCharsets.UTF_8));
    assertThat(refusal(format, ZipParts.write(broken))).contains("can be read");

    assertThat(refusal(format, "<html>Not it</html>".getBytes(StandardCharsets.UTF_8)))
        .contains("is HTML");
    assertThat(refusal(format, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
        .contains("before 2007");
  }

  @Test
  void aFormulaIsItsLastValueAndNeverRuns() throws Unreadable {
    ExcelFormat excel = new ExcelFormat();
    Bank bank = new BankMaker(1).bank(10);
    Map<String, byte[]> parts =
        new TreeMap<>(
            ZipParts.read(
                new Upload("file", Trip.write(excel, bank, Map.of()).bytes()), path -> true));
    String sheet =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + "<row r=\"1\">"
            + inline("A1", "question")
            + inline("B1", "answer")
            + inline("C1", "correct")
            + "</row>"
            + "<row r=\"2\">"
            + inline("A2", "Which?")
            + "<c r=\"B2\" t=\"str\"><f>cmd|' /C calc'!A0</f><v>seven</v></c>"
            + "<c r=\"C2\" t=\"b\"><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"B3\"><v>8</v></c><c r=\"XFD3\"><v>9</v></c></row>"
            + "</sheetData></worksheet>";
    parts.put("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8));
    Trip.Arrival arrival = Trip.read(excel, new Upload("file.xlsx", ZipParts.write(parts)));
    assertThat(arrival.bank().questions().get(0).answers())
        .extracting(BankAnswer::text, BankAnswer::right)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("seven", true),
            org.assertj.core.groups.Tuple.tuple("8", false));
    assertThat(arrival.losses())
        .extracting(Loss::message)
        .containsExactly("of a formula its last value is taken.");
  }

  private static String inline(String cell, String text) {
    return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }
}
