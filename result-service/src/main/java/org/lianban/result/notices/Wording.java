package org.lianban.result.notices;

/**
 * 文书用语 that a county decides.
 *
 * @param centre 政务服务中心, after the name of the region
 * @param query 查询方式 of a case
 * @param where where and how materials are handed in
 * @param reconsideration 行政复议机关, after the name of the region
 */
public record Wording(String centre, String query, String where, String reconsideration) {
    public static final Wording DEFAULT = new Wording("政务服务中心", "凭办件编号登录政务服务网“我的办件”或者到综合受理窗口查询",
            "登录政务服务网“我的办件”在线提交，或者到政务服务中心“一件事”综合受理窗口提交", "人民政府");
}
