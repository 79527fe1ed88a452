package org.lianban.intake.checking.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.intake.checking.exemption.Judging.SourceAnswer;
import reactor.core.publisher.Mono;

/** 数据源: asked for yes or no (核验), or for values (查询). Never an error: a source that is away answers Unavailable. */
public interface DataSource {
    Mono<SourceAnswer> ask(Question question);

    /**
     * One question about one person or firm.
     *
     * @param source name of the source, as the catalogue writes it
     * @param claims what is verified, by form field; for a query what the answer is compared with
     * @param fields what a query wants to know; empty for a verification
     * @param consent 授权同意编号
     */
    record Question(String source, Mode mode, String region, Party party, Map<String, String> claims,
            List<String> fields, String consent, @Nullable String legalBasis) {
        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Question[" + source + ", " + mode + "]";
        }
    }

    /** 电子证照库: whether somebody holds a valid certificate of a type. Never an error, as with {@link DataSource}. */
    interface LicenceLibrary {
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
}
