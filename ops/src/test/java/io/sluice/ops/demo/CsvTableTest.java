package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void readsPlainQuotedAndEmptyFields() throws IOException {
        assertThat(rows("a,b,c", "1,,3\n\"x,y\",\"6\"\" wide\",\n"))
                .containsExactly(List.of("1", "", "3"), List.of("x,y", "6\" wide", ""));
    }

    @Test
    void refusesAnotherHeader() {
        assertThatThrownBy(() -> rows("a,b", ""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a,b");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatThrownBy(() -> rows("a,b,c", "1,2\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected 3 fields but found 2: 1,2");
    }

    private static List<List<String>> rows(final String header, final String body) throws IOException {
        final List<List<String>> rows = new ArrayList<>();
        CsvTable.read(new BufferedReader(new StringReader("a,b,c\n" + body)), header, rows::add);
        return rows;
    }
}
