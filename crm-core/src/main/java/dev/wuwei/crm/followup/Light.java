package dev.wuwei.crm.followup;

/** 绿灯, 黄灯, 红灯. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
