package org.centralino.conversation.thread;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.MessageStatus;
import org.centralino.events.PlatformError;

/// A status whose message we do not know yet: it waits, and is dropped after a week.
@Entity
@Table(name = "parked_status")
class ParkedStatusRow {
    @Id
    UUID id;

    @Column(name = "phone_number_id")
    String phoneNumberId;

    @Column(name = "platform_id")
    String platformId;

    @Enumerated(EnumType.STRING)
    MessageStatus status;

    @Column(name = "status_at")
    Instant statusAt;

    @Column(name = "error_code")
    Integer errorCode;

    @Column(name = "error_title")
    String errorTitle;

    @Column(name = "error_detail")
    String errorDetail;

    @Column(name = "parked_at")
    Instant parkedAt;

    static ParkedStatusRow of(StatusReport report, Instant now) {
        var row = new ParkedStatusRow();
        row.id = UUID.randomUUID();
        row.phoneNumberId = report.phoneNumberId();
        row.platformId = report.platformId();
        row.status = report.status();
        row.statusAt = report.statusAt();
        if (report.error() != null) {
            row.errorCode = report.error().code();
            row.errorTitle = report.error().title();
            row.errorDetail = report.error().detail();
        }
        row.parkedAt = now;
        return row;
    }

    StatusReport report() {
        var error = errorCode == null ? null : new PlatformError(errorCode, errorTitle, errorDetail);
        return new StatusReport(phoneNumberId, platformId, null, status, statusAt, error);
    }
}
