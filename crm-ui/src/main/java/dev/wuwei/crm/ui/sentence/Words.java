package dev.wuwei.crm.ui.sentence;

import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested.RequestedOpinion;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DayRange;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.YearAmount;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import dev.wuwei.crm.target.TargetValue;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of commands and events in words, in a language of one's choice. {@link Format} does the same for figures on a
 * screen, in the language of its user.
 */
public final class Words {
    private static final BigDecimal YI = new BigDecimal("100000000");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Locale locale;
    private final Names names;

    public Words(Locale locale, Names names) {
        this.locale = locale;
        this.names = names;
    }

    /** The text of one constant: {@code lead-state.pooled}. Nested types carry the name of the type around them. */
    public static String text(Enum<?> constant, Locale locale) {
        return I18n.text(locale, key(constant));
    }

    public static String key(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String around = type.getEnclosingClass() == null
                ? ""
                : kebab(type.getEnclosingClass().getSimpleName()) + "-";
        return around + kebab(type.getSimpleName()) + "."
                + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** @return the value in words; {@code null} when there is nothing to say */
    public String of(Object value) {
        return switch (value) {
            case null -> null;
            case String text ->
                PersonalData.ERASED_VALUE.equals(text) ? I18n.text(locale, "sentence.erased") : clean(text);
            case Enum<?> constant -> text(constant, locale);
            case Boolean flag -> I18n.text(locale, flag ? "sentence.yes" : "sentence.no");
            case Money money -> money(money);
            case Area area -> area(area);
            case Coded coded -> clean(Terms.of(coded.name(), locale));
            case TypedId id -> named(id);
            case LocalDate date -> date.toString();
            case YearMonth month -> month(month);
            case Instant instant -> MINUTES.format(LocalDateTime.ofInstant(instant, EventMeta.ZONE));
            case BigDecimal number -> number(number);
            case Number number -> number.toString();
            case OurPerson person -> withNote(of(person.staffId()), of(person.level()));
            case TheirPerson person ->
                withNote(person.name() == null ? of(person.personId()) : of(person.name()), clean(person.position()));
            case TopicPosition position -> position.topic();
            case RequestedOpinion opinion -> of(opinion.body()) == null ? of(opinion.topic()) : of(opinion.body());
            case AgreedPhase phase -> phase(phase);
            case CompanyCommitment commitment -> commitment(commitment);
            case GovernmentCommitment commitment ->
                joined(commitment.clause(), commitment.promise(), of(commitment.amount()));
            case YearAmount planned -> planned.year() + " " + of(planned.amount());
            case Party party -> withNote(party.name(), of(party.role()));
            case Attachment attachment -> attachment.fileName();
            case TargetValue much -> targetValue(much);
            case TargetPeriod period -> period(period);
            case TargetScope scope -> scope(scope);
            case MonthlyReturn figures -> joined(of(figures.investedToDate()), figures.progress());
            case Collection<?> many -> list(many);
            default -> clean(String.valueOf(value));
        };
    }

    /** Up to six in full; of more, the first three and how many there are. */
    private String list(Collection<?> many) {
        List<String> words = (many.stream().allMatch(LocalDate.class::isInstance)
                        ? DayRange.of(many.stream().map(LocalDate.class::cast).toList())
                        : many)
                .stream().map(this::of).filter(Objects::nonNull).toList();
        if (words.isEmpty()) {
            return null;
        }
        String comma = I18n.text(locale, "sentence.list-comma");
        return words.size() <= 6
                ? String.join(comma, words)
                : I18n.text(
                        locale, "sentence.more", String.join(comma, words.subList(0, 3)), String.valueOf(words.size()));
    }

    private String money(Money money) {
        String key = switch (money.currency()) {
            case USD -> "format.wan-dollar";
            case CNY -> money.amount().abs().compareTo(YI) >= 0 ? "format.yi-yuan" : "format.wan-yuan";
        };
        return I18n.text(locale, key, key.equals("format.yi-yuan") ? exactYi(money) : Format.wan(money));
    }

    /** Two decimals as on every screen, more where the amount has them: a sentence never rounds away what was changed. */
    private static String exactYi(Money money) {
        BigDecimal yi = money.inYi();
        return Format.number(yi, Math.clamp(yi.scale(), 2, 10));
    }

    private String area(Area area) {
        return number(area.value()) + " " + text(area.unit(), locale);
    }

    private static String number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return Format.number(plain, Math.clamp(plain.scale(), 0, 10));
    }

    private String month(YearMonth month) {
        return I18n.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear()
                : month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** {@code 2023年}, {@code 2023年一季度}, {@code 2023年3月}. */
    private String period(TargetPeriod period) {
        String year = String.valueOf(period.year());
        return switch (period.kind()) {
            case YEAR -> I18n.text(locale, "sentence.year", year);
            case QUARTER -> I18n.text(locale, "sentence.quarter." + period.quarter(), year);
            case MONTH -> month(YearMonth.from(period.from()));
            case null -> period.toString();
        };
    }

    /** Whose it is: the name of the day, and for the whole place its word. */
    private String scope(TargetScope scope) {
        return switch (scope.kind()) {
            case WHOLE -> text(scope.kind(), locale);
            case PARK -> of(scope.park());
            case TEAM -> clean(scope.teamName());
            case PERSON, LEADER -> of(scope.staffId());
        };
    }

    private String targetValue(TargetValue value) {
        if (value.count() != null) {
            return I18n.text(locale, "sentence.projects", number(BigDecimal.valueOf(value.count())));
        }
        return value.amount() != null ? of(value.amount()) : of(value.land());
    }

    private String phase(AgreedPhase phase) {
        return withNote(phase.name(), of(phase.investment()));
    }

    private String withNote(String name, String note) {
        return note == null || name == null ? name : I18n.text(locale, "sentence.person-with-level", name, note);
    }

    private String named(TypedId id) {
        String name = of(names.nameOf(id));
        if (name != null) {
            return name;
        }
        return switch (id) {
            case StaffId staff -> I18n.text(locale, "sentence.unknown-person");
            case PersonId person -> I18n.text(locale, "sentence.unknown-contact");
            default -> I18n.text(locale, "sentence.unknown-id", id.value().toString());
        };
    }

    private String commitment(CompanyCommitment commitment) {
        return joined(
                commitment.clause(),
                of(commitment.metric()),
                of(commitment.operator()),
                commitment.value(),
                commitment.unit());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    }

    /** One sentence stays one line. */
    private static String clean(String text) {
        return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }
}
