package org.lianban.intake.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.intake.access.AccessPolicy.Purpose;

class AccessPolicyTest {
    private static Actor actor(Role role) {
        return new Actor(role, "a", null);
    }

    @Test
    void shouldOpenForExactlyTheRolesAndPurposesOfTheTable() {
        for (Role role : Role.values()) {
            for (Purpose purpose : Purpose.values()) {
                boolean allowed = AccessPolicy.TABLE.getOrDefault(role, Set.of()).contains(purpose);
                assertThat(AccessPolicy.view(actor(role), purpose.name())).as(role + " " + purpose)
                        .isEqualTo(allowed ? AccessPolicy.View.OPEN : AccessPolicy.View.MASKED);
            }
        }
        assertThat(AccessPolicy.TABLE.get(Role.INSPECTOR)).containsExactly(Purpose.INSPECTION);
        assertThat(AccessPolicy.TABLE).doesNotContainKeys(Role.APPLICANT, Role.OPERATOR, Role.CATALOG_ADMIN,
                Role.AUDITOR);
    }

    @Test
    void shouldMaskWhoNamesNoPurposeOrAnUnknownOne() {
        assertThat(AccessPolicy.view(actor(Role.WINDOW_CLERK), null)).isEqualTo(AccessPolicy.View.MASKED);
        assertThat(AccessPolicy.view(actor(Role.WINDOW_CLERK), "好奇")).isEqualTo(AccessPolicy.View.MASKED);
        assertThat(AccessPolicy.view(actor(Role.DEPARTMENT_OFFICER), "INTAKE")).isEqualTo(AccessPolicy.View.MASKED);
    }

    @Test
    void shouldLetFilesBeReadByTheirHoldersAndByOfficersWithAPurpose() {
        assertThat(AccessPolicy.mayReadFile(actor(Role.DEPARTMENT_SYSTEM), null)).isTrue();
        assertThat(AccessPolicy.mayReadFile(actor(Role.APPLICANT), null)).isTrue();
        assertThat(AccessPolicy.mayReadFile(actor(Role.DEPARTMENT_OFFICER), null)).isFalse();
        assertThat(AccessPolicy.mayReadFile(actor(Role.DEPARTMENT_OFFICER), "REVIEW")).isTrue();
        assertThat(AccessPolicy.mayReadFile(actor(Role.OPERATOR), "REVIEW")).isFalse();
        assertThat(AccessPolicy.mayReadFile(actor(Role.CATALOG_ADMIN), null)).isFalse();
    }
}
