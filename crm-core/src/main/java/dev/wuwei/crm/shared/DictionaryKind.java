package dev.wuwei.crm.shared;

import java.util.Map;
import java.util.Optional;

/** The dictionaries that an administrator keeps in {@code config/dictionaries}. */
public enum DictionaryKind {
    PARK,
    /** Local industry class (产业门类), the one that totals are shown by. */
    INDUSTRY,
    /** Local industrial chain (产业链). */
    CHAIN,
    /** GB/T 4754-2017 industry code. */
    GBT4754,
    PROMOTION_METHOD,
    LEAD_SOURCE,
    REGION,
    DECLINE_REASON,
    ARCHIVE_REASON,
    TERMINATION_REASON,
    RESCISSION_REASON,
    REVIEW_BODY,
    SIGNING_OCCASION,
    TICKET_CATEGORY,
    /** Who solves the problems of enterprises (责任单位). */
    RESPONSIBLE_UNIT,
    /** 三证一书 and the other permits of a site. */
    PERMIT,
    /** Kinds of projects, each with its permits (新建用地, 租赁厂房, 技改 …). */
    PROJECT_TYPE,
    /** How idle or little used land was put to use again (盘活方式: 返租代管, 依法回购, 司法拍卖 …). */
    DISPOSAL_METHOD;

    private static final Map<String, DictionaryKind> OF_FIELDS = Map.ofEntries(
            Map.entry("parkCode", PARK),
            Map.entry("parkCodes", PARK),
            Map.entry("toParkCode", PARK),
            Map.entry("industryCode", INDUSTRY),
            Map.entry("industryCodes", INDUSTRY),
            Map.entry("chainCode", CHAIN),
            Map.entry("gbt4754Code", GBT4754),
            Map.entry("methodCode", PROMOTION_METHOD),
            Map.entry("methodCodes", PROMOTION_METHOD),
            Map.entry("sourceCode", LEAD_SOURCE),
            Map.entry("regionCode", REGION),
            Map.entry("regionCodes", REGION),
            Map.entry("bodyCode", REVIEW_BODY),
            Map.entry("occasionCode", SIGNING_OCCASION),
            Map.entry("categoryCode", TICKET_CATEGORY),
            Map.entry("unitCode", RESPONSIBLE_UNIT),
            Map.entry("permitCode", PERMIT),
            Map.entry("projectTypeCode", PROJECT_TYPE),
            Map.entry("disposalMethodCode", DISPOSAL_METHOD));

    /**
     * @param field a component of a command's record
     * @return the dictionary that its codes come from, where the name alone says it
     */
    public static Optional<DictionaryKind> ofField(String field) {
        return Optional.ofNullable(OF_FIELDS.get(field));
    }
}
