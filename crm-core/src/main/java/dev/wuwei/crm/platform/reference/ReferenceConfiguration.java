package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.counting.CountingStandard;
import dev.wuwei.crm.followup.PermitChecklists;
import dev.wuwei.crm.followup.ScheduleTemplates;
import dev.wuwei.crm.followup.ServiceTemplates;
import dev.wuwei.crm.negotiation.AdmissionGates;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EnglishNames;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.ticket.TicketLimits;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dictionaries, calendar and policies. {@code wuwei.config} names a directory whose files go before the shipped ones. */
@Configuration(proxyBeanMethods = false)
public class ReferenceConfiguration {
    @Bean
    ReferenceFiles referenceFiles(@Value("${wuwei.config:./config}") Path own) {
        return new ReferenceFiles(own);
    }

    @Bean
    Dictionaries dictionaries(ReferenceFiles files) {
        return new DictionaryFile(files);
    }

    @Bean
    EnglishNames englishNames(ReferenceFiles files) {
        return new EnglishFile(files);
    }

    @Bean
    WorkingCalendar workingCalendar(ReferenceFiles files) {
        return new HolidayCalendar(files);
    }

    @Bean
    ThresholdFile thresholds(ReferenceFiles files) {
        return new ThresholdFile(files);
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
    PermitChecklists permitChecklists(ReferenceFiles files, Dictionaries dictionaries) {
        return new PermitFile(files, dictionaries);
    }

    @Bean
    ScheduleTemplates scheduleTemplates(ReferenceFiles files, Dictionaries dictionaries) {
        return new ScheduleFile(files, dictionaries);
    }

    @Bean
    CountingStandard countingStandard(ReferenceFiles files, Dictionaries dictionaries) {
        return new CountingFile(files, dictionaries);
    }

    @Bean
    AdmissionGates admissionGates(ReferenceFiles files) {
        return new GateFile(files);
    }
}
