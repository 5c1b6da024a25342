package dev.wuwei.crm.standard;

/** For the write side: the standards as they are recorded by now. */
@FunctionalInterface
public interface StandardBook {
    Standards standards();
}
