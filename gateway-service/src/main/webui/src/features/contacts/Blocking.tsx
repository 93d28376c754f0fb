import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../../api/client";
import type { ContactProfile } from "../../api/types";
import { currentLocale, type Translate, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useAsking } from "../../live/asking";
import { useServerNow } from "../../live/session";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Confirm";
import { toast } from "../../ui/Toasts";
import { blockContact, unblockContact } from "./calls";
import styles from "./ContactPage.module.css";

interface BlockingProps {
  contact: ContactProfile;
  mayBlock: boolean;
  onChanged: (contact: ContactProfile) => void;
}

type Block = NonNullable<ContactProfile["conversations"][number]["block"]>;

const wishes = ({ conversations }: ContactProfile): Block[] =>
  conversations.flatMap(({ block }) => (block ? [block] : []));

/** Whether WhatsApp has not answered yet. */
export const isPending = (contact: ContactProfile): boolean => wishes(contact).some(({ pending }) => pending);

/** Whether the customer is blocked, since when and by whom, and the way there and back. */
export function Blocking({ contact, mayBlock, onChanged }: BlockingProps) {
  const t = useT();
  const now = useServerNow(60_000);
  const { api, queries } = useAsking();
  const [asking, setAsking] = useState(false);
  const blocked = contact.conversations.some((conversation) => conversation.blocked);
  const change = useMutation(
    {
      mutationFn: () => (blocked ? unblockContact(api, contact.id) : blockContact(api, contact.id)),
      onSuccess: onChanged,
      onError: (error) =>
        toast(
          t(
            error instanceof ApiProblem && error.reasonKey === "block-window-closed"
              ? "contact.block.tooLate"
              : "contact.notSaved",
          ),
        ),
    },
    queries,
  );
  const all = wishes(contact);
  const pending = isPending(contact);
  const failed = all.find(({ error }) => error);
  const standing = all.find(({ wanted, pending: open, error }) => wanted && !open && !error);
  const time = (block: Block) => fullWhen(currentLocale(), now, block.at);
  if (!mayBlock && !blocked && !failed) return null;
  return (
    <section>
      <h3>{t("contact.blocking")}</h3>
      <p role="status">
        {pending
          ? t("contact.block.pending")
          : blocked && standing
            ? t("contact.block.since", { name: standing.by.name, time: time(standing) })
            : t(blocked ? "contact.block.blocked" : "contact.block.open")}
      </p>
      {failed && !pending && (
        <p className={styles.none}>
          {t(failed.wanted ? "contact.block.failed" : "contact.block.failed.back", {
            reason: reasonOf(failed, t),
            time: time(failed),
          })}
        </p>
      )}
      {mayBlock && contact.conversations.length > 0 && (
        <Button small isDisabled={change.isPending} onPress={() => setAsking(true)}>
          {t(blocked ? "contact.block.undo" : "contact.block.do")}
        </Button>
      )}
      {asking && (
        <Confirm
          title={t(blocked ? "contact.block.undo.title" : "contact.block.title", { name: contact.name })}
          text={t(blocked ? "contact.block.undo.text" : "contact.block.text")}
          confirm={t(blocked ? "contact.block.undo" : "contact.block.do")}
          cancel={t("contact.block.cancel")}
          onConfirm={() => change.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** Why WhatsApp did not do it (fact sheet, sections 11.5 and 12). */
function reasonOf({ error }: Block, t: Translate): string {
  switch (error?.code) {
    case 131047:
      return t("contact.block.why.late");
    case 139101:
      return t("contact.block.why.full");
    case 139100:
    case 139102:
    case 139103:
      return t("contact.block.why.trouble");
    default:
      return error?.detail ?? error?.title ?? t("contact.block.why.trouble");
  }
}
