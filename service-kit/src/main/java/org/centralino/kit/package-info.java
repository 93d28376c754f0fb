/// What each service would otherwise repeat: telling events at least once (outbox) and hearing them, perhaps
/// twice, in batches; the database, and the periodic work that replicas share; which conversations there are and
/// who may see them; problem documents, who is asking and what he may do, the clock. A thing that one service uses
/// is not here.
@NullMarked
package org.centralino.kit;

import org.jspecify.annotations.NullMarked;
