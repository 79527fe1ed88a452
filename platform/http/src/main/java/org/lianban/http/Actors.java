package org.lianban.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.text.Text;
import org.lianban.text.TextKind;
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
     * @throws Problem 400 with every header that is wrong: an unknown role, an account longer than 64 characters or with
     *     characters that cannot be kept
     */
    public static Actor of(HttpHeaders headers, Role otherwise) {
        Faults faults = new Faults();
        String id = account(headers, ID_HEADER, faults);
        Actor actor = new Actor(role(headers, otherwise, faults), id == null ? ANONYMOUS : id,
                account(headers, BEHALF_HEADER, faults), account(headers, WINDOW_HEADER, faults));
        if (!faults.none()) {
            throw Problem.badRequest(faults.list());
        }
        return actor;
    }

    private static Role role(HttpHeaders headers, Role otherwise, Faults faults) {
        String role = headers.getFirst(ROLE_HEADER);
        if (role == null) {
            return otherwise;
        }
        try {
            return Role.valueOf(role.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            faults.add(ROLE_HEADER, FaultCode.UNKNOWN, "角色",
                    Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining("、")));
            return otherwise;
        }
    }

    private static @Nullable String account(HttpHeaders headers, String name, Faults faults) {
        String sent = headers.getFirst(name);
        String text = sent == null ? null : CleanAddresses.text(sent);
        if (text == null) {
            return null;
        }
        return switch (Text.read(TextKind.LINE, text, MAX_LENGTH)) {
            case Text.Taken taken -> taken.value().isEmpty() ? null : taken.value();
            case Text.Refused refused -> {
                faults.add(refused.code().saying(name, "账号" + refused.message()));
                yield null;
            }
        };
    }
}
