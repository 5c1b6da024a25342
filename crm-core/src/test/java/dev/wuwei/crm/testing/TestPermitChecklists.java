package dev.wuwei.crm.testing;

import dev.wuwei.crm.followup.PermitChecklists;
import dev.wuwei.crm.followup.RequiredPermit;
import java.util.List;

/** One checklist of two permits, the one for building after the other. */
public final class TestPermitChecklists implements PermitChecklists {
    public static final List<RequiredPermit> REQUIRED = List.of(
            new RequiredPermit(TestDictionaries.OTHER_PERMIT, 1, 20, 5),
            new RequiredPermit(TestDictionaries.PERMIT, 2, 7, 3));

    @Override
    public String version() {
        return "permits@1";
    }

    @Override
    public List<RequiredPermit> of(String projectType) {
        return projectType.equals(TestDictionaries.PROJECT_TYPE.code()) ? REQUIRED : List.of();
    }
}
