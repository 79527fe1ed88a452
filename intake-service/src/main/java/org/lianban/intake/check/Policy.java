package org.lianban.intake.check;

/** 审查规则: one rule; adds every breach it finds. */
@FunctionalInterface
interface Policy {
    void check(Examined application, Faults faults);
}
