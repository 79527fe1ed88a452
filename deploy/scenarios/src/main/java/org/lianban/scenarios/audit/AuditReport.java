package org.lianban.scenarios.audit;

import java.util.List;

/**
 * What the databases and the departments' logs say, whoever sent the cases.
 *
 * @param cases accepted applications in intake's database
 * @param settled of those, joined in result's database, with the end in its history
 * @param items frozen item set of those cases in dispatch's database
 * @param itemsEnded of those, with an outcome in result's database
 * @param prerequisiteViolations decisions before, or without, a prerequisite that the catalogue demands
 * @param duplicatesAtDepartments tasks that came as new again to a department that knew them
 * @param redelivered deliveries that came again before the department had said anything, as the contract allows
 * @param lost facts one place has acknowledged and another does not know
 * @param findings each violation, duplicate and loss in words
 */
public record AuditReport(int cases, int settled, int regions, int oneThings, int items, int itemsEnded, int decisions,
        int prerequisiteViolations, int duplicatesAtDepartments, int redelivered, int lost, List<String> findings) {

    /** Every case has ended and nothing is wrong. */
    public boolean clean() {
        return settled == cases && itemsEnded == items && sound();
    }

    /** Nothing is wrong, though cases may still be open. */
    public boolean sound() {
        return prerequisiteViolations == 0 && duplicatesAtDepartments == 0 && lost == 0;
    }
}
