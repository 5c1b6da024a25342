package dev.wuwei.crm.shared;

/** Whether something with this identity was ever begun; answered from history itself, in the command's transaction. */
public interface Existence {
    /** @param id of the kind whose aggregate is named like it: {@code LeadId} asks for a {@code Lead} */
    boolean of(TypedId id);
}
