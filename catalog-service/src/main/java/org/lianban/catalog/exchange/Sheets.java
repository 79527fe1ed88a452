package org.lianban.catalog.exchange;

import static org.lianban.catalog.exchange.Cell.FLAG;
import static org.lianban.catalog.exchange.Cell.LIST;
import static org.lianban.catalog.exchange.Cell.NUMBER;
import static org.lianban.catalog.exchange.Cell.TERM;
import static org.lianban.catalog.exchange.Cell.TEXT;
import static org.lianban.catalog.exchange.Cell.oneOf;
import static org.lianban.catalog.exchange.Sheet.column;

import java.util.List;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.SpecialProcedure;

/** Every sheet and every column, once. */
final class Sheets {
    static final Sheet ONE_THINGS = new Sheet("一件事", "", null, List.of(
            column("行政区划", "region", TEXT), column("名称", "name", TEXT), column("印发名称", "printedName", TEXT),
            column("服务对象", "subject", oneOf(Subject.class)), column("阶段", "stage", TEXT),
            column("批次", "batch", TEXT), column("牵头部门", "lead", TEXT), column("联合牵头部门", "coLeads", LIST),
            column("完成时限", "plannedCompletion", TEXT), column("存疑", "uncertain", TEXT),
            column("借用自", "borrowedFrom", TEXT), column("来源文号", "source.document", TEXT),
            column("来源附件", "source.annex", TEXT), column("来源标题", "source.title", TEXT),
            column("印发日期", "source.issued", TEXT), column("地区名称", "source.regionName", TEXT),
            column("省", "source.province", TEXT), column("总牵头", "source.overallLead", TEXT),
            column("网办地址", "particulars.url", TEXT), column("办理环节", "particulars.steps", LIST),
            column("联合办理", "particulars.jointHandling", FLAG),
            column("基本目录版本", "particulars.baseVersion", TEXT),
            column("改革前材料数", "particulars.baseline.materials", NUMBER),
            column("改革前字段数", "particulars.baseline.fields", NUMBER),
            column("改革前工作日", "particulars.baseline.workingDays", NUMBER),
            column("改革前环节", "particulars.baseline.steps", LIST),
            column("时限基线口径", "particulars.baseline.basis", oneOf(Particulars.Baseline.Basis.class))));

    static final Sheet ITEMS = new Sheet("事项", "items", null, List.of(
            column("序号", "no", TEXT), column("名称", "name", TEXT), column("责任部门", "departments", LIST),
            column("办理层级", "level", oneOf(Level.class)), column("性质", "kind", oneOf(ItemKind.class)),
            column("前置事项", "hard", LIST), column("参考前置", "soft", LIST),
            column("选择方式", "group.type", oneOf(Group.Type.class)), column("情形问题", "group.key", TEXT),
            column("承诺期限", "promise", TERM), column("法定期限", "statutory", TERM),
            column("等待前置时停止承诺期限", "waitingStopsPromise", FLAG),
            column("流程确认", "flow", oneOf(Confirmation.class)), column("期限说明", "limitNote", TEXT),
            column("备注", "remark", TEXT), column("原文", "sourceText", TEXT), column("存疑", "uncertain", TEXT),
            column("印发部门", "printedDepartments", LIST), column("基本编码", "rules.basicCode", TEXT),
            column("实施编码", "rules.implementationCode", TEXT), column("业务办理项编码", "rules.businessCode", TEXT),
            column("设定依据", "rules.legalBasis", LIST), column("受理条件", "rules.conditions", LIST),
            column("收费标准", "rules.fee", TEXT), column("办理结果", "rules.resultName", TEXT),
            column("证照类型代码", "rules.certificateType", TEXT),
            column("证照有效月数", "rules.certificateMonths", NUMBER),
            column("收件即受理", "rules.acceptOnReceipt", FLAG), column("即办件", "rules.instant", FLAG),
            column("除外领域", "rules.exclusion", oneOf(ItemRules.Exclusion.class)),
            column("中介服务", "rules.intermediaries", LIST)));

    static final Sheet MATERIALS = new Sheet("材料", "materials", null, List.of(
            column("材料编号", "code", TEXT), column("名称", "name", TEXT), column("必要", "required", FLAG),
            column("适用事项", "items", LIST), column("文件类型", "mediaTypes", LIST),
            column("大小上限", "maxBytes", NUMBER), column("设定依据", "legalBasis", TEXT),
            column("材料确认", "confirmation", oneOf(Confirmation.class)),
            column("免提交原因", "rules.exemption.reason", oneOf(MaterialRules.Reason.class)),
            column("数据使用方式", "rules.exemption.mode", oneOf(MaterialRules.Mode.class)),
            column("数据来源", "rules.exemption.source", TEXT),
            column("免提交依据", "rules.exemption.legalBasis", TEXT),
            column("容缺补齐期限", "rules.deferral.within", TERM),
            column("容缺不利后果", "rules.deferral.consequence", TEXT),
            column("容缺承诺书", "rules.deferral.commitment", TEXT), column("免交承诺书", "rules.commitment", TEXT),
            column("核验原件", "rules.original", FLAG), column("证照类型代码", "rules.certificateType", TEXT),
            column("样例", "rules.sample", TEXT)));

    static final List<Sheet> ALL = List.of(ONE_THINGS, ITEMS,
            new Sheet("特别程序", "rules.procedures", new Sheet.Parent("事项", "事项序号", "items", "no"), List.of(
                    column("程序", "key", TEXT), column("名称", "name", TEXT),
                    column("类型", "kind", oneOf(SpecialProcedure.Kind.class)), column("时限", "limit", TERM),
                    column("停止承诺期限", "pausesPromise", FLAG), column("停止法定期限", "pausesStatutory", FLAG),
                    column("依据", "basis", TEXT))),
            new Sheet("情形", "questions", null, List.of(column("问题编号", "id", TEXT), column("问题", "text", TEXT),
                    column("默认答案", "defaultAnswer", TEXT))),
            new Sheet("选项", "options", new Sheet.Parent("情形", "问题编号", "questions", "id"), List.of(
                    column("选项值", "value", TEXT), column("选项标签", "label", TEXT), column("选中事项", "items", LIST))),
            new Sheet("表单", "form", null, List.of(column("字段", "name", TEXT), column("标签", "label", TEXT),
                    column("类型", "type", oneOf(FieldType.class)), column("必填", "required", FLAG),
                    column("选择项", "choices", LIST), column("最大长度", "maxLength", NUMBER),
                    column("适用事项", "items", LIST), column("预填来源", "prefill", TEXT))),
            MATERIALS,
            new Sheet("审查要点", "rules.reviewPoints", new Sheet.Parent("材料", "材料编号", "materials", "code"), List.of(
                    column("要点编号", "id", TEXT), column("要点", "text", TEXT), column("通过标准", "criterion", TEXT),
                    column("示例", "example", TEXT))),
            new Sheet("承诺书", "particulars.commitments", null, List.of(column("承诺书编号", "id", TEXT),
                    column("版本", "version", NUMBER), column("标题", "title", TEXT), column("正文", "text", TEXT),
                    column("不履行的后果", "consequence", TEXT))),
            new Sheet("联络人", "particulars.contacts", null, List.of(column("部门", "department", TEXT),
                    column("联络人", "person", TEXT), column("电话", "phone", TEXT))),
            new Sheet("办理地点", "particulars.places", null, List.of(column("地点", "name", TEXT),
                    column("地址", "address", TEXT), column("窗口", "window", TEXT), column("时间", "hours", TEXT))),
            new Sheet("工作专班", "particulars.workingGroup", null, List.of(
                    column("职务", "role", oneOf(Particulars.Member.Role.class)), column("姓名", "name", TEXT),
                    column("行政职务", "title", TEXT), column("单位", "department", TEXT))));

    private Sheets() {}
}
