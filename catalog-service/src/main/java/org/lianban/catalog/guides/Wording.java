package org.lianban.catalog.guides;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.CriticalPath;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules.Exclusion;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;

/** Puts what a version says into the words of a guide. */
final class Wording {
    static final String UNPUBLISHED = "待公布";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final int SHORT_HASH = 12;

    private Wording() {}

    static String day(Instant at) {
        return DAY.format(LocalDate.ofInstant(at, ZONE));
    }

    /** {@code sha256:9f0a1b2c3d4e} of the whole hash: enough to compare two sheets by eye. */
    static String shortHash(String contentHash) {
        String hex = contentHash.substring(contentHash.indexOf(':') + 1);
        return hex.substring(0, Math.min(SHORT_HASH, hex.length()));
    }

    static String term(@Nullable Term term) {
        return term == null ? UNPUBLISHED : within(term);
    }

    static String within(Term term) {
        return switch (term.unit()) {
            case WORKING_DAYS -> term.amount() == 0 ? "即办" : term.amount() + "个工作日";
            case SERVICE_MINUTES -> term.amount() % 60 == 0
                    ? term.amount() / 60 + "小时（服务时间）"
                    : term.amount() + "分钟（服务时间）";
        };
    }

    static String whole(CriticalPath path) {
        if (path.workingDays() == null) {
            return UNPUBLISHED;
        }
        String days = path.workingDays() == 0 ? "即办" : path.workingDays() + "个工作日";
        return path.unknownItems().isEmpty()
                ? days
                : "%s（不含期限未公布的第%s项）".formatted(days, numbers(path.unknownItems()));
    }

    /** Item numbers, three and more in a row as a range: {@code 01、03至07}. */
    static String numbers(List<String> numbers) {
        if (numbers.isEmpty()) {
            return "无";
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0, to; from < numbers.size(); from = to) {
            to = from + 1;
            while (to < numbers.size()
                    && Integer.parseInt(numbers.get(to)) == Integer.parseInt(numbers.get(to - 1)) + 1) {
                to++;
            }
            parts.addAll(to - from < 3
                    ? numbers.subList(from, to)
                    : List.of(numbers.get(from) + "至" + numbers.get(to - 1)));
        }
        return String.join("、", parts);
    }

    static String kind(ItemKind kind) {
        return switch (kind) {
            case LICENSE -> "行政许可";
            case CONFIRM -> "行政确认";
            case PAYMENT -> "行政给付";
            case SERVICE -> "公共服务";
            case CHECK -> "信息核查";
            case VERIFY -> "信息核验";
            case COLLECT -> "信息采集";
        };
    }

    static String level(Level level) {
        return switch (level) {
            case COUNTY -> "县级";
            case CITY -> "市级";
        };
    }

    static String subject(Subject subject) {
        return switch (subject) {
            case INDIVIDUAL -> "自然人";
            case ENTERPRISE -> "企业法人";
        };
    }

    static String choice(Group.@Nullable Type choice) {
        return switch (choice) {
            case null -> "必办";
            case OPTIONAL -> "按情形选办";
            case EXACTLY_ONE -> "多选一";
        };
    }

    static String exclusion(Exclusion exclusion) {
        return switch (exclusion) {
            case NATIONAL_SECURITY -> "涉及国家安全";
            case PUBLIC_SECURITY -> "涉及公共安全";
            case PUBLIC_HEALTH -> "涉及公共卫生";
            case ECOLOGY -> "涉及生态环境保护";
            case FINANCE -> "涉及金融业审慎监管";
            case PERSONAL_SAFETY -> "涉及人身健康、生命财产安全";
        };
    }

    /** What an applicant has to do about a material, all of it. */
    static List<String> submission(MaterialRules rules) {
        List<String> ways = new ArrayList<>();
        MaterialRules.Exemption exemption = rules.exemption();
        if (exemption != null) {
            ways.add("免提交：%s（%s）".formatted(exemption(exemption.reason()), exemption.source()));
        }
        MaterialRules.Deferral deferral = rules.deferral();
        if (deferral != null) {
            ways.add("可容缺：%s内补交".formatted(within(deferral.within())));
        }
        Wording.where(rules.commitment() != null, ways, "可告知承诺：签署承诺书后免交");
        Wording.where(rules.original(), ways, "窗口核验原件");
        return ways;
    }

    private static String exemption(MaterialRules.Reason reason) {
        return switch (reason) {
            case GOV_ISSUED -> "政府部门核发";
            case DATA_VERIFIED -> "数据共享核验";
            case E_LICENSE -> "电子证照";
        };
    }

    static String effect(SpecialProcedure procedure) {
        if (procedure.pausesStatutory() && procedure.pausesPromise()) {
            return "所需时间不计入法定期限和承诺期限";
        }
        if (procedure.pausesPromise()) {
            return "所需时间不计入承诺期限，仍计入法定期限";
        }
        return procedure.pausesStatutory() ? "所需时间不计入法定期限，仍计入承诺期限" : "所需时间计入法定期限和承诺期限";
    }

    /** Says a thing where it is so. */
    static void where(boolean so, List<String> said, String text) {
        if (so) {
            said.add(text);
        }
    }
}
