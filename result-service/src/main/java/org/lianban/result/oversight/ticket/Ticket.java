package org.lianban.result.oversight.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.rating.Level;

/**
 * 工单.
 *
 * @param stage a move goes through {@link Lifecycle#TABLE}
 * @param department who answers for it; null until it is assigned
 * @param finding of the present round
 * @param round 差评重办 begins the next one
 * @param review 研: what was learned, written at closing
 */
public record Ticket(Head head, Stage stage, @Nullable String department, @Nullable Finding finding, Round round,
        @Nullable String review) {

    /**
     * What does not change.
     *
     * @param id number of the ticket
     * @param caseNo null for a matter that never became a case
     * @param itemNo null: the case as a whole
     * @param matter what is reported, at most 2,000 characters
     * @param external number of the same matter elsewhere, as of 12345
     * @param tags by which matters are counted, as 12345 gives them
     * @param level of the bad rating; null for other kinds
     */
    public record Head(String id, Kind kind, String region, @Nullable String caseNo, @Nullable String itemNo,
            @Nullable String oneThing, String matter, @Nullable String external, List<String> tags,
            @Nullable Level level, Instant openedAt) {
        public Head {
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    /**
     * @param number from 1
     * @param since when the limits of the round began
     * @param reached when each stage of this round was first reached
     * @param attempts call-backs in vain
     * @param reached whom the call-back reached is {@code answered}
     * @param overdue the limit whose miss was published and that is still missed
     * @param reRated level given after the call-back
     */
    public record Round(int number, Instant since, Map<Stage, Instant> reached, int attempts, boolean answered,
            @Nullable Limit overdue, @Nullable Level reRated) {
        public Round {
            reached = reached == null ? Map.of() : Map.copyOf(reached);
        }

        static Round first(Instant since) {
            return new Round(1, since, Map.of(Stage.REPORTED, since), 0, false, null, null);
        }

        Round next(Instant since) {
            return new Round(number + 1, since, Map.of(Stage.REOPENED, since), 0, false, null, null);
        }

        Round at(Stage stage, Instant at) {
            var more = new EnumMap<Stage, Instant>(Stage.class);
            more.putAll(reached);
            more.putIfAbsent(stage, at);
            return new Round(number, since, more, attempts, answered, overdue, reRated);
        }

        Round tried() {
            return new Round(number, since, reached, attempts + 1, answered, overdue, reRated);
        }

        Round answered(boolean reached) {
            return new Round(number, since, this.reached, attempts, reached, overdue, reRated);
        }

        Round overdue(@Nullable Limit limit) {
            return new Round(number, since, reached, attempts, answered, limit, reRated);
        }

        Round reRated(Level level) {
            return new Round(number, since, reached, attempts, answered, overdue, level);
        }
    }

    /** The limit that runs now; empty once nothing more is owed. */
    @JsonIgnore
    public Optional<Limit> runs() {
        return switch (stage) {
            case REPORTED, ASSIGNED, REOPENED -> Optional.of(Limit.VERIFY);
            case VERIFIED, RECTIFYING -> Optional.of(Limit.RECTIFY);
            case RECTIFIED, DISPROVED -> Optional.of(Limit.CALL_BACK);
            case INFORMED -> finding != null && finding.genuine() ? Optional.of(Limit.CALL_BACK) : Optional.empty();
            case CALLED_BACK, RE_RATED, CLOSED -> Optional.empty();
        };
    }

    /** 红: the limit that runs is missed. */
    @JsonIgnore
    public boolean red() {
        return round.overdue() != null;
    }

    @JsonIgnore
    public Stage.Phase phase() {
        return red() ? Stage.Phase.SUPERVISE : stage.phase();
    }
}
