package org.lianban.catalog.listing.publication;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;

/** The one-thing is named and belongs to a region. */
final class IdentityRule implements Validation.Rule {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,6}-[0-9]{2,6}");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final int LONGEST_NAME = 200;

    @Override
    public void check(Content content, Set<String> departments, Faults faults) {
        matches(faults, content.code(), CODE, "/code", "编码");
        matches(faults, content.region(), REGION, "/region", "行政区划代码");
        named(faults, content.name(), "/name", "名称");
        named(faults, content.printedName(), "/printedName", "印发名称");
        Defect.present(faults, content.subject(), "/subject", "服务对象");
        Defect.present(faults, content.source(), "/source", "来源文件");
    }

    private static void matches(Faults faults, @Nullable String value, Pattern pattern, String pointer, String what) {
        if (Defect.present(faults, value, pointer, what) && value != null && !pattern.matcher(value).matches()) {
            faults.add(FaultCode.MALFORMED.saying(pointer, "%s“%s”格式不正确".formatted(what, value)));
        }
    }

    private static void named(Faults faults, @Nullable String value, String pointer, String what) {
        if (Defect.present(faults, value, pointer, what) && value != null && value.length() > LONGEST_NAME) {
            faults.add(FaultCode.OUT_OF_RANGE.saying(pointer, "%s不能超过%d字".formatted(what, LONGEST_NAME)));
        }
    }
}
