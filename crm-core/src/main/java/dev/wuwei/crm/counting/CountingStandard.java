package dev.wuwei.crm.counting;

/** The policy that is shipped and counts where no other was adopted: {@code default@1}, from {@code config/policies}. */
@FunctionalInterface
public interface CountingStandard {
    String CODE = "default";
    int VERSION = 1;

    CountingRules rules();
}
