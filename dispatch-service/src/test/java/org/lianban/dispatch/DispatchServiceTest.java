package org.lianban.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.contracts.Outcome.APPROVED;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.dispatch.plan.OneThings.aOneThing;
import static org.lianban.dispatch.plan.OneThings.owing;
import static org.lianban.dispatch.stream.Events.accepted;
import static org.lianban.dispatch.stream.Events.concluded;
import static org.lianban.dispatch.stream.Events.decided;
import static org.lianban.dispatch.stream.Events.overdue;
import static org.lianban.dispatch.stream.Events.receipt;
import static org.lianban.dispatch.stream.Events.supplement;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.CatalogEvent.DepartmentChanged;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.plan.OneThings;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole service through Kafka and HTTP, as two instances. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DispatchServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final OneThing PAIR = aOneThing().item("01").item("02", "01").build();
    private static RunningDispatch service;
    private static WebTestClient one;
    private static WebTestClient two;

    @BeforeAll
    static void start() {
        service = new RunningDispatch();
        service.publish(new OneThingPublished(PAIR));
        for (String office : List.of("office01", "office02", "xingzhengshenpi")) {
            service.publish(new DepartmentChanged(new Department("410721-" + office, "410721", office, office,
                    Department.Kind.AGENCY, List.of("新乡县" + office), null, null)));
        }
        one = client(service.start());
        two = client(service.start());
    }

    private static WebTestClient client(int port) {
        return WholeAnswers.client().baseUrl("http://127.0.0.1:" + port).responseTimeout(SOON).build();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @Test
    @Order(1)
    void shouldDispatchAndReleaseEveryCaseOnceOnTwoInstancesDespitePoison() {
        for (int i = 0; i < 300; i++) {
            service.send(receipt("m" + i, 2, PAIR));
            if (i % 50 == 7) {
                service.sendRubbish("m" + i);
            }
            service.send(accepted("m" + i, "01", 1));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard()).filteredOn(h -> h.sequence() == 1)
                .hasSize(300));
        for (int i = 0; i < 300; i++) {
            service.send(decided("m" + i, "01", 2, APPROVED), decided("m" + i, "01", 2, APPROVED));
        }
        await().atMost(SOON).untilAsserted(
                () -> assertThat(service.heard()).filteredOn(h -> h.type().equals("ItemsReleased")).hasSize(300));
        assertThat(service.heard()).extracting(h -> h.caseNo() + "/" + h.sequence()).doesNotHaveDuplicates()
                .hasSize(600);
        one.get().uri("/api/operations/quarantine").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(6);
        one.get().uri("/actuator/prometheus").exchange().expectStatus().isOk().expectBody(String.class)
                .value(text -> assertThat(text).contains("lianban_dispatch_cases_dispatched_total",
                        "lianban_dispatch_items_released_total", "lianban_dispatch_items_blocked_total",
                        "lianban_dispatch_duplicates_total", "lianban_dispatch_gaps_total",
                        "lianban_dispatch_release_seconds", "lianban_dispatch_fanout_seconds"));
    }

    @Test
    @Order(2)
    void shouldShowTheGraphAndLetTheLeadDecideAboutWhatIsBlocked() {
        service.send(receipt("b1", 2, PAIR));
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard("b1")).hasSize(1));
        service.send(accepted("b1", "01", 1), decided("b1", "01", 2, DENIED));
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard("b1")).hasSize(2));
        two.get().uri("/api/cases/b1/plan").exchange().expectStatus().isOk().expectBody().jsonPath("$.items[1].state")
                .isEqualTo("BLOCKED").jsonPath("$.items[1].failed[0]").isEqualTo("01").jsonPath("$.items[1].name")
                .isEqualTo("事项02").jsonPath("$.items[1].department.name").isEqualTo("新乡县office02")
                .jsonPath("$.items[0].outcome").isEqualTo("DENIED").jsonPath("$.edges[0].type").isEqualTo("HARD");
        one.get().uri("/api/blocked?lead={lead}", OneThings.LEAD).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].caseNo").isEqualTo("b1").jsonPath("$.items[0].failed[0].outcome")
                .isEqualTo("DENIED").jsonPath("$.next").doesNotExist();
        for (WebTestClient either : List.of(one, two)) {
            either.post().uri("/api/cases/b1/items/02/lead-decision").header("Idempotency-Key", "d1")
                    .header("Lianban-Actor", OneThings.LEAD).contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"decision\":\"CONTINUE\",\"reason\":\"材料可容缺\"}").exchange().expectStatus().isOk()
                    .expectBody().jsonPath("$.stage").isEqualTo("READY");
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard("b1")).containsExactly("1 ItemsDispatched",
                "2 ItemsBlocked", "3 ItemsReleased"));
        one.get().uri("/api/blocked?lead={lead}", OneThings.LEAD).exchange().expectBody().jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    @Order(3)
    void shouldRefuseWithEveryFaultAtOnce() {
        one.post().uri("/api/cases/b1/items/02/lead-decision").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"decision\":\"MAYBE\"}").exchange().expectStatus().isEqualTo(422).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody().jsonPath("$.faults.length()")
                .isEqualTo(2);
        one.post().uri("/api/cases/b1/items/02/reassignment").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"to\":\"410721-nowhere\",\"reason\":\"x\"}").exchange().expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.faults[0].code").isEqualTo("UNKNOWN_DEPARTMENT");
        one.post().uri("/api/cases/b1/items/02/lead-decision").contentType(MediaType.APPLICATION_JSON).bodyValue("{")
                .exchange().expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("BAD_REQUEST");
        one.post().uri("/api/cases/b1/items/02/lead-decision").header("Lianban-Actor", "410721-office01")
                .contentType(MediaType.APPLICATION_JSON).bodyValue("{\"decision\":\"TERMINATE\",\"reason\":\"x\"}")
                .exchange().expectStatus().isForbidden();
        one.post().uri("/api/cases/b1/items/02/lead-decision").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"decision\":\"TERMINATE\",\"reason\":\"x\"}").exchange().expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.code").isEqualTo("DECIDED_OTHERWISE");
        one.get().uri("/api/cases/none/plan").exchange().expectStatus().isNotFound().expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        one.get().uri("/api/blocked?lead=&limit=0").exchange().expectStatus().isBadRequest().expectBody()
                .jsonPath("$.faults.length()").isEqualTo(2);
    }

    @Test
    @Order(4)
    void shouldReassignAnItem() {
        one.post().uri("/api/cases/b1/items/02/reassignment").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"to\":\"410721-office01\",\"reason\":\"机构职责调整\"}").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.department").isEqualTo("410721-office01");
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard("b1")).last().isEqualTo("4 ItemReassigned"));
    }

    @Test
    @Order(4)
    void shouldArrangeAJointInspectionThroughTheLeadAndShareItsRecord() {
        service.send(receipt("j1", 2, PAIR));
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard("j1")).hasSize(1));
        String inspection = "{\"kind\":\"INSPECTION\",\"items\":[\"01\",\"02\"],"
                + "\"at\":\"2099-03-05T09:00:00+08:00\",\"place\":\"小冀镇\"}";
        joint(one, "", inspection, "410721-office01").expectStatus().isForbidden();
        for (WebTestClient either : List.of(one, two)) {
            either.post().uri("/api/cases/j1/joint-activities").header("Idempotency-Key", "j1")
                    .header("Lianban-Actor", OneThings.LEAD).contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(inspection).exchange().expectStatus().isOk().expectBody().jsonPath("$.activity.id")
                    .isEqualTo("j1-J1").jsonPath("$.activity.organiser").isEqualTo(OneThings.LEAD);
        }
        joint(two, "/j1-J1/schedule", "{\"at\":\"2099-03-06T09:00:00+08:00\",\"place\":\"小冀镇\"}",
                OneThings.LEAD).expectStatus().isOk();
        service.send(concluded("j1", "01", 1));
        await().atMost(SOON).untilAsserted(() -> one.get().uri("/api/cases/j1/plan").exchange().expectBody()
                .jsonPath("$.activities[0].awaited[0]").isEqualTo("02").jsonPath("$.activities[0].awaited.length()")
                .isEqualTo(1).jsonPath("$.activities[0].at").isEqualTo("2099-03-06T01:00:00Z"));
        service.send(concluded("j1", "02", 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard("j1")).containsExactly("1 ItemsDispatched",
                "2 JointActivityScheduled", "3 JointActivityScheduled", "4 JointActivityConcluded"));
        one.get().uri("/api/cases/j1/joint-activities").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$[0].state").isEqualTo("CONCLUDED").jsonPath("$[0].passed").isEqualTo(true)
                .jsonPath("$[0].participants[1].conclusion.officers[1]").isEqualTo("a2")
                .jsonPath("$[0].participants[0].itemName").isEqualTo("事项01");
        joint(one, "/j1-J1/cancellation", "{\"reason\":\"x\"}", OneThings.LEAD).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.code").isEqualTo("ACTIVITY_OVER");
        joint(one, "/j1-J7/cancellation", "{\"reason\":\"x\"}", OneThings.LEAD).expectStatus().isNotFound();
    }

    private static WebTestClient.ResponseSpec joint(WebTestClient client, String path, String body, String actor) {
        return client.post().uri("/api/cases/j1/joint-activities" + path).header("Lianban-Actor", actor)
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    @Test
    @Order(4)
    void shouldNameEveryFaultOfAJointActivityAtOnce() {
        joint(one, "", "{\"kind\":\"PARTY\",\"items\":[\"1\",null],\"at\":\"tomorrow\"}", OneThings.LEAD).expectStatus()
                .isEqualTo(422).expectBody().jsonPath("$.faults.length()").isEqualTo(5);
        joint(one, "",
                "{\"kind\":\"REVIEW\",\"items\":[\"07\",\"07\"],\"at\":\"2020-01-01T00:00:00Z\",\"place\":\"x\"}",
                OneThings.LEAD).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[?(@.code=='UNKNOWN_ITEM')]")
                .exists().jsonPath("$.faults[?(@.code=='NAMED_TWICE')]").exists()
                .jsonPath("$.faults[?(@.code=='IN_THE_PAST')].pointer").isEqualTo("/at");
        joint(one, "", "{", OneThings.LEAD).expectStatus().isBadRequest();
        one.get().uri("/api/cases/none/joint-activities").exchange().expectStatus().isNotFound();
    }

    @Test
    @Order(4)
    void shouldShowWhatIsOverdueToTheLead() {
        service.send(receipt("o1", 2, PAIR, owing("m01", "01")));
        service.send(overdue("o1", 3, "m01", "01"));
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard("o1")).containsExactly("1 ItemsDispatched",
                "2 MaterialsOverdue"));
        one.get().uri("/api/cases/o1/plan").exchange().expectBody().jsonPath("$.items[0].state").isEqualTo("BLOCKED")
                .jsonPath("$.items[0].owed[0]").isEqualTo("m01").jsonPath("$.items[0].overdue[0]").isEqualTo("m01")
                .jsonPath("$.items[0].mayDecide").isEqualTo(false);
        one.get().uri("/api/blocked?lead={lead}&after=n", OneThings.LEAD).exchange().expectBody()
                .jsonPath("$.items[0].caseNo").isEqualTo("o1").jsonPath("$.items[0].overdue[0].material")
                .isEqualTo("m01").jsonPath("$.items[0].failed").isEmpty();
        one.post().uri("/api/cases/o1/items/01/lead-decision").header("Lianban-Actor", OneThings.LEAD)
                .contentType(MediaType.APPLICATION_JSON).bodyValue("{\"decision\":\"CONTINUE\",\"reason\":\"再等三日\"}")
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.stage").isEqualTo("WAITING");
        service.send(supplement("o1", 4, SupplementPurpose.TOLERANCE, "m01", "01"));
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard("o1")).containsExactly("1 ItemsDispatched",
                "2 MaterialsOverdue", "3 ItemsReleased", "4 ItemsReleased"));
    }

    @Test
    @Order(5)
    void shouldDescribeItself() {
        one.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody().jsonPath("$.openapi")
                .value(v -> assertThat(v.toString()).startsWith("3.1"))
                .jsonPath("$.paths['/api/cases/{caseNo}/plan'].get")
                .exists().jsonPath("$.paths['/api/cases/{caseNo}/items/{itemNo}/lead-decision'].post").exists()
                .jsonPath("$.paths['/api/blocked'].get").exists();
        one.get().uri("/swagger-ui.html").exchange().expectStatus().is3xxRedirection();
    }

    @Test
    @Order(6)
    void shouldGoOnWhereAnInstanceLeftOff() {
        service.stop(0);
        for (int i = 0; i < 60; i++) {
            service.send(receipt("r" + i, 2, PAIR));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(service.heard()).filteredOn(h -> h.caseNo().startsWith("r"))
                .hasSize(60));
    }
}
