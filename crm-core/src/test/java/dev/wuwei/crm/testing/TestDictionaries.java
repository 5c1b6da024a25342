package dev.wuwei.crm.testing;

import dev.wuwei.crm.dictionary.DictionaryStandard;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DatedEntry;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A few entries of every dictionary. {@link #NO_SUCH_CODE} is in none of them. */
public final class TestDictionaries implements Dictionaries, DictionaryStandard {
    public static final String NO_SUCH_CODE = "no-such-code";

    public static final Coded PARK = new Coded("park-a", "经开区");
    public static final Coded OTHER_PARK = new Coded("park-b", "高新区");
    public static final Coded INDUSTRY = new Coded("new-materials", "新材料");
    public static final Coded OTHER_INDUSTRY = new Coded("electronics", "电子信息");
    public static final Coded CHAIN = new Coded("pv", "光伏产业链");
    public static final Coded GBT4754 = new Coded("C3825", "光伏设备及元器件制造");
    public static final Coded METHOD = new Coded("chain", "产业链招商");
    public static final Coded SOURCE = new Coded("fair", "展会");
    public static final Coded REGION = new Coded("440000", "广东省");
    public static final Coded OTHER_REGION = new Coded("310000", "上海市");
    public static final Coded DECLINE_REASON = new Coded("industry-policy", "不符合产业政策");
    public static final Coded ARCHIVE_REASON = new Coded("no-intent", "企业无意向");
    public static final Coded TERMINATION_REASON = new Coded("terms", "条件谈不拢");
    public static final Coded RESCISSION_REASON = new Coded("no-start", "逾期未开工");
    public static final Coded REVIEW_BODY = new Coded("drc", "发展和改革局");
    public static final Coded OTHER_REVIEW_BODY = new Coded("county-government", "县政府常务会议");
    public static final Coded SIGNING_OCCASION = new Coded("spring-fair", "春季招商推介会");

    public static final Coded TICKET_CATEGORY = new Coded("utilities", "用水用电用气");
    public static final Coded OTHER_TICKET_CATEGORY = new Coded("land", "土地");
    public static final Coded UNIT = new Coded("power-supply", "供电公司");
    public static final Coded OTHER_UNIT = new Coded("natural-resources", "自然资源和规划局");

    public static final Coded PERMIT = new Coded("construction-permit", "施工许可");
    public static final Coded OTHER_PERMIT = new Coded("environmental-approval", "环评批复");
    public static final Coded PROJECT_TYPE = new Coded("new-land", "新建用地");

    public static final Coded DISPOSAL_METHOD = new Coded("judicial-auction", "司法拍卖");

    private final Map<DictionaryKind, List<Coded>> entries = new EnumMap<>(DictionaryKind.class);

    public TestDictionaries() {
        entries.put(DictionaryKind.PARK, listOf(PARK, OTHER_PARK));
        entries.put(DictionaryKind.INDUSTRY, listOf(INDUSTRY, OTHER_INDUSTRY));
        entries.put(DictionaryKind.CHAIN, listOf(CHAIN));
        entries.put(DictionaryKind.GBT4754, listOf(GBT4754));
        entries.put(DictionaryKind.PROMOTION_METHOD, listOf(METHOD));
        entries.put(DictionaryKind.LEAD_SOURCE, listOf(SOURCE));
        entries.put(DictionaryKind.REGION, listOf(REGION, OTHER_REGION));
        entries.put(DictionaryKind.DECLINE_REASON, listOf(DECLINE_REASON));
        entries.put(DictionaryKind.ARCHIVE_REASON, listOf(ARCHIVE_REASON));
        entries.put(DictionaryKind.TERMINATION_REASON, listOf(TERMINATION_REASON));
        entries.put(DictionaryKind.RESCISSION_REASON, listOf(RESCISSION_REASON));
        entries.put(DictionaryKind.REVIEW_BODY, listOf(REVIEW_BODY, OTHER_REVIEW_BODY));
        entries.put(DictionaryKind.SIGNING_OCCASION, listOf(SIGNING_OCCASION));
        entries.put(DictionaryKind.TICKET_CATEGORY, listOf(TICKET_CATEGORY, OTHER_TICKET_CATEGORY));
        entries.put(DictionaryKind.RESPONSIBLE_UNIT, listOf(UNIT, OTHER_UNIT));
        entries.put(DictionaryKind.PERMIT, listOf(PERMIT, OTHER_PERMIT));
        entries.put(DictionaryKind.PROJECT_TYPE, listOf(PROJECT_TYPE));
        entries.put(DictionaryKind.DISPOSAL_METHOD, listOf(DISPOSAL_METHOD));
    }

    private static List<Coded> listOf(Coded... coded) {
        return new ArrayList<>(List.of(coded));
    }

    public TestDictionaries with(DictionaryKind kind, Coded entry) {
        entries.computeIfAbsent(kind, k -> new ArrayList<>()).add(entry);
        return this;
    }

    @Override
    public Coded require(DictionaryKind kind, String code, String field) {
        if (code == null || code.isBlank()) {
            throw RuleViolated.at(field, SharedRule.REQUIRED);
        }
        return all(kind).stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleViolated.at(field, SharedRule.UNKNOWN_CODE, code));
    }

    @Override
    public List<Coded> all(DictionaryKind kind) {
        return entries.getOrDefault(kind, List.of());
    }

    @Override
    public List<Coded> everything(DictionaryKind kind) {
        return all(kind);
    }

    @Override
    public Coded known(DictionaryKind kind, String code, String field) {
        return require(kind, code, field);
    }

    @Override
    public List<DatedEntry> entries(DictionaryKind kind) {
        return all(kind).stream().map(DatedEntry::unchanged).toList();
    }
}
