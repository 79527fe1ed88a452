package org.lianban.catalog.seed;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Window.Level;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.contracts.catalog.Window.Type;
import org.lianban.contracts.catalog.Window;

/**
 * 首批窗口 of a region: a comprehensive and a certificate window in the county's hall and one window in a town, which the
 * lists ask for but do not number.
 */
final class FirstWindows {
    /** Everything but handing results out. */
    private static final Set<Operation> RECEIVING = EnumSet.of(Operation.RECEIVE, Operation.ENTER, Operation.UPLOAD,
            Operation.DISTRIBUTE);
    private static final Set<Operation> HANDING_OUT = EnumSet.of(Operation.GATHER, Operation.FEED_BACK);

    private FirstWindows() {}

    static List<Window> of(RegionList list) {
        String region = list.region();
        String name = list.source().regionName() == null ? region : list.source().regionName();
        String hall = region + "-zh01";
        return List.of(
                window(hall, region, name + "政务服务中心综合受理窗口", Level.COUNTY, null, Type.COMPREHENSIVE,
                        EnumSet.allOf(Operation.class)),
                window(region + "-fz01", region, name + "政务服务中心发证窗口", Level.COUNTY, hall, Type.CERTIFICATE,
                        HANDING_OUT),
                window(region + "-xz01", region, name + "乡镇便民服务中心综合受理窗口", Level.TOWNSHIP, hall, Type.COMPREHENSIVE,
                        RECEIVING));
    }

    private static Window window(String id, String region, String name, Level level, @Nullable String parent,
            Type type, Set<Operation> operations) {
        return new Window(id, region, name, level, parent, type,
                List.of(new Window.Clerk("clerk-1", "窗口人员一", operations),
                        new Window.Clerk("clerk-2", "窗口人员二", operations)),
                List.of(),
                List.of(), List.of(), true);
    }
}
