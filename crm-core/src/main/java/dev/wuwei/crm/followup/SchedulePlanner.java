package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpEvent.SchedulePlanned;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;

/** Counts a schedule (倒排工期) back from its production date, by the template of its kind as it is now. */
record SchedulePlanner(ScheduleTemplates templates, Dictionaries dictionaries, WorkingCalendar calendar) {
    SchedulePlanned planned(
            FollowUpId id,
            ProjectId project,
            String phase,
            int revision,
            String typeCode,
            LocalDate productionOn,
            LocalDate signedOn,
            EventMeta meta) {
        Violations found = new Violations();
        Coded type = found.value(() -> dictionaries.require(DictionaryKind.PROJECT_TYPE, typeCode, "projectTypeCode"));
        LocalDate production =
                found.value(() -> Checks.plausible(Checks.present(productionOn, "productionOn"), "productionOn"));
        if (production != null && production.isBefore(signedOn)) {
            found.at("productionOn", FollowUpRule.BEFORE_SIGNING, signedOn);
        }
        found.throwIfAny();
        return new SchedulePlanned(
                id,
                project,
                phase,
                revision,
                type,
                templates.version(),
                production,
                BackSchedule.of(templates.of(type.code()), production, calendar),
                meta.today());
    }
}
