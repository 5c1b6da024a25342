package dev.wuwei.crm.shared;

/** Units that land and factory space are entered in. */
public enum AreaUnit {
    /** 亩: 2000/3 square metres. */
    MU,
    SQUARE_METRE
}
