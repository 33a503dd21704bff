package io.sluice.ops.journal;

import io.sluice.engine.Replay;
import io.sluice.engine.core.ViewerPicture;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.GroupView;
import io.sluice.engine.view.GuideView;
import io.sluice.gateway.http.Rfc3339;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What a core knows of a viewer: who they belong to, and who invited whom. One thread.
 *
 * @param picture   of a viewer of whom something is known.
 * @param brand     what guides and groups are called.
 * @param sequence  the record it is true behind.
 */
record KnownViewer(ViewerPicture picture, BrandBoard brand, long sequence) {
    /** What is known as the replay stands; null for nothing. */
    static KnownViewer of(final long viewer, final Replay replay) {
        final ViewerPicture picture = new ViewerPicture();
        replay.core().findViewer(viewer, picture);
        return picture.viewer() == 0
                ? null
                : new KnownViewer(picture, replay.brandBoard(), replay.chain().sequence());
    }

    /** A line for each thing that is known. */
    List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add("known       of viewer " + picture.viewer() + " at sequence=" + sequence);
        if (picture.memberSinceMs() != 0) {
            lines.add("member      since " + Rfc3339.format(picture.memberSinceMs()));
        }
        if (picture.guide() != 0) {
            lines.add("guide       " + picture.guide() + "  " + guideName() + "  in store " + picture.store() + "  "
                    + (isForGood() ? "for good" : "until " + Rfc3339.format(picture.boundUntilMs())) + "  record "
                    + picture.boundAt());
        }
        if (picture.group() != 0) {
            lines.add("group       " + picture.group() + "  " + groupName() + "  record " + picture.joinedAt());
        }
        if (picture.inviter() != 0) {
            lines.add("invited by  " + trail() + "  record " + picture.invitedAt());
        }
        lines.add("invited     " + picture.invited());
        if (picture.touchAt() != 0) {
            lines.add("last touch  " + TouchKind.ofCode(picture.touchKind()) + "  "
                    + Rfc3339.format(picture.touchTimeMs()) + "  record " + picture.touchAt());
        }
        return lines;
    }

    private String trail() {
        final StringBuilder trail = new StringBuilder();
        for (int i = 0; i < picture.hands(); i++) {
            trail.append(i == 0 ? "" : " < ").append(picture.hand(i));
        }
        return trail.append(picture.hasMore() ? " < ..." : "").toString();
    }

    private boolean isForGood() {
        return picture.boundUntilMs() == Long.MAX_VALUE;
    }

    /** The same as one object; what is not known is left out. */
    JsonObject toJson() {
        final JsonObject json = new JsonObject().put("viewer", picture.viewer()).put("sequence", sequence);
        putTime(json, "memberSince", picture.memberSinceMs());
        putId(json, "store", picture.store());
        putId(json, "guide", picture.guide());
        if (picture.guide() != 0) {
            json.put("guideName", guideName()).put("boundAt", picture.boundAt());
            putTime(json, "boundUntil", isForGood() ? 0 : picture.boundUntilMs());
        }
        if (picture.group() != 0) {
            json.put("group", picture.group()).put("groupName", groupName()).put("joinedAt", picture.joinedAt());
        }
        putId(json, "inviter", picture.inviter());
        putId(json, "invitedAt", picture.invitedAt());
        json.put("invited", picture.invited());
        if (picture.touchAt() != 0) {
            json.put("touchAt", picture.touchAt());
            putTime(json, "touchTime", picture.touchTimeMs());
            json.put("touchKind", TouchKind.ofCode(picture.touchKind()).name());
        }
        final JsonArray trail = new JsonArray();
        for (int i = 0; i < picture.hands(); i++) {
            trail.add(picture.hand(i));
        }
        return json.put("trail", trail).put("more", picture.hasMore());
    }

    private static void putId(final JsonObject json, final String field, final long id) {
        if (id != 0) {
            json.put(field, id);
        }
    }

    private static void putTime(final JsonObject json, final String field, final long timeMs) {
        if (timeMs != 0) {
            json.put(field, Rfc3339.format(timeMs));
        }
    }

    private String guideName() {
        final GuideView guide = brand.guide(picture.guide());
        return guide == null ? "" : guide.name();
    }

    private String groupName() {
        final GroupView group = brand.group(picture.group());
        return group == null ? "" : group.name();
    }
}
