/// A double of the WhatsApp Cloud API, with a clock that can jump, faults that can be switched, and a page
/// that is the customer's phone.
///
/// It owns nothing of the product. It speaks to it by the platform's two faces only: the Graph call
/// `POST /{version}/{phone-number-id}/messages` and signed webhooks. Everything else here (`/control/…`, the
/// page) is for people and test drivers.
///
/// The state is a fold of [facts][org.centralino.simulator.platform.domain.Fact], which are written to a
/// journal before anything is answered, so that it survives a kill.
@NullMarked
package org.centralino.simulator;

import org.jspecify.annotations.NullMarked;
