package org.lianban.intake.checking;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party.IdType;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.intake.checking.Filing.Person;
import org.lianban.intake.parties.identity.CreditCode;
import org.lianban.intake.parties.identity.Phone;
import org.lianban.intake.parties.identity.ResidentId;

/**
 * 申请人、代理人身份: numbers by their check digits, and an applicant of the kind the one-thing serves. An agent may be a
 * natural person or a firm. Founders apply by their own resident numbers for a firm that is yet to be set up.
 */
public final class PartyPolicy implements Policy {
    private static final int MAX_NAME = 100;
    private static final int MAX_PHONE = 30;

    @Override
    public void check(Examined application, Faults faults) {
        Person applicant = application.filing().applicant();
        if (applicant == null) {
            faults.add("/applicant", Code.MISSING, "请填写申请人");
        } else {
            person("/applicant", applicant, application.today(), faults);
            subject(application, applicant, faults);
        }
        Person agent = application.filing().agent();
        if (agent != null) {
            person("/agent", agent, application.today(), faults);
        }
    }

    static @Nullable IdType idType(@Nullable String written) {
        for (IdType type : IdType.values()) {
            if (type.name().equals(written)) {
                return type;
            }
        }
        return null;
    }

    private static void person(String at, Person person, LocalDate today, Faults faults) {
        if (person.name() == null) {
            faults.add(at + "/name", Code.MISSING, "请填写姓名或者名称");
        } else if (person.name().length() > MAX_NAME) {
            faults.add(at + "/name", Code.TOO_LONG, "姓名或者名称最长 " + MAX_NAME + " 字");
        }
        IdType type = idType(person.idType());
        if (type == null) {
            faults.add(at + "/idType", person.idType() == null ? Code.MISSING : Code.UNKNOWN,
                    "证件类型应为 RESIDENT_ID（公民身份号码）或 CREDIT_CODE（统一社会信用代码）");
        }
        number(at + "/idNumber", type, person.idNumber(), today, faults);
        String phone = person.phone();
        if (phone != null && (phone.length() > MAX_PHONE || !Phone.valid(phone))) {
            faults.add(at + "/phone", Code.MALFORMED, "联系电话格式不正确");
        }
    }

    private static void number(String at, @Nullable IdType type, @Nullable String number, LocalDate today,
            Faults faults) {
        if (number == null) {
            faults.add(at, Code.MISSING, "请填写证件号码");
        } else if (type != null) {
            Optional<String> fault = switch (type) {
                case RESIDENT_ID -> ResidentId.fault(number, today);
                case CREDIT_CODE -> CreditCode.fault(number);
            };
            fault.ifPresent(what -> faults.add(at, Code.BAD_CHECK_DIGIT, what));
        }
    }

    private static void subject(Examined application, Person applicant, Faults faults) {
        OneThing oneThing = application.oneThing();
        IdType type = idType(applicant.idType());
        if (oneThing == null || type == null) {
            return;
        }
        boolean fits = switch (oneThing.subject()) {
            case INDIVIDUAL -> type == IdType.RESIDENT_ID;
            case ENTERPRISE -> type == IdType.CREDIT_CODE || foundsOne(application, oneThing);
        };
        if (!fits) {
            faults.add("/applicant/idType", Code.WRONG_SUBJECT, oneThing.subject() == Subject.INDIVIDUAL
                    ? "本“一件事”面向自然人，申请人应使用公民身份号码"
                    : "本“一件事”面向企业和其他组织，申请人应使用统一社会信用代码；自然人可以作为代理人");
        }
    }

    /** 设立登记 gives a firm its credit code, so its applicant has none yet (市场主体登记管理条例 8). */
    private static boolean foundsOne(Examined application, OneThing oneThing) {
        return oneThing.items().stream().anyMatch(
                item -> application.choice().items().contains(item.no()) && item.name().contains("设立登记"));
    }
}
