package org.lianban.intake.checking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Faults;
import org.lianban.contracts.Party.IdType;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.parties.PartyForm;
import org.lianban.intake.parties.identity.Phone;

/**
 * 申请人、代理人、文书接收人: numbers by their check digits, and an applicant of the kind the one-thing serves. An agent may be a
 * natural person or a firm. Founders apply by their own resident numbers for a firm that is yet to be set up.
 */
public final class PartyPolicy implements Checker.Policy {
    @Override
    public void check(Checker.Examined application, Faults faults) {
        Filing.Person applicant = application.filing().applicant();
        if (applicant == null) {
            Code.MISSING.add(faults, "/applicant", "请填写申请人");
        } else {
            person("/applicant", applicant, application.today(), faults);
            subject(application, applicant, faults);
        }
        Filing.Person agent = application.filing().agent();
        if (agent != null) {
            person("/agent", agent, application.today(), faults);
        }
        Filing.Contact addressee = application.filing().addressee();
        if (addressee != null) {
            Code.MISSING.where(addressee.name() == null, faults, "/addressee/name", "请填写文书接收人姓名");
            phone("/addressee", addressee.phone(), faults);
        }
    }

    private static void person(String at, Filing.Person person, LocalDate today, Faults faults) {
        Code.MISSING.where(person.name() == null, faults, at + "/name", "请填写姓名或者名称");
        Code.MISSING.where(person.idType() == null, faults, at + "/idType",
                "证件类型应为 RESIDENT_ID（公民身份号码）或 CREDIT_CODE（统一社会信用代码）");
        number(at + "/idNumber", person.idType(), person.idNumber(), today, faults);
        phone(at, person.phone(), faults);
    }

    private static void phone(String at, @Nullable String phone, Faults faults) {
        Code.MALFORMED.where(phone != null && !Phone.valid(phone), faults, at + "/phone", "联系电话格式不正确");
    }

    private static void number(String at, @Nullable IdType type, @Nullable String number, LocalDate today,
            Faults faults) {
        if (number == null) {
            Code.MISSING.add(faults, at, "请填写证件号码");
        } else if (type != null) {
            PartyForm.fault(type, number, today).ifPresent(what -> Code.BAD_CHECK_DIGIT.add(faults, at, what));
        }
    }

    private static void subject(Checker.Examined application, Filing.Person applicant, Faults faults) {
        OneThing oneThing = application.oneThing();
        IdType type = applicant.idType();
        if (oneThing == null || type == null) {
            return;
        }
        boolean fits = switch (oneThing.subject()) {
            case INDIVIDUAL -> type == IdType.RESIDENT_ID;
            case ENTERPRISE -> type == IdType.CREDIT_CODE || foundsOne(application, oneThing);
        };
        if (!fits) {
            Code.WRONG_SUBJECT.add(faults, "/applicant/idType", oneThing.subject() == OneThing.Subject.INDIVIDUAL
                    ? "本“一件事”面向自然人，申请人应使用公民身份号码"
                    : "本“一件事”面向企业和其他组织，申请人应使用统一社会信用代码；自然人可以作为代理人");
        }
    }

    /** 设立登记 gives a firm its credit code, so its applicant has none yet (市场主体登记管理条例 8). */
    private static boolean foundsOne(Checker.Examined application, OneThing oneThing) {
        return oneThing.items().stream().anyMatch(
                item -> application.choice().items().contains(item.no()) && item.name().contains("设立登记"));
    }
}
