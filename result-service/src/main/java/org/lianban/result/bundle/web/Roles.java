package org.lianban.result.bundle.web;

import java.util.EnumSet;
import java.util.Set;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.http.Problem;

/** 谁可以做: roles of the commands on results and notices. */
public final class Roles {
    public static final Set<Role> CERTIFICATE_WINDOW = EnumSet.of(Role.CERTIFICATE_WINDOW);
    public static final Set<Role> APPLICANT_OR_WINDOW = EnumSet.of(Role.APPLICANT, Role.AGENT, Role.WINDOW_CLERK,
            Role.CERTIFICATE_WINDOW);
    public static final Set<Role> DELIVERERS = EnumSet.of(Role.CERTIFICATE_WINDOW, Role.WINDOW_CLERK,
            Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_SYSTEM);
    public static final Set<Role> ISSUERS = EnumSet.of(Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.LEAD_DEPARTMENT,
            Role.CATALOG_ADMIN);
    public static final Set<Role> READERS = EnumSet.of(Role.APPLICANT, Role.AGENT, Role.WINDOW_CLERK,
            Role.CERTIFICATE_WINDOW, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_SYSTEM, Role.LEAD_DEPARTMENT,
            Role.CATALOG_ADMIN, Role.SUPERVISOR, Role.INSPECTOR);
    public static final Set<Role> COURIERS = EnumSet.of(Role.CERTIFICATE_WINDOW, Role.WINDOW_CLERK,
            Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_SYSTEM);

    private Roles() {}

    /** @throws Problem 403 */
    public static Actor require(Actor actor, Set<Role> allowed, String what) {
        if (!allowed.contains(actor.role())) {
            throw Problem.forbidden("此角色不能" + what);
        }
        return actor;
    }

    public static boolean outside(Actor actor) {
        return actor.role() == Role.APPLICANT || actor.role() == Role.AGENT;
    }
}
