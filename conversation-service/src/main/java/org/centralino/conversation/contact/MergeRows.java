package org.centralino.conversation.contact;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.kit.database.Statement;
import org.jspecify.annotations.Nullable;

/// Contacts that are one person. A merge moves no message and no key: it says of contacts whose person
/// they are, and
/// remembers of which it said so. Undone, they are whose they were.
public final class MergeRows {
    private static final String MERGE = """
            with person as (
              select coalesce(merged.merged_into, merged.id) as merged_id, coalesce(kept.merged_into, kept.id) as kept_id
              from contact merged, contact kept where merged.id = $1 and kept.id = $2),
            merge as (
              insert into contact_merge (id, contact_id, into_id, at, by_id, by_name)
              select gen_random_uuid(), merged_id, kept_id, $3, $4, $5 from person where merged_id <> kept_id
              returning id, contact_id, into_id),
            moved as (
              update contact set merged_into = merge.into_id, updated_at = $3 from merge
              where contact.id = merge.contact_id or contact.merged_into = merge.contact_id
              returning contact.id, merge.id as merge_id)
            insert into contact_merge_member (merge_id, contact_id) select merge_id, id from moved""";

    private static final String UNDO = """
            with merge as (
              update contact_merge set undone_at = $2, undone_by_id = $3, undone_by_name = $4
              where id = $1 and undone_at is null
              returning id, contact_id, into_id)
            update contact set merged_into = nullif(merge.contact_id, contact.id), updated_at = $2
            from merge, contact_merge_member member
            where member.merge_id = merge.id and contact.id = member.contact_id
              and contact.merged_into = merge.into_id""";

    private MergeRows() {}

    /// @param by who says that they are one person; null when the platform told it
    public static Statement merged(UUID contact, UUID into, @Nullable Person by, Instant at) {
        return Statement.of(
                MERGE,
                contact,
                into,
                at.atOffset(ZoneOffset.UTC),
                by == null ? null : by.id(),
                by == null ? null : by.name());
    }

    public static Statement undone(UUID merge, Person by, Instant at) {
        return Statement.of(UNDO, merge, at.atOffset(ZoneOffset.UTC), by.id(), by.name());
    }
}
