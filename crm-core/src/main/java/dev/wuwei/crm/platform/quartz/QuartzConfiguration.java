package dev.wuwei.crm.platform.quartz;

import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs that the calendar starts. Kept in {@code es.qrtz_*}, so that of several nodes one runs each. */
@Configuration(proxyBeanMethods = false)
public class QuartzConfiguration {
    @Bean
    BusinessJobs businessJobs(
            ObjectProvider<BusinessJob> jobs,
            Scheduler scheduler,
            CommandDispatcher commands,
            DataSource dataSource,
            Environment environment) {
        return new BusinessJobs(jobs, scheduler, commands, JdbcClient.create(dataSource), environment);
    }

    @Bean
    BusinessJob housekeeping(DataSource dataSource, Processors processors) {
        return new Housekeeping(JdbcClient.create(dataSource), processors);
    }
}
