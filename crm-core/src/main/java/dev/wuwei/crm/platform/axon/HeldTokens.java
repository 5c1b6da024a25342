package dev.wuwei.crm.platform.axon;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;

/**
 * Tokens that only move on from where this node left them.
 *
 * <p>Read models do not wait for their commit to reach the disk. A database that dies may take back rows and token together
 * while the processor lives on with the token in memory; it would go on behind the lost rows and never show them. Here its
 * next batch, or when nothing happens its next extension of the claim, finds the older token and gives up the claim, and with
 * the claim it fetches the token that is there and makes the rows again.
 */
final class HeldTokens extends JdbcTokenStore {
    private static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("es.token")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("time_stamp")
            .setOwnerColumn("owner")
            .build();

    private static final String MOVE_ON =
            "update es.token set token = ?, token_type = ?, time_stamp = ? where owner = ? and processor_name = ? and segment = ?"
                    + " and coalesce(token, '') = ?";

    private static final byte[] NONE = {};

    private final Map<Place, byte[]> held = new ConcurrentHashMap<>();
    private final String node;

    private record Place(String processor, int segment) {}

    HeldTokens(ConnectionProvider connections, Serializer serializer) {
        this(connections, serializer, ManagementFactory.getRuntimeMXBean().getName());
    }

    HeldTokens(ConnectionProvider connections, Serializer serializer, String node) {
        super(JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .claimTimeout(Duration.ofSeconds(10))
                .nodeId(node)
                .schema(SCHEMA));
        this.node = node;
    }

    /** @throws UnableToClaimTokenException when the stored token is not the one that this node left there */
    @Override
    public void storeToken(TrackingToken token, String processorName, int segment) {
        Place place = new Place(processorName, segment);
        byte[] expected = held.get(place);
        GenericTokenEntry<byte[]> entry =
                new GenericTokenEntry<>(token, serializer(), byte[].class, processorName, segment);
        byte[] next = bytes(entry);
        Connection connection = getConnection();
        try {
            int moved = expected == null
                    ? 0
                    : JdbcUtils.executeUpdate(
                            connection,
                            each -> moveOn(each, entry, next, expected),
                            e -> new JdbcException("The token of " + place + " cannot be stored", e));
            if (moved == 0) {
                throw notThere(place);
            }
            // Before the commit: until then nobody else reads the row.
            held.put(place, next);
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
    }

    private PreparedStatement moveOn(
            Connection connection, AbstractTokenEntry<byte[]> entry, byte[] next, byte[] expected) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(MOVE_ON);
        statement.setBytes(1, next.length == 0 ? null : next);
        statement.setString(
                2, entry.getTokenType() == null ? null : entry.getTokenType().getName());
        statement.setString(3, entry.timestampAsString());
        statement.setString(4, node);
        statement.setString(5, entry.getProcessorName());
        statement.setInt(6, entry.getSegment());
        statement.setBytes(7, expected);
        return statement;
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        held.remove(new Place(processorName, segment));
        return super.fetchToken(processorName, segment);
    }

    @Override
    public TrackingToken fetchToken(String processorName, Segment segment) {
        held.remove(new Place(processorName, segment.getSegmentId()));
        return super.fetchToken(processorName, segment);
    }

    /** @throws UnableToClaimTokenException as {@link #storeToken} */
    @Override
    public void extendClaim(String processorName, int segment) {
        super.fetchToken(processorName, segment);
    }

    @Override
    protected TrackingToken claimToken(Connection connection, AbstractTokenEntry<?> entry) throws SQLException {
        Place place = new Place(entry.getProcessorName(), entry.getSegment());
        byte[] there = bytes(entry);
        // The row is locked, so no batch is between its update and its commit.
        byte[] left = held.get(place);
        if (left != null && !Arrays.equals(left, there)) {
            throw notThere(place);
        }
        TrackingToken token = super.claimToken(connection, entry);
        held.put(place, there);
        return token;
    }

    private static byte[] bytes(AbstractTokenEntry<?> entry) {
        return entry.getSerializedToken() == null
                ? NONE
                : (byte[]) entry.getSerializedToken().getData();
    }

    private static UnableToClaimTokenException notThere(Place place) {
        return new UnableToClaimTokenException(
                "The token of " + place + " is not where this node left it; it is claimed anew");
    }
}
