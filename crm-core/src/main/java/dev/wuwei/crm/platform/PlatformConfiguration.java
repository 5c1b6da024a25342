package dev.wuwei.crm.platform;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything the write side stands on; found by scanning, and imported as a whole where only the platform is wanted. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PlatformConfiguration {}
