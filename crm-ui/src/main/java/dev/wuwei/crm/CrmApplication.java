package dev.wuwei.crm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Wuwei (五未): from a first lead to full capacity, nothing erased. */
@SpringBootApplication
public class CrmApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(CrmApplication.class, arguments);
    }
}
