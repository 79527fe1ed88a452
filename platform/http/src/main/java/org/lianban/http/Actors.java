package org.lianban.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.springframework.http.HttpHeaders;

/**
 * Who asks, from the headers of a request. The gateway in front authenticates and sets them; on a loopback deployment they
 * may be missing.
 */
public final class Actors {
    public static final String ID_HEADER = "Lianban-Actor";
    public static final String ROLE_HEADER = "Lianban-Role";
    public static final String BEHALF_HEADER = "Lianban-On-Behalf-Of";
    public static final String WINDOW_HEADER = "Lianban-Window";
    /** Whoever did not say who: nobody authenticates in front. */
    public static final String ANONYMOUS = "anonymous";
    private static final int MAX_LENGTH = 64;

    private Actors() {}

    /**
     * @param otherwise the role of the door where no header names one
     * @throws Problem 400 for an unknown role or an account longer than 64 characters or with control characters
     */
    public static Actor of(HttpHeaders headers, Role otherwise) {
        String id = account(headers, ID_HEADER);
        String role = headers.getFirst(ROLE_HEADER);
        try {
            return new Actor(role == null ? otherwise : Role.valueOf(role.toUpperCase(Locale.ROOT)),
                    id == null ? ANONYMOUS : id, account(headers, BEHALF_HEADER), account(headers, WINDOW_HEADER));
        } catch (IllegalArgumentException unknown) {
            throw Problem.badRequest(List.of(new Fault(ROLE_HEADER, "UNKNOWN_ROLE", "未知角色")));
        }
    }

    private static @Nullable String account(HttpHeaders headers, String name) {
        String account = headers.getFirst(name);
        if (account != null && (account.length() > MAX_LENGTH || account.chars().anyMatch(c -> c < ' '))) {
            throw Problem.badRequest(List.of(new Fault(name, "BAD_ACCOUNT", "账号最长 64 个字符，不得含控制字符")));
        }
        return account;
    }
}
