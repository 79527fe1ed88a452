package org.lianban.result.notices;

import java.util.List;
import java.util.Optional;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Terms;

/** 发文: writes the notices of a case with the names and words of its county. */
public final class Registry {
    private final Scene.Names names;
    private final Wording wording;

    public Registry(Departments departments, Windows windows, Wording wording) {
        this.names = new Scene.Names() {
            @Override
            public Optional<Department> department(String id) {
                return departments.find(id);
            }

            @Override
            public Optional<Window> window(String id) {
                return windows.find(id);
            }
        };
        this.wording = wording;
    }

    @FunctionalInterface
    public interface Departments {
        Optional<Department> find(String id);
    }

    @FunctionalInterface
    public interface Windows {
        Optional<Window> find(String id);
    }

    /**
     * The notices of everything that happened in one transaction.
     *
     * @param issued numbers that the case's notices have already
     */
    public List<Notice> issue(Bundle after, Terms terms, List<? extends CaseEvent> events, List<String> issued) {
        return Issuing.of(new Scene(after, terms, names, wording), events, issued);
    }

    /** How the department that handles an item signs. */
    public String office(Bundle bundle, Terms terms, String itemNo, String department) {
        return new Scene(bundle, terms, names, wording).printed(itemNo, department);
    }

    /** 作废: a new notice that names the old. */
    public Notice voiding(Bundle bundle, Terms terms, Notice voided, String reason, java.time.Instant at,
            List<String> issued) {
        var scene = new Scene(bundle, terms, names, wording);
        var draft = Draft.of(Kind.VOIDING, voided.head().itemNo(), voided.head().issuer(), at,
                new Content.Voiding(voided.no(), voided.kind().title(), reason));
        return Issuing.numbered(scene, List.of(draft), issued).getFirst();
    }
}
