package io.sluice.gateway.http;

/** What the gateway refuses by the brand's board, before the core is asked. Any thread. */
final class BrandProblems {
    private BrandProblems() {}

    static RequestRefusedException storeUnknown(final long store) {
        return refusal(ProblemCode.STORE_UNKNOWN, "There is no store " + store + ".", "store");
    }

    static RequestRefusedException guideUnknown(final long guide) {
        return refusal(ProblemCode.GUIDE_UNKNOWN, "There is no guide " + guide + " who works.", "guide");
    }

    static RequestRefusedException groupUnknown(final long group) {
        return refusal(ProblemCode.GROUP_UNKNOWN, "There is no group " + group + ".", "group");
    }

    /** A token says that its holder is a guide, and the brand knows of none who is this viewer. */
    static RequestRefusedException noGuideIs(final long viewer) {
        return refusal(ProblemCode.GUIDE_UNKNOWN, "No guide who works is viewer " + viewer + ".", "Authorization");
    }

    static RequestRefusedException guideElsewhere(final long guide, final long store) {
        return refusal(
                ProblemCode.GUIDE_ELSEWHERE, "Guide " + guide + " does not work in store " + store + ".", "store");
    }

    /** The field is for others to give. */
    static RequestRefusedException notYours(final String field, final String detail) {
        return refusal(ProblemCode.ROLE_NOT_ALLOWED, detail, field);
    }

    private static RequestRefusedException refusal(final ProblemCode code, final String detail, final String field) {
        return new RequestRefusedException(new Problem(code, detail).field(field));
    }
}
