package org.centralino.kit.operator;

/// The permissions that Keycloak grants: client roles of the client `centralino`, bundled into roles such
/// as operator or supervisor. Companies make roles of their own from them.
public final class Permission {
    /// See what one holds, and what nobody holds.
    public static final String SEE_OWN = "conversation.see.own";
    public static final String SEE_ALL = "conversation.see.all";
    public static final String REPLY = "conversation.reply";
    /// Write to customers first, by a template.
    public static final String START = "conversation.start";
    public static final String TAKE = "conversation.take";
    /// Take a conversation away from the one who holds it.
    public static final String TAKE_OVER = "conversation.take-over";
    /// Give a conversation to somebody else.
    public static final String ASSIGN = "conversation.assign";
    public static final String RESOLVE = "conversation.resolve";
    public static final String READ_NOTES = "note.read";
    public static final String WRITE_NOTES = "note.write";
    public static final String SEE_CONTACTS = "contact.see";
    /// Change what the team calls a customer, and what it notes about him.
    public static final String EDIT_CONTACTS = "contact.edit";
    /// Say that contacts are one person, take that back, and decide whose key it is.
    public static final String MERGE_CONTACTS = "contact.merge";
    /// Have WhatsApp block customers, and let them in again.
    public static final String BLOCK_CONTACTS = "contact.block";
    /// Take customers out of the address book as a file, and bring them in.
    public static final String TRANSFER_CONTACTS = "contact.transfer";
    /// See what the platform says of our numbers and accounts.
    public static final String SEE_NUMBERS = "number.see";
    /// Ask the phone beside a number for its history and its address book.
    public static final String SYNC_NUMBERS = "number.sync";
    /// Give numbers their access tokens.
    public static final String MANAGE_NUMBERS = "number.manage";
    /// See the templates of our accounts, and how they stand.
    public static final String SEE_TEMPLATES = "template.see";
    /// Make, change and delete templates.
    public static final String MANAGE_TEMPLATES = "template.manage";
    /// See what the platform sent as it came, whoever it is about.
    public static final String SEE_RAW = "number.see-raw";
    /// See what the platform sent of a message that cannot be shown.
    public static final String SEE_RAW_MESSAGES = "message.see-raw";
    public static final String MANAGE_TEAM = "team.manage";
    /// Put back what services have set aside.
    public static final String REPLAY = "operations.replay";

    private Permission() {}
}
