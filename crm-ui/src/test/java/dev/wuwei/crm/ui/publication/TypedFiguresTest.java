package dev.wuwei.crm.ui.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "累计签约25个。, 累计签约25个",
        "投资额247.90亿元, 投资额247.90亿元",
        "同比增长２３.８％。, 同比增长２３.８％",
        "25, 25",
        "共 12 项, 12",
        "盘活120亩, 盘活120亩",
        "'25.3亿元，居第一', 25.3亿元"
    })
    void digits_where_a_figure_belongs_are_named(String paragraph, String typed) {
        assertThat(TypedFigures.in(paragraph)).containsExactly(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{signed.sizeBand.ge5.count}}个、{{signed.amount}}",
                "截至2023年11月30日，2023年1–11月，2023—2025年，近3年，2023-11-30 15:30",
                "1. 总体情况",
                "1.2、分园区",
                "（1）签约；（2）到位",
                "3、下一步",
                "县委〔2023〕8号、第12条第3款，附件1，表 2，第3期，第 1 页 共 3 页",
                "5亿元以上项目、≥10亿元、1亿元及以上、100亩以下",
                "联系电话：0830-1234567",
                "SHA-256 摘要，1+1+6 服务",
                "一事一议、“五未”"
            })
    void dates_numbering_documents_and_sizes_are_no_figures(String paragraph) {
        assertThat(TypedFigures.in(paragraph)).isEmpty();
    }

    @Test
    void each_of_a_paragraph_is_named() {
        assertThat(TypedFigures.in("2023年签约25个、{{signed.amount}}，到位12.5亿元")).containsExactly("签约25个", "到位12.5亿元");
    }
}
