package org.centralino.outbound.number;

import java.util.List;

/// All numbers of this installation.
record NumberList(List<NumberView> items) {}
