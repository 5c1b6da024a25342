package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.html.Span;

/** A verdict as words with a sign: ✓ 达标, ✓ 逾期达标, ⊖ 部分达标, ✕ 违约, 未到期. */
public class Verdict extends Span {
    /** How it reads. */
    public enum Tone {
        MET("check", "ww-verdict-met"),
        MET_LATE("check", "ww-verdict-late"),
        PARTLY("partial", "ww-verdict-late"),
        BROKEN("cross", "ww-verdict-broken"),
        NOT_DUE("", "ww-3");

        private final String symbol;
        private final String css;

        Tone(String symbol, String css) {
            this.symbol = symbol;
            this.css = css;
        }

        public String symbol() {
            return symbol;
        }

        public String css() {
            return css;
        }
    }

    public Verdict(Tone tone, String words) {
        addClassNames("ww-verdict", tone.css);
        if (!tone.symbol.isEmpty()) {
            add(Icon.of(tone.symbol));
        }
        add(new Span(words));
    }
}
