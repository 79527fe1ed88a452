package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.FaultCode;
import org.lianban.catalog.listing.publication.Validation;
import org.lianban.command.Fault;

/** The rules every imported content keeps. */
final class Imports {
    private Imports() {}

    /** @param names of region and one-thing seen in the file so far */
    static List<Fault> faults(Content content, Set<String> departments, Set<String> names) {
        List<Fault> faults = new ArrayList<>(Validation.check(content, departments));
        if (!names.add(content.region() + "/" + content.name())) {
            faults.add(FaultCode.NAME_TAKEN.at("/name", "文件中有同名的一件事“%s”".formatted(content.name())));
        }
        return faults;
    }
}
