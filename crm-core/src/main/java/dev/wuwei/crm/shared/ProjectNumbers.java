package dev.wuwei.crm.shared;

/** Business numbers of projects: {@code ZS-2026-0042}, counted per year. */
public interface ProjectNumbers {
    String next(int year);
}
