package dev.wuwei.crm.journey;

import dev.wuwei.crm.shared.CreditCode;
import java.time.LocalDate;

/** The road of one project, as a department head walks it on the screens: from a lead to a construction start. */
final class Road {
    private Road() {}

    /**
     * @param company a name that nobody registered before
     * @param owner the name of the officer who works on it
     * @return the number of the project
     */
    static String walk(Browser me, String company, String owner, LocalDate today) {
        String project = company + "试验线";
        me.open("leads").press("登记企业");
        me.type("企业名称", company).pick("所在地", "四川成都").pick("类别", "民营").save();
        me.open("leads").press("登记线索");
        me.type("名称", project)
                .pick("企业", company)
                .pick("信息来源", "企业推荐")
                .pick("招商方式", "产业链招商")
                .pick("所在地", "四川成都")
                .pick("产业门类", "装备制造")
                .pick("类别", "新引进")
                .pick("园区", "梁产城新区")
                .pick("负责人", owner)
                .money("意向投资", 0, "30000")
                .save();
        me.sees(project).picture("lead");
        String number = me.address().replaceAll(".*/projects/([^?]+).*", "$1");

        me.choose("添加联系人").type("名称", "许子").save();
        me.choose("修改线索").pick("联系人", "许子").save();
        me.choose("响应").type("概要", "已电话联系，约定面谈。").save();
        me.choose("研判").pick("研判结论", "值得跟进").type("意见", "符合产业定位。").save();

        me.press("记一笔");
        me.type("说了什么", "看了地块，要求补充供电说明。").type("日期", today.plusDays(1).toString());
        me.saveRefused();
        me.picture("visit-in-the-future-refused");
        me.type("日期", today.toString()).type("下一步", "提供电力方案").save();
        me.sees("已记下").picture("visit");

        me.choose("采纳，开始洽谈").save();
        me.choose("推进阶段").pick("新阶段", "条款磋商").save();
        me.choose("记录洽谈轮次").type("概要", "谈地价与用电。").row("议题").type("议题", "用电").save();
        me.choose("修订条款")
                .money("总投资", 0, "30000")
                .money("固定资产投资", 0, "21000")
                .area("用地", "100")
                .type("投资强度", "300")
                .type("亩均产值", "300")
                .type("亩均税收", "8")
                .type("容积率", "1.6")
                .save();
        me.picture("terms");
        me.choose("提请准入评审").row("征求意见").pick("议题", "环保").pick("部门", "生态环境局").save();
        me.choose("出具意见").pick("议题", "环保").pick("结论", "同意").type("意见正文", "同意。").save();
        me.choose("准入评审结论").pick("结论", "通过").type("会议纪要", "准入评审会纪要第 1 号").save();
        me.picture("admission");

        me.choose("签约").pick("协议类别", "正式协议").type("合同号", "ZSHT-" + number);
        // Investor and signing company, amounts and the first phase come from the talks.
        me.type("签约方信用代码", 0, creditCode(number + "1"));
        me.type("签约方", 1, company + "有限公司").type("签约方信用代码", 1, creditCode(number + "2"));
        me.row("签约方").pick("角色", 2, "政府方").type("签约方", 2, "县人民政府");
        me.save();
        me.sees("签约未开工").picture("signed");

        me.choose("上报节点").pick("节点", "开工").type("依据", "施工许可证与现场照片").save();
        me.choose("核实节点").pick("节点", "开工").type("依据", "现场核实").save();
        me.choose("认定节点").pick("节点", "开工").type("依据", "施工许可证与现场照片").save();
        me.sees("开工未竣工").picture("started");
        return number;
    }

    /** A code with a right check character, of a division that does not exist. */
    private static String creditCode(String seed) {
        String digits = seed.replaceAll("\\D", "");
        String seventeen = "91000000MA" + digits.substring(Math.max(0, digits.length() - 7));
        return seventeen + CreditCode.checkCharacter(seventeen);
    }
}
