package dev.wuwei.crm.projections.investor;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.investor.InvestorKind;
import dev.wuwei.crm.shared.Coded;
import java.util.List;

/**
 * An investor in a list.
 *
 * @param formerNames earlier names, the newest first
 * @param creditCode {@code null} while it is not known
 * @param mergedInto the entry that this one was merged into, or {@code null}
 * @param projects projects of it that the viewer may see
 */
public record InvestorRow(
        InvestorId investorId,
        String legalName,
        List<String> formerNames,
        String creditCode,
        Coded region,
        InvestorKind kind,
        InvestorId mergedInto,
        int projects) {}
