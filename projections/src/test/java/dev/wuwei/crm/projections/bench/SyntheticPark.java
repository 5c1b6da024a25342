package dev.wuwei.crm.projections.bench;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.investor.InvestorEvent;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.investor.InvestorKind;
import dev.wuwei.crm.lead.Assessment;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.EventSerializer;
import dev.wuwei.crm.platform.personaldata.PersonalDataModule;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A large park with a history of about ten events a project, put into the store as fast as it takes. */
final class SyntheticPark {
    private static final int COHORT = 1000;
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final String META = "\\\\x"
            + hex("{\"recordedBy\":\"01234567-89ab-7def-8123-456789abcdef\",\"role\":\"PROMOTER\",\"channel\":\"UI\"}");

    private final Random random = new Random(7);
    private final EventSerializer serializer = EventSerializer.create(new EventNames(), new PersonalDataModule(null));
    private final List<Coded> parks = coded("park", 6);
    private final List<Coded> industries = coded("industry", 12);
    private final List<Coded> methods = coded("method", 14);
    private final List<StaffId> staff = ids(120);
    private final List<TeamId> teams =
            List.of(TeamId.next(), TeamId.next(), TeamId.next(), TeamId.next(), TeamId.next());
    private final List<InvestorId> investors = new ArrayList<>();

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Coded> coded(String of, int count) {
        List<Coded> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Coded(of + i, "名称" + i));
        }
        return all;
    }

    private static List<StaffId> ids(int count) {
        List<StaffId> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(StaffId.next());
        }
        return all;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** @return how many events there are now */
    long fill(DataSource dataSource, int projects) throws SQLException {
        long events = 0;
        try (Connection connection = dataSource.getConnection()) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy es.domain_event (event_identifier, aggregate_identifier, sequence_number, type,"
                            + " time_stamp, payload_type, payload_revision, payload, meta_data) from stdin");
            StringBuilder lines = new StringBuilder();
            for (int from = 0; from < projects; from += COHORT) {
                List<List<DomainEvent>> lives = new ArrayList<>();
                for (int i = from; i < Math.min(projects, from + COHORT); i++) {
                    lives.add(life(i, FIRST.plusDays((long) i * 2200 / projects)));
                }
                java.util.Map<UUID, Integer> sequences = new java.util.HashMap<>();
                for (int step = 0; ; step++) {
                    boolean more = false;
                    for (List<DomainEvent> life : lives) {
                        if (step < life.size()) {
                            more = true;
                            write(life.get(step), sequences, lines);
                            events++;
                        }
                    }
                    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    lines.setLength(0);
                    if (!more) {
                        break;
                    }
                }
            }
            copy.endCopy();
            try (var statement = connection.createStatement()) {
                statement.execute("analyze es.domain_event");
            }
        }
        return events;
    }

    private void write(DomainEvent event, java.util.Map<UUID, Integer> sequences, StringBuilder line) {
        var payload = serializer.serialize(event, byte[].class);
        UUID aggregate;
        try {
            aggregate = ((TypedId) event.getClass()
                            .getRecordComponents()[0]
                            .getAccessor()
                            .invoke(event))
                    .value();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        int sequence = sequences.merge(aggregate, 0, (known, zero) -> known + 1);
        line.append(Ids.next())
                .append('\t')
                .append(aggregate)
                .append('\t')
                .append(sequence)
                .append("\tSynthetic\t")
                .append(event.occurredOn().atTime(10, 0).atOffset(ZoneOffset.UTC))
                .append('\t')
                .append(payload.getType().getName())
                .append('\t')
                .append(
                        payload.getType().getRevision() == null
                                ? "\\N"
                                : payload.getType().getRevision())
                .append("\t\\\\x")
                .append(HexFormat.of().formatHex(payload.getData()))
                .append('\t')
                .append(META)
                .append('\n');
    }

    private List<DomainEvent> life(int number, LocalDate start) {
        List<DomainEvent> life = new ArrayList<>();
        ProjectId project = ProjectId.next();
        LeadId lead = LeadId.next();
        String no = "ZS-%d-%05d".formatted(start.getYear(), number);
        Coded park = any(parks);
        Coded industry = any(industries);
        StaffId owner = any(staff);
        TeamId team = any(teams);
        Money estimate = Money.wan(String.valueOf(1000 + random.nextInt(150_000)));
        if (investors.isEmpty() || random.nextInt(3) > 0) {
            InvestorId investor = InvestorId.next();
            investors.add(investor);
            life.add(new InvestorEvent.InvestorRegistered(
                    investor, "企业" + number + "有限公司", null, parks.getFirst(), InvestorKind.values()[0], start));
        }
        life.add(new LeadEvent.LeadRegistered(
                lead,
                project,
                no,
                new LeadProfile(
                        "项目" + number,
                        any(investors),
                        null,
                        null,
                        null,
                        any(methods),
                        new Coded("350000", "福建"),
                        industry,
                        null,
                        null,
                        estimate,
                        null,
                        null,
                        ProjectKind.NEWLY_INTRODUCED,
                        "由老乡介绍，拟投资建设生产线，需要标准厂房两万平方米"),
                park,
                owner,
                owner,
                team,
                "招商科",
                start.plusDays(1),
                start));
        life.add(new LeadEvent.LeadResponded(lead, project, "已电话联系，约定来访", start.plusDays(4), start.plusDays(1)));
        life.add(new LeadEvent.LeadJudged(
                lead, project, Assessment.values()[0], false, "符合产业方向", start.plusDays(9), start.plusDays(3)));
        if (random.nextInt(10) < 2) {
            return life;
        }
        NegotiationId talks = NegotiationId.next();
        LocalDate adopted = start.plusDays(5);
        life.add(new LeadEvent.LeadAdopted(lead, project, talks, adopted));
        life.add(new NegotiationEvent.NegotiationOpened(
                talks,
                project,
                no,
                lead,
                null,
                "项目" + number,
                park,
                industry,
                null,
                ProjectKind.NEWLY_INTRODUCED,
                estimate,
                null,
                owner,
                adopted));
        life.add(new NegotiationEvent.Appointed(
                talks, project, ProjectRole.LINKING_LEADER, any(staff.subList(0, 12)), null, adopted.plusDays(3)));
        life.add(new NegotiationEvent.StageAdvanced(
                talks, project, NegotiationStage.FIRST_CONTACT, NegotiationStage.IN_DEPTH, adopted.plusDays(30)));
        if (random.nextInt(10) < 4) {
            return life;
        }
        SigningId signing = SigningId.next();
        LocalDate signed = adopted.plusDays(120);
        AgreedPhase phase = new AgreedPhase(
                "一期",
                estimate,
                null,
                signed.plusDays(90),
                signed.plusDays(400),
                signed.plusDays(460),
                signed.plusDays(900),
                null);
        life.add(new SigningEvent.AgreementSigned(
                signing,
                project,
                no,
                talks,
                AgreementKind.FORMAL,
                "HT-" + number,
                List.of(),
                new AgreementTerms(estimate, null, null, null, List.of(), List.of(phase), List.of(), List.of()),
                null,
                random.nextBoolean(),
                random.nextBoolean(),
                industry,
                park,
                owner,
                List.of(),
                signed));
        life.add(new NegotiationEvent.NegotiationSigned(talks, project, signing, signed));
        FollowUpId followUp = FollowUpId.next();
        life.add(new FollowUpEvent.FollowUpOpened(followUp, project, no, signing, 1, park, List.of(phase), signed));
        if (random.nextInt(10) < 3) {
            return life;
        }
        LocalDate started = signed.plusDays(80 + random.nextInt(60));
        life.add(new FollowUpEvent.MilestoneRecognised(
                followUp,
                project,
                "一期",
                Milestone.CONSTRUCTION_START,
                null,
                phase.startBy(),
                false,
                "施工许可证",
                List.of(),
                started));
        life.add(new SigningEvent.CapitalArrived(
                signing, project, EntryId.next(), Money.wan("500"), "进账单", List.of(), started.plusDays(10)));
        life.add(new FollowUpEvent.MonthlyReturnFiled(
                followUp,
                project,
                "一期",
                YearMonth.from(started),
                new MonthlyReturn(Money.wan("300"), Money.wan("300"), BigDecimal.TEN, "基础施工", null, List.of()),
                started.plusDays(20)));
        if (random.nextBoolean()) {
            life.add(new FollowUpEvent.MilestoneRecognised(
                    followUp,
                    project,
                    "一期",
                    Milestone.COMPLETION,
                    null,
                    phase.completeBy(),
                    false,
                    "竣工验收备案表",
                    List.of(),
                    started.plusDays(300)));
            life.add(new SigningEvent.CapitalIncreased(
                    signing,
                    project,
                    2,
                    Money.wan("1000"),
                    estimate.plus(Money.wan("1000")),
                    null,
                    started.plusDays(310)));
        }
        return life;
    }
}
