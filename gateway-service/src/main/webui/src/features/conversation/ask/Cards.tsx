import { X } from "lucide-react";
import { useState } from "react";
import { useT } from "../../../i18n";
import { IconButton } from "../../../ui/IconButton";
import { Add } from "./Add";
import styles from "./Ask.module.css";
import { EMPTY_PERSON, LONGEST, MOST_CARDS, MOST_LINES, type Person } from "./drafts";
import { Field } from "./Field";

interface CardsProps {
  people: readonly Person[];
  onChange: (people: readonly Person[]) => void;
}

/** One contact card or several, each with what is known of somebody. */
export function Cards({ people, onChange }: CardsProps) {
  const t = useT();
  const [added, setAdded] = useState<number | null>(null);
  const card = (person: Person, at: number) => (
    <CardFields
      person={person}
      isNew={at === added}
      onChange={(change) => onChange(people.with(at, { ...person, ...change }))}
    />
  );
  return (
    <>
      {people.length === 1
        ? card(people[0]!, 0)
        : people.map((person, at) => {
            const label = t("ask.card", { number: at + 1 });
            return (
              <div key={at} role="group" aria-label={label} className={styles.section}>
                <div className={styles.cardHead}>
                  <b aria-hidden="true">{label}</b>
                  <IconButton
                    icon={X}
                    label={t("ask.remove", { what: label })}
                    onPress={() => onChange(people.filter((_, other) => other !== at))}
                  />
                </div>
                {card(person, at)}
              </div>
            );
          })}
      {people.length < MOST_CARDS && people.every(({ name }) => name.trim() !== "") && (
        <Add
          label={t("ask.addCard")}
          onAdd={() => {
            setAdded(people.length);
            onChange([...people, EMPTY_PERSON]);
          }}
        />
      )}
    </>
  );
}

interface CardFieldsProps {
  person: Person;
  /** Whether it was just added: it is written on next. */
  isNew: boolean;
  onChange: (change: Partial<Person>) => void;
}

function CardFields({ person, isNew, onChange }: CardFieldsProps) {
  const t = useT();
  const field = (name: "name" | "organization" | "website", isFirst = false) => (
    <Field
      label={t(`ask.${name}`)}
      value={person[name]}
      longest={LONGEST.name}
      focused={isFirst && isNew}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      {field("name", true)}
      {field("organization")}
      <Lines of="phones" lines={person.phones} onChange={(phones) => onChange({ phones })} />
      <Lines of="emails" lines={person.emails} onChange={(emails) => onChange({ emails })} />
      {field("website")}
    </>
  );
}

interface LinesProps {
  of: "phones" | "emails";
  lines: readonly string[];
  onChange: (lines: readonly string[]) => void;
}

/** One or more phone numbers or e-mail addresses. */
function Lines({ of, lines, onChange }: LinesProps) {
  const t = useT();
  const [added, setAdded] = useState<number | null>(null);
  return (
    <>
      {lines.map((line, at) => (
        <Field
          key={at}
          label={at === 0 ? t(`ask.${of}`) : t(`ask.${of}.more`, { number: at + 1 })}
          value={line}
          longest={LONGEST.name}
          focused={at === added}
          onChange={(value) => onChange(lines.with(at, value))}
          onRemove={lines.length > 1 ? () => onChange(lines.filter((_, other) => other !== at)) : undefined}
        />
      ))}
      {lines.length < MOST_LINES && lines.every((line) => line.trim() !== "") && (
        <Add
          label={t(`ask.${of}.add`)}
          onAdd={() => {
            setAdded(lines.length);
            onChange([...lines, ""]);
          }}
        />
      )}
    </>
  );
}
