package dev.wuwei.crm.followup;

import java.util.List;

/** Which permits each kind of project needs, versioned by the administrator. */
public interface PermitChecklists {
    /** @return for example {@code permits@2}: the version in force */
    String version();

    /** @return what a project of this kind needs, step by step */
    List<RequiredPermit> of(String projectType);
}
