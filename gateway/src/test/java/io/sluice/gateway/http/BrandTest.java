package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {
    private static final String OPERATOR = "/api/v1/operator";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 10);
        People.hire(api);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aStoreIsShownAsItWasPut() {
        assertThat(get("/stores/1").answers(200).text())
                .isEqualTo("{\"store\":1,\"name\":\"南京东路店\",\"latitudeE6\":31235929,\"longitudeE6\":121480539}");
        assertThat(get("/stores/2").answers(200).text()).isEqualTo("{\"store\":2,\"name\":\"网店\"}");
        get("/stores/9").isRefused(404, "STORE_UNKNOWN");
    }

    @Test
    void aGuideIsShownAsItWasPutAndStaysWhenGone() {
        assertThat(get("/guides/4").answers(200).text())
                .isEqualTo("{\"guide\":4,\"name\":\"王\",\"stores\":[2,1],\"viewer\":44,\"active\":true}");

        put("/guides/4", "{\"name\":\"王\",\"stores\":[2],\"active\":false}").answers(200);

        assertThat(get("/guides/4").answers(200).text())
                .isEqualTo("{\"guide\":4,\"name\":\"王\",\"stores\":[2],\"active\":false}");
        get("/guides/9").isRefused(404, "GUIDE_UNKNOWN");
    }

    @Test
    void aGroupIsShownAsItWasPut() {
        assertThat(get("/groups/5").answers(200).text())
                .isEqualTo("{\"group\":5,\"name\":\"福利群\",\"store\":1,\"guide\":3,\"owner\":45}");
        get("/groups/9").isRefused(404, "GROUP_UNKNOWN");
    }

    @Test
    void whatWasPutIsThereAfterARestart() {
        gateway.close();
        gateway = TestGateway.launch(data);
        api = gateway.api();

        assertThat(get("/stores/1").answers(200).at("/latitudeE6").asInt()).isEqualTo(31_235_929);
        assertThat(get("/guides/4").answers(200).at("/stores/0").asInt()).isEqualTo(2);
        assertThat(get("/groups/5").answers(200).at("/name").asText()).isEqualTo("福利群");
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        put("/guides/6", "{\"name\":\"x\",\"stores\":[1,9]}").isRefused(404, "STORE_UNKNOWN");
        put("/groups/6", "{\"name\":\"x\",\"store\":9,\"guide\":3}").isRefused(404, "STORE_UNKNOWN");
        put("/groups/6", "{\"name\":\"x\",\"store\":1,\"guide\":9}").isRefused(404, "GUIDE_UNKNOWN");
        put("/groups/6", "{\"name\":\"x\",\"store\":2,\"guide\":3}").isRefused(409, "GUIDE_ELSEWHERE");
        put("/rooms/9/host", "{\"store\":1}").isRefused(404, "ROOM_UNKNOWN");
        put("/rooms/7/host", "{\"store\":2,\"guide\":3}").isRefused(409, "GUIDE_ELSEWHERE");
    }

    @Test
    void beforeTheFirstPolicyThereIsVersionZeroWithoutRules() {
        assertThat(get("/attribution-policy").answers(200).text())
                .isEqualTo("{\"version\":0,\"rules\":[],\"binding\":\"NEVER\",\"bindingDays\":0,"
                        + "\"touchWindowHours\":0}");
    }

    @Test
    void aPolicyAndAHostAreShownAsTheyWerePutAndAfterARestart() {
        put(
                        "/attribution-policy",
                        "{\"rules\":[\"ROOM_HOST\",\"CARRIED\"],\"binding\":\"LAST_TOUCH\",\"bindingDays\":30,"
                                + "\"touchWindowHours\":72}")
                .answers(200);
        put("/rooms/7/host", "{\"guide\":4}").answers(200);
        final String policy = "{\"version\":1,\"rules\":[\"ROOM_HOST\",\"CARRIED\"],\"binding\":\"LAST_TOUCH\","
                + "\"bindingDays\":30,\"touchWindowHours\":72}";
        final String host = "{\"room\":7,\"store\":2,\"guide\":4}";
        assertThat(get("/attribution-policy").answers(200).text()).isEqualTo(policy);
        assertThat(get("/rooms/7/host").answers(200).text()).isEqualTo(host);

        gateway.close();
        gateway = TestGateway.launch(data);
        api = gateway.api();

        assertThat(get("/attribution-policy").answers(200).text()).isEqualTo(policy);
        assertThat(get("/rooms/7/host").answers(200).text()).isEqualTo(host);
    }

    @Test
    void aRoomThatNobodyHostsIsHeadOfficesAndOneThatIsNotThereIsUnknown() {
        gateway.rooms().put(7, "{}");

        assertThat(get("/rooms/7/host").answers(200).text()).isEqualTo("{\"room\":7}");
        get("/rooms/9/host").isRefused(404, "ROOM_UNKNOWN");
    }

    @Test
    void aPolicyHasTheNextVersion() {
        final String policy = "{\"rules\":[\"GROUP\"],\"binding\":\"NEVER\",\"bindingDays\":1,\"touchWindowHours\":0}";

        assertThat(put("/attribution-policy", policy)
                        .answers(200)
                        .at("/version")
                        .asInt())
                .isEqualTo(1);
        assertThat(put("/attribution-policy", policy)
                        .answers(200)
                        .at("/version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aRoomsOrdersCountForItsHostAGuideAStoreOrHeadOffice() {
        People.agree(api);

        put("/rooms/7/host", "{\"guide\":3}").answers(200);
        assertThat(attributionOfAnOrder(51)).startsWith("{\"store\":1,\"guide\":3,\"rule\":\"ROOM_HOST\",");

        put("/rooms/7/host", "{\"store\":2}").answers(200);
        assertThat(attributionOfAnOrder(52)).startsWith("{\"store\":2,\"rule\":\"ROOM_HOST\",");

        put("/rooms/7/host", "{}").answers(200);
        assertThat(attributionOfAnOrder(53)).startsWith("{\"rule\":\"NOBODY\",");
    }

    @Test
    void aViewerOfWhomNothingIsKnownIsUnknown() {
        get("/viewers/99").isRefused(404, "VIEWER_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/stores/1", "/guides/3", "/groups/5", "/viewers/43", "/attribution-policy", "/rooms/7/host"})
    void onlyOperatorsLook(final String path) {
        api.get(OPERATOR + path).viewer(43).isRefused(403, "ROLE_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/stores/6 | {} | FIELD_MISSING | name",
                "/stores/6 | {'name':''} | FIELD_INVALID | name",
                "/stores/6 | {'name':'x','latitudeE6':1} | FIELD_MISSING | longitudeE6",
                "/stores/6 | {'name':'x','longitudeE6':1} | FIELD_MISSING | latitudeE6",
                "/stores/6 | {'name':'x','latitudeE6':90000001,'longitudeE6':1} | FIELD_INVALID | latitudeE6",
                "/stores/6 | {'name':'x','latitudeE6':1,'longitudeE6':-180000001} | FIELD_INVALID | longitudeE6",
                "/stores/6 | {'name':'x','title':'x'} | UNKNOWN_FIELD | title",
                "/stores/0 | {'name':'x'} | FIELD_INVALID | store",
                "/guides/6 | {'stores':[1]} | FIELD_MISSING | name",
                "/guides/6 | {'name':'x'} | FIELD_MISSING | stores",
                "/guides/6 | {'name':'x','stores':[]} | FIELD_INVALID | stores",
                "/guides/6 | {'name':'x','stores':1} | FIELD_INVALID | stores",
                "/guides/6 | {'name':'x','stores':[1,1]} | FIELD_INVALID | stores[1]",
                "/guides/6 | {'name':'x','stores':[0]} | FIELD_INVALID | stores[0]",
                "/guides/6 | {'name':'x','stores':[1,2,3,4,5,6,7,8,9]} | FIELD_INVALID | stores",
                "/guides/6 | {'name':'x','stores':[1],'active':1} | FIELD_INVALID | active",
                "/guides/6 | {'name':'x','stores':[1],'viewer':null} | FIELD_INVALID | viewer",
                "/groups/6 | {'store':1,'guide':3} | FIELD_MISSING | name",
                "/groups/6 | {'name':'x','guide':3} | FIELD_MISSING | store",
                "/groups/6 | {'name':'x','store':1} | FIELD_MISSING | guide",
                "/groups/6 | {'name':'x','store':1,'guide':3,'owner':0} | FIELD_INVALID | owner",
                "/rooms/7/host | {'store':0} | FIELD_INVALID | store",
                "/rooms/7/host | {'group':5} | UNKNOWN_FIELD | group"
            },
            quoteCharacter = '`')
    void aBadBodyIsRefusedByItsPlace(final String path, final String body, final String code, final String field) {
        assertThat(put(path, body.replace('\'', '"'))
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 'NEVER' | 0 | 1 | rules",
                "['GROUP','GROUP'] | 'NEVER' | 0 | 1 | rules[1]",
                "['GROUP','NOBODY'] | 'NEVER' | 0 | 1 | rules[1]",
                "['NONE'] | 'NEVER' | 0 | 1 | rules[0]",
                "[1] | 'NEVER' | 0 | 1 | rules[0]",
                "['GROUP'] | 'SOMETIMES' | 0 | 1 | binding",
                "['GROUP'] | 'NEVER' | 3661 | 1 | bindingDays",
                "['GROUP'] | 'NEVER' | 0 | 87841 | touchWindowHours"
            },
            quoteCharacter = '`')
    void aBadPolicyIsRefusedByItsPlace(
            final String rules, final String binding, final String days, final String hours, final String field) {
        final String body = "{\"rules\":" + rules + ",\"binding\":" + binding + ",\"bindingDays\":" + days
                + ",\"touchWindowHours\":" + hours + "}";

        assertThat(put("/attribution-policy", body.replace('\'', '"'))
                        .isRefused(400, "FIELD_INVALID")
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    private String attributionOfAnOrder(final long viewer) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}")
                .viewer(viewer)
                .key("press")
                .answers(201)
                .at("/attribution")
                .toString();
    }

    private Api.Call put(final String path, final String body) {
        return api.put(OPERATOR + path, body).operator();
    }

    private Api.Call get(final String path) {
        return api.get(OPERATOR + path).operator();
    }
}
