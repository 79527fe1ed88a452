package org.lianban.catalog.guides.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the public finds guides.
 *
 * @param publicUrl beginning of the address in QR codes, without a slash at its end: what this service is reached under
 *     from outside
 * @param printing pages set as PDF at the same time
 * @param waiting pages that may wait for it; more are refused with 503
 */
@ConfigurationProperties("lianban.guide")
public record GuideProperties(@DefaultValue("http://127.0.0.1:8085") URI publicUrl, @DefaultValue("2") int printing,
        @DefaultValue("64") int waiting) {

    String address(String code) {
        return publicUrl.toString().replaceAll("/+$", "") + "/api/one-things/" + code + "/guide.html";
    }
}
