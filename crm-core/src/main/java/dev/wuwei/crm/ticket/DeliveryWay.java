package dev.wuwei.crm.ticket;

/** How a notice reached its recipient: 系统内, 邮件, 群机器人, 当面. */
public enum DeliveryWay {
    IN_APP,
    EMAIL,
    WEBHOOK,
    BY_HAND
}
