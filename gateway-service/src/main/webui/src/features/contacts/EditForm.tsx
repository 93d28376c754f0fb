import { useMutation } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { ContactProfile } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { languagesIn } from "../../lib/languages";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { IconButton } from "../../ui/IconButton";
import { toast } from "../../ui/Toasts";
import { editContact } from "./calls";
import styles from "./ContactPage.module.css";

interface EditFormProps {
  contact: ContactProfile;
  onChanged: (contact: ContactProfile) => void;
}

/** What the team calls the customer, and what it notes about him. */
export function EditForm({ contact, onChanged }: EditFormProps) {
  const t = useT();
  const { api, queries } = useAsking();
  const [ownName, setOwnName] = useState(contact.ownName ?? "");
  const [language, setLanguage] = useState(contact.language ?? "");
  const [rows, setRows] = useState(() => Object.entries(contact.attributes));
  const attributes = Object.fromEntries(
    rows.map(([name, value]) => [name.trim(), value.trim()] as const).filter(([name]) => name),
  );
  const save = useMutation(
    {
      mutationFn: () => editContact(api, contact.id, { ownName: ownName.trim(), language, attributes }),
      onSuccess: (now) => {
        onChanged(now);
        toast(t("contact.saved"));
      },
    },
    queries,
  );
  const isChanged =
    ownName.trim() !== (contact.ownName ?? "") ||
    language !== (contact.language ?? "") ||
    JSON.stringify(attributes) !== JSON.stringify(contact.attributes);
  const change = (at: number, row: [string, string]) =>
    setRows(rows.map((other, index) => (index === at ? row : other)));

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <label>
        <span>{t("contact.ownName")}</span>
        <input
          value={ownName}
          maxLength={200}
          placeholder={contact.phoneBookName ?? contact.profileName ?? ""}
          onChange={(event) => setOwnName(event.target.value)}
        />
      </label>
      {!contact.group && (
        <label>
          <span>{t("contact.language")}</span>
          <select value={language} onChange={(event) => setLanguage(event.target.value)}>
            <option value="">{t("contact.language.unknown")}</option>
            {languagesIn(currentLocale(), language).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset>
        <legend>{t("contact.attributes")}</legend>
        {rows.map(([name, value], index) => (
          <div key={index} className={styles.attribute}>
            <input
              value={name}
              maxLength={60}
              aria-label={t("contact.attribute.name")}
              placeholder={t("contact.attribute.name")}
              onChange={(event) => change(index, [event.target.value, value])}
            />
            <input
              value={value}
              maxLength={500}
              aria-label={t("contact.attribute.value", { name })}
              onChange={(event) => change(index, [name, event.target.value])}
            />
            <IconButton
              label={t("contact.attribute.remove", { name })}
              icon={X}
              onPress={() => setRows(rows.filter((_, other) => other !== index))}
            />
          </div>
        ))}
        <Button small onPress={() => setRows([...rows, ["", ""]])}>
          <Icon of={Plus} size={14} /> {t("contact.attribute.add")}
        </Button>
      </fieldset>
      {save.isError && (
        <p role="alert" className={styles.problem}>
          {t("contact.notSaved")}
        </p>
      )}
      <Button type="submit" variant="primary" isDisabled={!isChanged || save.isPending}>
        {t("contact.save")}
      </Button>
    </form>
  );
}
