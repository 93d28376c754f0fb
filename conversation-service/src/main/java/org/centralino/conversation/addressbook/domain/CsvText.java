package org.centralino.conversation.addressbook.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of cells as text (RFC 4180). Spreadsheets run cells that look like a formula, and customers
/// choose their
/// names: such a cell gets an apostrophe before it, which is taken away again when it is read.
public final class CsvText {
    private static final String FORMULA = "=+-@\t\r";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {}

    public static String write(List<List<@Nullable String>> lines) {
        return lines.stream()
                .map(cells -> cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    /// @param text with commas between cells, or with semicolons when the first line has more of these
    /// @return the lines that have something in them, each with its cells
    public static List<List<String>> read(String text) {
        var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        var separator = separatorOf(plain);
        var lines = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < plain.length() && plain.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                end(cell, cells);
            } else if (c == '\n') {
                end(cell, cells);
                end(cells, lines);
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        end(cell, cells);
        end(cells, lines);
        return lines;
    }

    private static char separatorOf(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    private static void end(StringBuilder cell, List<String> cells) {
        var text = cell.toString().strip();
        cells.add(
                text.length() > 1 && text.charAt(0) == '\'' && isFormula(text.substring(1)) ? text.substring(1) : text);
        cell.setLength(0);
    }

    private static void end(List<String> cells, List<List<String>> lines) {
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            lines.add(List.copyOf(cells));
        }
        cells.clear();
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var harmless = isFormula(text) ? "'" + text : text;
        return harmless.chars().anyMatch(c -> ",;\"\r\n\t".indexOf(c) >= 0)
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    private static boolean isFormula(String text) {
        return FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
