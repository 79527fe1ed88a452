package org.lianban.dispatch.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code lianban.dispatch.*}. */
@ConfigurationProperties("lianban")
public record DispatchProperties(@DefaultValue Dispatch dispatch) {

    /**
     * @param supplementLifts 容缺: whether owed materials that come late let an item go on that only they held up; false:
     *     the lead department lets it go on
     */
    public record Dispatch(@DefaultValue("true") boolean supplementLifts) {}
}
