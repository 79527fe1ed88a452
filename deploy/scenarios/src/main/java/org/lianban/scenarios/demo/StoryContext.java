package org.lianban.scenarios.demo;

import java.time.Instant;
import java.time.InstantSource;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.LianbanClient;
import org.lianban.scenarios.client.ProvinceClient;
import org.lianban.standalone.departments.SimulatedDepartments;

/** What a story has to hand. */
record StoryContext(LianbanClient client, ProvinceClient province, SimulatedDepartments departments, Board board,
        InstantSource clock,
        int firstApplicant) {
    /** A department takes its seconds; a whole tour takes a minute. */
    static final long PATIENCE_SECONDS = 90;

    void filed(Board.Row row, String caseNo) {
        board.filed(row, caseNo, clock.instant());
    }

    void note(String caseNo, String text) {
        Instant now = clock.instant();
        board.happened(new Board.Event(now, caseNo, text, false));
    }

    CaseView await(Board.Row row, Board.Condition condition) throws InterruptedException {
        return board.await(row, PATIENCE_SECONDS, condition);
    }
}
