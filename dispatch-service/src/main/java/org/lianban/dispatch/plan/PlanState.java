package org.lianban.dispatch.plan;

/** What dispatch knows of a case. */
public sealed interface PlanState permits PlanState.Absent, PlanState.Forestalled, CasePlan {
    String caseNo();

    /** Last sequence of the intake topic that was applied; 0: none. */
    long heard();

    /** The state after a message of the intake topic was dealt with. */
    PlanState heard(long sequence);

    /** Nothing has been received yet; there is no row. */
    record Absent(String caseNo) implements PlanState {
        @Override
        public long heard() {
            return 0;
        }

        @Override
        public PlanState heard(long sequence) {
            return this;
        }
    }

    /** 收件前撤回: withdrawn as a whole before it was dispatched, so that a receipt that turns up late starts nothing. */
    record Forestalled(String caseNo, long heard) implements PlanState {
        @Override
        public PlanState heard(long sequence) {
            return new Forestalled(caseNo, sequence);
        }
    }
}
