package org.lianban.result.oversight.rating;

/** 评价渠道 (GB/T 39046-2020 表9). */
public enum Channel {
    PC("PC端"), MOBILE("移动服务端"), QR_CODE("二维码"), HALL_TABLET("政务大厅平板电脑"), HALL_OTHER("政务大厅其他终端"), PHONE("电话"), SMS("短信");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
