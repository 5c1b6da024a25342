package dev.wuwei.crm.demo;

import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.ProjectId;

/** What the scenario may ask about the store that it fills. */
interface DemoWorld {
    /** @return the follow-up that the policy opened for the project */
    FollowUpId followUpOf(ProjectId project);

    /** @return what a command says of the picture, which is kept */
    Attachment keep(String fileName, byte[] picture);

    /** Waits until read models and policies have seen everything entered so far. */
    void catchUp();
}
