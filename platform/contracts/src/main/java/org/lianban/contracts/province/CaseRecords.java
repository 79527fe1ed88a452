package org.lianban.contracts.province;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Party;

/**
 * 办件数据上报 on {@code province.case-records.v1}: accept, process, special procedure, result, material and licence rows
 * as provincial reporting tables take them. A row keeps its {@code rowGuid} for ever, so that sending it again changes
 * nothing.
 *
 * @param batch 批次号 ({@code cd_batch}): {@code caseNo} and a running number
 * @param time 上报时间 ({@code cd_time})
 * @param source 数据来源 ({@code data_source})
 */
public record CaseRecords(String caseNo, @Nullable String provinceNo, String region, String batch, Instant time,
        String source, List<Row> rows) {

    /** 操作类型 ({@code cd_operation}). */
    public enum Operation {
        INSERT, UPDATE, DELETE
    }

    /** 上报表. */
    public enum Table {
        /** 受理. */
        ACCEPT,
        /** 过程. */
        PROCESS,
        /** 特别程序. */
        SPECIAL_PROCEDURE,
        /** 结果. */
        RESULT,
        /** 材料. */
        MATERIAL,
        /** 证照. */
        LICENCE
    }

    /**
     * 一行: exactly one of the last six is there, the one that {@code table} names.
     *
     * @param projectNo 办件编号 of the item, {@code caseNo-itemNo}
     */
    public record Row(String rowGuid, Table table, Operation operation, String projectNo, @Nullable Accept accept,
            @Nullable Process process, @Nullable Special special, @Nullable Result result,
            @Nullable Material material, @Nullable Licence licence) {}

    /**
     * 受理.
     *
     * @param catalogCode 基本编码
     * @param taskCode 实施编码
     * @param taskHandleItem 业务办理项编码
     * @param promiseDate 承诺办结日
     * @param acceptDocNo 受理通知书文号
     * @param instant 即办件
     */
    public record Accept(@Nullable String catalogCode, @Nullable String taskCode, @Nullable String taskHandleItem,
            String taskName, int taskVersion, @Nullable Channel applyType, @Nullable String applicantName,
            Party.@Nullable IdType applicantIdType, @Nullable String applicantIdNumber, @Nullable String contactName,
            @Nullable String contactPhone, @Nullable Instant applyDate, Instant acceptDate,
            @Nullable LocalDate promiseDate, @Nullable String acceptDocNo, boolean instant, String orgCode,
            String orgName) {}

    /**
     * 过程.
     *
     * @param processName 环节名称
     * @param eventName what happened, name of the event
     * @param handler 办理人, an account
     * @param explain 办理意见
     */
    public record Process(String processName, String eventName, @Nullable String handler, @Nullable String explain,
            Instant start, @Nullable Instant end) {}

    /** 特别程序. @param reason absent where it ends: as it was told before @param end null: it goes on */
    public record Special(String type, String name, @Nullable String reason, Instant start, @Nullable Instant end,
            @Nullable String result) {}

    /**
     * 结果.
     *
     * @param delivered 结果已送达
     */
    public record Result(Outcome resultType, Instant resultDate, @Nullable String decisionNo,
            @Nullable String certificateName, @Nullable String certificateNo, boolean delivered) {}

    /** 材料. @param getType 收取方式 @param getNum 收取数量 */
    public record Material(String name, MaterialRef.Form getType, int getNum, @Nullable String attachment) {}

    /** 证照. */
    public record Licence(String licenceId, String name, String digest, @Nullable LocalDate validUntil) {}
}
