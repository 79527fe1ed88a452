package org.lianban.intake.parties.identity;

import java.util.regex.Pattern;

/** 联系电话: a mobile number, or a landline with area code and perhaps an extension. */
public final class Phone {
    private static final Pattern MOBILE = Pattern.compile("(\\+?86[- ]?)?1[3-9][0-9]{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0[0-9]{2,3}-?)?[1-9][0-9]{6,7}(-[0-9]{1,6})?");
    private static final Pattern SERVICE = Pattern.compile("[48]00-?[0-9]{3}-?[0-9]{4}");

    private Phone() {}

    public static boolean valid(String number) {
        return MOBILE.matcher(number).matches() || LANDLINE.matcher(number).matches()
                || SERVICE.matcher(number).matches();
    }
}
