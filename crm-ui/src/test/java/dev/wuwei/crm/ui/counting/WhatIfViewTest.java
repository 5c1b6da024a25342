package dev.wuwei.crm.ui.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WhatIfViewTest extends ViewTest {
    @Test
    void begins_with_tax_over_the_land_and_says_what_it_needs() {
        signIn("lingdao");
        open("what-if?standard=tax-per-mu");

        assertThat(page()).contains("推演", "只推演，不改数据", "企业实绩报满十二个月");
    }

    @Test
    void red_lights_are_tried_at_another_number_of_days_in_words_of_their_own() {
        signIn("lingdao");
        open("what-if?standard=red-light&tried=1");

        assertThat(page()).contains("没有逾期的期次");
    }

    @Test
    void a_limit_that_is_none_is_refused_at_its_field() {
        signIn("lingdao");
        open("what-if");
        fill("改为", new BigDecimal("-1"));
        assertThat(errors()).containsEntry("改为", "填大于 0、不超过 1,000,000 的数，最多两位小数。");

        fill("改为", new BigDecimal("5.125"));
        assertThat(errors()).containsKey("改为");

        fill("改为", new BigDecimal("6"));
        assertThat(errors()).isEmpty();
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("what-if?standard=full-capacity");

        assertThat(page()).contains("What if", "Nothing is changed by this").doesNotContain("推演");
    }

    @Test
    void is_no_page_of_an_officer() {
        signIn("zhuanyuan");
        open("what-if");

        assertThat(page()).doesNotContain("只推演");
    }
}
