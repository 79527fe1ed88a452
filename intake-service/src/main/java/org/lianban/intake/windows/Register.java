package org.lianban.intake.windows;

import java.util.Collection;
import java.util.Optional;
import org.lianban.contracts.catalog.Window;

/** 窗口登记: the windows that were published. */
public interface Register {
    Optional<Window> window(String id);

    /** Of exactly this region, closed ones too. */
    Collection<Window> windows(String region);
}
