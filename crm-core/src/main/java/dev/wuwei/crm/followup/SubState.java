package dev.wuwei.crm.followup;

/** 设备安装调试, 试生产. */
public enum SubState {
    EQUIPMENT_INSTALLING,
    TRIAL_PRODUCTION
}
