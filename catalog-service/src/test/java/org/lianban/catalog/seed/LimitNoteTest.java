package org.lianban.catalog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.contracts.catalog.Term;

class LimitNoteTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            即办, 0,
            即时(须授权), 0,
            当天, 0,
            1WD, 1,
            1-3WD, 3,
            即办-5WD, 5,
            承诺1WD(兴隆县指南), 1,
            承诺20WD内, 20,
            承诺5-7WD(不含制卡), 7,
            承诺制当场;非承诺制10WD, 10,
            联合验收12-15WD整改不计, 15,
            2/5/15WD(辖区内)5/10/20WD(跨省)加固改造不计, 20,
            5-10WD(待确认), 10,
            法定10WD可延5WD, , 10
            法定20WD, , 20
            法定30WD承诺1-5WD, 5, 30
            法定3日, ,
            法定60日内发放, ,
            2h收件, ,
            含公示(公示期不计入), ,
            按招生日程, ,
            """)
    void shouldReadTheLargerEndAndLeaveNaturalDaysToTheNote(String note, Integer promise, Integer statutory) {
        Limits.LimitNote read = Limits.LimitNote.parse(note);
        assertThat(read.promise()).isEqualTo(promise == null ? null : Term.workingDays(promise));
        assertThat(read.statutory()).isEqualTo(statutory == null ? null : Term.workingDays(statutory));
    }

    @Test
    void shouldUnderstandEveryWorkingDayNoteOfTheFlows() {
        Set<String> silent = new TreeSet<>();
        Flow.read(SeedTexts.all().get(Seed.FLOWS)).values().stream().flatMap(flow -> flow.steps().values().stream())
                .map(Flow.Step::limitNote)
                .filter(note -> Limits.LimitNote.parse(note).equals(new Limits.LimitNote(null, null)))
                .forEach(silent::add);
        assertThat(silent).containsExactlyInAnyOrder("", "2h收件", "与待遇核定同步(菏泽)", "含公示", "含公示(公示期不计入)", "含劳动能力鉴定",
                "按招生日程", "法定15日", "法定2日", "法定3日", "法定60日内发放");
    }
}
