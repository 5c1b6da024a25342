package dev.wuwei.crm.api;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.ui.component.I18n;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Amounts, land and ids in answers, wherever in a record they stand: with their unit, as plain text. What was personal data of
 * an erased person says so in the caller's language, as on the screens.
 */
@Configuration(proxyBeanMethods = false)
class WireValues {
    @Bean
    JacksonModule wireValuesModule() {
        return new SimpleModule("wire-values")
                .addSerializer(Money.class, new As<>(Money.class) {
                    @Override
                    Object as(Money money) {
                        return Units.Amount.inWan(money);
                    }
                })
                .addSerializer(Area.class, new As<>(Area.class) {
                    @Override
                    Object as(Area area) {
                        return Units.Land.of(area);
                    }
                })
                .addSerializer(String.class, new StdSerializer<>(String.class) {
                    @Override
                    public void serialize(String text, JsonGenerator generator, SerializationContext context) {
                        generator.writeString(
                                PersonalData.ERASED_VALUE.equals(text)
                                        ? I18n.text(ApiLocale.current(), "sentence.erased")
                                        : text);
                    }
                })
                .addSerializer(TypedId.class, new As<>(TypedId.class) {
                    @Override
                    Object as(TypedId id) {
                        return id.value().toString();
                    }
                });
    }

    private abstract static class As<T> extends StdSerializer<T> {
        As(Class<T> type) {
            super(type);
        }

        abstract Object as(T value);

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writePOJO(as(value));
        }
    }
}
