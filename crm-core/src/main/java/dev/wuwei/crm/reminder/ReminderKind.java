package dev.wuwei.crm.reminder;

/** What a reminder is about. */
public enum ReminderKind {
    /** 约定的联系: the next contact that the last one agreed on. */
    NEXT_CONTACT,
    /** 线索响应. */
    RESPOND,
    /** 线索研判. */
    JUDGE,
    /** 结果反馈. */
    FEEDBACK,
    /** 久无进展. */
    PROGRESS,
    /** 评审意见. */
    OPINION,
    /** 准入批复到期. */
    APPROVAL_EXPIRY,
    /** 搁置复看. */
    LOOK_AGAIN,
    /** 约定的节点: 开工, 竣工, 投产, 上规, 达产. */
    MILESTONE,
    /** 亮灯: the light of a phase turned worse. */
    LIGHT,
    /** 月报. */
    MONTHLY_RETURN,
    /** 承诺到期. */
    COMMITMENT,
    /** 许可办理到期. */
    PERMIT,
    /** 容缺待补: papers that were promised at a 容缺受理. */
    MISSING_PAPERS,
    /** 议定事项: what a meeting resolved. */
    RESOLUTION,
    /** 回头看整改到期. */
    RECTIFICATION,
    /** 回头看完成时限: the day by which a campaign is to be finished; of a campaign, not of a project. */
    CAMPAIGN,
    /** 每日简报: what happened since the last working day, and what is late; of no project. */
    DIGEST,
    /** 数据核对不符: the screens show another figure than the events say; of no project. */
    TOTALS_CHECK;

    /** @return whether it is about one project */
    public boolean isOfProject() {
        return this != CAMPAIGN && this != DIGEST && this != TOTALS_CHECK;
    }
}
