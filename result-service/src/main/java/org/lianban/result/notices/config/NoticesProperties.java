package org.lianban.result.notices.config;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.result.notices.sms.News;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a county decides about notices, messages and licences. */
@ConfigurationProperties("lianban.office")
record NoticesProperties(@DefaultValue Notices notices, @DefaultValue Sms sms, @DefaultValue Licences licences) {

    /**
     * 文书用语.
     *
     * @param centre after the name of the region
     * @param query how a case is looked up
     * @param where where and how materials are handed in
     * @param reconsideration 行政复议机关, after the name of the region
     * @param verify address under which anybody may verify a notice, printed as QR code
     */
    record Notices(@DefaultValue("政务服务中心") String centre,
            @DefaultValue("凭办件编号登录政务服务网“我的办件”或者到综合受理窗口查询") String query,
            @DefaultValue("登录政务服务网“我的办件”在线提交，或者到政务服务中心“一件事”综合受理窗口提交") String where,
            @DefaultValue("人民政府") String reconsideration,
            @DefaultValue("http://127.0.0.1:8084/api/notices") String verify) {}

    /** Who sends messages. */
    enum Gateway {
        /** Nobody: they are recorded. */
        RECORD, HTTP
    }

    /**
     * 短信.
     *
     * @param scope of what the applicant is told
     * @param signature 签名
     * @param segments limit of one message
     * @param query closing words
     * @param quiet whether nothing is sent from {@code quietFrom} until {@code quietUntil}, Beijing time
     * @param giveUpAfter how long a message is tried
     */
    record Sms(@DefaultValue("RECORD") Gateway gateway, @DefaultValue("EVERY_CHANGE") News.Scope scope,
            @DefaultValue("政务服务") String signature, @DefaultValue("5") int segments,
            @DefaultValue("查询：政务服务网“我的办件”。") String query, @DefaultValue("true") boolean quiet,
            @DefaultValue("22:00") LocalTime quietFrom, @DefaultValue("08:00") LocalTime quietUntil,
            @DefaultValue("24h") Duration giveUpAfter, @DefaultValue Http http) {}

    /**
     * @param secret signs every call; from the environment
     * @param body JSON with ${id}, ${phone} and ${text} inside of strings
     * @param status JSON pointer to the answer's code; empty: 2xx is enough
     * @param success what that code is when the message was taken
     * @param receipt JSON pointer to the gateway's number
     */
    record Http(@Nullable URI url, @DefaultValue("") String secret, @DefaultValue("5s") Duration timeout,
            @DefaultValue("30s") Duration openFor,
            @DefaultValue("{\"id\":\"${id}\",\"phone\":\"${phone}\",\"content\":\"${text}\"}") String body,
            @DefaultValue("") String status, @DefaultValue("0") String success,
            @DefaultValue("/id") String receipt) {}

    /** Who issues licences. */
    enum Issuer {
        /** This service, by GB/T 36904. */
        LOCAL, HTTP
    }

    /**
     * 电子证照.
     *
     * @param giveUpAfter how long an order is tried before people have to look
     * @param authorities USCC of the issuing body by department id; where none is given its region code is used
     * @param verify address under which anybody may verify a licence, printed as QR code
     */
    record Licences(@DefaultValue("LOCAL") Issuer issuer, @DefaultValue("7d") Duration giveUpAfter,
            @DefaultValue Map<String, String> authorities,
            @DefaultValue("http://127.0.0.1:8084/api/licences") String verify, @DefaultValue Platform http) {}

    /** @param secret signs every call; from the environment */
    record Platform(@Nullable URI url, @DefaultValue("") String secret, @DefaultValue("10s") Duration timeout,
            @DefaultValue("60s") Duration openFor) {}
}
