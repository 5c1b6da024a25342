package dev.wuwei.crm.reminder;

/** How a reminder left the house: 邮件, 企业微信, 钉钉 or 飞书 group robot. */
public enum ReminderWay {
    EMAIL,
    WECOM,
    DINGTALK,
    FEISHU
}
