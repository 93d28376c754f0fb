/// Breaking the product: processes are killed while messages flow
/// ([org.centralino.system.fault.FaultCampaign]), and promises are broken on purpose so that the ledger
/// must notice ([org.centralino.system.fault.MutationCheck]).
@NullMarked
package org.centralino.system.fault;

import org.jspecify.annotations.NullMarked;
