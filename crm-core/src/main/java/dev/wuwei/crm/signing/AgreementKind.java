package dev.wuwei.crm.signing;

/** 意向, 框架, 正式, 补充. Only formal ones feed signed totals by default. */
public enum AgreementKind {
    LETTER_OF_INTENT,
    FRAMEWORK,
    FORMAL,
    SUPPLEMENTARY
}
