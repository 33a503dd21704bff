package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
    private static final String OPERATOR = "/api/v1/operator";
    private static final String CAMPAIGN = OPERATOR + "/campaigns/5";
    private static final String ROOM = "/api/v1/rooms/7/campaigns";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        launch();
        Shop.open(api, 10);
        People.hire(api);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aCampaignIsShownAsItWasPutWithWhatIsTaken() {
        Campaigns.put(
                api,
                5,
                ",\"basisPoints\":500,\"minimumFen\":9900,\"perViewer\":2,\"flash\":\"REGULAR_ONLY\",\"comesBack\":false,"
                        + "\"audience\":{\"kind\":\"NEARBY\",\"store\":1,\"radiusMetres\":3000},\"offers\":[1001,1002]");

        assertThat(get("/campaigns/5").answers(200).text())
                .isEqualTo("{\"campaign\":5,\"title\":\"十元券\",\"discountFen\":1000,\"basisPoints\":500,"
                        + "\"minimumFen\":9900,\"perViewer\":2,\"claimFrom\":\"2026-11-21T12:00:00.000Z\","
                        + "\"claimTo\":\"2026-11-28T12:00:00.000Z\",\"audience\":{\"kind\":\"NEARBY\",\"store\":1,"
                        + "\"radiusMetres\":3000},\"offers\":[1001,1002],\"budgetFen\":100000,\"count\":100,"
                        + "\"validSeconds\":86400,\"rain\":false,\"flash\":\"REGULAR_ONLY\",\"comesBack\":false,"
                        + "\"claimed\":0,\"takenFen\":0}");
        get("/campaigns/9").isRefused(404, "CAMPAIGN_UNKNOWN");
    }

    @Test
    void whatIsLeftOutIsForEverybodyAndEverything() {
        Campaigns.put(api, 5, "");

        final JsonNode campaign = get("/campaigns/5").answers(200).json();
        assertThat(campaign.at("/audience/kind").asText()).isEqualTo("EVERYBODY");
        assertThat(campaign.has("offers")).isFalse();
        assertThat(campaign.at("/perViewer").asInt()).isEqualTo(1);
        assertThat(campaign.at("/flash").asText()).isEqualTo("ON_TOP");
        assertThat(campaign.at("/comesBack").asBoolean()).isTrue();
    }

    @Test
    void claimsAndRainAreThereAfterARestart() {
        Campaigns.put(api, 5, ",\"rain\":true");
        final String until = Campaigns.rain(api, 5, 2).answers(200).at("/until").asText();
        Campaigns.claim(api, 5, 42, "press").answers(201);
        final String campaign = get("/campaigns/5").answers(200).text();
        assertThat(campaign)
                .endsWith("\"claimed\":1,\"takenFen\":1000,\"raining\":{\"room\":7,\"until\":\"" + until
                        + "\",\"left\":1}}");

        gateway.close();
        launch();

        assertThat(get("/campaigns/5").answers(200).text()).isEqualTo(campaign);
    }

    @Test
    void campaignsAreListedTheGreatestIdFirst() {
        for (int id = 1; id <= 3; id++) {
            Campaigns.put(api, id, "");
        }
        final JsonNode page = get("/campaigns?limit=2").answers(200).json();
        assertThat(page.at("/campaigns/0/campaign").asInt()).isEqualTo(3);
        assertThat(page.at("/campaigns/1/campaign").asInt()).isEqualTo(2);
        assertThat(page.at("/next").asInt()).isEqualTo(2);

        final JsonNode last = get("/campaigns?before=2").answers(200).json();
        assertThat(last.at("/campaigns/0/campaign").asInt()).isEqualTo(1);
        assertThat(last.has("next")).isFalse();
        get("/campaigns?before=0").isRefused(400, "FIELD_INVALID");
    }

    @Test
    void whatACampaignNamesHasToBeThere() {
        assertThat(refusedFor(",\"audience\":{\"kind\":\"NEARBY\",\"store\":9,\"radiusMetres\":1}", "STORE_UNKNOWN"))
                .isEqualTo("audience.store");
        assertThat(refusedFor(",\"audience\":{\"kind\":\"NEARBY\",\"store\":2,\"radiusMetres\":1}", "STORE_UNKNOWN"))
                .isEqualTo("audience.store");
        assertThat(refusedFor(",\"audience\":{\"kind\":\"WATCHED\",\"room\":9,\"watchedSeconds\":1}", "ROOM_UNKNOWN"))
                .isEqualTo("audience.room");
        assertThat(refusedFor(",\"offers\":[1001,9]", "OFFER_UNKNOWN")).isEqualTo("offers");
    }

    @Test
    void rainNeedsACampaignThatRainsAndALiveRoom() {
        Campaigns.put(api, 5, "");
        Campaigns.put(api, 6, ",\"rain\":true");
        Campaigns.rain(api, 9, 1).isRefused(404, "CAMPAIGN_UNKNOWN");
        Campaigns.rain(api, 5, 1).isRefused(409, "NO_RAIN");
        Campaigns.rain(api, 6, 1).answers(200);
        Campaigns.rain(api, 6, 1).isRefused(409, "RAIN_FALLS");
        api.post(OPERATOR + "/rooms/9/rain", "{\"campaign\":6,\"count\":1,\"seconds\":1}")
                .operator()
                .isRefused(404, "ROOM_UNKNOWN");
        api.put(OPERATOR + "/rooms/8", "{\"title\":\"x\",\"startsAt\":\"2026-11-21T12:00:00Z\"}")
                .operator()
                .answers(200);
        api.post(OPERATOR + "/rooms/8/rain", "{\"campaign\":6,\"count\":1,\"seconds\":1}")
                .operator()
                .isRefused(409, "ROOM_NOT_OPEN");
    }

    @Test
    void tenThousandViewersAreListedAtOnce() {
        Campaigns.put(api, 5, ",\"audience\":{\"kind\":\"LISTED\"}");
        final long first = 9_007_199_254_730_991L;

        final Api.Reply listed = invite(first, 2_500).answers(200);

        assertThat(listed.at("/listed").asInt()).isEqualTo(2_500);
        assertThat(listed.at("/sequence").asLong()).isEqualTo(gateway.sequence());
        Campaigns.claim(api, 5, first + 2_499, "press").answers(201);
        Campaigns.claim(api, 5, first - 1, "press").isRefused(403, "NOT_ELIGIBLE");
        assertThat(invite(first, 10_001)
                        .isRefused(400, "FIELD_INVALID")
                        .at("/field")
                        .asText())
                .isEqualTo("viewers");
    }

    @Test
    void whatHasNoRoomMidwaySaysHowManyAreOnTheList() {
        Campaigns.put(api, 5, ",\"audience\":{\"kind\":\"LISTED\"}");

        final Api.Reply refused = invite(100, TestGateway.MAX_VIEWERS + 1_000).isRefused(503, "CAPACITY");

        assertThat(refused.at("/listed").asInt()).isEqualTo(TestGateway.MAX_VIEWERS);
        Campaigns.claim(api, 5, 100, "press").answers(201);
    }

    @Test
    void aListForNoCampaignIsRefusedWhole() {
        final Api.Reply refused = invite(100, 200).isRefused(404, "CAMPAIGN_UNKNOWN");

        assertThat(refused.json().has("listed")).isFalse();
    }

    @Test
    void aRoomShowsWhatMayBeClaimedNowOrSoonForItsOffers() {
        gateway.rooms().put(7, "{}");
        gateway.rooms().offer(1_001);
        Campaigns.put(api, 1, "");
        Campaigns.put(api, 2, ",\"offers\":[1001]");
        Campaigns.put(api, 3, ",\"offers\":[1002]");
        Campaigns.put(api, 4, ",\"rain\":true");
        Campaigns.put(api, 5, ",\"rain\":true");
        Campaigns.rain(api, 5, 7).answers(200);
        api.put(OPERATOR + "/campaigns/6", Campaigns.body("").replace("2026-11-21T12", "2026-11-22T11"))
                .operator()
                .answers(200);
        api.put(OPERATOR + "/campaigns/7", Campaigns.body("").replace("2026-11-21T12", "2026-11-23T12"))
                .operator()
                .answers(200);

        final JsonNode answer = api.get(ROOM).answers(200).json();

        assertThat(answer.at("/campaigns").findValuesAsText("campaign")).containsExactly("1", "2", "5", "6");
        assertThat(answer.at("/campaigns/0/left").asInt()).isEqualTo(100);
        assertThat(answer.at("/campaigns/2/rain/left").asInt()).isEqualTo(7);
        assertThat(answer.at("/more").asBoolean()).isFalse();
        api.get("/api/v1/rooms/9/campaigns").isRefused(404, "ROOM_UNKNOWN");
    }

    @Test
    void whatIsGoneIsNotShown() {
        gateway.rooms().put(7, "{}");
        api.put(CAMPAIGN, Campaigns.body("").replace("\"budgetFen\":100000", "\"budgetFen\":1999"))
                .operator()
                .answers(200);
        assertThat(api.get(ROOM).answers(200).at("/campaigns/0/left").asInt()).isEqualTo(1);

        Campaigns.claim(api, 5, 42, "press").answers(201);

        assertThat(api.get(ROOM).answers(200).at("/campaigns").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/campaigns", "/campaigns/5"})
    void onlyOperatorsLook(final String path) {
        api.get(OPERATOR + path).viewer(43).isRefused(403, "ROLE_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'title':'' | FIELD_INVALID | title",
                "'discountFen':0 | FIELD_INVALID | discountFen",
                "'basisPoints':10001 | FIELD_INVALID | basisPoints",
                "'budgetFen':0 | FIELD_INVALID | budgetFen",
                "'count':100000001 | FIELD_INVALID | count",
                "'perViewer':101 | FIELD_INVALID | perViewer",
                "'claimTo':'2026-11-21T12:00:00Z' | FIELD_INVALID | claimTo",
                "'claimFrom':'1969-01-01T00:00:00Z' | FIELD_INVALID | claimFrom",
                "'validSeconds':0 | FIELD_INVALID | validSeconds",
                "'flash':'NEVER' | FIELD_INVALID | flash",
                "'offers':[] | FIELD_INVALID | offers",
                "'offers':[1001,1001] | FIELD_INVALID | offers[1]",
                "'audience':{} | FIELD_MISSING | audience.kind",
                "'audience':{'kind':'ALL'} | FIELD_INVALID | audience.kind",
                "'audience':{'kind':'NEARBY','store':1} | FIELD_MISSING | audience.radiusMetres",
                "'audience':{'kind':'NEARBY','radiusMetres':1} | FIELD_MISSING | audience.store",
                "'audience':{'kind':'NEWCOMERS'} | FIELD_MISSING | audience.memberDays",
                "'audience':{'kind':'WATCHED','room':7} | FIELD_MISSING | audience.watchedSeconds",
                "'audience':{'kind':'WATCHED','watchedSeconds':7} | FIELD_MISSING | audience.room",
                "'audience':{'kind':'LISTED','store':1} | FIELD_INVALID | audience.store",
                "'audience':{'kind':'LISTED','viewers':[1]} | UNKNOWN_FIELD | audience.viewers",
                "'budget':1 | UNKNOWN_FIELD | budget"
            })
    void aBadBodyIsRefusedByItsPlace(final String field, final String code, final String place) {
        final String wrong = field.replace('\'', '"');
        final String name = wrong.substring(0, wrong.indexOf(':'));
        final String body = Campaigns.body("").replaceAll("," + name + ":(\"[^\"]*\"|[0-9]+)", "");
        final String whole = name.equals("\"title\"") ? body.replace("\"title\":\"十元券\",", "") : body;

        assertThat(api.put(CAMPAIGN, whole.replace("}", "," + wrong + "}"))
                        .operator()
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "discountFen", "budgetFen", "count", "claimFrom", "claimTo", "validSeconds"})
    void nothingACampaignNeedsMayBeMissing(final String name) {
        final String body = Campaigns.body("")
                .replaceAll("\"" + name + "\":(\"[^\"]*\"|[0-9]+),?", "")
                .replace(",}", "}");

        assertThat(api.put(CAMPAIGN, body)
                        .operator()
                        .isRefused(400, "FIELD_MISSING")
                        .at("/field")
                        .asText())
                .isEqualTo(name);
    }

    private String refusedFor(final String more, final String code) {
        return api.put(CAMPAIGN, Campaigns.body(more))
                .operator()
                .isRefused(404, code)
                .at("/field")
                .asText();
    }

    private Api.Call invite(final long first, final int count) {
        final String viewers =
                LongStream.range(first, first + count).mapToObj(Long::toString).collect(Collectors.joining(","));
        return api.post(CAMPAIGN + "/viewers", "{\"viewers\":[" + viewers + "]}")
                .operator();
    }

    private Api.Call get(final String path) {
        return api.get(OPERATOR + path).operator();
    }

    private void launch() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
    }
}
