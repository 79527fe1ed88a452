package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Faults;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.application.handler.IntakeCommand;
import org.lianban.intake.application.handler.IntakeCommands;
import org.lianban.intake.application.handler.Request;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.persistence.Database;
import tools.jackson.databind.node.ObjectNode;

/** What a batch costs in statements: an application with nothing special about it pays for nothing special. */
class PlainCaseTest {
    private final Intake intake = Intake.running();

    private static Connection counting(Connection connection, List<String> statements) {
        return (Connection) Proxy.newProxyInstance(PlainCaseTest.class.getClassLoader(),
                new Class<?>[]{Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createStatement")) {
                        statements.add(((String) arguments[0]).strip().replaceAll("\\s+", " "));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    private List<String> statements(List<ObjectNode> applications) {
        List<String> statements = new ArrayList<>();
        assertThat(filed(applications, statements)).allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Done.class));
        return statements;
    }

    /** In one transaction. */
    private List<Outcome<CaseAnswer>> filed(List<ObjectNode> applications, List<String> statements) {
        List<Keyed<Request>> requests = applications.stream().map(a -> {
            Faults faults = new Faults();
            Filing filing = FilingReader.read(a, null, faults);
            return new Keyed<>(new Request(new IntakeCommand.File(filing, faults.list(), null, null),
                    new Actor(Actor.Role.WINDOW_CLERK, "w1", null), null), null, "");
        }).toList();
        return Objects.requireNonNull(intake.context.getBean(Database.class)
                .inTransaction(tx -> intake.context.getBean(IntakeCommands.class).handle(counting(tx, statements),
                        requests))
                .block());
    }

    @Test
    void shouldGiveNumbersBackThatARefusedCommandWouldHaveTaken() {
        ObjectNode plain = Fixtures.application().put("receive", true);
        ObjectNode unanswered = RichThing.handing(RichThing.application().put("receive", true), "m01", "m02", "m03",
                "m04", "m05");
        List<Outcome<CaseAnswer>> batch = filed(List.of(plain, unanswered, plain), new ArrayList<>());
        assertThat(batch.get(1)).isInstanceOf(Outcome.Refused.class);
        List<Outcome<CaseAnswer>> next = filed(List.of(plain), new ArrayList<>());
        int first = order(batch.get(0));
        assertThat(List.of(order(batch.get(2)), order(next.get(0)))).containsExactly(first + 1, first + 2);
    }

    /** Behind region, date and kind. */
    private static int order(Outcome<CaseAnswer> outcome) {
        String caseNo = ((Outcome.Done<CaseAnswer>) outcome).answer().caseNo();
        return Integer.parseInt(caseNo.substring(17, 23));
    }

    @Test
    void shouldTakeThreeStatementsWhateverTheSizeOfTheBatch() {
        ObjectNode plain = Fixtures.application().put("receive", true);
        List<String> one = statements(List.of(plain));
        assertThat(one).as(String.join("\n", one)).hasSize(3).anyMatch(s -> s.startsWith("insert into number_series"))
                .anyMatch(s -> s.startsWith("insert into application"))
                .anyMatch(s -> s.contains("outbox"));
        assertThat(statements(List.of(plain, plain, plain, plain))).isEqualTo(one);
    }

    @Test
    void shouldTakeNoMoreForToleranceAndPriority() {
        ObjectNode deferring = RichThing.checked(RichThing.promising(
                RichThing.handing(RichThing.application().put("receive", true).put("priority", "老年人"), "m01", "m03",
                        "m04", "m05"),
                "m02", "DEFER", "c1", 2));
        assertThat(statements(List.of(deferring))).hasSize(3);
    }

    @Test
    void shouldStoreAndSayNothingSpecialOfAPlainCase() {
        String caseNo = intake.received();
        String facts = intake.column("select facts from intake.application where case_no = '" + caseNo + "'")
                .getFirst();
        assertThat(Fixtures.JSON.readTree(facts).propertyNames()).containsExactlyInAnyOrder("c", "w", "r", "i", "rc");
    }
}
