package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.shared.PersonalData;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * A component of a record, looked up once for each class: asking a class for its components is slow.
 *
 * @param personal whether it is {@link PersonalData}
 */
record Part(String name, Class<?> type, boolean personal, Method accessor) {
    private static final ClassValue<List<Part>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private static Part of(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.trySetAccessible();
        return new Part(
                component.getName(), component.getType(), component.isAnnotationPresent(PersonalData.class), accessor);
    }

    /** @return the components of a record in their order */
    static List<Part> of(Class<?> type) {
        return KNOWN.get(type);
    }

    Object read(Object from) {
        try {
            return accessor.invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
