/// The outbound service: the only one that calls WhatsApp.
///
/// It owns the fate of every message that leaves the house. It hears that a reply was queued, records the
/// intent, calls the platform, and tells what became of it: accepted, refused, or in doubt. The platform
/// has no way to ask "did you get this one?", so a message whose call ended without a usable answer is
/// never sent again by itself; a status webhook that carries our message id tells its fate.
///
/// It never reads internal notes: they have no way to a customer.
@NullMarked
package org.centralino.outbound;

import org.jspecify.annotations.NullMarked;
