package io.sluice.ops.demo;

/** Does what the crowd decided. Called by one thread, in the order of the actions' times. */
public interface CrowdActor {
    /** A viewer enters. */
    void onJoin(CrowdAction.Join action);

    /** A viewer says something. */
    void onComment(CrowdAction.Comment action);

    /** A viewer likes, some times at once. */
    void onLike(CrowdAction.Like action);

    /** A viewer claims a coupon. */
    void onClaim(CrowdAction.Claim action);

    /** A viewer orders, with a coupon if there is one for as much. */
    void onOrder(CrowdAction.Order action);

    /** A viewer wants what is mostly sold out, and waits for it if need be. */
    void onWait(CrowdAction.Wait action);

    /** A viewer sends an order a second time with the same key. */
    void onRepeat(CrowdAction.Repeat action);

    /** A viewer pays, if there is a reservation. */
    void onPay(CrowdAction.Pay action);

    /** A viewer cancels, if there is a reservation. */
    void onCancel(CrowdAction.Cancel action);

    /** A viewer walks away from an order and lets it expire. */
    void onAbandon(CrowdAction.Abandon action);

    /** A viewer leaves. */
    void onLeave(CrowdAction.Leave action);
}
