package dev.wuwei.crm;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, once everything is up, where to go and how to sign in. On the console, not in the log: a log is kept. */
@Component
@ConditionalOnProperty(name = "wuwei.rebuild", havingValue = "no", matchIfMissing = true)
class Greeting {
    private final ObjectProvider<FirstAdministrator> first;
    private final boolean demo;

    Greeting(ObjectProvider<FirstAdministrator> first, @Value("${wuwei.demo:false}") boolean demo) {
        this.first = first;
        this.demo = demo;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println();
        out.println("  五未 Wuwei   http://localhost:" + web.getWebServer().getPort());
        if (demo) {
            out.println();
            out.println("  演示账号 demo accounts, password demo-2026:");
            out.println("    zhuanyuan 招商专员   fuzeren 部门负责人   lingdao 领导");
            out.println("    ducha 督查           shenji 审计          admin 系统管理员");
        }
        first.ifAvailable(administrator -> administrator.takePassword().ifPresent(password -> {
            out.println();
            out.println("  " + FirstAdministrator.USERNAME + "   " + password);
            out.println("  只显示一次，请登录后修改。 Shown once; change it after signing in.");
        }));
        out.println();
        out.println("  Ctrl-C 停止 stops; everything entered is kept.");
        out.println();
    }
}
