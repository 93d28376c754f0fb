package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `docs/metrics.md` and the code name the same metrics.
class MetricsTest {
    @Test
    void every_metric_of_ours_stands_on_the_page_as_it_is_made_and_no_other() {
        var page = MetricsPage.ours();

        assertThat(page).isNotEmpty().containsExactlyInAnyOrderElementsOf(MetricsInCode.all());
    }
}
