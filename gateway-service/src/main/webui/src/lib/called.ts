import type { Translate } from "../i18n";
import { firstName } from "./people";

/** What a group is called of which no subject was told: this and the end of its id. */
const NAMELESS = "…";

/** What to call a customer or a group. */
export const called = (contact: { name: string; group?: boolean | undefined }, t: Translate): string =>
  contact.group && contact.name.startsWith(NAMELESS)
    ? t("contact.group.nameless", { end: contact.name })
    : contact.name;

/** The same in a sentence: a person by his first name. */
export const calledBriefly = (contact: Parameters<typeof called>[0], t: Translate): string =>
  contact.group ? called(contact, t) : firstName(contact.name);
