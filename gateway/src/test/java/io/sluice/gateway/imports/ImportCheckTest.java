package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCheckTest {
    private static final String VIEWERS = "viewer,member_since,guide,group,inviter\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "STORES  | store,name,latitude_e6,longitude_e6~12,南京东路店,31235929,121480541~13,网店,,",
                "STORES  | name,longitude_e6,store,latitude_e6~\"a, \"\"b\"\"\",-180000000,1,-90000000",
                "GUIDES  | guide,name,stores,viewer,active~340,李,12;13,7,1~341,王,13,,~342,赵,12,,0",
                "GROUPS  | group,name,store,guide,owner~5501,会员群,12,340,~5502,x,13,340,88001",
                "VIEWERS | viewer,member_since,guide,group,inviter~42,2024-05-01T00:00:00Z,340,5501,88001~43,,,,~44,,,,43"
            })
    void aGoodFileHasNothingWrong(final ImportKind kind, final String lines) {
        assertThat(Lists.faults(folder, kind, lines.replace('~', '\n'))).isEmpty();
    }

    @Test
    void aGuidesStoresArePartedByEitherMark() {
        final String header = "guide,name,stores,viewer,active\n";

        assertThat(Lists.faults(folder, ImportKind.GUIDES, header + "1,x,12|13,,\n2,x,12;13,,\n3,x,12|14,,\n"))
                .containsExactly("4 stores STORE_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndWillDoAndEmptyLinesAreLeftOut(final String end) {
        final String lines = "viewer,member_since,guide,group,inviter~42,,,,~~43,,999,,".replace("~", end);

        assertThat(Lists.faults(folder, ImportKind.VIEWERS, lines)).containsExactly("4 guide GUIDE_UNKNOWN");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(Lists.faults(folder, ImportKind.VIEWERS, '\uFEFF' + VIEWERS + "42,,,,\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''                                                | 0 null FILE_EMPTY",
                "viewer,member_since,guide,group,inviter           | 0 null LINES_MISSING",
                "viewer,member_since,guide,group~1,,,              | 1 inviter COLUMN_MISSING",
                "viewer,member_since,guide,group,inviter,x~1,,,,,  | 1 x COLUMN_UNKNOWN",
                "viewer,member_since,guide,group,inviter,guide~1   | 1 guide COLUMN_TWICE",
            })
    void aFileWithoutItsTableIsRefused(final String lines, final String fault) {
        final byte[] bytes = lines.replace('~', '\n').getBytes(StandardCharsets.UTF_8);

        assertThat(Lists.faults(folder, ImportKind.VIEWERS, bytes)).containsExactly(fault);
        assertThat(Lists.check(ImportKind.VIEWERS, Lists.write(folder, bytes)).isUnreadable())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "42,,,           | 2 null FIELD_COUNT",
                "42,,,,,         | 2 null FIELD_COUNT",
                "4\"2,,,,        | 2 null QUOTES_BROKEN",
                "\"42,,,,        | 2 null QUOTES_BROKEN",
                "\"4\"2,,,,      | 2 null QUOTES_BROKEN",
                ",,,,            | 2 viewer FIELD_MISSING",
                "x,,,,           | 2 viewer NOT_A_NUMBER",
                "-1,,,,          | 2 viewer NOT_A_NUMBER",
                "1.0,,,,         | 2 viewer NOT_A_NUMBER",
                "0,,,,           | 2 viewer OUT_OF_RANGE",
                "9007199254740992,,,,      | 2 viewer OUT_OF_RANGE",
                "99999999999999999999,,,,  | 2 viewer OUT_OF_RANGE",
                "42,2024-05-01,,,          | 2 member_since NOT_A_TIME",
                "42,2024-02-30T00:00:00Z,,, | 2 member_since NOT_A_TIME",
                "42,1969-12-31T23:59:59Z,,, | 2 member_since OUT_OF_RANGE",
                "42,,9,,         | 2 guide GUIDE_UNKNOWN",
                "42,,342,,       | 2 guide GUIDE_UNKNOWN",
                "7,,340,,        | 2 guide SELF_REFERRAL",
                "42,,,9,         | 2 group GROUP_UNKNOWN",
                "42,,,,42        | 2 inviter SELF_REFERRAL",
            })
    void aBadViewerIsRefusedByItsPlace(final String line, final String fault) {
        assertThat(Lists.faults(folder, ImportKind.VIEWERS, VIEWERS + line)).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STORES | 1,,,                | name FIELD_MISSING",
                "STORES | 1,x,1,              | longitude_e6 POSITION_HALF",
                "STORES | 1,x,,1              | latitude_e6 POSITION_HALF",
                "STORES | 1,x,90000001,0      | latitude_e6 OUT_OF_RANGE",
                "STORES | 1,x,0,-180000001    | longitude_e6 OUT_OF_RANGE",
                "STORES | 1,x,31.2,121.4      | latitude_e6 NOT_A_NUMBER;longitude_e6 NOT_A_NUMBER",
                "STORES | 1,a\u0007b,,        | name TEXT_INVALID",
                "GUIDES | 1,x,,,              | stores FIELD_MISSING",
                "GUIDES | 1,x,12;,,           | stores NOT_A_NUMBER",
                "GUIDES | 1,x,12;9,,          | stores STORE_UNKNOWN",
                "GUIDES | 1,x,12;12,,         | stores STORES_INVALID",
                "GUIDES | 1,x,1;2;3;4;5;6;7;8;9,, | stores STORES_INVALID",
                "GUIDES | 1,x,12,,2           | active OUT_OF_RANGE",
                "GUIDES | 1,x,12,,yes         | active NOT_A_NUMBER",
                "GROUPS | 1,x,9,340,          | store STORE_UNKNOWN",
                "GROUPS | 1,x,12,9,           | guide GUIDE_UNKNOWN",
                "GROUPS | 1,x,12,341,         | guide GUIDE_ELSEWHERE",
                "GROUPS | 1,x,,340,           | store FIELD_MISSING",
            })
    void aBadLineIsRefusedByItsPlace(final ImportKind kind, final String line, final String faults) {
        final String header = String.join(",", kind.columns()) + "\n";

        assertThat(Lists.faults(folder, kind, header + line).stream()
                        .map(fault -> fault.replaceFirst("2 ", ""))
                        .collect(Collectors.joining(";")))
                .isEqualTo(faults);
    }

    @Test
    void aNameIsMeasuredInBytes() {
        final String header = "store,name,latitude_e6,longitude_e6\n";

        assertThat(Lists.faults(folder, ImportKind.STORES, header + "1," + "店".repeat(40) + ",,"))
                .isEmpty();
        assertThat(Lists.faults(folder, ImportKind.STORES, header + "1," + "店".repeat(41) + ",,"))
                .containsExactly("2 name TEXT_INVALID");
    }

    @Test
    void bytesThatAreNotUtf8AreFoundByTheirLine() {
        final byte[] bytes = (VIEWERS + "42,,,,\n43,é,,,\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Lists.faults(folder, ImportKind.VIEWERS, bytes)).containsExactly("3 null NOT_UTF8");
    }

    @Test
    void anIdThatComesAgainNamesTheLineBefore() {
        final ImportErrors errors = Lists.check(
                ImportKind.VIEWERS,
                Lists.write(folder, (VIEWERS + "42,,,,\n43,,,,\n42,,,,\n").getBytes(StandardCharsets.UTF_8)));

        assertThat(errors.foremost())
                .containsExactly(new ImportError(4, "viewer", "ID_TWICE", "Line 2 is about 42 already."));
        assertThat(errors.isUnreadable()).isFalse();
    }

    @Test
    void aCircleOfInvitersIsToldAtItsLastLine() {
        assertThat(Lists.faults(folder, ImportKind.VIEWERS, VIEWERS + "3,,,,1\n1,,,,2\n9,,,,1\n2,,,,3\n"))
                .containsExactly("5 inviter CIRCLE_REFERRAL");
    }

    @Test
    void whoeverComesLastMayHaveInvitedTheFirst() {
        final String lines = IntStream.rangeClosed(2, 3_000)
                .mapToObj(viewer -> viewer + ",,,,\n")
                .collect(Collectors.joining());

        assertThat(Lists.faults(folder, ImportKind.VIEWERS, VIEWERS + "1,,,,3000\n" + lines))
                .isEmpty();
    }

    @Test
    void aLineThatIsWrongClosesNoCircle() {
        assertThat(Lists.faults(folder, ImportKind.VIEWERS, VIEWERS + "1,,,,2\n2,,999,,1\n"))
                .containsExactly("3 guide GUIDE_UNKNOWN");
    }

    @Test
    void everyFieldThatIsWrongIsTold() {
        assertThat(Lists.faults(folder, ImportKind.VIEWERS, VIEWERS + "x,y,z,,\n"))
                .containsExactlyInAnyOrder(
                        "2 viewer NOT_A_NUMBER", "2 member_since NOT_A_TIME", "2 guide NOT_A_NUMBER");
    }

    @Test
    void theFirstHundredAreTold() {
        final String lines = IntStream.range(0, 150).mapToObj(line -> "x,,,,\n").collect(Collectors.joining());

        assertThat(Lists.faults(folder, ImportKind.VIEWERS, VIEWERS + lines))
                .hasSize(100)
                .startsWith("2 viewer NOT_A_NUMBER")
                .endsWith("101 viewer NOT_A_NUMBER");
    }

    @Test
    void aQuoteLeftOpenDoesNotTakeTheRestOfTheFileForAField() {
        final String lines = "42,,,,\n".repeat(20_000);

        assertThat(Lists.faults(folder, ImportKind.VIEWERS, VIEWERS + "1,,,,\n\"2,,,,\n" + lines))
                .containsExactly("3 null QUOTES_BROKEN");
    }
}
