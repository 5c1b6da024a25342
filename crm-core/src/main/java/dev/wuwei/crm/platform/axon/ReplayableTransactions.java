package dev.wuwei.crm.platform.axon;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transactions of read models. They do not wait for the disk: rows and token are written in one transaction, so whatever of
 * them a crash of the database takes is made again from history. Events and what policies do are not written this way.
 */
record ReplayableTransactions(TransactionManager transactions, JdbcClient jdbc) implements TransactionManager {
    @Override
    public Transaction startTransaction() {
        Transaction transaction = transactions.startTransaction();
        try {
            jdbc.sql("set local synchronous_commit to off").update();
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
        return transaction;
    }
}
