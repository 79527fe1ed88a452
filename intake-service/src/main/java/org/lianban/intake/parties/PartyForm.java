package org.lianban.intake.parties;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.form.Field;
import org.lianban.intake.parties.identity.CreditCode;
import org.lianban.intake.parties.identity.ResidentId;
import org.lianban.text.Text;
import org.lianban.text.TextKind;

/** 当事人 as a request names somebody: the number by its own check characters. */
public record PartyForm(@Field(kind = TextKind.FIRM_NAME, label = "姓名或者名称", max = 100, example = "张三") String name,
        @Field(label = "证件类型", example = "RESIDENT_ID") Party.IdType idType,
        @Field(kind = TextKind.DOCUMENT_NUMBER, label = "证件号码", max = 18,
                example = "11010519491231002X") String idNumber,
        @Field(kind = TextKind.PHONE, label = "联系电话", example = "13800000000") @Nullable String phone) {

    public Party party() {
        return new Party(named(name, idType), idType, idNumber.toUpperCase(Locale.ROOT), phone);
    }

    /** A person's name has its own dot and spaces. */
    public static String named(String name, Party.IdType type) {
        return type == Party.IdType.RESIDENT_ID
                && Text.read(TextKind.PERSON_NAME, name) instanceof Text.Taken(String clean, var repairs)
                        ? clean
                        : name;
    }

    /** @param at pointer of the party */
    public List<Fault> faults(String at, LocalDate today) {
        return fault(idType, idNumber, today)
                .map(wrong -> List.of(new Fault(at + "/idNumber", "BAD_CHECK_DIGIT", wrong))).orElse(List.of());
    }

    /** @return in Chinese what is wrong with the number, empty when nothing is */
    public static Optional<String> fault(Party.IdType type, String number, LocalDate today) {
        return switch (type) {
            case RESIDENT_ID -> ResidentId.fault(number, today);
            case CREDIT_CODE -> CreditCode.fault(number);
        };
    }

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
        return "PartyForm[" + idType + "]";
    }
}
