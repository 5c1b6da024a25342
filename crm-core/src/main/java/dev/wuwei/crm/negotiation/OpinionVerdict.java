package dev.wuwei.crm.negotiation;

/** 同意, 有条件同意, 不同意, 一票否决. A missing opinion is not an approval. */
public enum OpinionVerdict {
    AGREE,
    AGREE_WITH_CONDITIONS,
    OBJECT,
    VETO
}
