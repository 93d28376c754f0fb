/// The ledger: what was sent and what was acknowledged, written down before anything can be lost, and the
/// checker that reconciles it with what the product stored, told, sent and showed.
///
/// [org.centralino.system.ledger.Driver] acts and writes the [org.centralino.system.ledger.Ledger];
/// [org.centralino.system.ledger.EvidenceCollector] looks at the product from outside;
/// [org.centralino.system.ledger.Checker] is pure: ledger and evidence in, sentences about what is wrong
/// out.
@NullMarked
package org.centralino.system.ledger;

import org.jspecify.annotations.NullMarked;
