package org.lianban.intake.checking;

/** 审查规则: one rule; adds every breach it finds. */
@FunctionalInterface
public interface Policy {
    void check(Examined application, Faults faults);
}
