package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyEncoder;
import io.sluice.gateway.Api;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.share.ShareCode;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TouchesTest {
    private static final String SHARES = "/api/v1/share-codes";
    private static final String TOUCHES = "/api/v1/touches";
    private static final String INVITATIONS = "/api/v1/me/invitations";
    private static final String SERVED = "/api/v1/guides/me/served";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        gateway.rooms().put(7, "{}");
        gateway.rooms().offer(1_001);
        api = gateway.api();
        Shop.open(api, 10);
        People.hire(api);
        People.agree(api);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aGuidesCodeNamesTheGuideAndTheStoreThatWasGiven() {
        final Api.Reply made = api.post(SHARES, "{\"room\":7,\"offer\":1001,\"store\":1}")
                .as(Role.GUIDE, People.GUIDE_4)
                .answers(201);

        final String share = made.at("/share").asText();
        assertThat(made.at("/path").asText()).isEqualTo("/rooms/7?share=" + share);
        assertThat(TestGateway.shares().decode(share)).isEqualTo(new ShareCode(7, 1_001, 1, 4, 0, 0, 0));
    }

    @Test
    void aViewersCodeNamesTheViewer() {
        assertThat(madeBy(Role.VIEWER, 42, "{}")).isEqualTo(new ShareCode(0, 0, 0, 0, 0, 0, 42));
        assertThat(madeBy(Role.VIEWER, 42, "{\"room\":7}")).isEqualTo(new ShareCode(7, 0, 0, 0, 0, 0, 42));
    }

    @Test
    void aGroupsCodeIsMadeByItsGuideAndItsOwner() {
        assertThat(madeBy(Role.GUIDE, People.GUIDE_3, "{\"group\":5}")).isEqualTo(new ShareCode(0, 0, 0, 0, 5, 0, 0));
        assertThat(madeBy(Role.VIEWER, People.OWNER, "{\"group\":5}")).isEqualTo(new ShareCode(0, 0, 0, 0, 5, 0, 45));
        refused(Role.VIEWER, 42, "{\"group\":5}", 403, "ROLE_NOT_ALLOWED", "group");
        refused(Role.GUIDE, People.GUIDE_4, "{\"group\":5}", 403, "ROLE_NOT_ALLOWED", "group");
    }

    @Test
    void anOperatorMakesCodesForAnybody() {
        assertThat(madeBy(Role.OPERATOR, 1, "{\"store\":1,\"guide\":4,\"group\":5,\"channel\":3}"))
                .isEqualTo(new ShareCode(0, 0, 1, 4, 5, 3, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "VIEWER | 42 | {'store':1} | 403 | ROLE_NOT_ALLOWED | store",
                "VIEWER | 42 | {'guide':3} | 403 | ROLE_NOT_ALLOWED | guide",
                "VIEWER | 42 | {'channel':3} | 403 | ROLE_NOT_ALLOWED | channel",
                "VIEWER | 42 | {'inviter':43} | 400 | UNKNOWN_FIELD | inviter",
                "VIEWER | 42 | {'group':9} | 404 | GROUP_UNKNOWN | group",
                "VIEWER | 42 | {'offer':1001} | 400 | FIELD_MISSING | room",
                "VIEWER | 42 | {'room':9} | 404 | ROOM_UNKNOWN | room",
                "VIEWER | 42 | {'room':7,'offer':9} | 404 | OFFER_UNKNOWN | offer",
                "VIEWER | 42 | {'room':9,'offer':1001} | 404 | ROOM_UNKNOWN | room",
                "VIEWER | 42 | {'room':7,'offer':9,'store':1} | 404 | OFFER_UNKNOWN | offer",
                "VIEWER | 42 | {'room':0} | 400 | FIELD_INVALID | room",
                "GUIDE | 42 | {} | 404 | GUIDE_UNKNOWN | Authorization",
                "GUIDE | 43 | {'guide':4} | 403 | ROLE_NOT_ALLOWED | guide",
                "GUIDE | 43 | {'store':2} | 409 | GUIDE_ELSEWHERE | store",
                "GUIDE | 43 | {'channel':1} | 403 | ROLE_NOT_ALLOWED | channel",
                "OPERATOR | 1 | {} | 400 | FIELD_INVALID | guide",
                "OPERATOR | 1 | {'store':1} | 400 | FIELD_INVALID | guide",
                "OPERATOR | 1 | {'store':9,'guide':3} | 404 | STORE_UNKNOWN | store",
                "OPERATOR | 1 | {'guide':9} | 404 | GUIDE_UNKNOWN | guide",
                "OPERATOR | 1 | {'group':9} | 404 | GROUP_UNKNOWN | group",
                "OPERATOR | 1 | {'store':2,'guide':3} | 409 | GUIDE_ELSEWHERE | store",
                "OPERATOR | 1 | {'channel':65535} | 400 | FIELD_INVALID | channel"
            })
    void aCodeThatIsNotTheAskersToMakeIsRefusedByItsField(
            final Role role,
            final long subject,
            final String body,
            final int status,
            final String code,
            final String field) {
        refused(role, subject, body.replace('\'', '"'), status, code, field);
    }

    @Test
    void aCodeIsTooLongForManyLongIds() {
        final String last = "9007199254740991";
        gateway.rooms().put(9_007_199_254_740_991L, "{}");
        gateway.rooms().offer(9_007_199_254_740_991L);

        final Api.Reply refused = api.post(SHARES, "{\"room\":" + last + ",\"offer\":" + last + "}")
                .viewer(9_007_199_254_740_991L)
                .isRefused(422, "SHARE_TOO_LONG");

        assertThat(refused.at("/limit").asInt()).isEqualTo(32);
    }

    @Test
    void anybodyReadsWhatACodeSays() {
        final String share = People.share(api, Role.OPERATOR, 1, "{\"room\":7,\"store\":1,\"guide\":3,\"group\":5}");

        final Api.Reply says = api.get(SHARES + "/" + share).answers(200);

        assertThat(says.at("/store/name").asText()).isEqualTo("南京东路店");
        assertThat(says.at("/guide/name").asText()).isEqualTo("李");
        assertThat(says.at("/group/name").asText()).isEqualTo("福利群");
        assertThat(says.at("/path").asText()).isEqualTo("/rooms/7?share=" + share);
        api.get(SHARES + "/g7Kx2").isRefused(404, "SHARE_UNKNOWN");
    }

    @Test
    void theFirstGuideWhoseCodeIsOpenedKeepsTheViewer() {
        final String third = People.share(api, Role.GUIDE, People.GUIDE_3, "{}");
        final String fourth = People.share(api, Role.GUIDE, People.GUIDE_4, "{}");

        assertThat(People.touch(api, 42, third).answers(200).at("/bound").asBoolean())
                .isTrue();
        assertThat(People.touch(api, 42, fourth).answers(200).at("/bound").asBoolean())
                .isFalse();

        final Api.Reply viewer = viewer(42);
        assertThat(viewer.at("/guide").asInt()).isEqualTo(3);
        assertThat(viewer.at("/boundUntil").isMissingNode()).isTrue();
        assertThat(viewer.at("/touch/kind").asText()).isEqualTo("SHARE");
    }

    @Test
    void whoWasInvitedKnowsTheTrailAndWhoInvitedKnowsHowMany() {
        People.touch(api, 51, People.share(api, Role.VIEWER, 50, "{}")).answers(200);
        final Api.Reply came =
                People.touch(api, 52, People.share(api, Role.VIEWER, 51, "{}")).answers(200);

        assertThat(came.at("/invited").asBoolean()).isTrue();
        final Api.Reply mine = api.get(INVITATIONS).viewer(52).answers(200);
        assertThat(mine.at("/inviter").asInt()).isEqualTo(51);
        assertThat(mine.at("/trail").findValuesAsText("viewer")).containsExactly("51", "50");
        assertThat(api.get(INVITATIONS).viewer(50).answers(200).at("/invited").asInt())
                .isEqualTo(1);
    }

    @Test
    void nobodyIsToldOfAGuideWhoHasLeft() {
        People.touch(api, 42, People.share(api, Role.GUIDE, People.GUIDE_3, "{}"))
                .answers(200);
        assertThat(api.get(INVITATIONS).viewer(42).answers(200).at("/guide/id").asInt())
                .isEqualTo(3);

        api.put("/api/v1/operator/guides/3", "{\"name\":\"李\",\"stores\":[1],\"active\":false}")
                .operator()
                .answers(200);

        assertThat(api.get(INVITATIONS).viewer(42).answers(200).at("/guide").isMissingNode())
                .isTrue();
    }

    @Test
    void nobodyKnownHasNoInvitations() {
        final JsonNode mine = api.get(INVITATIONS).viewer(99).answers(200).json();

        assertThat(mine.toString()).isEqualTo("{\"viewer\":99,\"invited\":0,\"more\":false,\"trail\":[]}");
    }

    @Test
    void aViewerSeesHowLongTheBindingLasts() {
        bindFor(TimeUnit.DAYS.toMillis(30));
        People.touch(api, 42, People.share(api, Role.GUIDE, People.GUIDE_3, "{}"))
                .answers(200);

        final Api.Reply mine = api.get(INVITATIONS).viewer(42).answers(200);

        assertThat(mine.at("/guide/id").asInt()).isEqualTo(3);
        assertThat(mine.at("/store/id").asInt()).isEqualTo(1);
        assertThat(mine.at("/boundUntil").asText())
                .isNotEmpty()
                .isEqualTo(viewer(42).at("/boundUntil").asText());
    }

    @Test
    void aBindingForGoodHasNoEndAndOneThatIsOverIsShownToOperatorsOnly() {
        final String share = People.share(api, Role.GUIDE, People.GUIDE_3, "{}");
        People.touch(api, 42, share).answers(200);
        assertThat(api.get(INVITATIONS).viewer(42).answers(200).text())
                .contains("\"guide\":{\"id\":3")
                .doesNotContain("boundUntil");

        bindFor(1);
        People.touch(api, 51, share).answers(200);

        await().untilAsserted(() -> assertThat(
                        api.get(INVITATIONS).viewer(51).answers(200).text())
                .isEqualTo("{\"viewer\":51,\"invited\":0,\"more\":false,\"trail\":[]}"));
        assertThat(viewer(51).at("/guide").asInt()).isEqualTo(3);
        assertThat(viewer(51).at("/boundUntil").isMissingNode()).isFalse();
    }

    @Test
    void aGroupIsJoinedByItsCode() {
        final String share = People.share(api, Role.VIEWER, People.OWNER, "{\"group\":5}");

        final Api.Reply joined = join(42, share).answers(200);

        assertThat(joined.at("/joined").asBoolean()).isTrue();
        assertThat(joined.at("/bound").asBoolean()).isTrue();
        assertThat(joined.at("/invited").asBoolean()).isTrue();
        final Api.Reply mine = api.get(INVITATIONS).viewer(42).answers(200);
        assertThat(mine.at("/group/name").asText()).isEqualTo("福利群");
        assertThat(mine.at("/guide/name").asText()).isEqualTo("李");
        assertThat(mine.at("/store/name").asText()).isEqualTo("南京东路店");
        assertThat(viewer(42).at("/touch/kind").asText()).isEqualTo("JOINED");
    }

    @Test
    void aCodeWithAChannelIsAChannelsTouch() {
        final String share = People.share(api, Role.OPERATOR, 1, "{\"channel\":3}");

        People.touch(api, 42, share).answers(200);

        assertThat(viewer(42).at("/touch/kind").asText()).isEqualTo("CHANNEL");
    }

    @Test
    void aGuideNotesWhomSheServed() {
        final Api.Reply served = api.post(SERVED, "{\"viewer\":42,\"store\":1}")
                .as(Role.GUIDE, People.GUIDE_4)
                .answers(200);

        assertThat(served.at("/bound").asBoolean()).isTrue();
        assertThat(viewer(42).at("/guide").asInt()).isEqualTo(4);
        assertThat(viewer(42).at("/store").asInt()).isEqualTo(1);
        assertThat(viewer(42).at("/touch/kind").asText()).isEqualTo("SERVED");
    }

    @Test
    void whatTheCoreRefusesHasItsCode() {
        People.touch(api, 43, People.share(api, Role.GUIDE, People.GUIDE_3, "{}"))
                .isRefused(422, "SELF_REFERRAL");
        People.touch(api, 51, People.share(api, Role.VIEWER, 50, "{}")).answers(200);
        People.touch(api, 50, People.share(api, Role.VIEWER, 51, "{}")).isRefused(422, "CIRCLE_REFERRAL");
        People.touch(api, 42, TestGateway.shares().encode(new ShareCode(7, 9, 0, 0, 0, 0, 50)))
                .isRefused(404, "OFFER_UNKNOWN");
        api.post(SERVED, "{\"viewer\":42,\"store\":2}")
                .as(Role.GUIDE, People.GUIDE_3)
                .isRefused(409, "GUIDE_ELSEWHERE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 400 | FIELD_MISSING | share",
                "{'share':''} | 400 | FIELD_INVALID | share",
                "{'share':'g7Kx2'} | 404 | SHARE_UNKNOWN | share",
                "{'share':'g7Kx2','join':1} | 400 | FIELD_INVALID | join",
                "{'share':'g7Kx2','guide':3} | 400 | UNKNOWN_FIELD | guide"
            })
    void aBadTouchIsRefusedByItsPlace(final String body, final int status, final String code, final String field) {
        assertThat(api.post(TOUCHES, body.replace('\'', '"'))
                        .viewer(42)
                        .isRefused(status, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void onlyTheCodeOfAGroupIsJoined() {
        final String share = People.share(api, Role.GUIDE, People.GUIDE_3, "{}");

        assertThat(join(42, share).isRefused(400, "FIELD_INVALID").at("/field").asText())
                .isEqualTo("join");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "43 | {} | 400 | FIELD_MISSING | viewer",
                "43 | {'viewer':0} | 400 | FIELD_INVALID | viewer",
                "43 | {'viewer':42,'store':'1'} | 400 | FIELD_INVALID | store",
                "43 | {'viewer':42,'guide':4} | 400 | UNKNOWN_FIELD | guide",
                "42 | {'viewer':41} | 404 | GUIDE_UNKNOWN | Authorization"
            })
    void badServiceIsRefusedByItsPlace(
            final long guide, final String body, final int status, final String code, final String field) {
        assertThat(api.post(SERVED, body.replace('\'', '"'))
                        .as(Role.GUIDE, guide)
                        .isRefused(status, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    private ShareCode madeBy(final Role role, final long subject, final String body) {
        return TestGateway.shares().decode(People.share(api, role, subject, body));
    }

    private void refused(
            final Role role,
            final long subject,
            final String body,
            final int status,
            final String code,
            final String field) {
        assertThat(api.post(SHARES, body)
                        .as(role, subject)
                        .isRefused(status, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    private Api.Call join(final long viewer, final String share) {
        return api.post(TOUCHES, "{\"share\":\"" + share + "\",\"join\":true}").viewer(viewer);
    }

    private Api.Reply viewer(final long id) {
        return api.get("/api/v1/operator/viewers/" + id).operator().answers(200);
    }

    /** A policy past HTTP, which takes whole days only. */
    private void bindFor(final long bindingMs) {
        gateway.offer((buffer, offset) -> {
            final PutAttributionPolicyEncoder policy = new PutAttributionPolicyEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(1)
                    .binding(BindingMode.FIRST_TOUCH.code())
                    .bindingMs(bindingMs)
                    .touchWindowMs(0);
            policy.rulesCount(1).next().rule(AttributionRule.GUIDE_BINDING.code());
            return MessageHeaderEncoder.ENCODED_LENGTH + policy.encodedLength();
        });
    }
}
