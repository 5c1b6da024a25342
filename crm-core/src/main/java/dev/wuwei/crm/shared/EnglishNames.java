package dev.wuwei.crm.shared;

import java.util.Optional;

/**
 * What entries of dictionaries and steps of templates are called in English. Asked by the name that an event holds, so that what
 * was called otherwise on its day is not shown under the name of today.
 */
public interface EnglishNames {
    /** @return empty where no file says it */
    Optional<String> of(String name);
}
