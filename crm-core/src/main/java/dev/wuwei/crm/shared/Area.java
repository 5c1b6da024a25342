package dev.wuwei.crm.shared;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/** Land or floor space in the unit it was entered in. 1亩 = 2000/3 ㎡. */
public record Area(BigDecimal value, AreaUnit unit) {
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal TWO_THOUSAND = BigDecimal.valueOf(2000);

    public Area {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
    }

    public static Area mu(String value) {
        return new Area(new BigDecimal(value), AreaUnit.MU);
    }

    public static Area squareMetres(String value) {
        return new Area(new BigDecimal(value), AreaUnit.SQUARE_METRE);
    }

    public BigDecimal inMu() {
        return unit == AreaUnit.MU ? value : value.multiply(THREE).divide(TWO_THOUSAND, MathContext.DECIMAL64);
    }

    public BigDecimal inSquareMetres() {
        return unit == AreaUnit.SQUARE_METRE
                ? value
                : value.multiply(TWO_THOUSAND).divide(THREE, MathContext.DECIMAL64);
    }
}
