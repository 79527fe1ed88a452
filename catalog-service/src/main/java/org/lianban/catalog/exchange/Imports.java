package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.publish.Fault;
import org.lianban.catalog.publish.Validation;

/** The rules every imported content keeps. */
final class Imports {
    private Imports() {}

    /** @param names of region and one-thing seen in the file so far */
    static List<Fault> faults(Content content, Set<String> departments, Set<String> names) {
        List<Fault> faults = new ArrayList<>(Validation.check(content, departments));
        if (!names.add(content.region() + "/" + content.name())) {
            faults.add(new Fault(Fault.Code.NAME_TAKEN, "/name", "文件中有同名的一件事“%s”".formatted(content.name())));
        }
        return faults;
    }
}
