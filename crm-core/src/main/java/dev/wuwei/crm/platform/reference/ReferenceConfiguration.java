package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.calendar.CalendarBook.Decision;
import dev.wuwei.crm.calendar.CalendarEvent;
import dev.wuwei.crm.calendar.CalendarId;
import dev.wuwei.crm.calendar.ListedCalendar;
import dev.wuwei.crm.counting.CountingStandard;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.dictionary.DictionaryId;
import dev.wuwei.crm.followup.PermitChecklists;
import dev.wuwei.crm.followup.ScheduleTemplates;
import dev.wuwei.crm.followup.ServiceTemplates;
import dev.wuwei.crm.negotiation.AdmissionGates;
import dev.wuwei.crm.platform.axon.Facts;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EnglishNames;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.standard.StandardBook;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.standard.Standards;
import dev.wuwei.crm.standard.StandardsId;
import dev.wuwei.crm.ticket.TicketLimits;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Dictionaries, calendar and policies. What the policy files name is what the dictionaries beside them list. {@code wuwei.config} names a directory whose files go before the shipped ones. */
@Configuration(proxyBeanMethods = false)
public class ReferenceConfiguration {
    @Bean
    ReferenceFiles referenceFiles(@Value("${wuwei.config:./config}") Path own) {
        return new ReferenceFiles(own);
    }

    @Bean
    DictionaryFile dictionaryFile(ReferenceFiles files) {
        return new DictionaryFile(files);
    }

    @Bean
    EnglishNames englishNames(ReferenceFiles files) {
        return new EnglishFile(files);
    }

    @Bean
    @Primary
    Dictionaries dictionaries(DataSource dataSource, EventStorageEngine store, DictionaryFile listed) {
        return new RecordedDictionaries(
                dataSource,
                kind -> store.readEvents(DictionaryId.of(kind).toString())
                        .asStream()
                        .map(message -> (DictionaryEvent) message.getPayload())
                        .toList(),
                listed);
    }

    @Bean
    ListedCalendar listedCalendar(ReferenceFiles files) {
        return new HolidayCalendar(files);
    }

    @Bean
    @Primary
    RecordedCalendar workingCalendar(DataSource dataSource, EventStorageEngine store, ListedCalendar listed) {
        return new RecordedCalendar(
                dataSource,
                () -> store.readEvents(CalendarId.ALL.toString())
                        .asStream()
                        .map(ReferenceConfiguration::decision)
                        .toList(),
                listed);
    }

    private static Decision decision(DomainEventMessage<?> message) {
        EventMeta meta = Facts.of(message);
        return new Decision((CalendarEvent) message.getPayload(), meta.actor(), meta.reason(), meta.recordedAt());
    }

    /** Whoever decides sees it at once; other nodes look for it themselves. */
    @Bean
    Registration calendarDecisions(EventBus events, RecordedCalendar calendar) {
        return events.subscribe(recorded -> {
            if (recorded.stream().anyMatch(event -> event.getPayload() instanceof CalendarEvent)) {
                CurrentUnitOfWork.get().root().afterCommit(done -> calendar.forget());
            }
        });
    }

    @Bean
    ThresholdFile thresholds(ReferenceFiles files) {
        return new ThresholdFile(files);
    }

    @Bean
    StandardBook standardBook(EventStorageEngine store, ThresholdFile thresholds) {
        return () -> Standards.of(
                thresholds,
                store.readEvents(StandardsId.ALL.toString())
                        .asStream()
                        .map(message -> (StandardEvent) message.getPayload())
                        .toList());
    }

    @Bean
    TicketLimits ticketLimits(ThresholdFile thresholds) {
        return thresholds.ticketLimits();
    }

    @Bean
    ServiceTemplates serviceTemplates(ReferenceFiles files) {
        return new ServiceTemplateFile(files);
    }

    @Bean
    PermitChecklists permitChecklists(ReferenceFiles files, DictionaryFile listed) {
        return new PermitFile(files, listed);
    }

    @Bean
    ScheduleTemplates scheduleTemplates(ReferenceFiles files, DictionaryFile listed) {
        return new ScheduleFile(files, listed);
    }

    @Bean
    CountingStandard countingStandard(ReferenceFiles files, DictionaryFile listed) {
        return new CountingFile(files, listed);
    }

    @Bean
    AdmissionGates admissionGates(ReferenceFiles files) {
        return new GateFile(files);
    }
}
