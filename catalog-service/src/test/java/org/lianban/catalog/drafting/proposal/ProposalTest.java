package org.lianban.catalog.drafting.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.drafting.proposal.Proposal.Kind;
import org.lianban.catalog.drafting.proposal.Proposal.Move;
import org.lianban.catalog.drafting.proposal.Proposal.State;

class ProposalTest {
    private static final Instant NOW = Instant.parse("2026-09-18T02:00:00Z");

    @Test
    void shouldMoveAsTheTableSaysAndGoUpwardsOnlyWithAnItem() {
        for (Kind kind : Kind.values()) {
            for (State state : State.values()) {
                Proposal proposal = new Proposal("410721-P1", "410721", kind, "题", "文", null, null, "1", state,
                        List.of());
                for (Move move : Move.values()) {
                    boolean listed = Proposal.LIFECYCLE.allows(state, move);
                    boolean possible = listed && (move != Move.FORWARD || kind == Kind.ITEM_CHANGE);
                    assertThat(proposal.moved(new Proposal.Step(move, "复", "a1", NOW)).isPresent())
                            .as("%s %s %s", kind, state, move).isEqualTo(possible);
                }
            }
        }
    }
}
