package org.lianban.intake.checking.client;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;
import org.lianban.intake.checking.exemption.SourceAnswer;
import reactor.core.publisher.Mono;

/** 电子证照库: whether somebody holds a valid certificate of a type. Never an error, as with {@link DataSource}. */
public interface LicenceLibrary {
    Mono<SourceAnswer> find(Sought sought);

    /**
     * @param library name, as the catalogue writes it
     * @param certificateType 证照类型代码 (GB/T 36904); null: the name has to do
     */
    record Sought(String library, @Nullable String certificateType, String name, String region, Party holder,
            String consent, @Nullable String legalBasis) {
        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Sought[" + library + ", " + certificateType + "]";
        }
    }
}
