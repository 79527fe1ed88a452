package org.lianban.result.oversight.web;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.http.Problem;

/** What one step of a form needs and another does not; every lack is told at once. */
final class Needed {
    private final Faults faults = new Faults();

    /** @param otherwise never used: {@link #orRefuse} refuses */
    <T> T of(String name, String label, @Nullable T value, T otherwise) {
        if (value == null) {
            faults.add("/" + name, FaultCode.MISSING, label);
            return otherwise;
        }
        return value;
    }

    String text(String label, @Nullable String text) {
        return of("text", label, text, "");
    }

    /** Where something happened: a case, or a region where there is none. */
    Needed place(@Nullable String region, @Nullable String caseNo, @Nullable String itemNo) {
        if (caseNo == null && region == null) {
            faults.add(FaultCode.MISSING.saying("/region", "没有办件的，请填写行政区划代码。"));
        }
        if (caseNo == null && itemNo != null) {
            faults.add(new Fault("/itemNo", "NO_CASE", "指明联办事项须同时指明办件。"));
        }
        return this;
    }

    /** @throws Problem 422 with everything that is missing */
    <T> T orRefuse(T whole) {
        if (!faults.none()) {
            throw Problem.unprocessable(faults.list());
        }
        return whole;
    }
}
