package org.lianban.intake.checking;

import org.lianban.intake.checking.Additions.Contact;
import org.lianban.intake.parties.identity.Phone;

/** 附加申报内容: the addressee can be reached, and what is referred to is there. */
public final class AdditionsPolicy implements Policy {
    @Override
    public void check(Examined application, Faults faults) {
        Contact addressee = application.filing().additions().addressee();
        if (addressee != null) {
            if (addressee.name() == null) {
                faults.add("/addressee/name", Code.MISSING, "请填写文书接收人姓名");
            }
            if (addressee.phone() != null && !Phone.valid(addressee.phone())) {
                faults.add("/addressee/phone", Code.MALFORMED, "联系电话格式不正确");
            }
        }
        application.world().gathered().faults().forEach(faults::add);
    }
}
